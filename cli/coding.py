"""Coding an archive into a store: what came since the last time, or all of it into a new store."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from cli.containers import Containers
from cli.exits import Stop
from cli.folder import DataFolder
from cli.pipeline import Pipeline, PipelineReport
from cli.progress import bar
from cli.settings import Settings
from cli.wiring import registry_of, sources_of, store_of
from crawler.archive import Archive, ArchiveProblem


@contextmanager
def coding(folder: DataFolder, *, alone: bool = False) -> Iterator[None]:
    """Held while anything is coded into a folder's store; `alone` waits until nobody else does. A killed process lets go of it."""
    with (folder.root / "coding.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        yield


@contextmanager
def _rebuilding(folder: DataFolder) -> Iterator[None]:
    """Only one at a time: two would fill the same store beside. Raises Stop where one runs."""
    with (folder.root / "rebuild.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Stop("rebuild lain sedang berjalan di folder ini; tunggu sampai selesai") from error
        yield


def code_archive(
    folder: DataFolder, settings: Settings, *, quiet: bool = True, on_page: Callable[[str], None] | None = None
) -> PipelineReport:
    """Code what came into the folder's archive since it was last coded into the store; `on_page` is told the name of each page read.
    Raises Stop.

    The mark is set only when the store holds all of it: after a crash the same pages are coded again, which changes nothing.
    """
    mark = folder.mark(settings.store)
    with coding(folder):
        try:
            with Archive(folder.archive) as archive, store_of(folder, settings) as store, Containers(folder.containers) as containers:
                ends, since = archive.ends(), _read_mark(mark)
                sources = sources_of(archive, registry_of(folder, settings), since)
                report = Pipeline(store, containers, on_page).run(bar(sources, "mengodekan", quiet=quiet))
        except ArchiveProblem as problem:
            raise Stop(str(problem)) from problem
        _write_mark(mark, ends)
    return report


def code_anew(folder: DataFolder, settings: Settings, *, quiet: bool = True) -> PipelineReport:
    """Code the whole archive into a new store beside the one in use, which takes its place only when it holds all. Raises Stop.

    What came into the archive meanwhile is coded with the next pages.
    """
    try:
        with (
            _rebuilding(folder),
            Archive(folder.archive) as archive,
            store_of(folder, settings, beside=True) as store,
            Containers(folder.containers) as containers,
        ):
            ends = archive.ends()
            sources = sources_of(archive, registry_of(folder, settings))
            report = Pipeline(store, containers).run(bar(sources, "mengodekan", quiet=quiet))
            with coding(folder, alone=True):
                store.take_place()
                _write_mark(folder.mark(settings.store), ends)
    except ArchiveProblem as problem:
        raise Stop(str(problem)) from problem
    return report


def _write_mark(mark: Path, ends: dict[str, int]) -> None:
    part = mark.with_suffix(f".{os.getpid()}.part")  # `ingest` or another crawl may code at the same time
    part.write_text(json.dumps(ends), encoding="utf-8")
    part.replace(mark)


def _read_mark(mark: Path) -> dict[str, int]:
    try:
        return msgspec.json.decode(mark.read_bytes(), type=dict[str, int])
    except (FileNotFoundError, msgspec.DecodeError):
        return {}  # never coded, or cut off while written: code all again
