"""Counts and timelines over the articles that a question found, from SQLite: exact, and of the same snapshot as the records."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence

from index.query import Days, event_filter
from index.store import Counts, Question, TimelineBar

_FOUND = "(SELECT value FROM json_each(?))"


class Found:
    """The numbers of the found articles in a temporary table of the connection, for the queries that join with it."""

    def __init__(self, db: sqlite3.Connection, numbers: Collection[int]) -> None:
        self.db = db
        db.execute("CREATE TEMP TABLE IF NOT EXISTS found (no INTEGER PRIMARY KEY)")
        db.execute("DELETE FROM temp.found")
        db.execute("INSERT INTO temp.found SELECT value FROM json_each(?)", (json.dumps(list(numbers)),))

    def counts(self, question: Question) -> Counts:
        """The four counts of codebook 9 and the outlets."""
        articles, texts, outlets = self.db.execute(
            "SELECT COUNT(*), COUNT(DISTINCT a.cluster), COUNT(DISTINCT NULLIF(a.outlet, ''))"
            " FROM temp.found f JOIN articles a ON a.no = f.no"
        ).fetchone()
        return Counts(articles, texts, self.count_events(question), self.count_people(), outlets)

    def articles(self) -> list[str]:
        """The ids of the found articles, in order."""
        return [row[0] for row in self.db.execute("SELECT a.id FROM temp.found f JOIN articles a ON a.no = f.no ORDER BY a.id")]

    def count_people(self) -> int:
        """People named in the found articles."""
        query = f"SELECT COUNT(DISTINCT l.person) {_linked('person')}"
        return int(self.db.execute(query).fetchone()[0])

    def count_events(self, question: Question) -> int:
        """Events of the found articles that match the event's own facets."""
        where, parameters = self._events(question)
        return int(self.db.execute(f"SELECT COUNT(*) FROM events e WHERE {where}", parameters).fetchone()[0])

    def events(self, question: Question) -> list[bytes]:
        """One page of these events' records, newest first, undated last."""
        where, parameters = self._events(question)
        query = f"SELECT record FROM events e WHERE {where} ORDER BY e.date DESC, e.id DESC LIMIT ? OFFSET ?"
        page = (question.size, (question.page - 1) * question.size)
        return [row[0] for row in self.db.execute(query, (*parameters, *page))]

    def all_events(self, question: Question) -> list[bytes]:
        """All of these events' records, by id."""
        where, parameters = self._events(question)
        return [row[0] for row in self.db.execute(f"SELECT record FROM events e WHERE {where} ORDER BY e.id", parameters)]

    def all_people(self) -> list[bytes]:
        """The records of all people named in the found articles, by id."""
        query = f"SELECT record FROM people WHERE no IN (SELECT l.person {_linked('person')}) ORDER BY id"
        return [row[0] for row in self.db.execute(query)]

    def people(self, question: Question) -> list[bytes]:
        """One page of the people's records, those named in most of the found articles first."""
        query = (
            f"SELECT p.record FROM (SELECT l.person, COUNT(*) AS articles {_linked('person')} GROUP BY l.person) n"
            " JOIN people p ON p.no = n.person ORDER BY n.articles DESC, p.id LIMIT ? OFFSET ?"
        )
        return [row[0] for row in self.db.execute(query, (question.size, (question.page - 1) * question.size))]

    def by_event(self, question: Question, active: dict[str, int]) -> list[TimelineBar]:
        """Months of the events; an event known only by its year is in none."""
        where, parameters = self._events(question)
        query = (
            f"SELECT substr(e.date, 1, 7), COUNT(*), SUM(e.statement) FROM events e WHERE length(e.date) >= 7 AND {where}"
            " GROUP BY 1 ORDER BY 1"
        )
        return [TimelineBar(month, count, said, active.get(month, 0)) for month, count, said in self.db.execute(query, parameters)]

    def by_publication(self, active: dict[str, int]) -> list[TimelineBar]:
        """Months of publication of the found articles; those without a known day are in none."""
        query = (
            "SELECT a.published, COUNT(*) FROM temp.found f JOIN articles a ON a.no = f.no"
            " WHERE a.published IS NOT NULL GROUP BY 1 ORDER BY 1"
        )
        return [TimelineBar(month, count, outlets=active.get(month, 0)) for month, count in self.db.execute(query)]

    def _events(self, question: Question) -> tuple[str, Sequence[str | int]]:
        choices, days = event_filter(question)
        where = ["e.no IN (SELECT l.event FROM temp.found f CROSS JOIN event_articles l ON l.article = f.no)"]
        parameters: list[str | int] = []
        for field, values in choices.items():
            clause, bound = _choice(field, values)
            where.append(clause)
            parameters.extend(bound)
        clause, bound = _days(days)
        return " AND ".join([*where, clause]), [*parameters, *bound]


def _linked(kind: str) -> str:
    """The found articles with what they are linked to. SQLite must walk `found` first: it can't know how small it is."""
    return f"FROM temp.found f CROSS JOIN {kind}_articles l ON l.article = f.no"


def _choice(field: str, values: tuple[str, ...]) -> tuple[str, list[str | int]]:
    chosen = json.dumps(values)
    if field == "wilayah":
        units = " OR ".join(["e.region = ? OR substr(e.region, 1, ?) = ?"] * len(values))
        return f"({units})", [part for code in values for part in (code, len(code) + 1, f"{code}.")]
    if field in ("jenis", "status"):
        return f"e.{ {'jenis': 'type', 'status': 'status'}[field] } IN {_FOUND}", [chosen]
    return f"e.no IN (SELECT event FROM event_values WHERE field = ? AND value IN {_FOUND})", [field, chosen]


def _days(days: Days | None) -> tuple[str, list[str | int]]:
    if days is None:
        return "1", []
    clauses, bound = ["e.since IS NOT NULL"], list[str | int]()
    if days.since is not None:
        clauses.append("e.until >= ?")
        bound.append(days.since)
    if days.until is not None:
        clauses.append("e.since <= ?")
        bound.append(days.until)
    return " AND ".join(clauses), bound


def active_outlets(db: sqlite3.Connection) -> dict[str, int]:
    """For each month the outlets of which anything at all is kept: a rising curve beside it may only be a growing crawl."""
    return dict(db.execute("SELECT month, COUNT(DISTINCT outlet) FROM articles WHERE outlet != '' GROUP BY month"))
