"""One WARC file being written by one process: locked, named `.open` until closed, each append atomic and on disk."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import count
from pathlib import Path

from crawler.archive.pages import ArchiveProblem
from crawler.archive.records import GroupBuilder

SUFFIX = ".warc.gz"
OPEN = ".open"
_numbers = count()


def sync_folder(folder: Path) -> None:
    """Make names in the folder durable (a new file's name is not, until its folder is synced)."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Between making a file and locking it another process could take it for an orphan: both do so under this lock."""
    with (folder / ".lock").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def is_owned(path: Path) -> bool:
    """Whether a living process holds the file open for writing (a lock dies with its process, so a reused pid can't deceive)."""
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


class Segment:
    """An open file. `name` is what it will be called once closed; `end` the offset behind the last whole, synced record."""

    def __init__(self, folder: Path) -> None:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        self.name = f"netra-{stamp}-{os.getpid()}-{next(_numbers):05d}{SUFFIX}"
        self._folder = folder
        self._path = folder / (self.name + OPEN)
        with locked(folder):
            self._file = self._path.open("xb", buffering=0)
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        self.end = 0
        self._sync = True
        info = {"software": f"netra, warcio/{version('warcio')}", "format": "WARC File Format 1.1", "isPartOf": "netra"}
        self.append(GroupBuilder().warcinfo(self.name, info).data)
        sync_folder(folder)

    def append(self, data: bytes) -> int:
        """Write whole records and sync them; gives the offset where they start.

        Raises ArchiveProblem where the disk does not take them; what was half written is cut, so the file stays whole.
        """
        start = self.end
        try:
            view = memoryview(data)
            while view:
                view = view[self._file.write(view) :]
            if self._sync:
                os.fsync(self._file.fileno())
        except OSError as error:
            with suppress(OSError):  # the start of the next process cuts it, if this one can't
                self._file.truncate(start)
                self._file.seek(start)
            raise ArchiveProblem(f"arsip tidak dapat ditulis ({self._path}): {error.strerror}") from error
        self.end = start + len(data)
        return start

    @contextmanager
    def one_sync(self) -> Iterator[None]:
        """Sync once, at the end: nothing written inside counts as done before."""
        self._sync = False
        try:
            yield
        finally:
            self._sync = True
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Give the file its lasting name."""
        os.fsync(self._file.fileno())
        self._path.rename(self._folder / self.name)
        sync_folder(self._folder)
        self._file.close()
