"""A real WordPress is found by feed, API and sitemap; edits become new pages, what did not change costs no copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from crawler.archive import Archive, verify
from crawler.registry import Entry
from tests.crawler.conftest import Crawled
from tests.services.wordpress import WordPress, is_there, running

pytestmark = [pytest.mark.wordpress, pytest.mark.slow]
HOST = "wartalembah.example"
PATTERN = r"^/\d{4}/\d{2}/\d{2}/[^/]+/?$"
TEXT = "Bawaslu mengingatkan netralitas ASN dalam pilkada. "


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WordPress]:
    if not is_there():
        pytest.skip("WordPress is not installed: ./netra test --install (as root) installs it")
    with running(HOST, tmp_path_factory.mktemp("wp")) as started:
        posts = [
            {"post_title": f"Camat {n} ditegur", "post_content": TEXT * 5, "post_date": f"2024-09-{n + 1:02} 08:00:00"} for n in range(25)
        ]
        posts.append(
            {"post_title": "Bersambung", "post_content": f"{TEXT}<!--nextpage-->{TEXT} bagian dua", "post_date": "2024-10-01 08:00:00"}
        )
        posts.append({"post_title": "Harga cabai", "post_content": "Harga cabai turun.", "post_date": "2024-10-02 08:00:00"})
        posts.append({"post_title": "Tentang kami", "post_content": TEXT, "post_type": "page"})
        started.ids = dict(zip([p["post_title"] for p in posts], started.write(posts), strict=True))  # type: ignore[attr-defined]
        yield started


def entry(*discovery: str) -> Entry:
    return Entry(
        id=HOST,
        name="Warta Lembah",
        domains=[HOST],
        province="16",
        discovery=list(discovery),
        scheme="http",
        article=PATTERN,
        cms="wordpress",
    )


def run(crawled: Crawled, site: WordPress, *discovery: str, recheck: bool = False) -> dict[str, int]:
    report = crawled.run(site, [entry(*discovery)], recheck=recheck, timeout=25.0)  # type: ignore[arg-type]
    assert report.ok
    return report.outlets[HOST]


@pytest.mark.parametrize("way", ["wordpress /wp-json/wp/v2/posts", "sitemap /robots.txt"])
def test_every_article_is_found_and_nothing_else(site: WordPress, tmp_path: Path, way: str) -> None:
    crawled = Crawled(tmp_path)
    counts = run(crawled, site, way)
    firsts = [page for page in crawled.pages if page.part_of is None]
    assert len(firsts) == 26
    assert counts["off_topic"] >= 1
    assert all("/2024/" in page.name for page in firsts)
    with Archive(tmp_path / "arsip") as archive:
        (parted,) = [archive.document(p) for p in archive.pages() if p.name.endswith("/bersambung/")]
    assert [p.part for p in parted] == [1, 2] and b"bagian dua" in parted[1].body


def test_the_feed_gives_the_newest(site: WordPress, tmp_path: Path) -> None:
    crawled = Crawled(tmp_path)
    run(crawled, site, "feed /feed/")
    assert len([p for p in crawled.pages if p.part_of is None]) >= 8


def test_edits_become_new_pages_and_the_rest_costs_nothing(site: WordPress, tmp_path: Path, outlet: Callable[..., Entry]) -> None:
    crawled = Crawled(tmp_path)
    ways = ("wordpress /wp-json/wp/v2/posts", "sitemap /robots.txt")
    run(crawled, site, *ways)
    before = len(crawled.pages)
    ids = site.ids  # type: ignore[attr-defined]
    site.write([{"ID": ids[f"Camat {n} ditegur"], "post_content": f"{TEXT} RALAT: bukan camat."} for n in (3, 7)])
    counts = run(crawled, site, *ways)
    assert counts["fetched"] == 2
    edited = crawled.pages[before:]
    assert sorted(p.name.split("/")[-2] for p in edited) == ["camat-3-ditegur", "camat-7-ditegur"]
    assert all(b"RALAT" in p.body for p in edited)
    counts = run(crawled, site, *ways, recheck=True)
    assert counts.get("fetched", 0) == 0 and counts["unchanged"] >= 26
    assert len(crawled.pages) == before + 2
    assert verify(tmp_path / "arsip").ok


def test_its_history_is_searched_by_word_and_day(site: WordPress, tmp_path: Path) -> None:
    crawled = Crawled(tmp_path)
    outlets = [entry("wordpress /wp-json/wp/v2/posts")]
    since, until = date(2024, 9, 5), date(2024, 9, 9)
    report = crawled.run(site, outlets, words=["netralitas ASN", "kata-yang-tidak-ada"], since=since, until=until)  # type: ignore[arg-type]
    assert report.ok
    assert sorted(p.name.split("/")[-2] for p in crawled.pages) == [f"camat-{n}-ditegur" for n in range(4, 9)]
