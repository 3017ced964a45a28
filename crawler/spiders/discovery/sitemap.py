"""Sitemaps: files, indexes, news sitemaps, gzipped ones, and the sitemaps that robots.txt names."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from crawler.policy.limits import MAX_LISTED, MAX_SITEMAP_CHILDREN
from crawler.spiders.discovery.links import Listed, Listing, gunzipped, join, name_of, parse_xml, seconds, text_of

_NAMED = re.compile(rb"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)
# Sitemaps of what is no article, by their names in WordPress (core, Yoast, RankMath).
_OTHER = re.compile(r"(?:categor|tag|author|user|taxonom|attachment|page-sitemap|posts-page|elementor|image|video)", re.IGNORECASE)


def read_sitemap(body: bytes, url: str) -> Listing:
    """The pages or the further sitemaps of a sitemap; of an index the newest MAX_SITEMAP_CHILDREN, those of articles only."""
    if urlsplit(url).path == "/robots.txt":
        named = [join(url, found.decode("utf-8", "replace")) for found in _NAMED.findall(body)]
        return Listing(listings=[Listed(u) for u in named if u] or [Listed(urljoin(url, "/sitemap.xml"))])
    try:
        root = parse_xml(gunzipped(body))
    except ValueError as error:
        return Listing(problem=str(error))
    listed = []
    for element in root.iter("{*}sitemap", "{*}url"):
        location = join(url, text_of(element, "{*}loc"))
        if location:
            listed.append(Listed(location, seconds(text_of(element, "{*}lastmod"))))
        if len(listed) >= MAX_LISTED:
            break
    if name_of(root) == "sitemapindex":
        children = [child for child in listed if not _OTHER.search(urlsplit(child.url).path)]
        return Listing(listings=sorted(children, key=lambda c: -(c.told or 0.0))[:MAX_SITEMAP_CHILDREN])
    return Listing(pages=listed, problem="" if name_of(root) == "urlset" else f"bukan peta situs ({name_of(root)})")
