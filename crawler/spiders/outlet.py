"""The one spider: it asks for what the dispatcher chooses, and hands each response to the outcomes."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, cast

import msgspec
from scrapy import Request, Spider, signals
from scrapy.exceptions import StopDownload
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.archive import Archive, ArchiveProblem, Exchange
from crawler.clock import steady_clock
from crawler.frontier import Address, Decision, Found, Frontier, FrontierProblem, Role, Status
from crawler.job import CrawlProgress, CrawlReport, Job, Message
from crawler.policy.limits import MAX_COPIES, MAX_HISTORY_PAGES, MAX_LISTING_PAGES, MAX_ROBOTS_BYTES, STOP_SECONDS
from crawler.policy.resolver import refusals
from crawler.policy.revisit import UNMODIFIED_IN_A_ROW
from crawler.registry import Registry, RegistryProblem
from crawler.spiders.dispatch import Dispatcher, Task
from crawler.spiders.failures import forbidden, reason_of
from crawler.spiders.outcomes import Outcome, Outcomes, failure
from crawler.spiders.seeds import seeds

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

MAX_TOLD_FAULTS = 20  # of a pass, in its report; all are in the log
_POLL_SECONDS = 1.0  # how long the loop sleeps at most; each request that comes back wakes it


class OutletSpider(Spider):
    """Crawls the outlets of a job (setting NETRA_JOB, JSON) in one pass."""

    name = "outlet"

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.job = job
        self._clock = steady_clock()
        self._began = self._clock()
        self.problems: list[str] = []  # what ends the pass
        self.faults: list[str] = []  # what does not
        self.archive = Archive(Path(job.archive))
        self.frontier = Frontier(Path(job.frontier), self._clock)
        self.registry = Registry(job.outlets)
        self.dispatcher = Dispatcher(self.frontier, self.registry, job, self._clock)
        pages = MAX_HISTORY_PAGES if job.words else MAX_LISTING_PAGES
        self.outcomes = Outcomes(self.archive, self.registry, keep_all=job.keep == "all", pages=pages)
        self._counts: dict[str, Counter[str]] = {entry.id: Counter() for entry in job.outlets}
        self._requests = self._out = 0
        self._finished = self._stopping = False
        self._wakened = asyncio.Event()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *_args: object, **_kwargs: object) -> Self:
        """Scrapy's way to make one."""
        try:
            spider = cls(msgspec.json.decode(crawler.settings["NETRA_JOB"], type=Job))
        except (ArchiveProblem, FrontierProblem, RegistryProblem) as problem:
            _tell(CrawlReport(outlets={}, requests=0, archived=0, seconds=0.0, problems=[str(problem)]))
            raise
        spider._set_crawler(crawler)
        crawler.signals.connect(spider.on_bytes, signals.bytes_received)
        crawler.signals.connect(spider.on_error, signals.spider_error)
        crawler.signals.connect(spider.on_closed, signals.spider_closed)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Requests as they fall due, until nothing is left for this pass or it is interrupted."""
        self._listen()
        self._begin_pass()
        while not self.problems and not self._stopping:
            chosen = self._choose()
            if isinstance(chosen, Task):
                yield self._request(chosen)
                continue
            if chosen is None and not self._out:
                self._finished = True
                return
            self._wakened.clear()
            try:
                await asyncio.wait_for(self._wakened.wait(), min(_POLL_SECONDS, _POLL_SECONDS if chosen is None else chosen))
            except TimeoutError:
                continue

    def on_response(self, response: Response) -> None:
        """A response to any request."""
        task: Task = response.meta["task"]
        exchange = _exchange(response)
        if task.address is None:
            self.dispatcher.take_robots(task, exchange)
            self._end(task)
        else:
            self._settle(task, task.address, self._judge(task.address, exchange, self.dispatcher.retry_seconds(task.url)))

    def _judge(self, address: Address, exchange: Exchange, retry_seconds: float) -> Outcome:
        try:
            return self.outcomes.of(address, exchange, retry_seconds)
        except (ArchiveProblem, FrontierProblem, sqlite3.Error):
            raise
        except Exception as error:  # a fault of ours on one page must not cost the other outlets their pass; it is told
            self.logger.exception("fault on %s", address.url)
            reason = f"kesalahan program: {type(error).__name__}: {error}"[:200]
            self.faults.append(f"{address.url}: {reason}")
            return Outcome(Decision(Status.FAILED, reason, exchange.status), failed=True)

    def on_failure(self, failed: Failure) -> None:
        """A request that got no response."""
        task: Task = cast(Any, failed).request.meta["task"]
        reason = reason_of(failed, task.url, refusals)
        if task.address is None:
            self.dispatcher.take_robots(task, None, reason)
            self._end(task, Outcome(failed=True))
            return
        decision = forbidden(failed, task.url, refusals)
        outcome = Outcome(decision) if decision else failure(task.address, reason, self.dispatcher.retry_seconds(task.url))
        self._settle(task, task.address, outcome)

    def on_bytes(self, data: bytes, request: Request) -> None:
        """Of robots.txt no more is read than the limit."""
        task = request.meta.get("task")
        if task is not None and task.address is None:
            request.meta["received"] = request.meta.get("received", 0) + len(data)
            if request.meta["received"] > MAX_ROBOTS_BYTES:
                raise StopDownload(fail=False)

    def on_error(self, failure: Failure) -> None:
        """A fault of our own ends the pass: what is in the frontier waits for the next."""
        self.problems.append(f"{failure.type.__name__ if failure.type else 'galat'}: {failure.getErrorMessage()}")
        self._wakened.set()

    def on_closed(self, reason: str) -> None:
        """Close the files and tell what was done."""
        report = self._report()
        self._close()
        _tell(report)
        self.logger.info("closed: %s", reason)

    def _listen(self) -> None:
        """SIGINT and SIGTERM end the pass cleanly, however often they come (a supervisor's reaches this process and, through its parent,
        reaches it again). The standard input never says anything more: it ends with the parent, and then nobody is left to crawl for."""
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, self._stop)
        loop.add_reader(sys.stdin.fileno(), self._leave)

    def _stop(self) -> None:
        """Send nothing more; what is in the air may still come in for a while."""
        if not self._stopping:
            self._stopping = True
            self._wakened.set()
            asyncio.get_running_loop().call_later(STOP_SECONDS, self._leave)

    def _leave(self) -> None:
        """End at once: what is in the air is asked for again by the next pass."""
        report = self._report()
        self._close()
        with suppress(BrokenPipeError):
            _tell(report)
        os._exit(0)

    def _close(self) -> None:
        self.archive.close()
        self.frontier.close()

    def _report(self) -> CrawlReport:
        counts = {outlet: dict(sorted(c.items())) for outlet, c in self._counts.items()}
        known = self.frontier.counts()
        return CrawlReport(
            outlets=counts,
            requests=self._requests,
            archived=self.outcomes.archived,
            seconds=round(self._clock() - self._began, 3),
            peak_mb=_peak_mb(),
            waiting=sum(known.get(entry.id, {}).get("waiting", 0) for entry in self.registry),
            stopped=not self._finished and not self.problems,
            problems=[*self.problems, *self.faults[:MAX_TOLD_FAULTS]],
            torn=self.archive.torn,
        )

    def _begin_pass(self) -> None:
        today = datetime.now(UTC).date()
        listings = [
            Found(url, url, entry.id, self.registry.slot(url), role, "registry")
            for entry in self.registry
            for role, url in seeds(entry, self.job, today)
        ]
        self.frontier.begin_pass(listings, [entry.id for entry in self.registry], recheck=self.job.recheck, adaptive=self.job.adaptive)
        self.dispatcher.begin_pass(self._decided)

    def _choose(self) -> Task | float | None:
        """The next task that needs a request; what a crash left archived but undecided needs none."""
        while True:
            chosen = self.dispatcher.next()
            if not isinstance(chosen, Task) or chosen.address is None:
                return chosen
            recovered = self.outcomes.recovered(chosen.address)
            if recovered is None or recovered.decision is None:
                return chosen
            self._decide(chosen.address, recovered.decision, recovered.found)

    def _request(self, task: Task) -> Request:
        self.dispatcher.begin(task)
        self._requests += 1
        self._out += 1
        return Request(
            task.url,
            callback=self.on_response,
            errback=self.on_failure,
            headers=_conditions(task.address),
            meta={"task": task, "download_slot": task.slot, "handle_httpstatus_all": True},
            dont_filter=True,
        )

    def _settle(self, task: Task, address: Address, outcome: Outcome) -> None:
        if outcome.decision:
            self._decide(address, outcome.decision, outcome.found)
        elif outcome.fetch_url:
            slot = self.registry.slot(outcome.fetch_url)
            self.frontier.move(address, outcome.fetch_url, slot, outcome.hops, outcome.reason)
            self.dispatcher.wake(slot)
        else:
            self.frontier.postpone(address, outcome.again or 0.0, outcome.reason)
        self._end(task, outcome)

    def _end(self, task: Task, outcome: Outcome | None = None) -> None:
        self._out -= 1
        self.dispatcher.end(task, failed=bool(outcome and outcome.failed), hold=outcome.hold if outcome else 0.0)
        self._wakened.set()

    def _decide(self, address: Address, decision: Decision, found: list[Found]) -> None:
        self.frontier.decide(address, decision, found)
        for slot in {f.slot for f in found}:
            self.dispatcher.wake(slot)
        self._decided(address, decision)

    def _decided(self, address: Address, decision: Decision) -> None:
        counts = self._counts[address.outlet]
        counts[decision.status] += 1
        if counts[Status.COPY] >= MAX_COPIES:
            self.dispatcher.close(address.outlet)
        _tell(CrawlProgress(address.outlet, address.url, decision.status, decision.reason, dict(counts)))


def _exchange(response: Response) -> Exchange:
    request = response.request
    assert request is not None
    return Exchange(
        url=response.url,
        status=response.status,
        body=response.body,
        fetched=datetime.now(UTC),
        headers=_headers(response.headers),
        request_headers=_headers(request.headers),
        ip=str(response.ip_address) if response.ip_address else None,
    )


def _headers(headers: Any) -> list[tuple[str, str]]:  # noqa: ANN401  (scrapy's Headers)
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, values in headers.items() for value in values]


def _conditions(address: Address | None) -> dict[str, str]:
    """What makes a request conditional; a further page is asked for anew with its first, so that both fit."""
    if address is None or address.role is Role.PART or address.status is None or address.unmodified >= UNMODIFIED_IN_A_ROW:
        return {}
    given = {"If-None-Match": address.etag, "If-Modified-Since": address.last_modified}
    return {name: value for name, value in given.items() if value}


def _peak_mb() -> int:
    """The largest resident size of this process. (getrusage tells that of the parent too, which lent its memory until exec.)"""
    status = Path("/proc/self/status")
    if status.exists():
        return next((int(line.split()[1]) >> 10 for line in status.read_text().splitlines() if line.startswith("VmHWM:")), 0)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def _tell(message: Message) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(message) + b"\n")
    sys.stdout.buffer.flush()
