"""The outlets whose articles are kept."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from search_ui.pages.common import OfAddress, OfSite, in_words

router = APIRouter()


@router.get("/media")
def outlets(request: Request, site: OfSite, address: OfAddress) -> HTMLResponse:
    """Each outlet with what it published about the subject, and all that is kept of it."""
    answer = site.store.search(address.changed(size=1).question)
    everything = site.store.search(address.changed(size=1, irrelevant=True).question)
    relevant = {value.value: value.count for value in answer.facets["media"]}
    rows = [
        (v, relevant.get(v.value, 0), address.changed(media=(v.value,)).url(), address.changed(media=(v.value,), irrelevant=True).url())
        for v in everything.facets["media"]
    ]
    return site.page(request, "outlets.html", address=address, words_of=in_words(address, site.words, answer.facets), rows=rows)
