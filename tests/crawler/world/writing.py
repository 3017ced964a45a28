"""Invented pages, feeds and sitemaps."""

from __future__ import annotations

from collections.abc import Sequence

_PAGE = """<!DOCTYPE html><html lang="id"><head><title>{title}</title>{head}</head><body><nav><a href="/">Beranda</a></nav>
<article><h1>{title}</h1><p>{text}</p></article>{foot}</body></html>"""


def article(title: str, text: str = "Bawaslu mengingatkan netralitas ASN.", *, head: str = "", foot: str = "") -> bytes:
    """A page that holds the subject's words."""
    return _PAGE.format(title=title, text=text, head=head, foot=foot).encode()


def irrelevant(title: str) -> bytes:
    """A page that holds none."""
    return article(title, "Harga cabai di pasar turun sejak pekan lalu karena panen raya.")


def rss(links: Sequence[str], head: str = "") -> bytes:
    """An RSS feed."""
    items = "".join(f"<item><title>x</title><link>{link}</link><pubDate>Tue, 17 Sep 2024 08:00:00 +0700</pubDate></item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{head}{items}</channel></rss>'.encode()


def entry(link: str, updated: str = "2024-09-17T08:00:00+07:00") -> str:
    """An entry of an Atom feed."""
    return f'<entry><link rel="replies" href="{link}#komentar"/><link rel="alternate" href="{link}"/><updated>{updated}</updated></entry>'


def atom(entries: Sequence[str], following: str = "") -> bytes:
    """An Atom feed as Blogger gives it."""
    link = f'<link rel="next" href="{following}"/>' if following else ""
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{link}{"".join(entries)}</feed>'.encode()


def sitemap(links: Sequence[str], lastmod: str = "") -> bytes:
    """A sitemap."""
    told = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    urls = "".join(f"<url><loc>{link}</loc>{told}</url>" for link in links)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'.encode()


def sitemap_index(links: Sequence[str]) -> bytes:
    """A sitemap index."""
    children = "".join(f"<sitemap><loc>{link}</loc></sitemap>" for link in links)
    return f'<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{children}</sitemapindex>'.encode()
