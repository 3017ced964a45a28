"""What a crawl is asked to do and what it tells: the messages between `crawl` and the process that crawls."""

from __future__ import annotations

from typing import Literal

import msgspec

from crawler.archive import TornTail
from crawler.policy.limits import ARTICLES_A_PASS, DELAY_SECONDS, TIMEOUT_SECONDS
from crawler.registry import Entry


class Job(msgspec.Struct, frozen=True):
    """One pass. Folders as strings; `resolve` sends hosts to an address and port; `recheck` asks for every known article again,
    `adaptive` for listings only as often as they give something new; `articles` bounds the articles of one outlet in this pass. `words`
    searches the outlets' history, within the days `since` and `until` (ISO)."""

    outlets: list[Entry]
    archive: str
    frontier: str
    delay: float = DELAY_SECONDS
    keep: Literal["hits", "all"] = "hits"
    contact: str = ""
    allow_addresses: list[str] = []
    resolve: dict[str, tuple[str, int]] = {}
    recheck: bool = False
    adaptive: bool = False
    articles: int = ARTICLES_A_PASS
    timeout: float = TIMEOUT_SECONDS
    words: list[str] = []
    since: str | None = None
    until: str | None = None


class CrawlProgress(msgspec.Struct, frozen=True, tag="progress"):
    """An address got its status: which, and how many of its outlet have so far got which in this pass."""

    outlet: str
    url: str
    status: str
    reason: str
    counts: dict[str, int]


class CrawlReport(msgspec.Struct, frozen=True, tag="report"):
    """What a pass did. `outlets` counts statuses by outlet; `waiting` addresses are left for the next pass; `problems` are faults of our
    own (each a line), `torn` what an earlier crash left in the archive; `peak_mb` the crawling process's
    largest resident size; `stopped` says that it was interrupted."""

    outlets: dict[str, dict[str, int]]
    requests: int
    archived: int
    seconds: float
    peak_mb: int = 0
    waiting: int = 0
    stopped: bool = False
    problems: list[str] = []
    torn: list[TornTail] = []

    @property
    def ok(self) -> bool:
        """Whether nothing of our own went wrong."""
        return not self.problems

    def total(self, status: str) -> int:
        """How many addresses got this status."""
        return sum(counts.get(status, 0) for counts in self.outlets.values())


class CrawlRefusal(msgspec.Struct, frozen=True, tag="refusal"):
    """The crawl can't be begun: why, in one line."""

    reason: str


Message = CrawlProgress | CrawlReport | CrawlRefusal
