"""The article's paragraphs on a page: trafilatura says which text it is, the element that holds it is read whole, each checks the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from extraction.article.blocks import Lengths, Line, read_lines
from extraction.article.container import find_container, name_of
from extraction.article.language import is_foreign
from extraction.article.lines import is_teaser
from extraction.article.metadata import Head
from extraction.article.plain import Found, read_body
from extraction.article.title import folded

LINKED = 0.7  # of a line's characters inside links: a link to something else, unless it is a sentence
ALL_LINKED = 0.95
INDONESIAN = ("id", "in")  # codes of the language in a page's `lang`, today's and the one before 1989
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
MAX_ECHO = 60  # letters of the description that must stand again
# Share of trafilatura's text (after the same rules) below which the container's is not trusted; on 22 measured pages it had 0.5 (where
# trafilatura took a list of related articles for the article) to 2.1. A container that holds nothing is an index page's.
LEAST = 0.35
PROSE = 120  # characters of a line that is no menu and no headline
# Where trafilatura's fast way found the element that its slow way finds (200 of 216 pages measured, Indonesian and English), an article's
# holds .64 and more of the page's prose; where it found another, .22 at most.
ENOUGH_PROSE = 0.6
# Confidence where the container is not found, where much prose stands outside it, and in a foreign text (trafilatura's F1 on English).
UNFOUND, LITTLE_PROSE, FOREIGN_TEXT = 0.5, 0.8, 0.96


@dataclass
class Page:
    """A parsed page with what several steps need of it."""

    tree: HtmlElement
    head: Head
    length: Lengths
    lines: list[Line]
    url: str | None
    domain: str


class Choice(NamedTuple):
    """Where the text was taken from: `by` trafilatura (its lines by our rules), the container that holds it, a learned container, or
    trafilatura unchanged, where it is foreign; the container's name; how sure it is that this is the article, from 0 to 1."""

    by: Literal["trafilatura", "container", "learned", "foreign"]
    container: str | None
    confidence: float


def read_article(page: Page, title: str | None, zone: str) -> tuple[Found, Choice]:
    """What the page's article holds, and how that was chosen."""
    extracted, container = _located(page)
    if is_foreign(extracted) and not (page.tree.get("lang") or "").lower().startswith(INDONESIAN):  # the rules and cues are Indonesian
        return Found(zone, [line for line in _extracted(page, fast=False).split("\n") if line], title=title), Choice(
            "foreign", None, FOREIGN_TEXT
        )
    plain = Found(zone, title=title)
    read_body([line.strip() for line in extracted.split("\n") if line.strip()], plain)
    if container is None:
        return plain, Choice("trafilatura", None, UNFOUND)
    whole = read_container(container, page, title, zone)
    share = sum(map(len, whole.text)) / max(1, sum(map(len, plain.text)))
    if 0 < share < LEAST:
        return plain, Choice("trafilatura", None, UNFOUND)
    return whole, Choice("container", name_of(container), 1.0 if prose_share(container, page.lines) >= ENOUGH_PROSE else LITTLE_PROSE)


def read_container(container: HtmlElement, page: Page, title: str | None, zone: str) -> Found:
    """The lines of the element that are the article's."""
    found = Found(zone, title=title)
    description = folded(page.head.first("og:description", "description"))[:MAX_ECHO]
    read_body(_own(read_lines(container, page.length), found, description), found)
    return found


def _located(page: Page) -> tuple[str, HtmlElement | None]:
    """trafilatura's text and the element that holds it.

    Its fast way is taken where that element holds the page's prose; else it compares with other extractors, which costs as much again.
    """
    for fast in (True, False):
        extracted = _extracted(page, fast=fast)
        container = find_container(page.lines, extracted, page.length)
        if fast and container is not None and prose_share(container, page.lines) >= ENOUGH_PROSE:
            break
    return extracted, container


def _extracted(page: Page, *, fast: bool) -> str:
    document = trafilatura.bare_extraction(page.tree, favor_precision=True, include_comments=False, fast=fast)
    return str(document.text or "") if isinstance(document, Document) else ""


def prose_share(container: HtmlElement, lines: list[Line]) -> float:
    """Of the characters of the page's long lines without links, those inside the container; 0 where there is no such line."""
    prose = [line for line in lines if len(line.text) >= PROSE and line.linked < LINKED / 2]
    inside = set(container.iter())
    held = sum(len(line.text) for line in prose if line.element in inside)
    return held / max(1, sum(len(line.text) for line in prose))


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
