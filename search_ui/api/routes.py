"""The JSON twins of the pages. Parameters are those of the pages' addresses (`q`, `wilayah`, `jenis`, `dari`, `hal` …)."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import APIRouter, HTTPException, Query, Response
from pydantic import BaseModel

from search_ui.api import models
from search_ui.api.shapes import case_out, event_out, hit_out, regions_out, telling_out
from search_ui.pages.common import OfAddress, OfSite
from search_ui.pages.events import cases_of, tellings
from search_ui.pages.people import case_of
from search_ui.show.excerpt import shown_spans
from search_ui.site import safe_link

router = APIRouter(
    tags=["netra"], responses={400: {"model": models.Problem}, 404: {"model": models.Problem}, 503: {"model": models.Problem}}
)
_LISTS = ("wilayah", "jenis", "status", "subjek", "bentuk", "pemilu", "media", "lembaga", "tokoh")
_WORDS = {
    "q": 'query language: words, "phrases", AND OR NOT, prefix*, wilayah: jenis: status: tokoh: lembaga: tanggal: …',
    "dari": "events since this ISO day",
    "sampai": "events until this ISO day",
    "terbit_dari": "published since this ISO day",
    "terbit_sampai": "published until this ISO day",
    "urut": "terbaru or terlama; by relevance where left out",
    "semua": "1: also articles outside the subject",
    "hal": "page, from 1",
}
QUESTION: dict[str, Any] = {
    "parameters": [
        *({"name": name, "in": "query", "schema": {"type": "string"}, "description": text} for name, text in _WORDS.items()),
        *({"name": n, "in": "query", "schema": {"type": "array", "items": {"type": "string"}}, "description": "facet"} for n in _LISTS),
    ]
}


@router.get("/search", openapi_extra=QUESTION)
def search(site: OfSite, address: OfAddress) -> models.SearchOut:
    """Search articles."""
    answer = site.store.search(address.question)
    return models.SearchOut(
        fiction=site.fiction,
        counts=models.CountsOut(**msgspec.structs.asdict(answer.counts)),
        hits=[hit_out(card) for card in site.desk().hits(answer.hits)],
        facets={name: [models.FacetOut(**msgspec.structs.asdict(v)) for v in values] for name, values in answer.facets.items()},
        by_event=[models.MonthOut(**msgspec.structs.asdict(bar)) for bar in answer.by_event],
        by_publication=[models.MonthOut(**msgspec.structs.asdict(bar)) for bar in answer.by_publication],
        page=answer.page,
        pages=answer.pages,
    )


@router.get("/events", openapi_extra=QUESTION)
def events(site: OfSite, address: OfAddress) -> models.EventsOut:
    """One page of the events that the question finds."""
    found, total = site.store.events(address.question)
    return models.EventsOut(fiction=site.fiction, total=total, events=[event_out(card) for card in site.desk().cards(found)])


@router.get("/events/{event_id}")
def event(site: OfSite, event_id: str) -> models.EventWhole:
    """One event with its evidence and the history of each accused."""
    stored = site.store.event(event_id)
    if stored is None:
        raise HTTPException(404)
    desk = site.desk()
    mask = desk.mask([coded.article.id for coded, _ in stored.told_by])
    groups = enumerate(tellings(desk, stored, mask), start=1)
    return models.EventWhole(
        fiction=site.fiction,
        event=event_out(desk.cards([stored.event])[0]),
        cases=[case_out(case, site.fiction) for case in cases_of(desk, stored, mask)],
        told_by=[telling_out(telling, number) for number, group in groups for telling in group],
    )


@router.get("/articles/{key}")
def article(site: OfSite, key: str) -> models.ArticleOut:
    """One article by id or alias: metadata, excerpts, events."""
    desk = site.desk()
    stored = desk.article(key)
    if stored is None:
        raise HTTPException(404)
    coded, version = stored.coded, stored.coded.version
    mask = desk.mask([coded.article.id])
    title, is_excerpt = desk.title(coded)
    return models.ArticleOut(
        fiction=site.fiction,
        id=coded.article.id,
        version=version.id,
        versions=[v.id for v in stored.versions],
        copies=stored.copies,
        title=title,
        title_is_excerpt=is_excerpt,
        outlet=coded.article.outlet.name or coded.article.outlet.domain,
        source=safe_link(version.url or coded.article.url),
        published=version.published,
        fetched=version.fetched.isoformat(),
        relevant=version.relevant,
        excerpts=[mask.text(span.of(version.whole)) for span in shown_spans(coded)],
        regions=regions_out(r.region for r in coded.regions),
        agencies=sorted({agency.name for agency in coded.agencies if agency.name}),
        events=[event_out(card) for card in desk.cards(site.store.events_in([coded.article.id]))],
    )


@router.get("/cases/{person_id}")
def case(site: OfSite, person_id: str, response: Response) -> models.CaseOut:
    """The case of one accused person."""
    profile = site.store.person(person_id)
    if profile is None or not profile.accused:
        raise HTTPException(404)
    response.headers["X-Robots-Tag"] = "noindex, noarchive"
    return case_out(case_of(site.desk(), profile), site.fiction)


class RegionFound(BaseModel):
    """Regions with articles whose name holds the text."""

    fiction: bool
    regions: list[models.RegionOut]


@router.get("/regions")
def regions(site: OfSite, q: str = Query("", max_length=80, description="part of a name")) -> RegionFound:
    """Regions by name."""
    return RegionFound(fiction=site.fiction, regions=regions_out(site.store.suggest_regions(q)))
