"""Article text and metadata from an HTML page: trafilatura finds the article, its container is read whole, the line rules clean it."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import trafilatura
from lxml.etree import ParserError, XMLSyntaxError
from lxml.html import HtmlElement
from trafilatura.utils import load_html

from extraction.article.blocks import Line, read_lines
from extraction.article.bylines import read_bylines
from extraction.article.container import find_container
from extraction.article.language import language_of
from extraction.article.lines import is_teaser
from extraction.article.metadata import Head, read_head
from extraction.article.plain import Found, read_body
from extraction.article.refusal import MIN_CHARS, refusal_of
from extraction.article.tail import drop_tail, drop_teasers, strip_code
from extraction.article.text import MAX_BYTES, decode
from extraction.article.times import find_modified, find_published, printed_time
from extraction.article.title import find_title, folded, site_names
from extraction.model import ArticleText, Source

EXTRACTOR = "netra.html.v1"
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
MAX_ECHO = 60  # letters of the description that must stand again
ALL_LINKED = 0.95
LINKED = 0.7  # of a line's characters inside links: a link to something else, unless it is a sentence


def read_html(source: Source) -> ArticleText:
    """The article of a page. `refused` says why there is none: a bot wall, an index, an error page, nothing, or a page beyond the limits."""
    if len(source.body) > MAX_BYTES:
        return _refused(f"halaman lebih dari {MAX_BYTES // 1_000_000} MB")
    tree = _parse(source.body)
    if tree is None:
        return _refused("bukan HTML yang terbaca")
    head = read_head(tree)
    url = source.url or next(iter(head.links.get("canonical", [])), None)
    domain = source.outlet.domain or (urlsplit(url).hostname or "" if url else "")
    title, confirmed = find_title(tree, head, domain)
    refused = refusal_of("x" * MIN_CHARS, title) or (None if confirmed or head.is_article() else "halaman indeks, bukan artikel")
    if refused:
        return _refused(refused)
    every = read_lines(tree, prune=False)
    found = Found(source.outlet.zone, title=source.title or title)
    confidence = _read_text(tree, head, every, found)
    return _finish(source, tree, head, every, found, url, confidence)


def _refused(reason: str) -> ArticleText:
    return ArticleText("", extractor=EXTRACTOR, refused=reason)


def _parse(body: bytes) -> HtmlElement | None:
    text = decode(body).replace("\x00", "")
    try:
        tree: HtmlElement | None = load_html(text)
    except (ParserError, XMLSyntaxError, ValueError):
        return None
    return tree


def _read_text(tree: HtmlElement, head: Head, every: list[Line], found: Found) -> float:
    """Fills the text; gives the share of trafilatura's text that stands in it."""
    document = trafilatura.bare_extraction(tree, favor_precision=True, include_comments=False, include_tables=True)
    extracted = (document.text or "") if document is not None else ""
    container = find_container(every, extracted)
    if container is None:
        read_body([line for line in extracted.split("\n") if line.strip()], found)
        return 0.5
    lines = _own(read_lines(container), found, folded(head.first("og:description", "description"))[:MAX_ECHO])
    read_body(lines, found)
    return 1.0


def _own(lines: list[Line], found: Found, description: str) -> list[str]:
    """Lines below the headline that are no captions (kept apart), no links to something else and no echo of the page's description."""
    start = max((i + 1 for i, line in enumerate(lines) if found.title and folded(line.text) == folded(found.title)), default=0)
    start = start if start <= len(lines) // 2 else 0
    kept: list[str] = []
    for line in lines[start:]:
        if line.caption:
            found.captions.append(line.text)
        elif not _elsewhere(line) and not (line.element.tag in HEADINGS and description and folded(line.text).startswith(description)):
            _append(kept, line.text)
    return kept


def _elsewhere(line: Line) -> bool:
    """Whether the line is a link to another page; an address printed as such is the article's own."""
    if line.linked < LINKED or re.search(r"https?://|www\.|\w@\w", line.text):
        return False
    return is_teaser(line.text) or (line.linked >= ALL_LINKED and line.text[-1] not in ".”")


def _append(kept: list[str], text: str) -> None:
    """Adds a line; a label whose value stands on the next line ("Penulis", ": Nama") becomes one line with it."""
    if kept and text.startswith(":") and len(kept[-1].split()) <= 2:
        kept[-1] += text
    else:
        kept.append(text)


def _finish(source: Source, tree: HtmlElement, head: Head, every: list[Line], found: Found, url: str | None, confidence: float) -> ArticleText:
    zone = source.outlet.zone
    domain = source.outlet.domain or (urlsplit(url).hostname or "" if url else "")
    read_bylines(tree, head, found.credits, site_names(head, domain))
    makers = {folded(n) for n in (*found.credits.authors, found.credits.editor or "")} - {""}
    found.text[:] = [line for line in found.text if folded(re.sub(r"^(?:by|oleh)\s+", "", line, flags=re.I)) not in makers]
    kept = strip_code(drop_teasers(drop_tail(found.text), found.title), found.credits)
    text = "\n".join(kept)
    printed = printed_time(every, found.title, zone)
    published, origin = find_published(tree, head, printed, url, zone)
    return ArticleText(
        text=text,
        title=found.title,
        authors=found.credits.authors,
        editor=found.credits.editor,
        reporter_code=found.credits.code,
        published=source.published or published,
        published_source="given" if source.published else origin,
        modified=find_modified(head, published, printed, zone),
        language=language_of(text),
        captions=found.captions,
        canonical=_absolute(next(iter(head.links.get("canonical", [])), None), url),
        next_page=_absolute(next(iter(head.links.get("next", [])), None), url),
        extractor=EXTRACTOR,
        confidence=confidence,
        refused=refusal_of(text, found.title),
    )


def _absolute(href: str | None, base: str | None) -> str | None:
    return urljoin(base or "", href) if href else None
