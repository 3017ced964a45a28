"""A new outlet is drafted by looking at its site, and an entry that does not hold is told why."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from crawler.probe import check, draft, infer_pattern
from crawler.registry import Entry
from tests.crawler.world import Page, Site, World, article, rss, sitemap

MakeOutlet = Callable[..., Entry]
QUERY = "/wp-json/wp/v2/posts?per_page=100&orderby=modified&order=desc&_fields=link%2Cmodified_gmt%2Cstatus%2Ctype&page=1"


def wordpress_like(host: str) -> Site:
    site = Site(host)
    links = [f"{site.base}/2024/09/{n:02}/camat-{n}-ditegur/" for n in range(1, 7)]
    for link in links:
        site.pages[link.removeprefix(site.base)] = Page(article(link))
    site.pages["/feed/"] = Page(rss(links[:4]))
    site.pages[QUERY] = Page(
        json.dumps([{"link": link, "modified_gmt": "2024-09-17T01:02:03"} for link in links]).encode(), "application/json"
    )
    site.pages["/"] = Page(article("Beranda", foot="".join(f'<a href="{link}">x</a>' for link in links) + '<a href="/tentang">t</a>'))
    return site


def test_a_wordpress_is_drafted(tmp_path: Path) -> None:
    site = wordpress_like("wartabukit.example")
    with World(site) as world:
        entry, seen = draft(site.host, "Warta Bukit", "16.71", tmp_path, scheme="http", delay=0.0, resolve=world.resolve)
        assert len([path for path in world.paths(site.host) if path.startswith("/2024/")]) == 3
    assert (entry.cms, entry.article, entry.province) == ("wordpress", r"^/\d{4}/\d{2}/\d{2}/[^/]+/?$", "16")
    assert "wordpress /wp-json/wp/v2/posts" in entry.discovery and "feed /rss.xml" not in entry.discovery
    assert "gone" in seen.ways["feed /rss.xml"]


def test_an_entry_that_holds_passes_the_gate(tmp_path: Path, outlet: MakeOutlet) -> None:
    site = wordpress_like("wartabukit.example")
    site.pages["/sitemap.xml"] = Page(sitemap([f"{site.base}/2024/09/01/camat-1-ditegur/"]))
    with World(site) as world:
        entry = outlet(site.host, "feed /feed/", "sitemap /robots.txt", "page /", article=r"^/\d{4}/\d{2}/\d{2}/[^/]+/?$")
        seen = check(entry, tmp_path, delay=0.0, resolve=world.resolve)
    assert seen.problems == []
    assert seen.ok and len(seen.listed) == 4 and len(seen.fetched) == 3


def test_one_that_does_not_says_why(tmp_path: Path, outlet: MakeOutlet) -> None:
    site = wordpress_like("wartabukit.example")
    site.pages["/peta.xml"] = Page(sitemap([]))
    entry = outlet(site.host, "feed /feed/", "feed /mati", "sitemap /peta.xml", article=r"^/read/\d+")
    with World(site) as world:
        seen = check(entry, tmp_path, delay=0.0, resolve=world.resolve)
    assert seen.problems == [
        "cara ini tidak memberi artikel: feed /mati (gone: HTTP 404 (0 artikel))",
        "cara ini tidak memberi artikel: sitemap /peta.xml (listed: 0 alamat (0 artikel))",
        "pola artikel hanya cocok dengan 0 dari 4 alamat umpan",
    ]


@pytest.mark.parametrize(
    ("paths", "pattern"),
    [
        (["/2024/09/17/camat-a/", "/2023/01/02/lurah-b/"], r"^/\d{4}/\d{2}/\d{2}/[^/]+/?$"),
        (["/2024/09/camat-a.html", "/2024/10/lurah-b.html"], r"^/\d{4}/\d{2}/[^/]+\.html/?$"),
        (["/read/berita/12-camat", "/read/berita/7-lurah"], r"^/read/berita/\d+-[^/]+/?$"),
        (["/read/12/camat", "/read/7/lurah"], r"^/read/\d+/[^/]+/?$"),
        (["/camat-a", "/lurah-b", "/kades-c", "/guru-d", "/politik/e"], r"^/[^/]+/?$"),
        (["/camat-a", "/politik/b"], None),
        (["/?p=1", "/?p=2"], None),
        ([], None),
    ],
)
def test_patterns_are_inferred_from_addresses(paths: list[str], pattern: str | None) -> None:
    assert infer_pattern(f"https://kabar.example{path}" for path in paths) == pattern
