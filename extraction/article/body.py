"""The article's paragraphs on a page: trafilatura says which text it is, the element that holds it is read whole, each checks the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from extraction.article.blocks import Lengths, Line, read_lines
from extraction.article.container import find_container
from extraction.article.lines import is_teaser
from extraction.article.metadata import Head
from extraction.article.plain import Found, read_body
from extraction.article.title import folded

LINKED = 0.7  # of a line's characters inside links: a link to something else, unless it is a sentence
ALL_LINKED = 0.95
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
MAX_ECHO = 60  # letters of the description that must stand again
# Share of trafilatura's text (after the same rules) below which the container's is not trusted; on 22 measured pages it had 0.5 (where
# trafilatura took a list of related articles for the article) to 2.1. A container that holds nothing is an index page's.
LEAST = 0.35
UNFOUND = 0.5  # confidence where trafilatura's text is taken as it is


@dataclass
class Page:
    """A parsed page with what several steps need of it."""

    tree: HtmlElement
    head: Head
    length: Lengths
    lines: list[Line]
    url: str | None
    domain: str


def read_article(page: Page, title: str | None, zone: str) -> tuple[Found, float]:
    """What the page's article holds, and the confidence in it."""
    document = trafilatura.bare_extraction(page.tree, favor_precision=True, include_comments=False)
    extracted = str(document.text or "") if isinstance(document, Document) else ""
    plain = Found(zone, title=title)
    read_body([line.strip() for line in extracted.split("\n") if line.strip()], plain)
    container = find_container(page.lines, extracted, page.length)
    if container is None:
        return plain, UNFOUND
    whole = Found(zone, title=title)
    description = folded(page.head.first("og:description", "description"))[:MAX_ECHO]
    read_body(_own(read_lines(container, page.length), whole, description), whole)
    share = sum(map(len, whole.text)) / max(1, sum(map(len, plain.text)))
    return (plain, UNFOUND) if 0 < share < LEAST else (whole, 1.0)


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
