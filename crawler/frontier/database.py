"""The frontier's SQLite file: opened, and brought up to the present form."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from crawler.policy.revisit import next_visit

_SCHEMA = Path(__file__).with_name("schema.sql")
_INDEXES = Path(__file__).with_name("indexes.sql")
_BUSY_SECONDS = 30.0
# Columns that came after the first form of the table.
_LATER = {"unmodified": "INTEGER NOT NULL DEFAULT 0", "again": "REAL", "interval": "REAL"}


class FrontierProblem(Exception):
    """The frontier can't be opened or written; the message is one line."""


def open_database(path: Path) -> sqlite3.Connection:
    """The database of a frontier, made if it is not there. Raises FrontierProblem where it can't be opened."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=NORMAL")  # after a power cut, what is archived but not decided is found in the archive
        db.executescript(_SCHEMA.read_text())
        _bring_up_to_date(db)
        db.executescript(_INDEXES.read_text())
    except (OSError, sqlite3.Error) as error:
        raise FrontierProblem(f"antrean perayap tidak dapat dibuka ({path}): {error}") from error
    return db


def _bring_up_to_date(db: sqlite3.Connection) -> None:
    columns = {row[1] for row in db.execute("PRAGMA table_info(addresses)")}
    missing = [name for name in _LATER if name not in columns]
    if not missing:
        return
    with db:
        db.execute("BEGIN IMMEDIATE")
        for name in missing:
            db.execute(f"ALTER TABLE addresses ADD COLUMN {name} {_LATER[name]}")
        rows = db.execute(
            "SELECT first_fetched, decided, url FROM addresses WHERE role = 'article' AND first_fetched IS NOT NULL"
        ).fetchall()
        db.executemany("UPDATE addresses SET again = ? WHERE url = ?", [(next_visit(first, last), url) for first, last, url in rows])
