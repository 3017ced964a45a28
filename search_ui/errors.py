"""Mistakes as pages (as JSON under /api), in the reader's language."""

from __future__ import annotations

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from index.store import QueryError, StoreUnreachable
from search_ui.address import BadAddress
from search_ui.site import Site

log = logging.getLogger("netra.search_ui")
_SAID = (400, 404, 405, 500, 503)  # those with words of their own


def problem(site: Site, request: Request, status: int, detail: str = "", position: int | None = None) -> Response:
    """The answer for a mistake. `detail` is what was wrong in this request, `position` its place in the query."""
    said = status if status in _SAID else (400 if status < 500 else 500)
    title, text = site.words(f"error.title_{said}"), detail or site.words(f"error.text_{said}")
    if request.url.path.startswith("/api/"):
        body: dict[str, object] = {"error": title, "detail": text, "position": position, "fiction": site.fiction}
        return JSONResponse(body, status)
    return site.page(request, "error.html", status=status, title=title, text=text)


def install(app: FastAPI, site: Site) -> None:
    """Handlers for everything that can go wrong. An unforeseen error is logged with its trace and told without it."""

    def on_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        detail = "" if error.detail == HTTPStatus(error.status_code).phrase else str(error.detail)
        return problem(site, request, error.status_code, detail)

    def on_address(request: Request, error: Exception) -> Response:
        assert isinstance(error, BadAddress)
        return problem(site, request, 400, site.words(error.key, **error.values))

    def on_query(request: Request, error: Exception) -> Response:
        assert isinstance(error, QueryError)
        return problem(site, request, 400, str(error), error.position)

    def on_parameter(request: Request, _error: Exception) -> Response:
        return problem(site, request, 400)

    def on_store(request: Request, error: Exception) -> Response:
        log.error("store unreachable: %s", error)
        answer = problem(site, request, 503)
        answer.headers["Retry-After"] = "60"
        return answer

    def on_anything(request: Request, error: Exception) -> Response:
        log.error("unforeseen error at %s", request.url.path, exc_info=error)
        return problem(site, request, 500)

    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(BadAddress, on_address)
    app.add_exception_handler(QueryError, on_query)
    app.add_exception_handler(RequestValidationError, on_parameter)
    app.add_exception_handler(StoreUnreachable, on_store)
    app.add_exception_handler(Exception, on_anything)
