"""Reading a listing into what the frontier takes."""

from __future__ import annotations

from crawler.archive import Exchange
from crawler.frontier import Address, Found, Role
from crawler.policy.limits import MAX_LISTED, MAX_LISTING_PAGES, MAX_SITEMAP_DEPTH
from crawler.registry import Entry
from crawler.spiders.accept import Acceptance
from crawler.spiders.discovery import Listed, Listing, read_feed, read_index, read_page, read_posts, read_sitemap

# robots.txt, an index, and what the index names: a listing's `part` counts how deep it lies, or which page it is, from 1.
_DEPTHS = {Role.SITEMAP: MAX_SITEMAP_DEPTH + 1, Role.PAGE: 1}


def read_listing(
    address: Address, exchange: Exchange, entry: Entry, accept: Acceptance, *, pages: int = MAX_LISTING_PAGES, most: int = MAX_LISTED
) -> tuple[list[Found], str]:
    """What a listing's body gives, and the problem where it could not be read; `pages` of a paged listing are followed, `most` addresses
    looked at (the newest, as far as it tells)."""
    try:
        listing = _read(address, exchange)
    except ValueError as error:  # no listing may end the pass of a thousand outlets
        listing = Listing(problem=f"tidak terbaca: {str(error)[:100]}")
    if len(listing.pages) > most:
        listing.pages = sorted(listing.pages, key=lambda page: -(page.told or 0.0))[:most]
    return take_listing(address, listing, entry, accept, pages=pages), listing.problem


def take_listing(address: Address, listing: Listing, entry: Entry, accept: Acceptance, *, pages: int = MAX_LISTING_PAGES) -> list[Found]:
    """The articles, feeds and further listings that are to be asked for."""
    trusted = address.role in (Role.FEED, Role.WORDPRESS)
    found = [accept.article(listed, entry, address.url, trusted=trusted) for listed in listing.pages]
    if address.part < _DEPTHS.get(address.role, pages):
        found += [accept.listing(listed, entry, address.role, address.url, address.part + 1) for listed in listing.listings]
    found += [accept.listing(listed, entry, Role.FEED, address.url, 1) for listed in listing.feeds]
    return list({f.url: f for f in found if f}.values())


def sitemaps_of_robots(address: Address, sitemaps: list[str], entry: Entry, accept: Acceptance) -> list[Found]:
    """The sitemaps that robots.txt names, or the usual place where it names none."""
    named = [Listed(url) for url in sitemaps] or [Listed(f"{entry.base}sitemap.xml")]
    return take_listing(address, Listing(listings=named), entry, accept)


def _read(address: Address, exchange: Exchange) -> Listing:
    role, body, url = address.role, exchange.body, exchange.url
    if role is Role.FEED:
        return read_feed(body, url)
    if role is Role.SITEMAP:
        return read_sitemap(body, url)
    if role is Role.PAGE:
        return read_page(body, url)
    if role in (Role.INDEX, Role.SEARCH):
        return read_index(body, url, address.part)
    total = exchange.header("x-wp-totalpages") or "1"
    return read_posts(body, url, int(total[:6]) if total.isdecimal() else 1)
