"""Servers that are sick, slow, lying or hostile: each address gets its status, the others are crawled, nothing forbidden is reached."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable
from itertools import pairwise

import brotli
import pytest
from backports import zstd

from crawler.policy.limits import MAX_LISTING_PAGES
from crawler.registry import Entry
from tests.crawler.conftest import Crawled
from tests.crawler.world import Page, Site, World, article, rss, sitemap_index

MakeOutlet = Callable[..., Entry]
FEED = "feed /feed/"


def slowly() -> bytes:
    time.sleep(0.2)
    return b"<p>"


def site_with(host: str, **pages: Page) -> Site:
    site = Site(host, {f"/{name}": page for name, page in pages.items()})
    site.pages["/feed/"] = Page(rss([f"{site.base}/{name}" for name in pages]))
    return site


@pytest.mark.attack(1)
def test_robots_that_can_not_be_read_shut_the_host(crawled: Crawled, outlet: MakeOutlet) -> None:
    answers = [Page(b"User-agent: *\nAllow: /", status=s) for s in (401, 403, 429, 500, 503)] + [Page(cut=True), Page(wait=3)]
    sites = [site_with(f"sakit{n}.example", a=Page(article("A"))) for n in range(len(answers))]
    for site, answer in zip(sites, answers, strict=True):
        site.robots = answer
    with World(*sites) as world:
        report = crawled.run(world, [outlet(site.host, FEED) for site in sites], timeout=1.0)
        assert {seen.path for seen in world.log} <= {"/robots.txt"}
    assert report.outlets == {site.host: {"refused_by_robots": 1} for site in sites}
    assert all("robots.txt" in address.reason for address in crawled.addresses.values())


def test_rules_are_obeyed_and_told(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = site_with("sopan.example", a=Page(article("A")), b=Page(article("B")))
    site.robots = Page(b"User-agent: *\nDisallow: /b\n", "text/plain")
    with World(site) as world:
        crawled.run(world, [outlet(site.host, FEED)])
        assert "/b" not in world.paths(site.host)
    assert crawled.statuses() == {f"{site.base}/a": "fetched", f"{site.base}/b": "refused_by_robots", f"{site.base}/feed/": "listed"}


@pytest.mark.attack(2)
def test_an_endless_robots_txt_is_read_up_to_its_limit(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = site_with("panjang.example", a=Page(article("A")), b=Page(article("B")))
    lines = iter([b"User-agent: *\nDisallow: /b\n"])
    site.robots = Page(type="text/plain", pieces=lambda: next(lines, b"# tanpa akhir\n" * 5000))
    with World(site) as world:
        report = crawled.run(world, [outlet(site.host, FEED)])
    assert report.outlets[site.host] == {"fetched": 1, "listed": 1, "refused_by_robots": 1}


@pytest.mark.attack(3)
def test_robots_redirects_are_followed_even_across_hosts_but_not_for_ever(crawled: Crawled, outlet: MakeOutlet) -> None:
    near, far, loop = (
        site_with("dekat.example", a=Page(article("A"))),
        Site("jauh.example"),
        site_with("putar.example", a=Page(article("A"))),
    )
    near.robots = Page(status=301, headers={"Location": f"{far.base}/r.txt"})
    far.pages["/r.txt"] = Page(b"User-agent: *\nDisallow: /a\n", "text/plain")
    loop.robots = Page(status=302, headers={"Location": "/robots.txt"})
    with World(near, far, loop) as world:
        crawled.run(world, [outlet(near.host, FEED), outlet(loop.host, FEED)])
        assert len(world.paths(loop.host)) == 6
    assert crawled.statuses()[f"{near.base}/a"] == "refused_by_robots"
    assert "pengalihan" in crawled.addresses[f"{loop.base}/feed/"].reason


ELSEWHERE = [
    ("http://127.0.0.1/rahasia", "not_article"),
    ("http://169.254.169.254/latest/meta-data", "not_article"),
    ("http://2130706433/", "not_article"),
    ("http://0177.0.0.1/", "not_article"),
    ("http://[::ffff:127.0.0.1]/", "not_article"),
    ("http://[::1]/", "not_article"),
    ("http://10.0.0.8/", "not_article"),
    ("http://0x7f.1/", "not_article"),
    ("http://localhost/", "not_article"),
    ("//127.0.0.1/", "not_article"),
    ("http://belok.example@127.0.0.1/", "forbidden"),
    ("http://belok.example\\@127.0.0.1/", "forbidden"),
    ("http://belok.example.127.0.0.1.nip.example/", "not_article"),
    ("gopher://belok.example/1", "forbidden"),
    ("javascript:alert(1)", "forbidden"),
    ("jar:http://belok.example!/", "forbidden"),
    ("file:///etc/passwd", "forbidden"),
    ("data:text/html,x", "forbidden"),
    ("ftp://belok.example/a", "forbidden"),
    ("http://a:b@belok.example/b", "forbidden"),
    ("http://belok.example:22/", "forbidden"),
    ("http://lain.example/a", "not_article"),
    ("/", "gone"),
    ("", "failed"),
]


@pytest.mark.attack(4, 6, 8)
def test_redirects_lead_nowhere_else(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = site_with("belok.example", **{f"a{n}": Page(status=302, headers={"Location": to}) for n, (to, _) in enumerate(ELSEWHERE)})
    with World(site) as world:
        crawled.run(world, [outlet(site.host, FEED)])
        assert len(world.log) == len(ELSEWHERE) + 2 + 5  # robots.txt, the feed, and the empty one's redirects to itself
    statuses = crawled.statuses()
    assert [statuses[f"{site.base}/a{n}"] for n in range(len(ELSEWHERE))] == [status for _, status in ELSEWHERE]
    assert crawled.pages == []


@pytest.mark.attack(7)
def test_redirects_within_the_outlet_are_followed_and_loops_end(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("pindah.example")
    www = Site("www.pindah.example", {"/a": Page(article("A")), "/baru": Page(article("Baru"))})
    site.pages["/a"] = Page(status=301, headers={"Location": f"{www.base}/a"})
    site.pages["/lama"] = Page(status=301, headers={"Location": f"{www.base}/baru"})
    site.pages["/x"] = Page(status=301, headers={"Location": "/y"})
    site.pages["/y"] = Page(status=301, headers={"Location": "/x"})
    site.pages["/diri"] = Page(status=301, headers={"Location": "/diri"})
    site.pages["/feed/"] = Page(rss([f"{site.base}/{p}" for p in ("a", "lama", "x", "diri")]))
    with World(site, www) as world:
        crawled.run(world, [outlet(site.host, FEED)])
        assert len(world.log) < 30
    statuses = {url.rpartition("/")[2]: status for url, status in crawled.statuses().items()}
    assert statuses == {
        "": "listed",
        "a": "fetched",
        "lama": "redirected",
        "baru": "fetched",
        "x": "redirected",
        "y": "redirected",
        "diri": "failed",
    }
    assert sorted(p.url or "" for p in crawled.pages) == [f"{www.base}/a", f"{www.base}/baru"]


def test_other_domains_of_an_outlet_have_a_slot_of_their_own(crawled: Crawled, outlet: MakeOutlet) -> None:
    old, new = site_with("lama.example", a=Page(article("A"))), Site("baru.example", {"/b": Page(article("B"))})
    old.pages["/c"] = Page(status=301, headers={"Location": f"{new.base}/c"})
    new.pages["/c"] = Page(article("C"))
    old.pages["/feed/"] = Page(rss([f"{old.base}/a", f"{new.base}/b", f"{old.base}/c"]))
    with World(old, new) as world:
        report = crawled.run(world, [outlet(old.host, FEED, domains=[old.host, new.host])], delay=0.2)
        times = [seen.began for seen in world.log if seen.host == new.host]
    assert report.waiting == 0 and report.outlets[old.host] == {"fetched": 3, "listed": 1}
    assert all(after - before >= 0.18 for before, after in pairwise(times))


@pytest.mark.attack(4)
def test_this_machine_is_not_reached_unless_a_setting_names_it(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("127.0.0.1")
    entry = outlet(site.host, FEED)
    with World(site) as world:
        report = crawled.run(world, [entry], resolve={}, contact="uji@netra.example")
        assert world.log == []
        assert report.outlets[entry.id] == {"refused_by_robots": 1}
        assert "127.0.0.1 bukan alamat publik" in crawled.addresses[f"{site.base}/feed/"].reason
        report = crawled.run(world, [entry], resolve=world.resolve)
        assert world.paths(site.host) == []  # what could not be read shuts the host for an hour


def test_bot_walls_are_told_and_not_kept(crawled: Crawled, outlet: MakeOutlet) -> None:
    wall = b"<html><head><title>Just a moment...</title></head><body>netralitas ASN</body></html>"
    site = site_with("tembok.example", a=Page(wall, status=403), b=Page(wall), c=Page(article("C")))
    with World(site) as world:
        report = crawled.run(world, [outlet(site.host, FEED)])
    assert report.outlets[site.host] == {"bot_wall": 2, "fetched": 1, "listed": 1}


@pytest.mark.attack(10, 11)
def test_slow_and_broken_hosts_do_not_hold_up_the_others(crawled: Crawled, outlet: MakeOutlet) -> None:
    slow = site_with("lambat.example", a=Page(article("A"), wait=30))
    broken = site_with("putus.example", a=Page(cut=True), b=Page(b"x", status=500), c=Page(article("C")))
    endless = site_with("takhabis.example", a=Page(pieces=slowly))
    sound = site_with("sehat.example", a=Page(article("A")))
    sites = [slow, broken, endless, sound]
    began = time.monotonic()
    with World(*sites) as world:
        report = crawled.run(world, [outlet(site.host, FEED) for site in sites], timeout=1.0)
        assert world.paths(broken.host).count("/a") == 3
    assert time.monotonic() - began < 30
    assert report.outlets[sound.host] == {"fetched": 1, "listed": 1}
    assert report.outlets[slow.host] == report.outlets[endless.host] == {"failed": 1, "listed": 1}
    assert crawled.addresses[f"{broken.base}/b"].reason == "HTTP 500"


BOMB = b"netralitas ASN " * 4_000_000  # 60 MB


@pytest.mark.attack(9, 10)
def test_bombs_are_cut_off(crawled: Crawled, outlet: MakeOutlet) -> None:
    bombs = {
        "gzip": Page(gzip.compress(BOMB), headers={"Content-Encoding": "gzip"}),
        "brotli": Page(brotli.compress(BOMB, quality=1), headers={"Content-Encoding": "br"}),
        "deflate": Page(zlib.compress(BOMB), headers={"Content-Encoding": "deflate"}),
        "zstd": Page(zstd.compress(BOMB), headers={"Content-Encoding": "zstd"}),
        "nested": Page(gzip.compress(gzip.compress(BOMB)), headers={"Content-Encoding": "gzip, gzip"}),
        "large": Page(BOMB),
        "endless": Page(pieces=lambda: b"netralitas ASN " * 10_000),
    }
    sites = [site_with(f"bom-{name}.example", a=bomb, b=Page(article("B"))) for name, bomb in bombs.items()]
    began = time.monotonic()
    with World(*sites) as world:
        report = crawled.run(world, [outlet(site.host, FEED) for site in sites], timeout=15.0)
    assert time.monotonic() - began < 30
    assert report.outlets == {site.host: {"failed": 1, "fetched": 1, "listed": 1} for site in sites}
    assert all("lebih besar dari" in crawled.addresses[f"{site.base}/a"].reason for site in sites)


@pytest.mark.attack(25)
def test_a_lying_304_and_a_retry_after_of_10_to_the_9(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = site_with(
        "dusta.example", a=Page(status=304), b=Page(b"", status=429, headers={"Retry-After": "1000000000"}), c=Page(article("C"))
    )
    began = time.monotonic()
    with World(site) as world:
        report = crawled.run(world, [outlet(site.host, FEED)])
        assert world.paths(site.host).count("/b") == 1
    assert time.monotonic() - began < 20
    assert report.outlets[site.host] == {"failed": 1, "listed": 1} and report.waiting == 2
    assert crawled.addresses[f"{site.base}/b"].reason == "HTTP 429"


def test_what_is_no_html_is_no_article(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = site_with(
        "lain.example", a=Page(b"netralitas ASN", "application/pdf"), b=Page(b"", status=404), c=Page(b"netralitas ASN", "image/png")
    )
    with World(site) as world:
        report = crawled.run(world, [outlet(site.host, FEED)])
    assert report.outlets[site.host] == {"gone": 1, "listed": 1, "not_article": 2}
    assert crawled.pages == []


def test_the_spacing_is_never_broken_by_the_servers_own_log(crawled: Crawled, outlet: MakeOutlet) -> None:
    names = {f"h{n}": Page(article(f"H {n}"), wait=0.05 * (n % 2)) for n in range(4)}
    one, two = site_with("satu.jaringan.example", **names), site_with("dua.jaringan.example", **names)
    other = site_with("lain.example", **names)
    delay = 0.4
    with World(one, two, other) as world:
        for _ in range(2):
            crawled.run(world, [outlet(site.host, FEED) for site in (one, two, other)], delay=delay)
        seen = sorted(world.log, key=lambda s: s.began)
    for hosts in ({one.host, two.host}, {other.host}):
        of_slot = [s for s in seen if s.host in hosts]
        assert len(of_slot) > 6
        for before, after in pairwise(of_slot):
            assert after.began - before.ended >= delay - 0.02, (before, after)


def test_a_crawl_delay_is_honoured(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = site_with("pelan.example", a=Page(article("A")))
    site.robots = Page(b"User-agent: *\nCrawl-delay: 1\nDisallow:\n", "text/plain")
    with World(site) as world:
        crawled.run(world, [outlet(site.host, FEED)])
        times = [seen.began for seen in world.log]
    assert len(times) == 3 and times[2] - times[1] >= 1.0


@pytest.mark.attack(15)
def test_chains_of_sitemaps_end(crawled: Crawled, outlet: MakeOutlet) -> None:
    """Indexes that name indexes, and themselves, without an end (reliability.md, attack 15)."""
    site = Site("rantai.example", {"/a": Page(article("A"))})
    for n in range(200):
        names = [f"{site.base}/s{n}.xml", *(f"{site.base}/s{m}.xml" for m in range(200))]
        site.pages[f"/s{n}.xml"] = Page(sitemap_index(names))
    site.robots = Page(f"Sitemap: {site.base}/s0.xml\n".encode(), "text/plain")
    with World(site) as world:
        report = crawled.run(world, [outlet(site.host, "sitemap /robots.txt")])
        assert len(world.log) <= 25
    assert report.ok and crawled.pages == []


@pytest.mark.attack(16)
def test_calendars_without_an_end_are_left(crawled: Crawled, outlet: MakeOutlet) -> None:
    """An index whose next page never ends, and session numbers in every link (attack 16)."""
    site = Site("kalender.example", {"/read/1/a": Page(article("A"))})
    for n in range(1, 300):
        link = f'<a href="/read/1/a?PHPSESSID={n}">x</a><a rel="next" href="/indeks?page={n + 1}">lanjut</a>'
        site.pages[f"/indeks?page={n}"] = Page(link.encode())
    with World(site) as world:
        crawled.run(world, [outlet(site.host, "index /indeks?page=1", article=r"^/read/\d+/")])
        assert len([path for path in world.paths(site.host) if path.startswith("/indeks")]) == MAX_LISTING_PAGES
        assert world.paths(site.host).count("/read/1/a") == 1


def test_a_page_without_an_end_of_links_is_bounded(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("banjir.example", {f"/read/{n}/a": Page(article("A")) for n in range(40)})
    site.pages["/"] = Page("".join(f'<a href="/read/{n}/a">x</a>' for n in range(20_000)).encode())
    with World(site) as world:
        report = crawled.run(world, [outlet(site.host, "page /", article=r"^/read/\d+/")], articles=15)
        assert len([path for path in world.paths(site.host) if path.startswith("/read")]) == 15
    assert report.waiting == 20_000 - 15


@pytest.mark.attack(25)
def test_a_server_that_always_says_unmodified_is_found_out(crawled: Crawled, outlet: MakeOutlet) -> None:
    """The page changes, but its validator never does (attack 25): the fourth visit asks without conditions."""
    site = site_with("etag.example", a=Page(article("A"), headers={"ETag": '"tetap"'}, validators=False, fixed='"tetap"'))
    with World(site) as world:
        crawled.run(world, [outlet(site.host, FEED)])
        site.pages["/a"] = Page(article("Diralat"), headers={"ETag": '"tetap"'}, validators=False, fixed='"tetap"')
        for _ in range(3):
            assert crawled.run(world, [outlet(site.host, FEED)], recheck=True).archived == 0
        assert crawled.run(world, [outlet(site.host, FEED)], recheck=True).archived == 1
    assert [b"Diralat" in page.body for page in crawled.pages] == [False, True]
