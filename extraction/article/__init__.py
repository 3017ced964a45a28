"""Article text and metadata from HTML pages and plain texts, and the identity of an address."""

import trafilatura

from extraction.article.plain import read_plain
from extraction.model import ArticleText, Source

__all__ = ["canonical_url", "read_html", "read_plain"]


def canonical_url(url: str | None, _declared: str | None) -> str | None:
    """To be written."""
    return url


def read_html(source: Source) -> ArticleText:
    """To be written."""
    return ArticleText(text=trafilatura.extract(source.body.decode("utf-8", "replace")) or "")
