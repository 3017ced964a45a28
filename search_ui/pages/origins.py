"""The page that shows how each value of an article came about; `netra explain` prints the same."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from extraction.model import Span
from index.store import SnippetPiece
from search_ui.pages.common import OfSite
from search_ui.show.mask import Mask
from search_ui.show.origins import Origin, origins

router = APIRouter()
_AROUND = 40  # characters on each side of a value: enough to see the words that decided
_LONGEST = 240  # characters of a passage: an excerpt, never the article


@dataclass(frozen=True)
class Row:
    """An origin as it is printed: names of accused people without public office are initials."""

    origin: Origin
    value: str
    said: str
    passages: list[list[SnippetPiece]]


@router.get("/artikel/{key}/asal")
def article_origins(request: Request, site: OfSite, key: str) -> HTMLResponse:
    """Where every value of one article comes from."""
    desk = site.desk()
    stored = desk.article(key)
    if stored is None:
        raise HTTPException(404)
    coded = stored.coded
    mask = desk.mask([coded.article.id])
    rows = [_row(origin, coded.version.whole, mask) for origin in origins(coded, site.words)]
    title, _ = desk.title(coded)
    groups = [(kind, list(group)) for kind, group in groupby(rows, key=lambda row: row.origin.kind)]
    return site.page(request, "origins.html", private=True, coded=coded, version=coded.version, title=title, groups=groups)


def _row(origin: Origin, whole: str, mask: Mask) -> Row:
    passages = [mask.pieces(_passage(whole, span)) for span in origin.spans]
    return Row(origin, mask.text(origin.value), mask.text(origin.said), passages)


def _passage(whole: str, span: Span) -> list[SnippetPiece]:
    start, end = max(0, span.start - _AROUND), min(len(whole), span.end + _AROUND)
    before, hit, after = whole[start : span.start], span.of(whole), whole[span.end : end]
    before = before.partition(" ")[2] if start else before
    after = after.rpartition(" ")[0] if end < len(whole) else after
    if len(hit) > _LONGEST:
        hit, after = hit[:_LONGEST].rpartition(" ")[0] + " …", ""
    return [SnippetPiece(before, False), SnippetPiece(hit, True), SnippetPiece(after, False)]
