"""Other tools play what the archive holds: pywb shows each page at each of its times, also where it had not changed."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from crawler.archive import Archive, ArchivedPage
from crawler.registry import Entry
from tests.crawler.conftest import Crawled
from tests.crawler.world import Page, Site, World, article, rss
from tests.services.replay import is_there, playing

pytestmark = [pytest.mark.replay, pytest.mark.slow]


@pytest.fixture(autouse=True)
def player() -> None:
    if not is_there():
        pytest.skip("pywb is not installed: ./netra test --install installs it")


def played(url: str, when: str, page: str) -> tuple[int, str, bytes]:
    """What pywb shows of a page (as it was archived, not rewritten) at a time: status, type, body."""
    with urllib.request.urlopen(f"{url}/{when}id_/{page}", timeout=20) as answer:
        return answer.status, answer.headers["Content-Type"], answer.read()


def captures(url: str, page: str) -> list[dict[str, str]]:
    with urllib.request.urlopen(f"{url}/cdx?url={page}&output=json", timeout=20) as answer:
        return [json.loads(line) for line in answer.read().splitlines()]


def test_a_crawl_is_played_back(crawled: Crawled, outlet: Callable[..., Entry]) -> None:
    site = Site("kabarsungai.example", {f"/a{n}": Page(article(f"Camat {n}"), validators=n % 2 == 0) for n in range(4)})
    site.pages["/salinan"] = site.pages["/a0"]
    site.pages["/feed/"] = Page(rss([f"{site.base}/{path}" for path in ("a0", "a1", "a2", "a3", "salinan")]))
    entry = outlet(site.host, "feed /feed/")
    with World(site) as world:
        crawled.run(world, [entry])
        site.pages["/a3"] = Page(article("Camat 3, diralat"))
        crawled.run(world, [entry], recheck=True)
        site.pages["/a2"] = Page(b"dihapus", status=410)
        crawled.run(world, [entry], recheck=True)
    (crawled.folder / "putar").mkdir()
    with playing(sorted((crawled.folder / "arsip").glob("*.warc.gz")), crawled.folder / "putar") as url:
        for path in ("a0", "a1"):  # a 304, and the same bytes
            seen = captures(url, f"{site.base}/{path}")
            assert [c["mime"] for c in seen] == ["text/html", "warc/revisit", "warc/revisit"]
            body = site.pages[f"/{path}"].body
            assert {played(url, c["timestamp"], f"{site.base}/{path}") for c in seen} == {(200, "text/html; charset=utf-8", body)}
        first, *_, last = captures(url, f"{site.base}/a3")
        assert b"diralat" not in played(url, first["timestamp"], f"{site.base}/a3")[2]
        assert b"diralat" in played(url, last["timestamp"], f"{site.base}/a3")[2]
        (copy, *_) = captures(url, f"{site.base}/salinan")
        assert played(url, copy["timestamp"], f"{site.base}/salinan")[2] == site.pages["/a0"].body
        assert [c["status"] for c in captures(url, f"{site.base}/a2") if c.get("status")] == ["200", "410"]


def test_what_was_given_by_hand_and_old_files_are_played_too(tmp_path: Path) -> None:
    (tmp_path / "putar").mkdir()
    with Archive(tmp_path / "arsip") as archive:
        archive.write_resource(article("Surat"), "text/html", "surat.html", {"url": "https://kabarbukit.example/surat"})
        pages: list[ArchivedPage] = list(archive.pages())
    with playing(sorted((tmp_path / "arsip").glob("*.warc.gz")), tmp_path / "putar") as url:
        (capture,) = captures(url, "https://kabarbukit.example/surat")
        assert re.fullmatch(r"\d{14}", capture["timestamp"])
        assert played(url, capture["timestamp"], "https://kabarbukit.example/surat")[2] == pages[0].body
