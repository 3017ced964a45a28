"""The SQLite database: one connection a thread, write-ahead log, and a revision that grows with each settling."""

from __future__ import annotations

import fcntl
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from index.store import StoreUnreachable

SCHEMA = Path(__file__).parent / "schema.sql"
FORMAT = "1"  # of the tables; another one asks for a rebuild
_PATIENCE = 120.0  # seconds to wait for another process's write
_LONG = 1.0  # seconds after which a writer lets others have a turn
_TURN = 0.1  # seconds that it leaves them: SQLite's waiting ones look again at least that often


class Database:
    """Connections to one database file, whose `id` no other database has. `read()` gives the thread's own, `write()` a transaction
    that is durable at its end.

    Raises StoreUnreachable where the file can't be opened or is of another format.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._local = threading.local()
        self._open: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._guard = threading.Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with self.write() as db:
                for statement in SCHEMA.read_text("utf-8").split(";\n"):
                    db.execute(statement)
                db.execute("INSERT OR IGNORE INTO meta VALUES ('format', ?), ('revision', '0'), ('id', ?)", (FORMAT, uuid4().hex))
                found = db.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()[0]
                self.id: str = db.execute("SELECT value FROM meta WHERE name = 'id'").fetchone()[0]
        except (sqlite3.Error, OSError) as error:
            self.close()
            raise StoreUnreachable(f"Basis data di {folder} tidak dapat dibuka ({error}); periksa izin folder dan ruang cakram") from error
        if found != FORMAT:
            self.close()
            raise StoreUnreachable(f"Basis data di {folder} dari versi lain; ./netra rebuild membuatnya lagi dari arsip")

    def read(self) -> sqlite3.Connection:
        """This thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            # Other threads only ever close it, at the end.
            connection = sqlite3.connect(self.folder / "netra.sqlite", timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA temp_store = MEMORY")
            self._local.connection = connection
            with self._guard:
                self._close_idle()
                self._open.append((threading.current_thread(), connection))
        return connection

    def _close_idle(self) -> None:
        """Close the connections of threads that have ended: a server's worker threads come and go."""
        ended = [(thread, connection) for thread, connection in self._open if not thread.is_alive()]
        for pair in ended:
            pair[1].close()
            self._open.remove(pair)

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A transaction: committed at the end, rolled back where it fails.

        Raises StoreUnreachable where the disk is full or the database does not answer.
        """
        db = self.read()
        try:
            db.execute("BEGIN IMMEDIATE")
            self._local.began = time.monotonic()
            yield db
            db.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back(db)
            raise StoreUnreachable(f"Basis data di {self.folder} tidak dapat ditulis ({error}); periksa ruang cakram") from error
        except BaseException:
            self._roll_back(db)
            raise

    @staticmethod
    def _roll_back(db: sqlite3.Connection) -> None:
        if db.in_transaction:  # a full disk has rolled back already
            db.execute("ROLLBACK")

    def checkpoint(self) -> None:
        """Within `write`: make durable what was written so far, let others write, and go on."""
        db = self.read()
        db.execute("COMMIT")
        if time.monotonic() - self._local.began > _LONG:
            time.sleep(_TURN)
        self._local.began = time.monotonic()
        db.execute("BEGIN IMMEDIATE")

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A read transaction: all that is read in it is of one moment."""
        db = self.read()
        if db.in_transaction:  # within a write, or a snapshot of the same thread
            yield db
            return
        db.execute("BEGIN")
        try:
            yield db
        finally:
            db.execute("ROLLBACK")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Only one process (and thread) settles at a time; the lock falls with its process."""
        with (self.folder / "settle.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def revision(self) -> int:
        """The revision of the records."""
        return int(self.read().execute("SELECT value FROM meta WHERE name = 'revision'").fetchone()[0])

    def close(self) -> None:
        """Close all connections."""
        with self._guard:
            for _, connection in self._open:
                connection.close()
            self._open.clear()
        self._local = threading.local()
