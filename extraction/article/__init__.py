"""Article text and metadata from HTML pages and plain texts, and the identity of an address."""

from extraction.article.canonical import canonical_url
from extraction.article.html import read_html
from extraction.article.pages import join_pages
from extraction.article.plain import read_plain
from extraction.article.published import given_moment

__all__ = ["canonical_url", "given_moment", "join_pages", "read_html", "read_plain"]
