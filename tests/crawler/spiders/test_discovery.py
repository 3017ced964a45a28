"""Listings of every kind give their articles, and hostile ones give nothing but a reason."""

from __future__ import annotations

import gzip
import json
import time

import pytest

from crawler.policy.limits import MAX_BODY_BYTES, MAX_LISTED, MAX_SITEMAP_CHILDREN
from crawler.spiders.discovery import Listed, read_feed, read_page, read_posts, read_sitemap
from tests.crawler.world import atom, entry, rss, sitemap, sitemap_index

BASE = "https://kabar.example/"
TOLD = 1726534800.0  # 2024-09-17T08:00:00+07:00
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>
<rss><channel><item><link>&b;</link></item></channel></rss>"""
EXTERNAL = b"""<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">
<rss><item><link>https://kabar.example/a</link></item></rss>"""


def test_rss_gives_links_but_its_dates_tell_of_no_change() -> None:
    listing = read_feed(rss(["https://kabar.example/a", "/b"]), BASE)
    assert listing.pages == [Listed("https://kabar.example/a"), Listed("https://kabar.example/b")]


def test_a_permanent_guid_stands_for_a_missing_link() -> None:
    items = "<item><guid>https://kabar.example/a</guid></item><item><guid isPermaLink='false'>77</guid></item>"
    assert read_feed(f"<rss><channel>{items}</channel></rss>".encode(), BASE).pages == [Listed("https://kabar.example/a")]


def test_atom_gives_the_alternate_link_the_change_and_the_next_page() -> None:
    listing = read_feed(atom([entry("https://kabar.example/a")], "https://kabar.example/feed?start-index=26"), BASE)
    assert listing.pages == [Listed("https://kabar.example/a", TOLD)]
    assert listing.listings == [Listed("https://kabar.example/feed?start-index=26")]


def test_rdf_and_a_feed_behind_blank_lines_are_read() -> None:
    rdf = b'\n\n<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"><item><link>https://kabar.example/a</link></item></rdf:RDF>'
    assert read_feed(rdf, BASE).pages == [Listed("https://kabar.example/a")]


def test_a_json_feed_is_read() -> None:
    items = [{"url": "/a", "date_modified": "2024-09-17T08:00:00+07:00"}, {"id": 7}, "x"]
    listing = read_feed(json.dumps({"items": items, "next_url": "/feed?page=2"}).encode(), BASE)
    assert listing.pages == [Listed("https://kabar.example/a", TOLD)]
    assert listing.listings == [Listed("https://kabar.example/feed?page=2")]


WIDE = (
    '<!DOCTYPE x [<!ENTITY a "' + "a" * 100_000 + '">]><feed><entry><link href="http://a.example/' + "&a;" * 30_000 + '"/></entry></feed>'
)
BEHIND = (
    b'<?xml version="1.0"?><!--'
    + b"x" * 5000
    + b"--><!DOCTYPE x [<!ELEMENT x ANY>]><feed><entry><link href='https://kabar.example/a'/></entry></feed>"
)


@pytest.mark.attack(14)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32", "latin-1"])
@pytest.mark.parametrize("text", [LAUGHS.decode(), EXTERNAL.decode(), WIDE], ids=["laughs", "external", "wide"])
def test_entities_are_not_read_in_any_encoding(text: str, encoding: str) -> None:
    body = (f'<?xml version="1.0" encoding="{encoding}"?>' + text.removeprefix('<?xml version="1.0"?>')).encode(encoding)
    began = time.perf_counter()
    for read in (read_feed, read_sitemap):
        listing = read(body, BASE)
        assert listing.pages == [] and listing.problem
    assert time.perf_counter() - began < 1.0


@pytest.mark.attack(14)
def test_nor_behind_a_long_comment() -> None:
    assert read_feed(BEHIND, BASE).problem == "XML dengan DOCTYPE tidak dibaca"


@pytest.mark.attack(14)
@pytest.mark.parametrize("body", [b"", b"<html><body>Halaman</body></html>", b"{}", b"{", b"\0\0\0", LAUGHS, EXTERNAL, b"<rss"])
def test_what_is_no_feed_says_why(body: bytes) -> None:
    listing = read_feed(body, BASE)
    assert listing.pages == [] and (listing.problem or body == b"<rss")


@pytest.mark.attack(14)
@pytest.mark.parametrize("body", [b"", b"<html/>", LAUGHS, EXTERNAL, b"\x1f\x8brusak", gzip.compress(b"x" * (MAX_BODY_BYTES + 1))])
def test_what_is_no_sitemap_says_why(body: bytes) -> None:
    listing = read_sitemap(body, BASE + "s.xml")
    assert listing.pages == [] and listing.problem


def test_a_sitemap_tells_of_changes() -> None:
    listing = read_sitemap(sitemap(["https://kabar.example/a"], "2024-09-17T08:00:00+07:00"), BASE + "s.xml")
    assert listing.pages == [Listed("https://kabar.example/a", TOLD)]
    assert read_sitemap(sitemap(["https://kabar.example/a"], "17 September"), BASE + "s.xml").pages == [Listed("https://kabar.example/a")]


def test_of_an_index_the_newest_children_with_articles_are_taken() -> None:
    children = [f"https://kabar.example/post-sitemap{n}.xml" for n in range(500)]
    index = sitemap_index([*children, "https://kabar.example/category-sitemap.xml", "https://kabar.example/author-sitemap.xml"])
    listing = read_sitemap(index, BASE + "s.xml")
    assert [c.url for c in listing.listings] == children[:MAX_SITEMAP_CHILDREN]


def test_a_huge_sitemap_is_read_up_to_the_limit_of_the_standard() -> None:
    listing = read_sitemap(sitemap([f"https://kabar.example/{n}" for n in range(MAX_LISTED + 10)]), BASE + "s.xml")
    assert len(listing.pages) == MAX_LISTED


def test_robots_txt_names_sitemaps() -> None:
    robots = b"User-agent: *\nSITEMAP : /a.xml\nSitemap: https://kabar.example/b.xml\n# Sitemap: /c.xml\n"
    assert [c.url for c in read_sitemap(robots, BASE + "robots.txt").listings] == [f"{BASE}a.xml", f"{BASE}b.xml"]
    assert [c.url for c in read_sitemap(b"", BASE + "robots.txt").listings] == [f"{BASE}sitemap.xml"]


def test_posts_of_wordpress_give_links_changes_and_the_next_page() -> None:
    body = json.dumps([{"link": "https://kabar.example/a", "modified_gmt": "2024-09-17T01:00:00"}, {"id": 1}, 7]).encode()
    listing = read_posts(body, BASE + "wp-json/wp/v2/posts?page=1", 3)
    assert listing.pages == [Listed("https://kabar.example/a", TOLD)]
    assert "page=2" in listing.listings[0].url
    assert read_posts(body, BASE + "wp-json/wp/v2/posts?page=3", 3).listings == []

    assert read_posts(b'{"code":"rest_forbidden"}', BASE, 1).problem and read_posts(b"<html>", BASE, 1).problem


def test_a_page_gives_its_links_and_feeds() -> None:
    page = b"""<a class=x href='/a?x=1&amp;y=2'>a</a><A HREF=b.html>b</A><a href="mailto:x@y.example">m</a><a name=z>z</a>
    <link rel="Alternate" type="application/rss+xml" href="/feed"><link rel=stylesheet href="/s.css"><a href="//lain.example/c">c</a>"""
    listing = read_page(page, BASE + "berita/")
    assert [p.url for p in listing.pages] == [
        f"{BASE}a?x=1&y=2", f"{BASE}berita/b.html", f"{BASE}s.css", "https://lain.example/c",
    ]  # fmt: skip
    assert listing.feeds == [Listed(f"{BASE}feed")]


@pytest.mark.parametrize("piece", [b"<a ", b"<a href=", b"<a href='", b"<" * 9, b'<a x="', b"<link rel=next href=a>", b"a=" * 5])
def test_hostile_pages_take_linear_time(piece: bytes) -> None:
    began = time.perf_counter()
    read_page(piece * (1_000_000 // len(piece)), BASE)
    assert time.perf_counter() - began < 3.0


def test_a_deep_or_wide_feed_does_no_harm() -> None:
    deep = b"<rss>" + b"<channel>" * 200_000 + b"<item><link>https://kabar.example/a</link></item>"
    began = time.perf_counter()
    read_feed(deep, BASE)
    read_feed(b"<rss><item " + b" ".join(b"a%d='1'" % n for n in range(100_000)) + b"/></rss>", BASE)
    assert time.perf_counter() - began < 5.0
