"""Articles in several pages: the address of the next page, and the joining of pages that were stored apart (R13)."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

import msgspec
from lxml.html import HtmlElement

from extraction.article.canonical import absolute, page_number, same_article
from extraction.article.metadata import Head
from extraction.model import ArticleText


def next_page(tree: HtmlElement, head: Head, url: str | None) -> str | None:
    """The address of all pages at once where the page links it, else of the next page; None on the last.

    A link is another page of the article only where it has the same canonical address: `rel=next` often names the next article.
    """
    if url is None:
        return None
    here = page_number(url)
    if here == 0:
        return None
    slug = max(urlsplit(url).path.split("/"), key=len)
    hrefs = {h for h in (*head.links.get("next", []), *(a.get("href") or "" for a in tree.iter("a"))) if slug in h or h.startswith("?")}
    targets = {
        target
        for href in hrefs
        if href and not href.startswith(("#", "javascript:", "mailto:")) and (target := absolute(url, href)) is not None
    }
    pages = {page_number(t): t for t in sorted(targets) if t != url and same_article(url, t)}
    return pages.get(0) or pages.get(here + 1)


def join_pages(pages: list[ArticleText]) -> ArticleText:
    """One article from its pages in their order: paragraphs once each, the first page's metadata, all authors and captions.

    Refused pages add nothing.

    Raises ValueError where there is no page.
    """
    if not pages:
        raise ValueError("no pages")
    told = [page for page in pages if page.refused is None]
    if not told:
        return pages[0]
    first = told[0]
    return msgspec.structs.replace(
        first,
        text="\n".join(_once(line for page in told for line in page.text.split("\n") if line)),
        authors=_once(a for page in told for a in page.authors),
        captions=_once(c for page in told for c in page.captions),
        editor=next((page.editor for page in told if page.editor), None),
        reporter_code=next((page.reporter_code for page in told if page.reporter_code), None),
        published=next((page.published for page in told if page.published), None),
        modified=max((page.modified for page in told if page.modified), default=None),
        next_page=told[-1].next_page,
        confidence=min(page.confidence for page in told),
    )


def _once(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
