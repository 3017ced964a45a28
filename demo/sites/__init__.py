"""How the pages of an invented outlet look: five kinds of CMS, each with its addresses, feeds, sitemap and clutter."""

from demo.sites.pages import Page, find_page
from demo.sites.routes import article_path

__all__ = ["Page", "article_path", "find_page"]
