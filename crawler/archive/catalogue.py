"""A list of what lies where in the archive. It can be deleted: everything in it is read again from the WARC files."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from crawler.archive.pages import ArchivedPage, ArchiveProblem, Pointer
from crawler.archive.records import warc_date

FILE = "catalogue.sqlite"
_SCHEMA = Path(__file__).with_name("catalogue.sql")
_AGAIN_SECONDS = 0.02
_BUSY_SECONDS = 30.0  # several crawlers write one archive; a transaction takes milliseconds


class Row(NamedTuple):
    """One record. `part_of` and `part` as in ArchivedPage; `fetched` a WARC-Date."""

    file: str
    offset: int
    record: str
    kind: str
    name: str
    sha256: str
    fetched: str
    part_of: str | None = None
    part: int = 1

    @property
    def pointer(self) -> Pointer:
        """Where the record lies."""
        return Pointer(self.file, self.offset, self.record, self.sha256)


def row_of(page: ArchivedPage) -> Row:
    """The row of a page that was read."""
    p = page.pointer
    return Row(p.file, p.offset, p.record, page.kind, page.name, page.sha256, warc_date(page.fetched), page.part_of, page.part)


class Catalogue:
    """The list, in SQLite. Raises ArchiveProblem where it can't be opened."""

    def __init__(self, folder: Path) -> None:
        try:
            self._db = sqlite3.connect(folder / FILE, timeout=_BUSY_SECONDS, isolation_level=None)
            self._write_ahead()
            self._db.execute("PRAGMA synchronous=NORMAL")  # the WARC files are the truth; a lost row is read again at start
            self._db.executescript(_SCHEMA.read_text())
        except sqlite3.Error as error:
            raise ArchiveProblem(f"daftar arsip tidak dapat dibuka ({folder / FILE}): {error}") from error

    def _write_ahead(self) -> None:
        """Turn the write-ahead log on. SQLite waits for no lock here: of several processes that make the list at once, all but one are
        refused and ask again."""
        until = time.monotonic() + _BUSY_SECONDS
        while True:
            try:
                self._db.execute("PRAGMA journal_mode=WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(_AGAIN_SECONDS)
            else:
                return

    def add(self, file: str, scanned: int, rows: Iterable[Row]) -> None:
        """Add rows of a file and say up to which offset it has been read, in one transaction."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany("INSERT OR IGNORE INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
            self._db.execute(
                "INSERT INTO files VALUES (?, ?) ON CONFLICT (file) DO UPDATE SET scanned = max(scanned, excluded.scanned)",
                (file, scanned),
            )

    def scanned(self) -> dict[str, int]:
        """Each file with the offset up to which it has been read."""
        return dict(self._db.execute("SELECT file, scanned FROM files"))

    def has(self, sha256: str | None, name: str | None) -> bool:
        """Whether a record with this digest, this name, or both, is there."""
        where = [(c, v) for c, v in (("sha256", sha256), ("name", name)) if v is not None]
        query = "SELECT 1 FROM records WHERE " + " AND ".join(f"{column} = ?" for column, _ in where) + " LIMIT 1"  # noqa: S608
        return self._db.execute(query, [value for _, value in where]).fetchone() is not None

    def find(self, record: str) -> Row | None:
        """The row of a record id."""
        found = self._db.execute("SELECT * FROM records WHERE record = ?", (record,)).fetchone()
        return Row(*found) if found else None

    def with_body(self, sha256: str) -> list[Row]:
        """The first rows with this digest, at most ten."""
        found = self._db.execute("SELECT * FROM records WHERE sha256 = ? ORDER BY fetched, file, offset LIMIT 10", (sha256,))
        return [Row(*row) for row in found]

    def latest(self, name: str) -> Row | None:
        """The newest record of a name."""
        found = self._db.execute("SELECT * FROM records WHERE name = ? ORDER BY fetched DESC, file DESC, offset DESC LIMIT 1", (name,))
        row = found.fetchone()
        return Row(*row) if row else None

    def parts_of(self, record: str) -> list[Row]:
        """The further pages of a first page, in their order."""
        return [Row(*r) for r in self._db.execute("SELECT * FROM records WHERE part_of = ? ORDER BY part, file, offset", (record,))]

    def count(self) -> int:
        """How many pages and inputs the archive holds."""
        number: int = self._db.execute("SELECT count(*) FROM records").fetchone()[0]
        return number

    def close(self) -> None:
        """Close the database."""
        self._db.close()
