"""A page read by the container that its outlet's other pages had: neither trafilatura nor the rest of the page is needed.

Cheap checks say whether it is the article; where one fails, the page is read as any other.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from extraction.article.blocks import Line, lengths, read_lines
from extraction.article.body import ENOUGH_PROSE, Choice, Page, prose_share, read_container
from extraction.article.container import named
from extraction.article.language import language_of
from extraction.article.metadata import Head, line_of
from extraction.article.plain import Found
from extraction.article.title import find_title, folded
from extraction.model import Source

MIN_TEXT = 250  # characters; a shorter text may be an excerpt
NEAR = 25  # lines between headline and text, in which byline, time, picture and buttons stand
_ENDS = re.compile(r"[.!?…][\"”’')\]*]*$|\)$")


def read_learned(source: Source, tree: HtmlElement, head: Head, where: tuple[str | None, str]) -> tuple[Page, Found, Choice] | None:
    """The page's article in the element that `source.container` names; None where there is none or a check fails. `where`: address, domain.

    The page is only as large as the element that holds headline and article.
    """
    container = named(tree, source.container) if source.container else None
    if container is None:
        return None
    title, confirmed = find_title(tree, head, where[1])
    heading = _heading(tree, title) if confirmed else None
    if heading is None:
        return None
    around = _around(heading, container)
    length = lengths(around)
    page = Page(tree, head, length, read_lines(around, length, prune=False), *where)
    if not _near(heading, container, page.lines) or prose_share(container, page.lines) < ENOUGH_PROSE:
        return None
    found = read_container(container, page, source.title or title, source.outlet.zone)
    if sum(map(len, found.text)) < MIN_TEXT or not _ENDS.search(found.text[-1]) or language_of(" ".join(found.text)) != "id":
        return None
    return page, found, Choice("learned", source.container, 1.0)


def _heading(tree: HtmlElement, title: str | None) -> HtmlElement | None:
    wanted = folded(title or "")
    return next((e for level in ("h1", "h2") for e in tree.iter(level) if wanted and wanted in folded(line_of(e.text_content()))), None)


def _around(heading: HtmlElement, container: HtmlElement) -> HtmlElement:
    """The nearest element that holds both."""
    above = {container, *container.iterancestors()}
    return next(e for e in (heading, *heading.iterancestors()) if e in above)


def _near(heading: HtmlElement, container: HtmlElement, lines: list[Line]) -> bool:
    """Whether the headline stands right above the text, or in it."""
    inside = set(container.iter())
    if heading in inside:
        return True
    first = next((i for i, line in enumerate(lines) if line.element in inside), None)
    at = next((i for i, line in enumerate(lines) if line.element is heading), None)
    return first is not None and at is not None and 0 < first - at <= NEAR
