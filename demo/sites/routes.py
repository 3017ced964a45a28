"""Addresses of articles, after the CMS kinds that Indonesian outlets use."""

from __future__ import annotations

import re
import zlib

from demo.world import DemoArticle, Edition, Site

# site -> (pattern of an article's path with `slug` and perhaps `page`, template of such a path)
ROUTES: dict[Site, tuple[re.Pattern[str], str]] = {
    "wordpress": (re.compile(r"^/\d{4}/\d{2}/\d{2}/(?P<slug>[a-z0-9-]+)/(?:(?P<page>\d+)/)?$"), "/{y}/{m}/{d}/{slug}/"),
    "blogger": (re.compile(r"^/\d{4}/\d{2}/(?P<slug>[a-z0-9-]+)\.html$"), "/{y}/{m}/{slug}.html"),
    "network": (re.compile(r"^/read/\d+/(?P<slug>[a-z0-9-]+)(?:/(?P<page>\d+))?$"), "/read/{number}/{slug}"),
    "drupal": (re.compile(r"^/berita/(?P<slug>[a-z0-9-]+)$"), "/berita/{slug}"),
    "plain": (re.compile(r"^/read/berita/\d+-(?P<slug>[a-z0-9-]+)$"), "/read/berita/{number}-{slug}"),
}
PAGE_SUFFIX: dict[Site, str] = {"wordpress": "{page}/", "network": "/{page}"}


def article_number(article: DemoArticle) -> int:
    """The running number that a CMS would have given it."""
    return 10_000 + zlib.crc32(article.slug.encode()) % 90_000


def article_path(edition: Edition, article: DemoArticle, page: int = 1) -> str:
    """The path of an article, or of a further page of it."""
    site = edition.outlet.site
    day = article.published
    path = ROUTES[site][1].format(
        y=day.strftime("%Y"), m=day.strftime("%m"), d=day.strftime("%d"), slug=article.slug, number=article_number(article)
    )
    return path + PAGE_SUFFIX[site].format(page=page) if page > 1 else path


def article_at(edition: Edition, path: str) -> tuple[DemoArticle, int] | None:
    """The article and page number that an address names; None for any other address."""
    match = ROUTES[edition.outlet.site][0].match(path)
    article = edition.by_slug(match["slug"]) if match else None
    if match is None or article is None:
        return None
    page = int(match.groupdict().get("page") or 1)
    right = article_path(edition, article, page) == path and 1 <= page <= len(edition.pages(article))
    return (article, page) if right else None
