"""A world of 42 hosts on six kinds of CMS: every article is found and kept with its further pages, and nothing else is kept."""

from __future__ import annotations

import json
from collections.abc import Callable

from crawler.archive import Archive
from crawler.registry import Entry
from crawler.spiders.discovery.wordpress import posts_url
from tests.crawler.conftest import Crawled
from tests.crawler.world import Page, Site, World, article, atom, entry, irrelevant, rss, sitemap, sitemap_index

ARTICLES = 12
MakeOutlet = Callable[..., Entry]
Kind = tuple[str, str, str, tuple[str, ...]]  # CMS, form of an article's path, pattern, discovery
KINDS: list[Kind] = [
    (
        "wordpress",
        "/2024/09/17/{slug}/",
        r"^/\d{4}/\d{2}/\d{2}/[^/]+/?$",
        ("feed /feed/", "wordpress /wp-json/wp/v2/posts", "sitemap /robots.txt"),
    ),
    ("blogger", "/2024/09/{slug}.html", r"^/\d{4}/\d{2}/[^/]+\.html$", ("feed /feeds/posts/default",)),
    ("disway", "/read/{n}/{slug}", r"^/read/\d+/[^/]+(/\d+)?$", ("sitemap /robots.txt", "page /")),
    ("tribun", "/2024/09/17/{slug}", r"^/\d{4}/\d{2}/\d{2}/[^/]+$", ("sitemap /robots.txt", "page /")),
    ("drupal", "/berita/{slug}", r"^/berita/[^/]+$", ("feed /rss.xml", "page /")),
    ("custom", "/read/berita/{n}-{slug}", r"^/read/berita/\d+-[^/]+/?$", ("sitemap /robots.txt", "index /indeks?page=1")),
]


def site_of(number: int) -> tuple[Site, Kind, list[str]]:
    """A host, and the addresses of its articles that are about the subject."""
    kind = KINDS[number % len(KINDS)]
    site = Site(f"media{number}.{kind[0]}{number}.example")
    paths = [kind[1].format(slug=f"camat-{n}-ditegur", n=number * 100 + n) for n in range(ARTICLES)]
    other = kind[1].format(slug="harga-cabai-turun", n=number * 100 + 99)
    foot = '<a href="/tag/asn/">ASN</a><a href="/category/politik/">Politik</a><a href="/?s=netral">Cari</a><a href="https://lain.example/x">x</a>'
    for n, path in enumerate(paths):
        parts = f'<a href="{path}?page=2">2</a>' if n % 4 == 0 else ""
        site.pages[path] = Page(article(f"Camat {number} {n} ditegur", foot=foot + parts), validators=number % 2 == 0)
        site.pages[f"{path}?page=2"] = Page(article("Lanjutan", foot=f'<a href="{path}">1</a>'))
    site.pages[other] = Page(irrelevant("Harga cabai"))
    for path in ("/tag/asn/", "/category/politik/", "/?s=netral", "/tentang-kami"):
        site.pages[path] = Page(article("Daftar", foot="".join(f'<a href="{p}">x</a>' for p in paths)))
    _list(site, kind, [*paths, other])
    return site, kind, [f"{site.base}{path}" for path in paths]


def _list(site: Site, kind: Kind, paths: list[str]) -> None:
    links = [f"{site.base}{path}" for path in paths]
    anchors = "".join(f'<a href="{path}">x</a>' for path in paths)
    site.robots = Page(f"User-agent: *\nDisallow: /admin\nSitemap: {site.base}/peta.xml\n".encode(), "text/plain")
    site.pages["/"] = Page(article("Beranda", foot=anchors + '<a href="/tentang-kami">t</a><a href="/tag/asn/">t</a>'))
    site.pages["/feed/"] = site.pages["/rss.xml"] = Page(rss(links))
    site.pages["/feeds/posts/default"] = Page(atom([entry(link) for link in links[:7]], f"{site.base}/feeds/posts/default?start-index=8"))
    site.pages["/feeds/posts/default?start-index=8"] = Page(atom([entry(link) for link in links[7:]]))
    site.pages["/peta.xml"] = Page(sitemap_index([f"{site.base}/peta-1.xml", f"{site.base}/peta-tag.xml"]))
    site.pages["/peta-1.xml"] = Page(sitemap([*links, f"{site.base}/tentang-kami", f"{site.base}/foto.jpg"]))
    api = posts_url(f"{site.base}/wp-json/wp/v2/posts").removeprefix(site.base)
    site.pages[api] = Page(
        json.dumps([{"link": link, "modified_gmt": "2024-09-17T01:00:00"} for link in links]).encode(), "application/json"
    )
    half = len(paths) // 2
    more = '<a rel="next" href="/indeks?page=2">lanjut</a>'
    site.pages["/indeks?page=1"] = Page(article("Indeks", foot="".join(f'<a href="{p}">x</a>' for p in paths[:half]) + more))
    site.pages["/indeks?page=2"] = Page(article("Indeks", foot="".join(f'<a href="{p}">x</a>' for p in paths[half:])))


def test_every_article_is_found_and_nothing_else_is_kept(crawled: Crawled, outlet: MakeOutlet) -> None:
    made = [site_of(number) for number in range(42)]
    outlets = [outlet(site.host, *kind[3], cms=kind[0], article=kind[2]) for site, kind, _ in made]
    with World(*(site for site, _, _ in made)) as world:
        report = crawled.run(world, outlets)
        again = crawled.run(world, outlets, recheck=True)
    wanted = {url for _, _, urls in made for url in urls}
    with Archive(crawled.folder / "arsip") as archive:
        firsts = [page for page in archive.pages() if page.part_of is None]
        parts = {page.url: len(archive.document(page)) for page in firsts}
    assert {page.url for page in firsts} == wanted
    assert len(firsts) == len(wanted) == 42 * ARTICLES
    assert sorted(parts.values()) == [1] * (42 * ARTICLES * 3 // 4) + [2] * (42 * ARTICLES // 4)
    assert report.ok and report.total("off_topic") == 42 and report.total("failed") == 0
    assert again.archived == 0 and again.total("unchanged") >= 42 * ARTICLES
