"""Sites without an end: addresses that never repeat, listings that name more than anybody can read, and cookies asked for."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from itertools import count

import pytest

from crawler.policy.limits import MAX_COPIES, MAX_HOPS, MAX_LISTED_A_PASS, MAX_SITEMAP_CHILDREN
from crawler.registry import Entry
from tests.crawler.conftest import Crawled
from tests.crawler.world import Page, Site, World, article, atom, entry, rss, sitemap, sitemap_index

MakeOutlet = Callable[..., Entry]
FEED = "feed /feed/"


def beside(site: Site) -> Site:
    """A sound neighbour, which must be read all the same."""
    other = Site(f"sehat-{site.host}", {"/a": Page(article("A"))})
    other.pages["/feed/"] = Page(rss([f"{other.base}/a"]))
    return other


@pytest.mark.attack(15)
def test_50_000_sitemaps_of_50_000_addresses(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("banjir.example")
    site.robots = Page(f"Sitemap: {site.base}/s.xml\n".encode(), "text/plain")
    site.pages["/s.xml"] = Page(sitemap_index([f"{site.base}/s{n}.xml" for n in range(50_000)]))
    for n in range(MAX_SITEMAP_CHILDREN):
        site.pages[f"/s{n}.xml"] = Page(sitemap([f"{site.base}/read/{n}-{m}/camat" for m in range(20_000)]))
    other = beside(site)
    began = time.monotonic()
    with World(site, other) as world:
        outlets = [outlet(site.host, "sitemap /robots.txt", article=r"^/read/"), outlet(other.host, FEED)]
        report = crawled.run(world, outlets, articles=5)
    assert time.monotonic() - began < 30
    assert report.outlets[other.host] == {"fetched": 1, "listed": 1}
    assert MAX_LISTED_A_PASS - 50 < report.waiting < MAX_LISTED_A_PASS


@pytest.mark.attack(16)
def test_pages_under_ever_new_addresses_are_told_from_articles(crawled: Crawled, outlet: MakeOutlet) -> None:
    """Numbers of sessions under a name that nobody knows: each page links to itself and its neighbours anew."""
    site = Site("sesi.example")
    numbers = count()

    def links() -> str:
        return "".join(f'<a href="/read/{n}/camat?s={next(numbers)}">x</a>' for n in range(3))

    for n in range(3):
        site.pages[f"/read/{n}/camat"] = Page(article(f"Camat {n}"))
    listing = "".join(links() for _ in range(200))
    for number in range(next(numbers) + 1):
        for n in range(3):
            site.pages[f"/read/{n}/camat?s={number}"] = site.pages[f"/read/{n}/camat"]
    site.pages["/"] = Page(listing.encode())
    with World(site) as world:
        report = crawled.run(world, [outlet(site.host, "page /", article=r"^/read/\d+/camat")])
        assert len(world.log) < 3 + MAX_COPIES + 5
    assert report.outlets[site.host] == {"fetched": 3, "listed": 1, "copy": MAX_COPIES}
    assert report.waiting == 600 - 3 - MAX_COPIES
    assert len(crawled.pages) == 3
    copies = [address for address in crawled.addresses.values() if address.status == "copy"]
    assert {address.reason for address in copies} <= {f"isi sama dengan {page.url}" for page in crawled.pages}


def test_the_same_page_of_another_outlet_is_no_copy(crawled: Crawled, outlet: MakeOutlet) -> None:
    sites = [Site(f"{name}.example", {"/a": Page(article("Siaran pers"))}) for name in ("satu", "dua")]
    for site in sites:
        site.pages["/feed/"] = Page(rss([f"{site.base}/a"]))
    with World(*sites) as world:
        report = crawled.run(world, [outlet(site.host, FEED) for site in sites])
    assert report.total("fetched") == 2 and len(crawled.pages) == 2


@pytest.mark.attack(7)
def test_a_thousand_hops_end_after_a_few(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("lompat.example", {f"/h{n}": Page(status=302, headers={"Location": f"/h{n + 1}"}) for n in range(1000)})
    site.pages["/feed/"] = Page(rss([f"{site.base}/h0"]))
    with World(site) as world:
        report = crawled.run(world, [outlet(site.host, FEED)])
        assert len(world.log) == 2 + MAX_HOPS + 1
    assert report.outlets[site.host] == {"failed": 1, "listed": 1, "redirected": MAX_HOPS}


@pytest.mark.attack(8)
def test_nothing_personal_is_ever_sent(crawled: Crawled, outlet: MakeOutlet) -> None:
    """No cookie is given back, whatever asks for it; no referrer, no credentials, from nowhere to nowhere."""
    wall = Page(status=302, headers={"Location": "/a", "Set-Cookie": "setuju=1; Path=/"})
    site = Site("kuki.example", {"/a": wall, "/b": Page(article("B"), headers={"Set-Cookie": "pelacak=1", "WWW-Authenticate": "Basic"})})
    site.pages["/c"] = Page(status=301, headers={"Location": "http://u:p@www.kuki.example/b"})
    site.pages["/feed/"] = Page(rss([f"{site.base}/{p}" for p in "abc"]), headers={"Set-Cookie": "umpan=1"})
    with World(site) as world:
        report = crawled.run(world, [outlet(site.host, FEED)])
        report = crawled.run(world, [outlet(site.host, FEED)], recheck=True)
        sent = {name for seen in world.log for name in seen.headers}
    assert sent <= {
        "host",
        "connection",
        "user-agent",
        "accept",
        "accept-language",
        "accept-encoding",
        "if-none-match",
        "if-modified-since",
    }
    statuses = crawled.statuses()
    assert [statuses[f"{site.base}/{p}"] for p in "abc"] == ["failed", "unchanged", "forbidden"]
    assert report.ok


@pytest.mark.attack(2)
@pytest.mark.parametrize("packed", [False, True])
def test_a_robots_txt_of_56_megabytes(crawled: Crawled, outlet: MakeOutlet, packed: bool) -> None:
    body = b"User-agent: *\nDisallow: /b\n" + b"# tanpa guna\n" * (56_000_000 // 13)
    site = Site("panjang.example", {"/a": Page(article("A")), "/b": Page(article("B"))})
    site.pages["/feed/"] = Page(rss([f"{site.base}/a", f"{site.base}/b"]))
    site.robots = Page(gzip.compress(body) if packed else body, "text/plain", headers={"Content-Encoding": "gzip"} if packed else {})
    other = beside(site)
    with World(site, other) as world:
        report = crawled.run(world, [outlet(site.host, FEED), outlet(other.host, FEED)])
        assert "/b" not in world.paths(site.host)
    assert report.outlets[other.host] == {"fetched": 1, "listed": 1}
    assert report.outlets[site.host] == {"refused_by_robots": 1}  # what is that large is not read, and so shuts


@pytest.mark.parametrize("cdata", [False, True])
def test_a_feed_of_50_megabytes_is_refused_and_one_below_the_limit_read(crawled: Crawled, outlet: MakeOutlet, cdata: bool) -> None:
    site = Site("gemuk.example", {f"/{n}": Page(article(f"Camat {n}")) for n in range(5)})
    links = [f"{site.base}/{n}" for n in range(5)]
    filler = "<description><![CDATA[" + "isi panjang " * 1000 + "]]></description>" if cdata else "<x>isi</x>" * 1000
    site.pages["/feed/"] = Page(rss(links, filler * 4200))
    site.pages["/kecil/"] = Page(atom([entry(link) for link in links]) + b"<!-- " + b"x" * 9_000_000 + b" -->")
    with World(site) as world:
        report = crawled.run(world, [outlet(site.host, FEED, "feed /kecil/")])
    assert report.outlets[site.host] == {"failed": 1, "fetched": 5, "listed": 1}
    assert "lebih besar dari" in crawled.addresses[f"{site.base}/feed/"].reason


@pytest.mark.attack(15)
def test_a_sitemap_that_names_itself(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("cermin.example", {"/a": Page(article("A"))})
    site.pages["/s.xml"] = Page(sitemap_index([f"{site.base}/s.xml", f"{site.base}/s.xml?x=1", f"{site.base}/t.xml"]))
    site.pages["/s.xml?x=1"] = site.pages["/s.xml"]
    site.pages["/t.xml"] = Page(sitemap([f"{site.base}/t.xml", f"{site.base}/s.xml", f"{site.base}/judul-berita-dari-desa"]))
    site.pages["/judul-berita-dari-desa"] = Page(article("Desa"))
    site.robots = Page(f"Sitemap: {site.base}/s.xml\n".encode(), "text/plain")
    with World(site) as world:
        crawled.run(world, [outlet(site.host, "sitemap /robots.txt")])
        paths = world.paths(site.host)
    assert sorted(paths) == ["/judul-berita-dari-desa", "/robots.txt", "/s.xml", "/s.xml?x=1", "/t.xml"]
    assert len(crawled.pages) == 1
