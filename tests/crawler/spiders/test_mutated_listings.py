"""Listings with broken bytes give what can be read of them, or a reason, and never end the pass."""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from crawler.frontier import Role
from crawler.policy.robots import robots_of
from crawler.policy.subject import is_wall, on_topic
from crawler.registry import Entry, Registry
from crawler.spiders.accept import Acceptance
from crawler.spiders.discovery import Listing, read_feed, read_index, read_page, read_posts, read_sitemap
from crawler.spiders.parts import further_pages
from tests.crawler.conftest import Crawled
from tests.crawler.world import Page, Site, World, article, atom, entry, rss, sitemap, sitemap_index

SEED, ROUNDS = 20241127, 1500
BASE = "http://kabar.example/"
WHOLE = [
    rss([f"{BASE}camat-hilir-ditegur-bawaslu", f"{BASE}x?y=1"]),
    atom([entry(f"{BASE}camat-hilir-ditegur-bawaslu")], f"{BASE}lanjut"),
    sitemap([f"{BASE}camat-hilir-ditegur-bawaslu"], "2024-01-01"),
    sitemap_index([f"{BASE}s.xml"]),
    article("Camat", foot='<a href="/camat-hilir-ditegur-bawaslu/2">2</a><a href="?page=2">3</a>'),
    json.dumps({"items": [{"url": "/camat-hilir-ditegur", "date_modified": "2024"}], "next_url": "/x"}).encode(),
    json.dumps([{"link": f"{BASE}camat-hilir-ditegur-bawaslu", "modified_gmt": "2024-01-01T00:00:00"}]).encode(),
    b"User-agent: *\nDisallow: /a*$\nCrawl-delay: 3\nSitemap: /s.xml\n",
]
PIECES = [
    b"\\ud800", b"\0", b"\xff", b"http://[", b"//", b"%", b"%zz", b"&#0;", b"&#xD800;", b"\xe2\x80\xae", b"\xed\xa0\x80",
    b"<", b">", b'"', b"'", b"{", b"[", b"]", b"}", b":", b"9" * 400, b"-", b"1e999", b"0000-00-00", b"javascript:",
    b"?page=\xd9\xa2", b"?page=" + b"9" * 30,
    b"http://a:b@kabar.example:99999/", b"http://kabar.example\\@lain.example/", b"http://xn--/", b"http://" + b"a" * 300 + b"/",
    b"." * 300,
]  # fmt: skip
READERS: list[Callable[[bytes, str], Listing]] = [
    read_feed,
    read_sitemap,
    read_page,
    partial(read_index, page=1),
    partial(read_posts, total_pages=3),
]


def mutated(chance: random.Random) -> bytes:
    body = bytearray(chance.choice(WHOLE))
    for _ in range(chance.randrange(1, 8)):
        at = chance.randrange(len(body) + 1)
        how = chance.random()
        if how < 0.6:
            body[at:at] = chance.choice(PIECES)
        elif how < 0.8:
            del body[at : at + chance.randrange(1, 30)]
        else:
            body[at : at + 1] = bytes([chance.randrange(256)])
    return bytes(body)


@pytest.mark.attack(14, 18)
def test_any_bytes_are_read_or_refused(outlet: Callable[..., Entry]) -> None:
    chance = random.Random(SEED)
    of = outlet("kabar.example", "feed /feed/", cms="wordpress")
    accept = Acceptance(Registry([of]))
    slowest = 0.0
    for _ in range(ROUNDS):
        body = mutated(chance)
        began = time.process_time()
        for read in READERS:
            listing = read(body, f"{BASE}x?page=1")
            for listed in listing.pages:
                found = accept.article(listed, of, "uji", trusted=True)
                assert found is None or found.url.startswith(BASE)
            for listed in listing.listings + listing.feeds:
                accept.listing(listed, of, Role.FEED, "uji", 1)
        further_pages(body, f"{BASE}x"), on_topic(body), is_wall(body)
        robots = robots_of(200, body)
        robots.allows(f"{BASE}a?b"), robots.crawl_delay, robots.sitemaps
        slowest = max(slowest, time.process_time() - began)
    assert slowest < 1.0


def test_a_broken_feed_ends_no_pass(crawled: Crawled, outlet: Callable[..., Entry]) -> None:
    broken = {
        "tanda": b"<rss><channel><item\xed\xa0\x80><link>http://x/</link></item></channel></rss>",
        "nama": b"<http:rss://x><item/></http:rss://x>",
        "json": b'{"items": [{"url": "\xff\xfe"}]}',
        "rujukan": b"<rss><item><link>http://rujukan.example/a&#xD800;</link></item><item><link>http://rujukan.example/b</link></item></rss>",
    }
    sites = [Site(f"{name}.example", {"/feed/": Page(body), "/b": Page(article("B"))}) for name, body in broken.items()]
    sound = Site("sehat.example", {"/a": Page(article("A"))})
    sound.pages["/feed/"] = Page(rss([f"{sound.base}/a"]))
    with World(*sites, sound) as world:
        report = crawled.run(world, [outlet(site.host, "feed /feed/") for site in (*sites, sound)])
    assert report.ok, report.problems
    assert report.outlets[sound.host] == {"fetched": 1, "listed": 1}
    assert report.outlets["rujukan.example"].get("fetched") == 1


FAULTY = """
import crawler.spiders.outcomes as outcomes
judged = outcomes.on_topic
def on_topic(body):
    if b"rusak" in body:
        raise RuntimeError("kesalahan kita")
    return judged(body)
outcomes.on_topic = on_topic
"""


def test_a_fault_of_ours_on_one_page_costs_that_page_and_is_told(
    crawled: Crawled, outlet: Callable[..., Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    (crawled.folder / "sitecustomize.py").write_text(FAULTY, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(crawled.folder), str(Path(__file__).parents[3])]))
    site = Site("kabar.example", {f"/{name}": Page(article(name)) for name in ("baik", "rusak", "sehat")})
    site.pages["/feed/"] = Page(rss([f"{site.base}/{name}" for name in ("baik", "rusak", "sehat")]))
    with World(site) as world:
        report = crawled.run(world, [outlet(site.host, "feed /feed/")])
    assert report.outlets[site.host] == {"failed": 1, "fetched": 2, "listed": 1}
    assert report.problems == [f"{site.base}/rusak: kesalahan program: RuntimeError: kesalahan kita"]
    assert "RuntimeError" in (crawled.folder / "antrean.log").read_text()
