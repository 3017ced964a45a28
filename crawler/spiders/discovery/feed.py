"""RSS, Atom, JSON Feed and Blogger's feeds (Atom with rel=next)."""

from __future__ import annotations

from lxml import etree

from crawler.policy.limits import MAX_LISTED
from crawler.spiders.discovery.links import Listed, Listing, attribute, join, name_of, parse_json, parse_xml, seconds, text_of


def read_feed(body: bytes, url: str) -> Listing:
    """The articles of a feed and its next page. Only Atom's `updated` and JSON Feed's `date_modified` tell of a change: RSS' pubDate
    does not move when an article is edited."""
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _read_json(body, url)
    try:
        root = parse_xml(body)
    except ValueError as error:
        return Listing(problem=str(error))
    listing = Listing()
    for element in root.iter("{*}item", "{*}entry"):
        _add(listing, _rss(element, url) if name_of(element) == "item" else _atom(element, url))
        if len(listing.pages) >= MAX_LISTED:
            break
    listing.listings += [Listed(found) for found in (_link(root, "next", url), _channel_next(root, url)) if found]
    if not listing.pages and name_of(root) not in ("rss", "feed", "RDF"):
        listing.problem = f"bukan umpan ({name_of(root)})"
    return listing


def _rss(item: etree._Element, base: str) -> Listed | None:
    link = join(base, text_of(item, "{*}link"))
    guid = item.find("{*}guid")
    if not link and guid is not None and (attribute(guid, "isPermaLink") or "true") == "true":
        link = join(base, text_of(item, "{*}guid"))
    return Listed(link) if link else None


def _atom(entry: etree._Element, base: str) -> Listed | None:
    link = _link(entry, "alternate", base)
    return Listed(link, seconds(text_of(entry, "{*}updated"))) if link else None


def _link(element: etree._Element, rel: str, base: str) -> str | None:
    for link in element.findall("{*}link"):
        if (attribute(link, "rel") or "alternate") == rel and (href := attribute(link, "href")):
            return join(base, href)
    return None


def _channel_next(root: etree._Element, base: str) -> str | None:
    channel = root.find("{*}channel")
    return None if channel is None else _link(channel, "next", base)


def _read_json(body: bytes, url: str) -> Listing:
    try:
        feed = parse_json(body)
    except ValueError as error:
        return Listing(problem=f"bukan umpan JSON: {error}")
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        return Listing(problem="bukan umpan JSON")
    listing = Listing()
    for item in items[:MAX_LISTED]:
        link = join(url, item.get("url")) if isinstance(item, dict) and isinstance(item.get("url"), str) else None
        told = item.get("date_modified") if isinstance(item, dict) else None
        _add(listing, Listed(link, seconds(told) if isinstance(told, str) else None) if link else None)
    following = join(url, feed.get("next_url")) if isinstance(feed.get("next_url"), str) else None
    listing.listings += [Listed(following)] if following else []
    return listing


def _add(listing: Listing, listed: Listed | None) -> None:
    if listed:
        listing.pages.append(listed)
