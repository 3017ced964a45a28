"""A part of a page as lines: block elements and line breaks part them, what is marked as no article is left out, captions apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from extraction.article.cues import words
from extraction.article.text import one_line

Lengths = dict[HtmlElement, int]

BLOCKS = words("elements", "blocks")
SKIPPED = words("elements", "skipped")
JUNK_TAGS = words("elements", "junk")
CELLS = words("elements", "cells")
CARD_TAGS = words("elements", "cards")
MAX_JUNK_SHARE = 0.3  # a block that holds more of the container's text is no junk, whatever its class says
ALL_LINKED = 0.9  # of a heading's characters
MAX_CARD = 600  # characters
MAX_DEPTH = 400  # nested elements; lxml's own limit for untrusted trees is 256 (huge_tree off)
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[a-z]|\d)*")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass
class Line:
    """One line of a page. `linked` is the share of its characters inside links; `path` its nearest block element."""

    text: str
    linked: float
    element: HtmlElement
    caption: bool = False


def read_lines(root: HtmlElement, length: Lengths, *, prune: bool = True) -> list[Line]:
    """The lines below an element, in order. With `prune`, elements whose class names junk are left out (unless they hold too much)."""
    walker = _Walker(root, length, prune)
    walker.walk(root, root, 0, linked=False, caption=False)
    walker.flush(root, caption=False)
    return walker.lines


class _Walker:
    """Walks the elements and collects their lines; `pieces` and `linked` are of the line being collected."""

    def __init__(self, root: HtmlElement, length: Lengths, prune: bool) -> None:
        self.root = root
        self.length = length
        self.limit = MAX_JUNK_SHARE * length[root] if prune else -1.0
        self.lines: list[Line] = []
        self.pieces: list[str] = []
        self.linked = 0

    def walk(self, node: HtmlElement, block: HtmlElement, depth: int, *, linked: bool, caption: bool) -> None:
        tag = node.tag
        if not isinstance(tag, str) or tag in SKIPPED or depth > MAX_DEPTH or (node is not self.root and self._junk(node)):
            return
        is_block = tag in BLOCKS
        if is_block:
            self.flush(block, caption)
            block = node
        caption = (
            caption or tag in ("figure", "figcaption") or (self.limit >= 0 and marked(node, "caption") and self.length[node] <= self.limit)
        )
        linked = linked or tag == "a"
        if tag in CELLS:  # a row is one line
            self.pieces.append(" ")
        self._text(node.text, linked)
        for child in node:
            if child.tag == "br":
                self.flush(block, caption)
            else:
                self.walk(child, block, depth + 1, linked=linked, caption=caption)
            self._text(child.tail, linked)
        if is_block:
            self.flush(block, caption)

    def _junk(self, node: HtmlElement) -> bool:
        style = node.get("style")
        if style and _HIDDEN.search(style):
            return True
        return (
            self.limit >= 0
            and (node.tag in JUNK_TAGS or marked(node, "junk") or is_card(node, self.length))
            and self.length[node] <= self.limit
        )

    def _text(self, text: str | None, linked: bool) -> None:
        if text:
            self.pieces.append(text)
            if linked:
                self.linked += len(text.strip())

    def flush(self, block: HtmlElement, caption: bool) -> None:
        """End the line being collected."""
        if not self.pieces:
            return
        text = one_line("".join(self.pieces))
        linked, self.linked, self.pieces = self.linked, 0, []
        if text:
            self.lines.append(Line(text, min(1.0, linked / len(text)), block, caption))


def lengths(tree: HtmlElement) -> Lengths:
    """Characters of every element's text, without scripts and styles, in one pass."""
    found: Lengths = {}
    for element in reversed(list(tree.iter())):
        tag = element.tag
        if not isinstance(tag, str) or tag in SKIPPED:
            found[element] = 0
            continue
        text = element.text
        held = len(text.strip()) if text else 0
        for child in element:
            tail = child.tail
            held += found[child] + (len(tail.strip()) if tail else 0)
        found[element] = held
    return found


def is_card(node: HtmlElement, length: Lengths) -> bool:
    """Whether the element shows another article: a heading that is a link, a line or two of it, perhaps a picture."""
    if node.tag not in CARD_TAGS:
        return False
    heading = next(node.iter("h2", "h3", "h4", "h5", "h6"), None)
    if heading is None or length[node] > MAX_CARD:
        return False
    links = [*heading.iter("a"), *heading.iterancestors("a")]
    return bool(links) and length[links[0]] >= ALL_LINKED * length[heading] > 0


def marked(node: HtmlElement, kind: str) -> bool:
    """Whether the element's class or id holds one of the words of `[block]`."""
    named = f"{node.get('class') or ''} {node.get('id') or ''}"
    return bool(named.strip()) and _named(named, kind)


@lru_cache(maxsize=4096)
def _named(named: str, kind: str) -> bool:
    listed = words("block", kind)
    whole = named.lower().split()
    return any(n in listed or any(part in listed for part in re.split(r"[-_]+", n)) for n in whole)
