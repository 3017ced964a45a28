"""WordPress' REST API: posts by the day they were last changed."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from crawler.spiders.discovery.links import Listed, Listing, join, parse_json, seconds

# 100 a page is the API's own limit; only the fields that are needed. Newest change first, so that edits of old posts come too.
_ASKED = {"per_page": "100", "orderby": "modified", "order": "desc", "_fields": "link,modified_gmt,status,type"}


def posts_url(endpoint: str, page: int = 1, *, search: str | None = None, since: str | None = None, until: str | None = None) -> str:
    """The address of a page of posts: of all, or of those that hold the words, published on the days (ISO, inclusive)."""
    parts = urlsplit(endpoint)
    bounds = {"search": search, "after": since and f"{since}T00:00:00", "before": until and f"{until}T23:59:59"}
    query = {**dict(parse_qsl(parts.query)), **_ASKED, **{k: v for k, v in bounds.items() if v}, "page": str(page)}
    return urlunsplit(parts._replace(query=urlencode(query)))


def read_posts(body: bytes, url: str, total_pages: int) -> Listing:
    """The posts of a page, and the next page while `total_pages` (X-WP-TotalPages) says that there is one."""
    try:
        posts = parse_json(body)
    except ValueError as error:
        return Listing(problem=f"bukan jawaban WordPress: {error}")
    if not isinstance(posts, list):
        return Listing(problem="bukan jawaban WordPress")
    listing = Listing()
    for post in posts:
        link = join(url, post["link"]) if isinstance(post, dict) and isinstance(post.get("link"), str) else None
        if link:
            changed = post.get("modified_gmt")
            listing.pages.append(Listed(link, seconds(changed) if isinstance(changed, str) else None))
    page = int(dict(parse_qsl(urlsplit(url).query)).get("page", "1"))
    if posts and page < total_pages:
        listing.listings.append(Listed(posts_url(url, page + 1)))
    return listing
