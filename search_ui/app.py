"""The web application: pages and JSON over one store, read only."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI, Request
from fastapi.staticfiles import StaticFiles
from starlette.responses import Response

from index.store import Store
from search_ui import errors
from search_ui.api.routes import router as api
from search_ui.headers import MAX_ADDRESS, Guard
from search_ui.pages import PAGES
from search_ui.site import STATIC, Site


def create_app(store: Callable[[], Store], *, fiction: bool, cite: str | None = None) -> FastAPI:
    """The application over the store that `store` gives for each request (who opens it closes it).

    `fiction` marks every page and every answer as invented;
    `cite` is the public address that citations name (`https://netra.example`), the reader's own where None."""
    site = Site(store, fiction, cite)
    app = FastAPI(
        title="Netra",
        description=site.words("site.tagline") + (f"\n\n{site.words('site.fiction')}" if fiction else ""),
        openapi_url="/api/openapi.json",
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
    )
    app.state.site = site
    for router in PAGES:
        app.include_router(router, include_in_schema=False)
    app.include_router(api, prefix="/api")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    errors.install(app, site)

    def too_long(length: int) -> Response:
        request = Request({"type": "http", "method": "GET", "path": "/", "headers": [], "query_string": b"", "root_path": ""})
        return errors.problem(site, request, 400, site.words("error.too_long", n=length, most=MAX_ADDRESS))

    app.add_middleware(Guard, refuse=too_long)
    return app
