"""Which of the listed addresses are taken as articles of an outlet."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from crawler.frontier import Found, Role, canonical_of, fetchable
from crawler.policy.addresses import ForbiddenAddress, check_url
from crawler.registry import Entry, Registry
from crawler.spiders.discovery import Listed

_FILES = frozenset(
    {".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".pdf", ".mp3", ".mp4", ".zip", ".xml", ".css", ".js", ".doc", ".docx"}
)
# Where nobody has said what an outlet's articles look like: a slug of at least four words, as headlines give.
_HEADLINE = re.compile(r"/[^/]*[a-z0-9]+(?:-[a-z0-9]+){3,}[^/]*/?$", re.IGNORECASE)

_NAVIGATION = re.compile(r"/(?:tag|tags|topik|category|kategori|author|penulis|search|label|page)/", re.IGNORECASE)
_SHORT = re.compile(r"/\?p=\d+$")  # WordPress' own short form, which leads to the article
_PART = re.compile(r"/(?:[2-9]|[1-9]\d)$")


class Acceptance:
    """Turns listed addresses into what the frontier takes."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def article(self, listed: Listed, entry: Entry, found_by: str, *, trusted: bool, hops: int = 0) -> Found | None:
        """The article at a listed address; None where it lies elsewhere or does not look like one. A feed or an API lists articles
        only, so it is `trusted`: its addresses need not fit the outlet's pattern."""
        found = self._found(listed, entry, Role.ARTICLE, found_by, hops)
        if found and _could_be_article(found, entry, trusted=trusted):
            return found
        first = _PART.sub("", found.url) if found and not trusted else ""
        if found and first != found.url:  # a link to a later page of an article: the article begins on its first
            return self.article(Listed(first, listed.told), entry, found_by, trusted=False, hops=hops)
        return None

    def listing(self, listed: Listed, entry: Entry, role: Role, found_by: str, depth: int) -> Found | None:
        """A further listing of the same outlet; None where it lies elsewhere."""
        found = self._found(listed, entry, role, found_by, 0)
        return found and Found(found.fetch_url, found.fetch_url, entry.id, found.slot, role, found_by, listed.told, part=depth)

    def _found(self, listed: Listed, entry: Entry, role: Role, found_by: str, hops: int) -> Found | None:
        try:
            fetch_url = fetchable(listed.url)
            check_url(fetch_url)
            url = canonical_of(fetch_url, entry)
        except (ValueError, ForbiddenAddress):
            return None
        if self._registry.by_url(fetch_url) is not entry or self._registry.denied(fetch_url):
            return None
        return Found(url, fetch_url, entry.id, self._registry.slot(fetch_url), role, found_by, listed.told, hops)


def _could_be_article(found: Found, entry: Entry, *, trusted: bool) -> bool:
    parts = urlsplit(found.url)
    if (parts.path == "/" and not parts.query) or PurePosixPath(parts.path).suffix.lower() in _FILES:
        return False
    if trusted or (entry.cms == "wordpress" and _SHORT.match(_path(found.url))):
        return True
    if _NAVIGATION.search(parts.path):
        return False
    if entry.article_pattern is None:
        return bool(_HEADLINE.search(parts.path))
    return any(entry.article_pattern.search(_path(form)) for form in (found.url, found.fetch_url))


def _path(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
