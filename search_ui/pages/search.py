"""The search page."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from index.store import FACETS, Answer, QueryError
from search_ui.address import Address
from search_ui.pages.common import OfAddress, OfSite, charts, in_words, label, pager
from search_ui.site import Site

router = APIRouter()
_SHOWN = 7  # choices of a facet before "lainnya": what a column on a laptop holds for eight facets
_DEPTH = 2  # levels of regions among the choices: provinces, kabupaten and kota


@dataclass(frozen=True)
class Choice:
    """A choice of a facet with the address that makes it, or takes it back where it is chosen."""

    label: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """A facet with the choices shown at once and those behind "lainnya"."""

    name: str
    first: list[Choice]
    more: list[Choice]


def facets_of(site: Site, address: Address, answer: Answer) -> list[Facet]:
    """All facets that offer anything."""
    out = []
    for name in FACETS:
        chosen: tuple[str, ...] = getattr(address.question, name)
        values = [v for v in answer.facets[name] if name != "wilayah" or v.value in chosen or v.value.count(".") < _DEPTH]
        choices = [
            Choice(label(site.words, name, v.value, [v]), v.count, address.toggled(name, v.value).url() + "#hasil", v.value in chosen)
            for v in values
        ]
        choices.sort(key=lambda choice: not choice.chosen)
        if choices:
            out.append(Facet(name, choices[:_SHOWN], choices[_SHOWN:]))
    return out


@router.get("/")
def search(request: Request, site: OfSite, address: OfAddress) -> HTMLResponse:
    """The question in words, the answer, and all that stands around it; a mistake in the query with its place."""
    try:
        answer = site.store.search(address.question)
    except QueryError as error:
        return _mistake(request, site, address, error)
    return site.page(
        request,
        "search.html",
        address=address,
        words_of=in_words(address, site.words, answer.facets),
        answer=answer,
        cards=site.desk().hits(answer.hits),
        facets=facets_of(site, address, answer),
        charts=charts(site, address, answer),
        pager=pager(address, "/", answer.pages),
        mistake=None,
    )


def _mistake(request: Request, site: Site, address: Address, error: QueryError) -> HTMLResponse:
    query = address.question.query
    at = min(max(error.position, 0), len(query))
    start = max(0, at - 60)
    place = (("…" if start else "") + query[start:at], query[at : at + 1] or " ", query[at + 1 : at + 60])
    return site.page(
        request,
        "search.html",
        status=400,
        address=address,
        words_of=in_words(address.changed(query=""), site.words, {}),
        answer=None,
        mistake={"text": str(error), "place": place if query else None},
    )
