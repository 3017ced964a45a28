"""Article text and metadata from an HTML page: trafilatura finds the article, its container is read whole, the line rules clean it."""

from __future__ import annotations

import re
from typing import cast
from urllib.parse import urlsplit

from lxml.etree import ParserError, XMLSyntaxError, XPath
from lxml.html import HtmlElement
from trafilatura.utils import load_html

from extraction.article.blocks import lengths, read_lines
from extraction.article.body import Choice, Page, read_article
from extraction.article.bylines import MAX_BYLINE, read_bylines
from extraction.article.canonical import absolute, is_front, names_index, normal
from extraction.article.headline import dateline, lead_at
from extraction.article.language import language_of
from extraction.article.learned import read_learned
from extraction.article.metadata import Head, read_head
from extraction.article.pages import next_page
from extraction.article.plain import Found
from extraction.article.refusal import WALL, is_wall, refusal_of
from extraction.article.tail import drop_tail, drop_teasers, strip_code
from extraction.article.text import MAX_BYTES, decode
from extraction.article.times import find_modified, find_published, printed_time
from extraction.article.title import find_title, folded, site_names
from extraction.model import ArticleText, Source

EXTRACTOR = "netra.html.v1"
MAX_ELEMENTS = 60_000  # of one page; the largest of 34 measured news pages had 4,000
EMPTY_LINES, WALL_LINES = 5, 40  # a page of so few lines is looked at as a bot wall; a real article page has a hundred
_count = XPath("count(//* | //comment())")
_BY = re.compile(r"^(?:by|oleh)\s+", re.I)
LONG, MANY_LONG = 220, 3  # characters of a long paragraph; excerpts on measured index pages have at most 214, but for two
INDEX = "halaman indeks, bukan artikel"


def read_html(source: Source) -> ArticleText:
    """The article of a page. `refused` says why there is none: a bot wall, an index, an error page, nothing, or one beyond the limits."""
    if len(source.body) > MAX_BYTES:
        return _refused(f"halaman lebih dari {MAX_BYTES // 1_000_000} MB")
    tree = _parse(source.body)
    if tree is None:
        return _refused("bukan HTML yang terbaca")
    if cast(float, _count(tree)) > MAX_ELEMENTS:
        return _refused(f"halaman lebih dari {MAX_ELEMENTS} elemen")
    head = read_head(tree)
    where = _where(source, head)
    learned = read_learned(source, tree, head, where)
    return _finish(source, *learned) if learned else _whole(source, tree, head, where)


def _whole(source: Source, tree: HtmlElement, head: Head, where: tuple[str | None, str]) -> ArticleText:
    """A page of which nothing is known beforehand."""
    length = lengths(tree)
    page = Page(tree, head, length, read_lines(tree, length, prune=False), *where)
    title, confirmed = find_title(tree, page.head, page.domain)
    refused = _wall(page, source.body, title) or _index(page, confirmed)
    if refused:
        return _refused(refused)
    found, choice = read_article(page, source.title or title, source.outlet.zone)
    if choice.by != "foreign" and not page.head.is_article() and not confirmed and not _reads_as_article(found.text):
        return _refused(INDEX)
    return _finish(source, page, found, choice)


def _reads_as_article(text: list[str]) -> bool:
    """Whether a page that nowhere calls itself an article reads as one: a dateline first, or several long paragraphs."""
    return any(dateline(line) for line in text[:2]) or sum(len(line) >= LONG for line in text) >= MANY_LONG


def _refused(reason: str) -> ArticleText:
    return ArticleText("", extractor=EXTRACTOR, refused=reason)


def _parse(body: bytes) -> HtmlElement | None:
    text = decode(body).replace("\x00", "")
    try:
        tree: HtmlElement | None = load_html(text)
    except (ParserError, XMLSyntaxError, ValueError):
        return None
    return tree


def _where(source: Source, head: Head) -> tuple[str | None, str]:
    """The page's address and its outlet's domain."""
    url = next((u for u in (source.url, *head.links.get("canonical", [])) if normal(u)), None)
    return url, source.outlet.domain or (urlsplit(url).hostname or "" if url else "")


def _wall(page: Page, body: bytes, title: str | None) -> str | None:
    """Whether a page of few lines is a bot wall or empty."""
    if len(page.lines) <= EMPTY_LINES and is_wall(decode(body)):
        return WALL
    shown = refusal_of("\n".join(line.text for line in page.lines), title) if len(page.lines) <= WALL_LINES else None
    return shown if shown == WALL or not page.lines else None


def _index(page: Page, confirmed: bool) -> str | None:
    """Whether a page that nowhere calls itself an article is an index by its address."""
    named = names_index(page.url) or (not confirmed and is_front(page.url))
    return INDEX if named and not page.head.is_article() else None


def _finish(source: Source, page: Page, found: Found, choice: Choice) -> ArticleText:
    zone = source.outlet.zone
    read_bylines(page.tree, page.lines, page.head, found.credits, site_names(page.head, page.domain))
    text = "\n".join(found.text if choice.by == "foreign" else _cleaned(found))
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
        choice=choice.by,
        container=choice.container,
        confidence=choice.confidence,
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
