"""Regions: the provinces with articles, and the page of one unit."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from extraction.model import Region
from index.regions import region_of
from index.store import FacetValue, Question
from search_ui.address import Address
from search_ui.pages.common import OfSite, charts

router = APIRouter()
_EVENTS = 12  # of the latest events on a region's page
_LISTED = 12  # agencies and outlets on a region's page


def _under(values: Sequence[FacetValue], code: str | None) -> list[tuple[Region, int]]:
    """The units right below a code (provinces where None) with their counts, by name."""
    depth = 0 if code is None else code.count(".") + 1
    inside = [v for v in values if v.value.count(".") == depth and (code is None or v.value.startswith(f"{code}."))]
    found = [(region, v.count) for v in inside if (region := region_of(v.value))]
    return sorted(found, key=lambda pair: (-pair[1], pair[0].name))


@router.get("/wilayah")
def regions(request: Request, site: OfSite, q: str = "") -> HTMLResponse:
    """Provinces with the number of articles; with `q`, the units whose name holds it."""
    q = q.strip()[:80]
    answer = site.store.search(Question(size=1))
    return site.page(
        request,
        "regions.html",
        provinces=_under(answer.facets["wilayah"], None),
        q=q,
        found=site.store.suggest_regions(q) if q else [],
    )


@router.get("/wilayah/{code}")
def region(request: Request, site: OfSite, code: str) -> HTMLResponse:
    """A unit: its children, events, timeline, agencies, outlets."""
    unit = region_of(code)
    if unit is None or unit.code != code:
        raise HTTPException(404)
    address = Address(Question(wilayah=(code,)))
    answer = site.store.search(Address(Question(query=f'wilayah:"{code}"', size=10)).question)
    around = site.store.search(address.changed(size=10).question)
    events, total = site.store.events(Question(wilayah=(code,), size=_EVENTS))
    desk = site.desk()
    return site.page(
        request,
        "region.html",
        region=unit,
        parents=parents(code),
        children=_under(answer.facets["wilayah"], code),
        answer=around,
        address=address,
        charts=charts(site, address, around),
        cards=desk.cards(events),
        total=total,
        hits=desk.hits(around.hits[:5]),
        agencies=around.facets["lembaga"][:_LISTED],
        outlets=around.facets["media"][:_LISTED],
    )


def parents(code: str) -> list[Region]:
    """The units above, the province first."""
    parts = code.split(".")
    return [unit for i in range(1, len(parts)) if (unit := region_of(".".join(parts[:i])))]
