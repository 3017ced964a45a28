"""What Netra is, how it counts, what it can't do."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from index.store import Question
from search_ui.pages.common import OfSite

router = APIRouter()


@router.get("/tentang")
def about(request: Request, site: OfSite) -> HTMLResponse:
    """Method, counts and limits."""
    relevant = site.store.search(Question(size=1))
    everything = site.store.search(Question(size=1, irrelevant=True))
    return site.page(request, "about.html", counts=relevant.counts, everything=everything.counts)


@router.get("/robots.txt", response_model=None)
def robots() -> HTMLResponse:
    """People stay out of search engines by header and meta tag, which a crawler must be able to read; machines need no searches."""
    return HTMLResponse("User-agent: *\nDisallow: /unduh/\nDisallow: /api/\n", media_type="text/plain")
