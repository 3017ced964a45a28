"""Finding article addresses in what outlets list: pure functions from bytes to links."""

from crawler.spiders.discovery.feed import read_feed
from crawler.spiders.discovery.links import Listed, Listing, tags_of
from crawler.spiders.discovery.page import read_index, read_page
from crawler.spiders.discovery.sitemap import read_sitemap
from crawler.spiders.discovery.wordpress import read_posts

__all__ = ["Listed", "Listing", "read_feed", "read_index", "read_page", "read_posts", "read_sitemap", "tags_of"]
