"""The element that holds the article: found by where the extractor's text stands, named so that other pages' are found by the name."""

from __future__ import annotations

import re
from collections import defaultdict

from lxml.html import HtmlElement

from extraction.article.blocks import Lengths, Line

KEY = 60  # letters of a line by which it is found again
MIN_LINE = 40  # shorter lines stand in menus too
MAX_WIDER = 1.25  # times the characters of the container; the lead of a short article is a fifth of it
MAX_ABOVE = 3  # how many ancestors without a name lie between an element and the one by which it is named
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


def name_of(element: HtmlElement) -> str | None:
    """How an element is found again on another page of the same system: "div #isi .artikel .lebar > div".

    None where nothing tells it apart.

    It is the tag, id and classes of the element, or of its nearest ancestor that has any, and the tags from there down.
    """
    below: list[str] = []
    for _ in range(MAX_ABOVE + 1):
        marks = _marks(element)
        if marks:
            return " > ".join([" ".join([str(element.tag), *sorted(marks)]), *reversed(below)])
        parent = element.getparent()
        if parent is None or sum(1 for child in parent if child.tag == element.tag) > 1:
            return None
        below.append(str(element.tag))
        element = parent
    return None


def _marks(element: HtmlElement) -> set[str]:
    own = {f".{name}" for name in (element.get("class") or "").split()}
    identity = (element.get("id") or "").strip()
    return own | {f"#{identity}"} if identity and " " not in identity else own


def agreed(names: list[str]) -> str | None:
    """The name that fits all the elements so named: what their marks have in common; None where they are not of one kind.

    Systems write an article's number, category and topics into its classes, so no two pages show the same ones.
    """
    heads, tails = zip(*((name.split(" > ")[0].split(" "), name.split(" > ")[1:]) for name in names), strict=True)
    common = set(heads[0][1:]).intersection(*(head[1:] for head in heads))
    if len({head[0] for head in heads}) > 1 or any(tail != tails[0] for tail in tails) or not common:
        return None
    return " > ".join([" ".join([heads[0][0], *sorted(common)]), *tails[0]])


def named(tree: HtmlElement, name: str) -> HtmlElement | None:
    """The one element of a page that a name fits; None where it fits none or several."""
    head, *tail = name.split(" > ")
    tag, *marks = head.split(" ")
    wanted = set(marks)
    fit = [element for element in tree.iter(tag) if wanted <= _marks(element)]
    if len(fit) != 1:
        return None
    found: HtmlElement = fit[0]
    for step in tail:
        children = [child for child in found if child.tag == step]
        if len(children) != 1:
            return None
        found = children[0]
    return found
