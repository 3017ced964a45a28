"""Front and index pages: links that look like articles, and the feeds that the page names."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.spiders.discovery.links import Listed, Listing, tags_of

_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})


def read_index(body: bytes, url: str, page: int) -> Listing:
    """All links of a dated index or a search, and its next page: by rel=next, or by its number in the address."""
    listing = read_page(body, url)
    listing.feeds = []
    following = [tag.url for tag in tags_of(body, url) if "next" in tag.rel.split()]
    numbered = re.compile(rf"[?&/](?:page|paged|p|hal|halaman)[=/]{page + 1}(?![0-9])")
    host = urlsplit(url).hostname
    for candidate in following + [listed.url for listed in listing.pages if numbered.search(listed.url)]:
        if urlsplit(candidate).hostname == host:
            listing.listings = [Listed(candidate)]
            break
    return listing


def read_page(body: bytes, url: str) -> Listing:
    """All links of an HTML page (which of them are articles, the outlet's pattern says) and its feeds, without those of comments."""
    listing = Listing()
    for tag in tags_of(body, url):
        if tag.type in _FEEDS and "alternate" in tag.rel:
            if "comment" not in tag.url:
                listing.feeds.append(Listed(tag.url))
        elif not tag.rel or "nofollow" not in tag.rel.split():
            listing.pages.append(Listed(tag.url))
    return listing
