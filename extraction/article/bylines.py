"""Authors and editor of a page, persons only: printed bylines before structured data before meta elements (R15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from extraction.article.blocks import Line
from extraction.article.credits import Credits, is_person, read_credit, split_names, tidy_name
from extraction.article.metadata import Head, line_of
from extraction.article.title import folded

MAX_BYLINE = 100  # characters
_AUTHOR = re.compile(r"(?<![a-z])(?:author|penulis|reporter|nmreporter|jurnalis|byline|pewarta|wartawan)", re.I)
_NOT_AUTHOR = re.compile(r"box|bio|avatar|desc|list|social|archive|related|comment|photo|image|img|link-\d", re.I)
_AROUND = re.compile(
    r"^\s{0,9}(?:by|oleh|author|penulis|reporter|pewarta|jurnalis)\s{0,3}[:|]?\s{1,3}|\s{0,3}[-–|,]\s{0,3}(?:okezone|jurnalis|reporter|editor|penulis|wartawan|[\w.]{1,40}\.(?:com|id|co\.id))\b.*$|\s{1,3}(?:jurnalis|reporter)$",
    re.I,
)
_LABELLED = re.compile(r"^\W*(?:penulis|reporter|pewarta|editor|redaktur|jurnalis|laporan wartawan|oleh|kontributor)\b[^:]{0,20}:", re.I)


def read_bylines(tree: HtmlElement, lines: list[Line], head: Head, credits: Credits, site: set[str]) -> None:
    """Adds authors and editor to what the lines of the text already said."""
    sources = (
        _printed(lines, credits),
        _elements(tree),
        _structured(head, credits.editor),
        iter([head.first("author", "dable:author", "article:author", "parsely-author", "dcterms.creator")]),
    )
    for source in sources:
        for value in source:
            for name in split_names(_tidy(value)):
                if is_person(name) and not _is_site(name, site) and (" " in name or name[:1].isupper()):
                    credits.add_author(name)
        if credits.authors:
            break
    credits.authors[:] = [a for a in credits.authors if not _is_site(a, site)]


def _printed(lines: list[Line], credits: Credits) -> Iterator[str]:
    """Labelled bylines that the page prints anywhere ("Penulis: …", or the label and the name on two lines); their labels sort them."""
    if not credits.authors:
        for line, following in zip(lines, [*lines[1:], None], strict=False):
            text = line.text
            if following is not None and following.text.startswith(":") and len(text.split()) <= 2:
                text += following.text
            if 6 < len(text) <= MAX_BYLINE and _LABELLED.match(text):
                read_credit(text, credits)
    return iter(())


def _elements(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("a", "span", "div", "p", "li", "h4", "h5", "strong", "b", "td"):
        named = f"{element.get('class') or ''} {element.get('rel') or ''} {element.get('itemprop') or ''} {element.get('id') or ''}"
        if named.strip() and _AUTHOR.search(named) and not _NOT_AUTHOR.search(named) and not _editing(element):
            text = line_of(element.text_content())
            if 2 < len(text) <= MAX_BYLINE:
                yield text


def _editing(element: HtmlElement) -> bool:
    """Whether the label before the name says that it is an editor's or a source's."""
    for ancestor in list(element.iterancestors())[:2]:
        text = line_of(ancestor.text_content())
        if len(text) <= MAX_BYLINE and re.match(r"\W*(?:editor|redaktur|foto|sumber)\b", text, re.I):
            return True
    return False


def _structured(head: Head, editor: str | None) -> Iterator[str]:
    """Authors of the structured data; some systems put the editor there."""
    for value in head.said("author"):
        yield from (name for name in _names(value) if name != editor)


def _names(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for entry in value:
            yield from _names(entry)
    elif isinstance(value, dict):
        if "Organization" not in str(value.get("@type")):
            yield str(value.get("name") or "")
    elif isinstance(value, str):
        yield value


def _tidy(value: str) -> str:
    return tidy_name(re.split(r"\s[-–|]\s", _AROUND.sub("", _AROUND.sub("", value)))[0])


def _is_site(name: str, site: set[str]) -> bool:
    return folded(name) in site
