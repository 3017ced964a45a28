"""The list of events, and the page of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from extraction.model import CodedArticle, Event, EventMention, EventType
from index.store import Question, Store, StoredEvent
from search_ui.pages.common import OfAddress, OfSite, in_words, pager, pages_of
from search_ui.show.cases import Step, clearing_of, step_of
from search_ui.show.conflicts import Claim, claims, disagreeing
from search_ui.show.desk import Desk
from search_ui.show.marks import anchor
from search_ui.show.mask import Mask, bearing

router = APIRouter()
_NEAR = 45  # days between two totals of one place that are compared: further apart, both can be right
_MOST_COMPARED = 20


@dataclass(frozen=True)
class Telling:
    """An article that tells the event: its sentences with their places."""

    article: str
    title: str
    title_is_excerpt: bool
    outlet: str
    url: str | None
    published: str | None
    fetched: str
    sentences: list[tuple[str, str]]


@dataclass(frozen=True)
class Case:
    """An accused person's or group's history; the clearing stands first."""

    name: str
    person: str | None
    clearing: Step | None
    steps: list[Step]


@router.get("/peristiwa")
def events(request: Request, site: OfSite, address: OfAddress) -> HTMLResponse:
    """The events that the question finds, newest first."""
    found, total = site.store.events(address.question)
    desk = site.desk()
    answer = site.store.search(address.changed(size=1).question)
    return site.page(
        request,
        "events.html",
        address=address,
        words_of=in_words(address, site.words, answer.facets),
        cards=desk.cards(found),
        total=total,
        pager=pager(address, "/peristiwa", pages_of(total, address.question.size)),
    )


@router.get("/peristiwa/{event_id}", response_model=None)
def event(request: Request, site: OfSite, event_id: str) -> Response:
    """One event; an id that was merged away leads to the one that took its place."""
    stored = site.store.event(event_id)
    if stored is None:
        raise HTTPException(404)
    if stored.event.id != event_id:
        return RedirectResponse(f"/peristiwa/{stored.event.id}", 301)
    desk = site.desk()
    articles = [coded.article.id for coded, _ in stored.told_by]
    mask = desk.mask(articles)
    card = desk.cards([stored.event])[0]
    cases = cases_of(desk, stored, mask)
    return site.page(
        request,
        "event.html",
        private=any(case.person for case in cases),
        event=stored.event,
        card=card,
        cases=cases,
        texts=tellings(desk, stored, mask),
        conflicts=conflicts(site.store, stored),
        forms=sorted({form.value for _, mention in stored.told_by for form in mention.forms}),
        cite=site.address_of(request, f"/peristiwa/{stored.event.id}"),
    )


def tellings(desk: Desk, stored: StoredEvent, mask: Mask) -> list[list[Telling]]:
    """The articles that tell the event, grouped by distinct text, in order of publication."""
    groups: dict[str, list[Telling]] = {}
    for coded, mention in stored.told_by:
        kept = desk.article(coded.article.id)
        group = min([coded.article.id, *(kept.copies if kept else [])])
        groups.setdefault(group, []).append(_telling(desk, coded, mention, mask))
    return list(groups.values())


def _telling(desk: Desk, coded: CodedArticle, mention: EventMention, mask: Mask) -> Telling:
    version, outlet = coded.version, coded.article.outlet
    title, is_excerpt = desk.title(coded)
    sentences = [(mask.text(span.of(version.whole)), anchor(span)) for span in mention.evidence]
    url = version.url or coded.article.url
    return Telling(
        coded.article.id, title, is_excerpt, outlet.name or outlet.domain, url, version.published, version.fetched.isoformat(), sentences
    )


def cases_of(desk: Desk, stored: StoredEvent, mask: Mask) -> list[Case]:
    """The history of each accused: of a person over all articles, of a group what these articles tell."""
    profiles = [p for p in desk.store.people_in([coded.article.id for coded, _ in stored.told_by]) if p.accused]
    out = []
    for name in stored.event.accused:
        profile = bearing(name, profiles)
        steps = desk.steps(profile) if profile else _group_steps(desk, stored, name, mask)
        shown = profile.shown if profile else mask.text(name)
        out.append(Case(shown, profile.id if profile else None, clearing_of(steps), steps))
    return out


def _group_steps(desk: Desk, stored: StoredEvent, name: str, mask: Mask) -> list[Step]:
    steps = [
        step_of(coded, entry, desk.words, mask)
        for coded, mention in stored.told_by
        for entry in coded.cases
        if entry.event == mention.id and entry.accused == name
    ]
    return sorted(steps, key=lambda step: step.order)


def conflicts(store: Store, stored: StoredEvent) -> list[list[Claim]]:
    """Figures about this event that differ; totals are compared with other totals of the place of about the same days."""
    told = list(stored.told_by)
    if stored.event.type is EventType.STATISTIK:
        for other in _near(store, stored.event):
            found = store.event(other.id)
            told += found.told_by if found else []
    return disagreeing(claims(told))


def _near(store: Store, event: Event) -> list[Event]:
    try:
        day = date.fromisoformat(event.date or "")
    except ValueError:
        return []
    if event.region is None or event.region.code is None:
        return []
    since, until = day - timedelta(days=_NEAR), day + timedelta(days=_NEAR)
    question = Question(
        wilayah=(event.region.code,), jenis=(event.type.value,), since=since.isoformat(), until=until.isoformat(), size=_MOST_COMPARED
    )
    found, _ = store.events(question)
    return [other for other in found if other.id != event.id and other.region == event.region]
