"""Front and index pages: links that look like articles, and the feeds that the page names."""

from __future__ import annotations

from crawler.spiders.discovery.links import Listed, Listing, tags_of

_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})


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
