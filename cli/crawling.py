"""One pass over outlets into a data folder: the way that `crawl` and `demo` share."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from threading import Thread

from cli.exits import Exit, Stop
from cli.folder import DataFolder
from cli.logs import Log
from cli.settings import Settings
from cli.statuses import in_words
from crawler.crawl import CrawlProblem, crawl
from crawler.job import CrawlProgress, CrawlReport
from crawler.registry import Entry, Registry
from crawler.spiders.seeds import search_words

TOLD_EVERY = 25  # addresses between two lines of progress


@lru_cache(maxsize=1)
def load_coding() -> Thread:
    """Begin to load what codes pages, here and in the coder's process (3 s of a processor's time): a crawl waits for servers most of the
    time. Who codes joins the thread first."""
    thread = Thread(target=_load_coding, daemon=True)
    thread.start()
    return thread


def _load_coding() -> None:
    importlib.import_module("cli.bounded").shared_coder().start()
    importlib.import_module("cli.coding")
    Registry.load()


def crawl_outlets(
    outlets: Sequence[Entry],
    folder: DataFolder,
    settings: Settings,
    *,
    resolve: Mapping[str, tuple[str, int]] | None = None,
    delay: float | None = None,
    recheck: bool = False,
    adaptive: bool = False,
    history: tuple[date | None, date | None] | None = None,
    quiet: bool = True,
    log: Log | None = None,
) -> CrawlReport:
    """One pass over the outlets into the folder's archive; `history` searches the past, between two days if they are given. `log` is
    told of each address (without one, lines of progress unless `quiet`).

    Raises Stop where it can't be begun or breaks.
    """
    told: Counter[str] = Counter()
    log = log or Log("text", quiet=quiet)

    def tell(progress: CrawlProgress) -> None:
        load_coding()  # once the crawler is at work: both at the same time would start it late
        told[progress.status] += 1
        log.event("address", outlet=progress.outlet, url=progress.url, status=progress.status, reason=progress.reason)
        if not log.quiet and told.total() % TOLD_EVERY == 0:
            print(f"  {told.total()} alamat: " + in_words(told.most_common()), flush=True)

    try:
        return crawl(
            outlets,
            folder.archive,
            folder.frontier,
            delay=settings.delay if delay is None else delay,
            keep=settings.keep,
            contact=settings.contact,
            resolve=resolve,
            recheck=recheck,
            adaptive=adaptive,
            words=search_words() if history else (),
            since=history[0] if history else None,
            until=history[1] if history else None,
            on_progress=tell,
        )
    except CrawlProblem as problem:
        raise Stop(str(problem), Exit.FAILED) from problem


def crawl_summary(report: CrawlReport) -> str:
    """What a pass did, by outlet, in words."""
    head = f"{report.requests} permintaan, {report.archived} halaman diarsipkan, {report.waiting} alamat menunggu"
    outlets = [f"  {outlet}: {in_words(sorted(counts.items()))}" for outlet, counts in sorted(report.outlets.items()) if counts]
    torn = [f"  ekor rusak dipotong: {t.file} pada bita {t.offset}" for t in report.torn]
    problems = [f"  masalah: {problem}" for problem in report.problems]
    return "\n".join([f"{head}, {report.seconds:.0f} detik", *outlets, *torn, *problems])
