"""A crawl over real HTTP finds every article, archives it, and asks again only for what changed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from crawler.archive import Archive, verify
from crawler.crawl import CrawlProblem, crawl
from crawler.registry import Entry
from tests.crawler.conftest import Crawled
from tests.crawler.world import Page, Site, World, article, atom, entry, irrelevant, rss, sitemap, sitemap_index

MakeOutlet = Callable[..., Entry]


def with_articles(site: Site, *slugs: str) -> list[str]:
    for slug in slugs:
        site.pages[f"/{slug}"] = Page(article(slug.replace("-", " ")))
    return [f"{site.base}/{slug}" for slug in slugs]


def test_a_feed_gives_its_articles(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("kabarsungai.example")
    links = with_articles(site, "camat-hilir-ditegur", "lurah-hulu-diperiksa")
    site.pages["/harga-cabai"] = Page(irrelevant("Harga cabai turun"))
    site.pages["/feed/"] = Page(rss([*links, f"{site.base}/harga-cabai", "http://lain.example/x", f"{site.base}/"]))
    with World(site) as world:
        report = crawled.run(world, [outlet(site.host, "feed /feed/")])
    assert report.ok and not report.stopped
    assert report.outlets[site.host] == {"fetched": 2, "listed": 1, "off_topic": 1}
    assert sorted(page.url or "" for page in crawled.pages) == sorted(links)
    assert [p.metadata["outlet"] for p in crawled.pages] == [site.host] * 2
    assert crawled.addresses[f"{site.base}/harga-cabai"].sha256
    assert {p.outlet: p.counts for p in crawled.progress}[site.host] == report.outlets[site.host]


def test_everything_is_kept_if_asked(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("kabarsungai.example", {"/a": Page(irrelevant("Cabai"))})
    site.pages["/feed/"] = Page(rss([f"{site.base}/a"]))
    with World(site) as world:
        crawled.run(world, [outlet(site.host, "feed /feed/")], keep="all")
    assert len(crawled.pages) == 1


def test_bloggers_feed_is_followed_to_its_next_page(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("beritagunung.example")
    links = with_articles(site, "2024/09/a.html", "2024/09/b.html")
    site.pages["/feeds/posts/default"] = Page(atom([entry(links[0])], f"{site.base}/feeds/posts/default?start-index=2"))
    site.pages["/feeds/posts/default?start-index=2"] = Page(atom([entry(links[1])]))
    with World(site) as world:
        crawled.run(world, [outlet(site.host, "feed /feeds/posts/default", cms="blogger")])
    assert sorted(p.url or "" for p in crawled.pages) == links


def test_sitemaps_are_found_through_robots_index_and_gzip(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("koranpantai.example")
    links = with_articles(site, "read/1/a", "read/2/b", "read/3/c")
    site.robots = Page(f"User-agent: *\nDisallow: /admin\nSitemap: {site.base}/peta.xml\n".encode(), "text/plain")
    site.pages["/peta.xml"] = Page(
        sitemap_index([f"{site.base}/berita.xml", f"{site.base}/lama.xml.gz", f"{site.base}/kategori-category.xml"])
    )
    site.pages["/berita.xml"] = Page(sitemap([links[0], f"{site.base}/tag/asn", f"{site.base}/foto.jpg"]))
    site.pages["/lama.xml.gz"] = Page(gzip.compress(sitemap(links[1:])), "application/gzip")
    with World(site) as world:
        report = crawled.run(world, [outlet(site.host, "sitemap /robots.txt", article=r"^/read/\d+/")])
        assert world.paths(site.host).count("/robots.txt") == 1
        assert "/kategori-category.xml" not in world.paths(site.host)
        assert "/tag/asn" not in world.paths(site.host)
    assert sorted(p.url or "" for p in crawled.pages) == links
    assert report.outlets[site.host] == {"fetched": 3, "listed": 4}


def test_the_api_of_wordpress_is_read_page_by_page(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("wartalembah.example")
    links = with_articles(site, "a", "b", "c")
    query = "/wp-json/wp/v2/posts?per_page=100&orderby=modified&order=desc&_fields=link%2Cmodified_gmt%2Cstatus%2Ctype&page="
    for number, part in ((1, links[:2]), (2, links[2:])):
        body = json.dumps([{"link": link, "modified_gmt": "2024-09-17T01:02:03"} for link in part]).encode()
        site.pages[f"{query}{number}"] = Page(body, "application/json", headers={"X-WP-TotalPages": "2"})
    with World(site) as world:
        crawled.run(world, [outlet(site.host, "wordpress /wp-json/wp/v2/posts")])
    assert sorted(p.url or "" for p in crawled.pages) == links


def test_a_front_page_gives_its_feed_and_what_fits_the_pattern(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("panel.example")
    links = with_articles(site, "berita/1-a", "berita/2-b", "lain/z")
    head = (
        '<link rel="alternate" type="application/rss+xml" href="/umpan"><link rel="alternate" type="application/rss+xml" href="/comments">'
    )
    foot = '<a href="berita/1-a">a</a><a href="/tentang">t</a><a rel="nofollow" href="/berita/9-iklan">i</a>'
    site.pages["/"] = Page(article("Beranda", "x", head=head, foot=foot))
    site.pages["/umpan"] = Page(rss(links[1:]))
    with World(site) as world:
        crawled.run(world, [outlet(site.host, "page /", article=r"^/berita/\d+-")])
        assert not {"/tentang", "/comments", "/berita/9-iklan"} & set(world.paths(site.host))
    assert sorted(p.url or "" for p in crawled.pages) == sorted(links)


def test_the_further_pages_of_an_article_are_saved_with_it(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("bersambung.example")
    foot = '<a href="/read/1/a?page=2">2</a><a href="/read/1/a?page=3">3</a><a rel="next" href="/read/2/b">Artikel berikut</a>'
    site.pages["/read/1/a"] = Page(article("A", foot=foot))
    for number in (2, 3):
        site.pages[f"/read/1/a?page={number}"] = Page(article("A", f"bagian {number}", foot='<a href="/read/1/a">1</a>'))
    site.pages["/read/2/b"] = Page(article("B", foot='<a href="/read/2/b/2">2</a><a href="/read/2/b/all">semua</a>'))
    site.pages["/read/2/b/all"] = Page(article("B", "seluruhnya"))
    site.pages["/feed/"] = Page(rss([f"{site.base}/read/1/a", f"{site.base}/read/2/b"]))
    with World(site) as world:
        crawled.run(world, [outlet(site.host, "feed /feed/")])
        assert "/read/2/b/2" not in world.paths(site.host)
    with Archive(crawled.folder / "arsip") as archive:
        firsts = {p.url: archive.document(p) for p in archive.pages() if p.part_of is None}
    assert {url: [p.part for p in pages] for url, pages in firsts.items()} == {
        f"{site.base}/read/1/a": [1, 2, 3],
        f"{site.base}/read/2/b": [0],
    }
    assert b"bagian 3" in firsts[f"{site.base}/read/1/a"][2].body


def test_a_second_crawl_fetches_only_what_changed(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("kabarsungai.example")
    links = with_articles(site, "a", "b", "c")
    site.pages["/b"].validators = False
    site.pages["/feed/"] = Page(atom([entry(link) for link in links]))
    outlets = [outlet(site.host, "feed /feed/")]
    with World(site) as world:
        crawled.run(world, outlets)
        first = crawled.pages
        world.log.clear()
        assert crawled.run(world, outlets).outlets[site.host] == {"unchanged": 1}
        assert world.paths(site.host) == ["/feed/"]
        site.pages["/c"] = Page(article("Diralat"))
        now = datetime.now(UTC).isoformat()
        site.pages["/feed/"] = Page(atom([entry(link, now if link.endswith("c") else "2024-09-17T00:00:00Z") for link in links]))
        assert crawled.run(world, outlets).outlets[site.host] == {"fetched": 1, "listed": 1}
        world.log.clear()
        report = crawled.run(world, outlets, recheck=True)
        assert report.outlets[site.host] == {"unchanged": 4}
        assert sorted((seen.path, seen.status) for seen in world.log) == [("/a", 304), ("/b", 200), ("/c", 304), ("/feed/", 304)]
    assert [p.sha256 for p in crawled.pages][:3] == [p.sha256 for p in first]
    assert len(crawled.pages) == 4
    assert verify(crawled.folder / "arsip").ok


def test_the_archive_holds_that_an_article_was_withdrawn_and_when(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("kabarsungai.example")
    links = with_articles(site, "a", "b")
    site.pages["/feed/"] = Page(rss([*links, f"{site.base}/tidak-pernah-ada"]))
    outlets = [outlet(site.host, "feed /feed/")]
    with World(site) as world:
        crawled.run(world, outlets)
        site.pages["/a"] = Page(b"dihapus", status=410)
        for _ in range(2):
            crawled.run(world, outlets, recheck=True)
    withdrawn = []
    for path in (crawled.folder / "arsip").glob("*.warc.gz"):
        with path.open("rb") as file:
            records = [r for r in ArchiveIterator(file) if r.rec_type == "response" and r.http_headers.get_statuscode() != "200"]
            withdrawn += [(r.rec_headers["WARC-Target-URI"], r.http_headers.get_statuscode()) for r in records]
    assert withdrawn == [(links[0], "410")]
    assert crawled.addresses[links[0]].status == "gone" and crawled.addresses[links[0]].again
    assert len(crawled.pages) == 2 and verify(crawled.folder / "arsip").ok


def test_what_was_written_passes_warcios_check(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("kabarsungai.example")
    site.pages["/feed/"] = Page(rss(with_articles(site, "a", "b")))
    with World(site) as world:
        for _ in range(2):
            crawled.run(world, [outlet(site.host, "feed /feed/")], recheck=True)
    files = sorted(str(p) for p in (crawled.folder / "arsip").glob("*.warc.gz"))
    checker = Checker(SimpleNamespace(inputs=files, verbose=False))
    checker.process_all()
    assert (len(files), checker.exit_value) == (2, 0)


def test_the_size_told_is_that_of_the_crawling_process_alone(crawled: Crawled, outlet: MakeOutlet) -> None:
    ballast = bytearray(300 << 20)
    ballast[::4096] = b"x" * len(ballast[::4096])
    with World(Site("a.example")) as world:
        assert 20 < crawled.run(world, [outlet("a.example", "feed /feed/")]).peak_mb < 250
    assert len(ballast) == 300 << 20


def test_hosts_on_the_web_want_a_contact(tmp_path: Path, outlet: MakeOutlet) -> None:
    with pytest.raises(CrawlProblem, match="NETRA_CONTACT"):
        crawl([outlet("kabarsungai.example", "feed /")], tmp_path, tmp_path / "a.sqlite")


def test_the_user_agent_names_its_contact(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("kabarsungai.example")
    with World(site) as world:
        crawled.run(world, [outlet(site.host, "feed /feed/")], contact="redaksi@netra.example")
        assert {seen.headers["user-agent"] for seen in world.log} == {"Netra/0.1 (+redaksi@netra.example)"}


def test_a_folder_that_can_not_be_written_is_told(crawled: Crawled, outlet: MakeOutlet) -> None:
    (crawled.folder / "arsip").write_text("bukan folder")
    with World(Site("a.example")) as world:
        report = crawled.run(world, [outlet("a.example", "feed /feed/")])
    assert not report.ok and "arsip tidak dapat dibuka" in report.problems[0]


def test_a_pass_over_one_outlet_leaves_its_neighbours_waiting(crawled: Crawled, outlet: MakeOutlet) -> None:
    sites = [Site(f"{name}.jaringan.example") for name in ("satu", "dua")]
    for site in sites:
        site.pages["/feed/"] = Page(rss(with_articles(site, "a", "b", "c")))
    one, two = (outlet(site.host, "feed /feed/") for site in sites)
    with World(*sites) as world:
        assert crawled.run(world, [one, two], articles=1).waiting == 4
        report = crawled.run(world, [one])
        assert report.outlets == {one.id: {"fetched": 2, "unchanged": 1}}
        assert crawled.run(world, [two]).outlets == {two.id: {"fetched": 2, "unchanged": 1}}
