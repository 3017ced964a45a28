"""Lists as CSV: what the pages show, with the same excerpts and the same initials."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from index.export import csv_lines, rows
from index.rows import Row
from index.store import Kind, Store
from search_ui.pages.common import OfAddress, OfSite
from search_ui.show.desk import Desk
from search_ui.site import Site

router = APIRouter()
Listed = Literal["artikel", "peristiwa", "kasus"]
_KINDS: dict[str, Kind] = {"artikel": "articles", "peristiwa": "events", "kasus": "cases"}
_LEFT_OUT = {"text", "quotes"}  # full texts stay with their publishers


def masked_rows(site: Site, kind: Kind, address: OfAddress) -> Iterator[Row]:
    """The rows that a question finds, without full texts and with initials where pages show them."""
    store: Store = site.store
    for row in rows(store, kind, address.question, fiction=site.fiction):
        articles = row.get("article_ids") or [row["article_id"]]
        mask = Desk(store, site.words).mask(articles)
        kept = {key: value for key, value in row.items() if key not in _LEFT_OUT}
        yield {key: mask.value(value) for key, value in kept.items()}


@router.get("/unduh/{kind}.csv")
def download(site: OfSite, address: OfAddress, kind: Listed) -> StreamingResponse:
    """One kind as CSV, written as it is read. A mistake in the question is told before the first line."""
    site.store.search(address.changed(size=1).question)
    lines = csv_lines(masked_rows(site, _KINDS[kind], address))
    headers = {"Content-Disposition": f'attachment; filename="netra-{kind}.csv"', "X-Robots-Tag": "noindex, noarchive"}
    return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers=headers)
