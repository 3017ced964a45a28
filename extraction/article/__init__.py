"""Article text and metadata from HTML pages and plain texts, and the identity of an address."""

from extraction.article.html import read_html
from extraction.article.plain import read_plain

__all__ = ["canonical_url", "read_html", "read_plain"]


def canonical_url(url: str | None, _declared: str | None) -> str | None:
    """To be written."""
    return url
