"""The element that holds the article, found by where the extractor's text stands in the page."""

from __future__ import annotations

import re
from collections import defaultdict

from lxml.html import HtmlElement

from extraction.article.blocks import Lengths, Line

KEY = 60  # letters of a line by which it is found again
MIN_LINE = 40  # shorter lines stand in menus too
MAX_WIDER = 1.25  # times the characters of the container; the lead of a short article is a fifth of it
ENOUGH = 0.85  # of the extracted text must stand in the container


def key(text: str) -> str:
    """The first letters and digits of a line."""
    return re.sub(r"\W+", "", text.lower())[:KEY]


def find_container(lines: list[Line], extracted: str, length: Lengths) -> HtmlElement | None:
    """The deepest element that holds nearly all of the extracted text; None where the text is not found in the page's lines."""
    wanted = {key(line) for line in extracted.split("\n") if len(line) >= MIN_LINE} - {""}
    hits: list[Line] = []
    for line in lines:
        if len(line.text) >= MIN_LINE and key(line.text) in wanted:
            wanted.discard(key(line.text))
            hits.append(line)
    if not hits:
        return None
    weight: dict[HtmlElement, int] = defaultdict(int)
    for hit in hits:
        for element in _chain(hit.element):
            weight[element] += len(hit.text)
    total = sum(len(h.text) for h in hits)
    found = min((e for e, w in weight.items() if w >= ENOUGH * total), key=lambda e: (weight[e], -_depth(e)), default=None)
    return found if found is None else _with_lead(found, length)


def _with_lead(container: HtmlElement, length: Lengths) -> HtmlElement:
    """The widest ancestor that holds little more (R14): a lead in bare text stands beside the element of the other paragraphs."""
    limit = MAX_WIDER * max(length[container], 1)
    for ancestor in container.iterancestors():
        if ancestor.tag in ("body", "html") or length[ancestor] > limit:
            break
        container = ancestor
    return container


def _chain(element: HtmlElement) -> list[HtmlElement]:
    chain = [element, *element.iterancestors()]
    return [e for e in chain if e.tag not in ("html",)]


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())
