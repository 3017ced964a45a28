"""Putting records into SQLite, and taking articles out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from extraction.model import CodedArticle
from index.document import day_of, outlet_key
from index.intake import Decision, Known, decide, decode, encode

_KNOWN = "SELECT record, seen FROM versions WHERE id = ?"
_NEWEST = "SELECT v.record, v.seen FROM articles a JOIN versions v ON v.id = a.version WHERE a.id = ?"
_VERSION = """
INSERT INTO versions (id, article, fetched, seen, record) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET fetched = excluded.fetched, seen = excluded.seen, record = excluded.record
"""
_ARTICLE = """
INSERT INTO articles (id, version, relevant, day, published, month, outlet, cluster, dirty, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 0)
ON CONFLICT (id) DO UPDATE SET version = excluded.version, relevant = excluded.relevant, day = excluded.day,
    published = excluded.published, month = excluded.month, outlet = excluded.outlet, dirty = 1
"""


def put_one(db: sqlite3.Connection, coming: CodedArticle) -> Decision:
    """Keep one record within the transaction.

    Raises UnicodeEncodeError where its text is no Unicode text.
    """
    decision = decide(coming, _known(db, _KNOWN, coming.version.id), _known(db, _NEWEST, coming.article.id))
    record, version = decision.record, decision.record.version
    raw = encode(record)
    db.execute(_VERSION, (version.id, record.article.id, version.fetched.isoformat(), decision.seen.isoformat(), raw))
    db.executemany("INSERT OR IGNORE INTO aliases VALUES (?, ?)", [(alias, record.article.id) for alias in record.article.aliases])
    if decision.current and decision.changed:
        day, basis = day_of(version)
        month = day[:7]
        published = month if basis == "published" else None
        row = (record.article.id, version.id, version.relevant, day, published, month, outlet_key(record.article.outlet), record.article.id)
        db.execute(_ARTICLE, row)
    return decision


def _known(db: sqlite3.Connection, query: str, key: str) -> Known | None:
    row = db.execute(query, (key,)).fetchone()
    return Known(decode(row[0]), datetime.fromisoformat(row[1])) if row else None


def clear(db: sqlite3.Connection) -> None:
    """Empty every table but `meta`, whose revision goes on, within the transaction."""
    tables = [
        row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('meta', 'sqlite_sequence')")
    ]
    for table in tables:
        db.execute(f"DELETE FROM {table}")


def forget(db: sqlite3.Connection, articles: Iterable[str]) -> int:
    """Take articles out within the transaction; how many there were."""
    count = 0
    for article in dict.fromkeys(articles):
        row = db.execute("SELECT no FROM articles WHERE id = ?", (article,)).fetchone()
        if row is None:
            continue
        count += 1
        db.execute("INSERT OR REPLACE INTO gone VALUES (?, ?, 0, 1)", (row[0], article))
        for table in ("versions", "aliases", "bands", "event_keys", "person_names"):
            db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
        db.execute("DELETE FROM articles WHERE id = ?", (article,))
    return count
