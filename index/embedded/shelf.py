"""What SQLite lends to the joiners (index/resolve/settle.py). All of one settling happens in one transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Sequence

import msgspec

from extraction.model import DateBasis
from index.intake import decode
from index.query.days import interval_of
from index.resolve.events import Joined
from index.resolve.people import JoinedPerson
from index.resolve.placed import Placed
from index.resolve.texts import Signature, bands, packed, unpacked

_IN = "(SELECT value FROM json_each(?))"
_NUMBERS = f"(SELECT no FROM articles WHERE id IN {_IN} UNION SELECT no FROM gone WHERE article IN {_IN})"
_encode = msgspec.json.encode


def many(values: Collection[str] | Collection[int]) -> str:
    """Values as the JSON list that `json_each` unfolds."""
    return json.dumps(sorted(values))


class SqliteShelf:
    """The shelf over one open transaction; `commit` ends it and begins the next."""

    def __init__(self, db: sqlite3.Connection, commit: Callable[[], None]) -> None:
        self.db = db
        self.commit = commit

    def unsettled(self) -> list[str]:
        return self._ids("SELECT id FROM articles WHERE dirty = 1 UNION SELECT article FROM gone WHERE dirty = 1 ORDER BY 1")

    def load(self, articles: Collection[str]) -> list[Placed]:
        rows = self.db.execute(
            f"SELECT v.record, a.cluster FROM articles a JOIN versions v ON v.id = a.version WHERE a.id IN {_IN} ORDER BY a.id",
            (many(articles),),
        )
        return [Placed(decode(record), cluster) for record, cluster in rows]

    def signatures(self, articles: Collection[str]) -> dict[str, Signature]:
        rows = self.db.execute(f"SELECT id, sign FROM articles WHERE sign IS NOT NULL AND id IN {_IN}", (many(articles),))
        return {article: unpacked(sign) for article, sign in rows}

    def neighbours(self, articles: Collection[str], their_bands: Collection[int]) -> set[str]:
        clusters = self._ids(
            f"SELECT cluster FROM articles WHERE id IN {_IN} UNION"
            f" SELECT a.cluster FROM bands b JOIN articles a ON a.id = b.article WHERE b.band IN {_IN}",
            many(articles),
            many(their_bands),
        )
        return set(self._ids(f"SELECT id FROM articles WHERE cluster IN {_IN}", many(clusters)))

    def place(self, signs: dict[str, Signature], clusters: dict[str, str]) -> set[str]:
        for article, sign in signs.items():
            self.db.execute("UPDATE articles SET sign = ? WHERE id = ?", (packed(sign), article))
            self.db.execute("DELETE FROM bands WHERE article = ?", (article,))
            self.db.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(band, article) for band in bands(sign)])
        moved = set()
        for article, cluster in clusters.items():
            if self.db.execute("UPDATE articles SET cluster = ? WHERE id = ? AND cluster != ?", (cluster, article, cluster)).rowcount:
                moved.add(article)
        return moved

    def keyed(self, articles: Collection[str], keys: dict[str, list[str]], names: dict[str, list[str]]) -> None:
        for table, column, values in (("event_keys", "key", keys), ("person_names", "name", names)):
            self.db.execute(f"DELETE FROM {table} WHERE article IN {_IN}", (many(articles),))
            pairs = [(value, article) for article, listed in values.items() for value in listed]
            self.db.executemany(f"INSERT OR IGNORE INTO {table} ({column}, article) VALUES (?, ?)", pairs)

    def bearing_keys(self, keys: Collection[str]) -> set[str]:
        return set(self._ids(f"SELECT DISTINCT article FROM event_keys WHERE key IN {_IN}", many(keys)))

    def naming(self, names: Collection[str]) -> set[str]:
        return set(self._ids(f"SELECT DISTINCT article FROM person_names WHERE name IN {_IN}", many(names)))

    def told_keys(self, articles: Collection[str]) -> set[str]:
        query = f"SELECT DISTINCT k.key FROM event_articles e JOIN events_by_key k ON k.event = e.event WHERE e.article IN {_NUMBERS}"
        return set(self._ids(query, many(articles), many(articles)))

    def told_names(self, articles: Collection[str]) -> set[str]:
        query = f"SELECT DISTINCT n.name FROM person_articles p JOIN people_by_name n ON n.person = p.person WHERE p.article IN {_NUMBERS}"
        return set(self._ids(query, many(articles), many(articles)))

    def write_events(self, keys: Collection[str], joined: Sequence[Joined]) -> set[str]:
        query = f"SELECT e.id, e.no FROM events_by_key k JOIN events e ON e.no = k.event WHERE k.key IN {_IN}"
        old = dict(self.db.execute(query, (many(keys),)))
        for number in old.values():
            for table in ("events_by_key", "event_articles", "event_values"):
                self.db.execute(f"DELETE FROM {table} WHERE event = ?", (number,))
            self.db.execute("DELETE FROM events WHERE no = ?", (number,))
        for event in sorted(joined, key=lambda j: j.event.id not in old):  # the old take back their numbers before new ones are given
            self._write_event(event, old.get(event.event.id))
        return set()  # the search documents here hold nothing of the joined events

    def _write_event(self, joined: Joined, number: int | None) -> None:
        event = joined.event
        since, until = _ordinals(event.date)
        region = event.region.code if event.region else None
        statement = event.date_basis is DateBasis.STATEMENT
        row = (number, event.id, event.type, event.status, region, event.date, since, until, statement, _encode(event))
        number = self.db.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row).lastrowid
        values = [("subjek", s.value) for s in event.subjects] + [("bentuk", f.value) for f in event.forms]
        self.db.executemany("INSERT INTO event_values VALUES (?, ?, ?)", [(field, value, number) for field, value in values])
        self.db.executemany("INSERT OR REPLACE INTO events_by_key VALUES (?, ?)", [(key, number) for key in joined.keys])
        self._link("event", number, {article for article, _ in event.mentions})

    def write_people(self, names: Collection[str], joined: Sequence[JoinedPerson]) -> set[str]:
        query = f"SELECT p.id, p.no FROM people_by_name n JOIN people p ON p.no = n.person WHERE n.name IN {_IN}"
        old = dict(self.db.execute(query, (many(names),)))
        before = self._links(old.values())
        for number in old.values():
            for table in ("people_by_name", "person_articles"):
                self.db.execute(f"DELETE FROM {table} WHERE person = ?", (number,))
            self.db.execute("DELETE FROM people WHERE no = ?", (number,))
        for person in sorted(joined, key=lambda j: j.profile.id not in old):
            profile = person.profile
            row = (old.get(profile.id), profile.id, _encode(profile))
            number = self.db.execute("INSERT INTO people VALUES (?, ?, ?)", row).lastrowid
            self.db.executemany("INSERT INTO people_by_name VALUES (?, ?)", [(name, number) for name in person.names])
            self._link("person", number, profile.articles)
        after = {(person.profile.id, article) for person in joined for article in person.profile.articles}
        return {article for _, article in before ^ after}

    def finish(self, settled: Collection[str], touched: Collection[str]) -> None:
        revision = int(self.db.execute("SELECT value FROM meta WHERE name = 'revision'").fetchone()[0]) + 1
        self.db.execute("UPDATE meta SET value = ? WHERE name = 'revision'", (str(revision),))
        self.db.execute(f"UPDATE articles SET revision = ? WHERE id IN {_IN}", (revision, many(touched)))
        self.db.execute(f"UPDATE articles SET dirty = 0 WHERE id IN {_IN}", (many(settled),))
        self.db.execute(f"UPDATE gone SET dirty = 0, revision = ? WHERE article IN {_IN}", (revision, many(settled)))
        self.commit()

    def _link(self, kind: str, number: int | None, articles: Collection[str]) -> None:
        query = f"INSERT OR IGNORE INTO {kind}_articles SELECT ?, no FROM articles WHERE id IN {_IN}"
        self.db.execute(query, (number, many(articles)))

    def _links(self, numbers: Collection[int]) -> set[tuple[str, str]]:
        query = (
            "SELECT p.id, a.id FROM person_articles l JOIN people p ON p.no = l.person JOIN articles a ON a.no = l.article"
            f" WHERE l.person IN {_IN}"
        )
        return set(self.db.execute(query, (many(numbers),)))

    def _ids(self, query: str, *parameters: str) -> list[str]:
        return [row[0] for row in self.db.execute(query, parameters)]


def _ordinals(iso: str | None) -> tuple[int | None, int | None]:
    try:
        since, until = interval_of(iso or "")
    except ValueError:
        return None, None
    return since.toordinal(), until.toordinal()
