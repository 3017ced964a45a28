"""An invented world of outlets, served over real HTTP on loopback under their own host names."""

from tests.crawler.world.server import Page, Seen, Site, World
from tests.crawler.world.writing import article, atom, entry, irrelevant, rss, sitemap, sitemap_index

__all__ = ["Page", "Seen", "Site", "World", "article", "atom", "entry", "irrelevant", "rss", "sitemap", "sitemap_index"]
