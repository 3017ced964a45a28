"""What the crawler's tests share: crawling a world into a folder of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from crawler.archive import Archive, ArchivedPage
from crawler.crawl import crawl
from crawler.frontier import Address, Frontier
from crawler.job import CrawlProgress, CrawlReport
from crawler.registry import Entry
from tests.crawler.world import World


@dataclass
class Crawled:
    """A folder with archive and frontier, and passes over a world."""

    folder: Path
    progress: list[CrawlProgress] = field(default_factory=list)

    def run(self, world: World, outlets: Sequence[Entry], **settings: Any) -> CrawlReport:
        given = {"delay": 0.0, "resolve": world.resolve, "timeout": 5.0, "on_progress": self.progress.append, **settings}
        report = crawl(outlets, self.folder / "arsip", self.folder / "antrean.sqlite", **given)
        assert report.peak_mb <= 250  # reliability.md, "Figures to reach"
        return report

    @property
    def pages(self) -> list[ArchivedPage]:
        with Archive(self.folder / "arsip") as archive:
            return list(archive.pages())

    @property
    def addresses(self) -> dict[str, Address]:
        with Frontier(self.folder / "antrean.sqlite") as frontier:
            return {address.url: address for address in frontier.all()}

    def statuses(self) -> dict[str, str]:
        return {url: str(address.status) for url, address in self.addresses.items()}


@pytest.fixture
def crawled(tmp_path: Path) -> Crawled:
    return Crawled(tmp_path)


@pytest.fixture(scope="session")
def outlet() -> Callable[..., Entry]:
    """Makes an entry for an invented host."""

    def make(host: str, *discovery: str, **changes: Any) -> Entry:
        given = {"id": host, "name": host, "domains": [host], "province": "16", "discovery": list(discovery), "scheme": "http", **changes}
        return Entry(**given)

    return make
