"""What a page's head says: structured data, meta elements, declared addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

from extraction.article.text import one_line

_ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "WebPage", "hentry")
MAX_JSON = 300_000  # characters of one block of structured data; the largest measured had 40,000


@dataclass
class Head:
    """Meta elements by name (first value of each), JSON-LD objects of article types, links by rel."""

    meta: dict[str, str] = field(default_factory=dict)
    articles: list[dict[str, Any]] = field(default_factory=list)
    links: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""

    def first(self, *names: str) -> str:
        """The first of the meta elements that says something."""
        return next((self.meta[n] for n in names if self.meta.get(n)), "")

    def is_article(self) -> bool:
        """Whether the head calls the page an article."""
        typed = any(t in str(entry.get("@type")) for entry in self.articles for t in _ARTICLE_TYPES if t != "WebPage")
        return typed or self.first("og:type").lower() == "article" or bool(self.first("article:published_time", "datepublished", "pubdate"))

    def said(self, name: str) -> Iterator[Any]:
        """The values that the structured data gives under a name, of news articles before those of the page."""
        for entry in self.articles:
            if entry.get(name):
                yield entry[name]


def read_head(tree: HtmlElement) -> Head:
    """The head's statements; broken structured data says nothing."""
    head = Head()
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = line_of(meta.get("content"))
        if name and content:
            head.meta.setdefault(name, content)
    for link in tree.iter("link"):
        for rel in (link.get("rel") or "").lower().split():
            head.links.setdefault(rel, []).append((link.get("href") or "").strip())
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json" and script.text and len(script.text) <= MAX_JSON:
            head.articles.extend(_articles(script.text))
    head.articles.sort(key=lambda a: "WebPage" in str(a.get("@type")))
    head.title = line_of(tree.findtext(".//title"))
    return head


def line_of(text: str | None) -> str:
    """A value on one line."""
    return one_line(text or "")


def _articles(source: str) -> Iterator[dict[str, Any]]:
    try:
        data = json.loads(re.sub(r"[\x00-\x1f]+", " ", source).strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return
    for entry in _objects(data):
        if any(t in str(entry.get("@type")) for t in _ARTICLE_TYPES):
            yield entry


def _objects(data: object) -> Iterator[dict[str, Any]]:
    """The objects of the top level, of its list, and of its graph."""
    for entry in data if isinstance(data, list) else [data]:
        if isinstance(entry, dict):
            yield entry
            graph = entry.get("@graph")
            if isinstance(graph, list):
                yield from (e for e in graph if isinstance(e, dict))
