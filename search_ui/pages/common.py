"""What pages take from a request, and what several of them show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from index.regions import region_of
from index.store import FACETS, Answer, FacetValue
from search_ui.address import Address
from search_ui.charts.timeline import Timeline, month_bounds, timeline
from search_ui.i18n import Words
from search_ui.show.days import day_in_words
from search_ui.site import Site


def get_site(request: Request) -> Site:
    """The site that a request reached."""
    site: Site = request.app.state.site
    return site


def get_address(request: Request) -> Address:
    """The question in a request's address. Raises BadAddress."""
    return Address.read(request.query_params.multi_items())


OfSite = Annotated[Site, Depends(get_site)]
OfAddress = Annotated[Address, Depends(get_address)]


@dataclass(frozen=True)
class Part:
    """A part of the question in words: a word before the values, the values."""

    before: str
    values: list[str]


@dataclass(frozen=True)
class Pager:
    """Where a page stands among its pages."""

    page: int
    pages: int
    previous: str | None
    next: str | None


def pager(address: Address, path: str, pages: int) -> Pager:
    """Links to the pages beside."""
    page = address.question.page
    before = address.at(page - 1).url(path) if page > 1 else None
    return Pager(page, pages, before, address.at(page + 1).url(path) if page < pages else None)


def pages_of(total: int, size: int) -> int:
    """How many pages a total fills."""
    return -(-total // size)


def label(words: Words, facet: str, value: str, known: Sequence[FacetValue] = ()) -> str:
    """The word for a facet's value."""
    if facet in ("jenis", "status", "subjek", "bentuk"):
        return words.label(facet, value)
    if facet == "wilayah":
        region = region_of(value)
        return region.name if region else value
    return next((one.label for one in known if one.value == value), value)


def in_words(address: Address, words: Words, facets: dict[str, list[FacetValue]]) -> list[Part]:
    """The question as a reader would say it; empty where it asks for everything."""
    question = address.question
    parts = [Part(words("question.words"), [question.query])] if question.query else []
    for facet in (*FACETS, "tokoh"):
        chosen: tuple[str, ...] = getattr(question, facet)
        if chosen:
            parts.append(Part(words(f"question.{facet}"), [label(words, facet, v, facets.get(facet, ())) for v in chosen]))
    for name, since, until in (
        ("event", question.since, question.until),
        ("published", question.published_since, question.published_until),
    ):
        ends = {"since": day_in_words(since, words), "until": day_in_words(until, words)}
        bound = "between" if since and until else "since" if since else "until"
        if since or until:
            parts.append(Part("", [words(f"question.{name}_{bound}", **ends)]))
    if question.irrelevant:
        parts.append(Part("", [words("question.including_irrelevant")]))
    return parts


def charts(site: Site, address: Address, answer: Answer, path: str = "/") -> dict[str, Timeline | None]:
    """Both timelines of an answer; their bars narrow the question to a month."""
    last = site.last_month()

    def by_event(month: str) -> str:
        since, until = month_bounds(month)
        return address.changed(since=since, until=until).url(path)

    def by_publication(month: str) -> str:
        since, until = month_bounds(month)
        return address.changed(published_since=since, published_until=until).url(path)

    return {
        "peristiwa": timeline(answer.by_event, by_event, last),
        "terbit": timeline(answer.by_publication, by_publication, last),
    }
