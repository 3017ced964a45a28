"""Reading the whole archive and checking that every digest matches."""

from __future__ import annotations

from pathlib import Path

import msgspec
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from crawler.archive.pages import ArchiveProblem
from crawler.archive.reader import read_warc
from crawler.archive.segment import OPEN, SUFFIX
from crawler.archive.torn import whole_end


class Verification(msgspec.Struct):
    """What was read: files, records of all kinds, pages; and each problem in one line."""

    files: int = 0
    records: int = 0
    pages: int = 0
    problems: list[str] = []

    @property
    def ok(self) -> bool:
        """Whether everything could be read and matched."""
        return not self.problems


def verify(folder: Path) -> Verification:
    """Read every closed WARC file of a folder: members whole, block and payload digests (SHA-1 of WARC, our SHA-256) right.

    A file that a process still has open is read too, as far as it is whole. Raises ArchiveProblem where the folder is not there.
    """
    if not folder.is_dir():
        raise ArchiveProblem(f"folder arsip tidak ada ({folder})")
    found = Verification()
    for path in sorted([*folder.glob(f"netra-*{SUFFIX}"), *folder.glob(f"netra-*{SUFFIX}{OPEN}")]):
        found.files += 1
        end = whole_end(path)
        if end < path.stat().st_size:
            found.problems.append(f"{path.name}: ekor rusak sejak bita {end}")
        _check_digests(path, end, found)
        try:
            _check_pages(path, end, found)
        except ArchiveProblem as problem:
            found.problems.append(str(problem))
    return found


def _check_digests(path: Path, end: int, found: Verification) -> None:
    with path.open("rb") as file:
        iterator = ArchiveIterator(file, check_digests=True)
        try:
            for record in iterator:
                if iterator.offset >= end:
                    return
                record.raw_stream.read()
                found.records += 1
                if record.digest_checker.passed is False:
                    where = f"{path.name} pada {iterator.get_record_offset()}"
                    found.problems.append(f"{where}: {'; '.join(record.digest_checker.problems)}")
        except (ArchiveLoadFailed, EOFError) as error:
            found.problems.append(f"{path.name}: {error}")


def _check_pages(path: Path, end: int, found: Verification) -> None:
    for page in read_warc(path, end=end):
        found.pages += 1
        if page.metadata.get("sha256", page.sha256) != page.sha256:
            found.problems.append(f"{path.name} pada {page.pointer.offset}: SHA-256 tidak cocok")
