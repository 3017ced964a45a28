"""The containers of outlets' pages: learned from several pages, tried first on the next, forgotten where they fail.

How a page was read is kept for good, so a rebuild reads every page as it was read first, in whatever order: the same archive and
ledger give the same records.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from cli.bounded import Answer, Coded
from cli.exits import Stop
from extraction.article.container import agreed
from extraction.model import Source

AGREEING = 5  # pages in a row whose container is the same one before it is tried on others
CHECKED = 20  # one page of so many is read whole although the outlet's container is known
_TABLES = """
CREATE TABLE IF NOT EXISTS outlet (outlet TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS page (page BLOB PRIMARY KEY, container TEXT) WITHOUT ROWID;
"""


class Known(msgspec.Struct):
    """What is known of an outlet: its `container`, or the containers of its last pages while it is not learned; how often it `failed`."""

    container: str | None = None
    last: list[str] = []
    failed: int = 0


class Containers:
    """The state of all outlets of one data folder, in one file.

    Raises Stop where it can't be opened or written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._told("dibuka"):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, timeout=60)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.executescript(_TABLES)
        self._known: dict[str, Known] = {}
        self._asked: dict[bytes, bool] = {}  # pages that were handed out, and whether they had been read before
        self._pages: dict[bytes, str | None] = {}  # not yet written, so that no other process waits for a page that takes long
        self._changed: set[str] = set()

    def known(self, outlet: str) -> Known:
        """What is known of an outlet, to read."""
        if outlet not in self._known:
            row = self._database.execute("SELECT state FROM outlet WHERE outlet = ?", (outlet,)).fetchone()
            self._known[outlet] = msgspec.json.decode(row[0], type=Known) if row else Known()
        return self._known[outlet]

    def hinted(self, sources: Iterable[Source]) -> Iterator[Source]:
        """The sources with the container that is to be tried on each: the one it was read by before, else its outlet's."""
        for source in sources:
            outlet = _outlet(source)
            if outlet is None:
                yield source
                continue
            page = digest(source)
            row = self._read(page)
            self._asked[page] = row is not None
            container = row[0] if row else None if _is_checked(page) else self.known(outlet).container
            yield msgspec.structs.replace(source, container=container)

    def learn(self, source: Source, answer: Answer) -> None:
        """Take what became of a source that `hinted` gave."""
        outlet = _outlet(source)
        if outlet is None:
            return
        page = digest(source)
        if self._asked.pop(page, True) or not isinstance(answer, Coded):
            return
        version = answer.article.version
        by_learned = version.choice == "learned"
        self._pages[page] = source.container if by_learned else None
        if not by_learned:
            self._known[outlet] = after(self.known(outlet), version.container)
            self._changed.add(outlet)

    def commit(self) -> None:
        """Keep what was learned; before the records are put, so that none is there whose reading would be forgotten."""
        states = [(outlet, msgspec.json.encode(self._known[outlet]).decode()) for outlet in sorted(self._changed)]
        with self._told("ditulis"), self._database:
            self._database.executemany("INSERT OR IGNORE INTO page VALUES (?, ?)", self._pages.items())
            self._database.executemany("INSERT OR REPLACE INTO outlet VALUES (?, ?)", states)
        self._pages.clear()
        self._changed.clear()

    def close(self) -> None:
        """Keep what was learned, and close."""
        self.commit()
        self._database.close()

    def _read(self, page: bytes) -> tuple[str | None] | None:
        """The container by which a page was read before, in a tuple; None where it is new."""
        if page in self._pages:
            return (self._pages[page],)
        row: tuple[str | None] | None = self._database.execute("SELECT container FROM page WHERE page = ?", (page,)).fetchone()
        return row

    @contextmanager
    def _told(self, what: str) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise Stop(f"{self.path} tidak dapat {what}: {error}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def after(known: Known, found: str | None) -> Known:
    """What is known of an outlet after a page was read whole, whose article stood in the container `found` (None: in none).

    A learned container is forgotten as soon as a page's article stands elsewhere.
    """
    if known.container is not None:
        fits = found is not None and agreed([known.container, found]) == known.container
        return known if fits else Known(last=[found] if found else [], failed=known.failed + 1)
    if found is None:
        return Known(failed=known.failed)
    last = [*known.last, found]
    if agreed(last) is None:
        last = [found]
    learned = agreed(last) if len(last) >= AGREEING else None
    return Known(learned, [] if learned else last, known.failed)


def digest(source: Source) -> bytes:
    """Which page it is: its bytes and those of its further pages, at one outlet."""
    together = hashlib.sha256(f"{_outlet(source)}\n".encode())
    for body in (source.body, *source.parts):
        together.update(hashlib.sha256(body).digest())
    return together.digest()[:16]


def _is_checked(page: bytes) -> bool:
    """One page of CHECKED, always the same ones."""
    return int.from_bytes(page[:4], "big") % CHECKED == 0


def _outlet(source: Source) -> str | None:
    """The outlet of a source that can be hinted."""
    return (source.outlet.id or source.outlet.domain or None) if source.media_type == "text/html" else None
