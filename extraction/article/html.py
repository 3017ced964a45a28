"""Article text and metadata from an HTML page: trafilatura finds the article, its container is read whole, the line rules clean it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import trafilatura
from lxml.etree import ParserError, XMLSyntaxError
from lxml.html import HtmlElement
from trafilatura.settings import Document
from trafilatura.utils import load_html

from extraction.article.blocks import Lengths, Line, lengths, read_lines
from extraction.article.bylines import MAX_BYLINE, read_bylines
from extraction.article.canonical import absolute, normal
from extraction.article.container import find_container
from extraction.article.headline import dateline, lead_at
from extraction.article.language import language_of
from extraction.article.lines import is_teaser
from extraction.article.metadata import Head, read_head
from extraction.article.pages import next_page
from extraction.article.plain import Found, read_body
from extraction.article.refusal import WALL, is_wall, refusal_of
from extraction.article.tail import drop_tail, drop_teasers, strip_code
from extraction.article.text import MAX_BYTES, decode
from extraction.article.times import find_modified, find_published, printed_time
from extraction.article.title import find_title, folded, site_names
from extraction.model import ArticleText, Source

EXTRACTOR = "netra.html.v1"
MAX_ELEMENTS = 60_000  # of one page; the largest of 34 measured news pages had 4,000
LINKED = 0.7  # of a line's characters inside links: a link to something else, unless it is a sentence
ALL_LINKED = 0.95
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
EMPTY_LINES, WALL_LINES = 5, 40  # a page of so few lines is looked at as a bot wall; a real article page has a hundred
MAX_ECHO = 60  # letters of the description that must stand again
UNFOUND = 0.5  # confidence where the container was not found and trafilatura's text is taken as it is
_BY = re.compile(r"^(?:by|oleh)\s+", re.I)
INDEX = "halaman indeks, bukan artikel"


@dataclass
class Page:
    """A parsed page with what several steps need of it."""

    tree: HtmlElement
    head: Head
    length: Lengths
    lines: list[Line]
    url: str | None
    domain: str


def read_html(source: Source) -> ArticleText:
    """The article of a page. `refused` says why there is none: a bot wall, an index, an error page, nothing, or one beyond the limits."""
    if len(source.body) > MAX_BYTES:
        return _refused(f"halaman lebih dari {MAX_BYTES // 1_000_000} MB")
    tree = _parse(source.body)
    if tree is None:
        return _refused("bukan HTML yang terbaca")
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        return _refused(f"halaman lebih dari {MAX_ELEMENTS} elemen")
    page = _page(source, tree)
    title, confirmed = find_title(tree, page.head, page.domain)
    refused = _wall(page, source.body, title)
    if refused:
        return _refused(refused)
    found = Found(source.outlet.zone, title=source.title or title)
    confidence = _read_text(page, found)
    if not confirmed and not page.head.is_article() and not any(dateline(line) for line in found.text[:2]):
        return _refused(INDEX)
    return _finish(source, page, found, confidence)


def _refused(reason: str) -> ArticleText:
    return ArticleText("", extractor=EXTRACTOR, refused=reason)


def _parse(body: bytes) -> HtmlElement | None:
    text = decode(body).replace("\x00", "")
    try:
        tree: HtmlElement | None = load_html(text)
    except (ParserError, XMLSyntaxError, ValueError):
        return None
    return tree


def _page(source: Source, tree: HtmlElement) -> Page:
    head, length = read_head(tree), lengths(tree)
    url = next((u for u in (source.url, *head.links.get("canonical", [])) if normal(u)), None)
    domain = source.outlet.domain or (urlsplit(url).hostname or "" if url else "")
    return Page(tree, head, length, read_lines(tree, length, prune=False), url, domain)


def _wall(page: Page, body: bytes, title: str | None) -> str | None:
    """Whether a page of few lines is a bot wall or empty."""
    if len(page.lines) <= EMPTY_LINES and is_wall(decode(body)):
        return WALL
    shown = refusal_of("\n".join(line.text for line in page.lines), title) if len(page.lines) <= WALL_LINES else None
    return shown if shown == WALL or not page.lines else None


def _read_text(page: Page, found: Found) -> float:
    """Fills the text; gives the confidence that it is the article's."""
    document = trafilatura.bare_extraction(page.tree, favor_precision=True, include_comments=False)
    extracted = str(document.text or "") if isinstance(document, Document) else ""
    container = find_container(page.lines, extracted, page.length)
    if container is None:
        read_body([line.strip() for line in extracted.split("\n") if line.strip()], found)
        return UNFOUND
    description = folded(page.head.first("og:description", "description"))[:MAX_ECHO]
    read_body(_own(read_lines(container, page.length), found, description), found)
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


def _finish(source: Source, page: Page, found: Found, confidence: float) -> ArticleText:
    zone = source.outlet.zone
    read_bylines(page.tree, page.lines, page.head, found.credits, site_names(page.head, page.domain))
    text = "\n".join(_cleaned(found))
    printed = printed_time(page.lines, found.title, zone)
    published, origin = find_published(page.tree, page.head, printed, source.url, zone)
    return ArticleText(
        text=text,
        title=found.title,
        authors=found.credits.authors,
        editor=found.credits.editor,
        reporter_code=found.credits.code,
        published=source.published or published,
        published_source="given" if source.published else origin,
        modified=find_modified(page.head, published, printed, zone),
        language=language_of(text),
        captions=found.captions,
        canonical=_declared(page),
        next_page=next_page(page.tree, page.head, page.url),
        extractor=EXTRACTOR,
        confidence=confidence,
        refused=refusal_of(text, found.title),
    )


def _cleaned(found: Found) -> list[str]:
    """The paragraphs without names of the makers on lines of their own, links at the end and codes."""
    makers = {folded(n) for n in (*found.credits.authors, found.credits.editor or "")} - {""}
    own = found.text[lead_at(found.text) :]
    own = [line for line in own if len(line) > MAX_BYLINE or folded(re.split(r"\s[-–|]\s|,", _BY.sub("", line))[0]) not in makers]
    return strip_code(drop_teasers(drop_tail(own), found.title), found.credits)


def _declared(page: Page) -> str | None:
    """The declared address; of several, the first that is no front page."""
    declared = [url for href in page.head.links.get("canonical", []) if (url := absolute(page.url, href)) and normal(url)]
    return next((d for d in declared if urlsplit(d).path not in ("", "/")), declared[0] if declared else None)
