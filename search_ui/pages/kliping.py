"""The kliping, made in the browser: a form, and the printable page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from index.store import Question
from search_ui.headers import POLICY
from search_ui.kliping import BadKliping, render_kliping, style_hash
from search_ui.pages.common import OfSite
from search_ui.site import Site

router = APIRouter()


@router.get("/kliping")
def kliping(request: Request, site: OfSite) -> HTMLResponse:
    """Without a period the form, with one the printable page. `from`, `to` are ISO days of publication, `region` a code."""
    parameters = request.query_params
    since = parameters.get("from", "").strip()
    if not since:
        return _form(request, site)
    until = parameters.get("to", "").strip() or since
    region = parameters.get("region", "").strip() or None
    try:
        html = render_kliping(site.store, since, until, region, fiction=site.fiction)
    except BadKliping as error:
        raise HTTPException(400, str(error)) from error
    policy = POLICY.replace("style-src 'self'", f"style-src {style_hash()}")
    return HTMLResponse(html, headers={"Content-Security-Policy": policy, "X-Robots-Tag": "noindex, noarchive"})


def _form(request: Request, site: Site) -> HTMLResponse:
    """The form, filled with the last week in which anything was published."""
    hits = site.store.search(Question(sort="newest", size=20)).hits
    published = [hit.day for hit in hits if hit.day_basis == "published"]
    until = datetime.fromisoformat(published[0]) if published else datetime.now(UTC)
    since = until - timedelta(days=6)
    region = request.query_params.get("region", "").strip()[:20]
    return site.page(request, "kliping.html", since=since.date().isoformat(), until=until.date().isoformat(), region=region)
