"""Dated indexes for the present, searches for the history: only what they list, page by page, within the days that were asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from crawler.job import Job
from crawler.probe import check
from crawler.registry import Entry
from crawler.spiders.seeds import search_words, seeds
from tests.crawler.conftest import Crawled
from tests.crawler.world import Page, Site, World, article

MakeOutlet = Callable[..., Entry]
PATTERN = r"^/read/\d+/"


def listing(*hrefs: str) -> Page:
    return Page("".join(f'<a href="{href}">x</a>' for href in hrefs).encode())


def job(**changes: object) -> Job:
    return Job(outlets=[], archive="", frontier="", **changes)  # type: ignore[arg-type]


def test_a_dated_index_is_read_for_the_last_days(outlet: MakeOutlet) -> None:
    entry = outlet("kabar.example", "index /indeks?date={date}", "index /{y}/{m}/{d}/", "search /?s={word}")
    assert [url for _, url in seeds(entry, job(), date(2024, 10, 1))] == [
        *(f"http://kabar.example/indeks?date=2024-{day}" for day in ("10-01", "09-30", "09-29")),
        *(f"http://kabar.example/2024/{day}/" for day in ("10/01", "09/30", "09/29")),
    ]


def test_a_history_is_searched_by_word_and_day(outlet: MakeOutlet) -> None:
    entry = outlet("kabar.example", "search /?s={word}", "wordpress /wp-json/wp/v2/posts", "index /{date}", "feed /feed/")
    urls = [url for _, url in seeds(entry, job(words=["netralitas ASN"], since="2024-09-01", until="2024-09-02"), date(2026, 1, 1))]
    assert urls[0] == "http://kabar.example/?s=netralitas+ASN"
    assert "search=netralitas+ASN&after=2024-09-01T00%3A00%3A00&before=2024-09-02T23%3A59%3A59" in urls[1]
    assert urls[2:] == ["http://kabar.example/2024-09-02", "http://kabar.example/2024-09-01", "http://kabar.example/feed/"]
    assert len(seeds(outlet("k.example", "index /{date}"), job(words=["x"], since="1999-01-01"), date(2024, 1, 1))) == 366


def test_the_shipped_words_are_wide() -> None:
    assert "netralitas ASN" in search_words() and len(search_words()) < 20


@pytest.mark.parametrize("following", ['<a rel="next" href="{url}">lanjut</a>', '<a href="{url}">2</a>'])
def test_an_index_is_followed_to_its_next_page(crawled: Crawled, outlet: MakeOutlet, following: str) -> None:
    site = Site("indeks.example", {f"/read/{n}/a": Page(article(f"A {n}")) for n in (1, 2)})
    site.pages["/indeks"] = Page(listing("/read/1/a", "/tentang").body + following.format(url="/indeks?page=2").encode())
    site.pages["/indeks?page=2"] = listing("/read/2/a", "/indeks")
    with World(site) as world:
        crawled.run(world, [outlet(site.host, "index /indeks", article=PATTERN)])
        assert "/tentang" not in world.paths(site.host)
    assert sorted(p.url or "" for p in crawled.pages) == [f"{site.base}/read/{n}/a" for n in (1, 2)]


def test_a_search_finds_what_feeds_no_longer_list(crawled: Crawled, outlet: MakeOutlet) -> None:
    site = Site("arsip.example", {"/read/1/lama": Page(article("Lama"))})
    site.pages["/?s=netralitas+ASN"] = listing("/read/1/lama")
    entry = outlet(site.host, "search /?s={word}", article=PATTERN)
    with World(site) as world:
        crawled.run(world, [entry])
        assert world.log == []
        crawled.run(world, [entry], words=["netralitas ASN"])
    assert [p.url for p in crawled.pages] == [f"{site.base}/read/1/lama"]


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        (([], ["/read/1/a"], ["/read/2/b"]), []),
        ((["/read/9/z"], ["/read/1/a"], ["/read/2/b"]), ["search /?s={word}: kata tanpa arti menemukan 1 alamat"]),
        (([], ["/read/1/a"], ["/read/1/a"]), ["search /?s={word}: dua kata menemukan hal yang sama"]),
    ],
)
def test_a_search_that_ignores_its_query_does_not_pass_the_gate(
    tmp_path: Path, outlet: MakeOutlet, answers: tuple[list[str], ...], problem: list[str]
) -> None:
    site = Site("cari.example", {"/read/1/a": Page(article("A")), "/": listing("/read/1/a")})
    for word, hrefs in zip(("xqzvkwjq", "netralitas+ASN", "harga+cabai"), answers, strict=True):
        site.pages[f"/?s={word}"] = listing(*hrefs)
    with World(site) as world:
        seen = check(outlet(site.host, "page /", "search /?s={word}", article=PATTERN), tmp_path, delay=0.0, resolve=world.resolve)
    assert seen.problems == problem
