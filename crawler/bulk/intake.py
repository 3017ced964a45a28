"""Taking bulk files into the archive: several processes, resumable by file and offset, nothing taken twice."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, as_completed
from pathlib import Path

import msgspec

from crawler.archive import Archive, Exchange
from crawler.archive.records import sha256_of
from crawler.bulk.sources import BulkProblem, Candidate, Skipped, read_source
from crawler.registry import Registry

_SCHEMA = Path(__file__).with_name("progress.sql")
_AT_ONCE = 500  # records between two syncs: at 1,500 a second three a second
_BUSY_SECONDS = 30.0


class BulkReport(msgspec.Struct):
    """What came of the files: records read, pages taken, pages that the archive had, and the rest by reason; problems a line each."""

    files: int = 0
    records: int = 0
    taken: int = 0
    known: int = 0
    skipped: dict[str, int] = {}
    problems: list[str] = []

    def add(self, other: BulkReport) -> None:
        """Add another report."""
        self.files += other.files
        self.records += other.records
        self.taken += other.taken
        self.known += other.known
        self.skipped = dict(Counter(self.skipped) + Counter(other.skipped))
        self.problems += other.problems


def backfill(
    paths: Sequence[Path],
    archive_folder: Path,
    *,
    registered_only: bool = True,
    keep_all: bool = False,
    executor: Executor | None = None,
    on_progress: Callable[[Path, BulkReport], None] = lambda _path, _report: None,
) -> BulkReport:
    """Take what the files hold of the subject, from registered outlets unless told otherwise.

    With an `executor` (ProcessPoolExecutor, Dask's) each file is a task of its own. Begun files are read on where they were left, done
    ones not again. A file that can't be read is a problem in the report, and the others go on.
    """
    report = BulkReport()
    arguments = (archive_folder, registered_only, keep_all)
    if executor is None:
        for path in paths:
            one = _file(path, *arguments)
            report.add(one)
            on_progress(path, one)
        return report
    tasks = {executor.submit(_file, path, *arguments): path for path in paths}
    for task in as_completed(tasks):
        report.add(task.result())
        on_progress(tasks[task], task.result())
    return report


def _file(path: Path, archive_folder: Path, registered_only: bool, keep_all: bool) -> BulkReport:
    """Take one file."""
    report = BulkReport(files=1)
    registry = Registry.load() if registered_only else None
    with Archive(archive_folder) as archive:
        progress = _Progress(archive_folder, path)
        try:
            source = iter(()) if progress.done else read_source(path, registry, keep_all=keep_all, start=progress.offset)
            for records in _batches(source, report):
                with archive.batch():
                    for _, found in records:
                        _take(archive, found, path, report)
                progress.reach(records[-1][0])
            if not report.problems:
                progress.finish()
        finally:
            progress.close()
    return report


def _batches(source: Iterator[tuple[int, Candidate | Skipped]], report: BulkReport) -> Iterator[list[tuple[int, Candidate | Skipped]]]:
    """Records to be taken with one sync; where the source can't be read on, what came before, and the problem goes into the report."""
    batch = []
    try:
        for record in source:
            batch.append(record)
            if len(batch) >= _AT_ONCE:
                yield batch
                batch = []
    except BulkProblem as problem:
        report.problems.append(str(problem))
    if batch:
        yield batch


def _take(archive: Archive, found: Candidate | Skipped, path: Path, report: BulkReport) -> None:
    report.records += 1
    if isinstance(found, Skipped):
        report.skipped[found.reason] = report.skipped.get(found.reason, 0) + 1
    elif archive.has(sha256=sha256_of(found.body), name=found.url):
        report.known += 1
    else:
        report.taken += 1
        metadata = {"found_by": path.name}
        if found.kind == "response":
            archive.write_response(Exchange(found.url, 200, found.body, found.fetched, "OK", found.headers), metadata)
        else:
            known = {"url": found.url, "title": found.title, "published": found.published}
            archive.write_resource(found.body, "text/html; charset=utf-8", found.url, metadata | known, fetched=found.fetched)


class _Progress:
    """How far a file was read, in the archive's folder."""

    def __init__(self, folder: Path, path: Path) -> None:
        self._db = sqlite3.connect(folder / "bulk.sqlite", timeout=_BUSY_SECONDS, isolation_level=None)
        self._db.executescript(_SCHEMA.read_text())
        self._key = str(path.resolve())
        self._size = path.stat().st_size if path.exists() else 0
        row = self._db.execute("SELECT offset, done FROM files WHERE path = ? AND size = ?", (self._key, self._size)).fetchone()
        self.offset: int = row[0] if row else 0
        self.done = bool(row and row[1])

    def reach(self, offset: int) -> None:
        """Everything before this offset is in the archive; the record at it is read again, and found to be known."""
        self._write(offset, done=False)

    def finish(self) -> None:
        """The file is done."""
        self._write(self.offset, done=True)

    def close(self) -> None:
        self._db.close()

    def _write(self, offset: int, *, done: bool) -> None:
        self.offset = offset
        self._db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (self._key, self._size, offset, done))
