"""The list behind the count of distinct texts."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from search_ui.pages.common import OfAddress, OfSite, in_words
from search_ui.show.desk import HitCard

router = APIRouter()
MOST = 100  # articles put together on one page: about 150 kB of HTML


@router.get("/naskah")
def texts(request: Request, site: OfSite, address: OfAddress) -> HTMLResponse:
    """The found articles, those with the same text as one entry."""
    answer = site.store.search(address.changed(size=MOST).question)
    desk = site.desk()
    groups: dict[str, list[HitCard]] = {}
    for card in desk.hits(answer.hits):
        stored = desk.article(card.hit.article)
        copies = stored.copies if stored else []
        groups.setdefault(min(card.hit.article, *copies), []).append(card)
    return site.page(
        request,
        "texts.html",
        address=address,
        words_of=in_words(address, site.words, answer.facets),
        groups=list(groups.values()),
        answer=answer,
        shown=len(answer.hits),
    )
