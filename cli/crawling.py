"""Crawl, then code what came: the way that `crawl` and `demo` share."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from cli.exits import Exit, Stop
from cli.folder import DataFolder
from cli.pipeline import Pipeline, PipelineReport
from cli.progress import bar
from cli.settings import Settings
from cli.wiring import registry_of, sources_of, store_of
from crawler.archive import Archive, ArchiveProblem
from crawler.crawl import CrawlProblem, crawl
from crawler.job import CrawlProgress, CrawlReport
from crawler.registry import Entry
from crawler.spiders.seeds import search_words

TOLD_EVERY = 25  # addresses between two lines of progress


def crawl_outlets(
    outlets: Sequence[Entry],
    folder: DataFolder,
    settings: Settings,
    *,
    resolve: Mapping[str, tuple[str, int]] | None = None,
    delay: float | None = None,
    recheck: bool = False,
    history: tuple[date | None, date | None] | None = None,
    quiet: bool = True,
) -> CrawlReport:
    """One pass over the outlets into the folder's archive; `history` searches the past, between two days if they are given.

    Raises Stop where it can't be begun or breaks."""
    told: Counter[str] = Counter()

    def tell(progress: CrawlProgress) -> None:
        told[progress.status] += 1
        if not quiet and told.total() % TOLD_EVERY == 0:
            print(f"  {told.total()} alamat: " + ", ".join(f"{n} {status}" for status, n in told.most_common()), flush=True)

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
            words=search_words() if history else (),
            since=history[0] if history else None,
            until=history[1] if history else None,
            on_progress=tell,
        )
    except CrawlProblem as problem:
        raise Stop(str(problem), Exit.FAILED) from problem


def code_archive(
    folder: DataFolder, settings: Settings, *, quiet: bool = True, on_page: Callable[[str], None] | None = None
) -> PipelineReport:
    """Code what came into the folder's archive since it was last coded into the store; `on_page` is told the name of each page read.
    Raises Stop.

    The mark is set only when the store holds all of it: after a crash the same pages are coded again, which changes nothing.
    """
    mark = folder.mark(settings.store)
    try:
        with Archive(folder.archive) as archive, store_of(folder, settings) as store:
            ends, since = archive.ends(), _read_mark(mark)
            sources = sources_of(archive, registry_of(folder), since)
            report = Pipeline(store, on_page).run(bar(sources, "mengodekan", quiet=quiet))
    except ArchiveProblem as problem:
        raise Stop(str(problem)) from problem
    part = mark.with_suffix(".part")
    part.write_text(json.dumps(ends), encoding="utf-8")
    part.replace(mark)
    return report


def _read_mark(mark: Path) -> dict[str, int]:
    try:
        return msgspec.json.decode(mark.read_bytes(), type=dict[str, int])
    except (FileNotFoundError, msgspec.DecodeError):
        return {}  # never coded, or cut off while written: code all again


def crawl_summary(report: CrawlReport) -> str:
    """What a pass did, by outlet, in words."""
    head = f"{report.requests} permintaan, {report.archived} halaman diarsipkan, {report.waiting} alamat menunggu"
    outlets = [f"  {outlet}: {_counts(counts)}" for outlet, counts in sorted(report.outlets.items())]
    torn = [f"  ekor rusak dipotong: {t.file} pada bita {t.offset}" for t in report.torn]
    problems = [f"  masalah: {problem}" for problem in report.problems]
    return "\n".join([f"{head}, {report.seconds:.0f} detik", *outlets, *torn, *problems])


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{n} {status}" for status, n in sorted(counts.items()))
