"""A disk that takes no more ends the pass with its reason; when there is room again the next pass goes on, and nothing is damaged."""

from __future__ import annotations

import resource
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest

from crawler.archive import verify
from crawler.registry import Entry
from tests.crawler.conftest import Crawled
from tests.crawler.spiders.test_crash import world_of
from tests.crawler.world import World


@contextmanager
def full_at(size: int) -> Iterator[None]:
    """No file of this process or its children may grow beyond a size (in bytes) within the block."""
    limits, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("size", [1_000, 150_000, 500_000])
def test_the_pass_ends_with_its_reason_and_the_next_goes_on(crawled: Crawled, outlet: Callable[..., Entry], size: int) -> None:
    sites = world_of(hosts=2, articles=120)
    outlets = [outlet(site.host, "feed /feed/") for site in sites]
    with World(*sites) as world:
        with full_at(size):
            report = crawled.run(world, outlets)
        assert not report.ok and not report.stopped
        again = crawled.run(world, outlets)
    assert again.ok and again.waiting == 0
    assert sorted(page.url or "" for page in crawled.pages) == sorted({page.url or "" for page in crawled.pages})
    assert len(crawled.pages) == 288
    assert verify(crawled.folder / "arsip").ok
    with closing(sqlite3.connect(crawled.folder / "antrean.sqlite")) as frontier:
        assert frontier.execute("PRAGMA integrity_check").fetchone() == ("ok",)
