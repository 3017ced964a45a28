"""The embedded store: what the contract asks, answered from SQLite and tantivy."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from extraction.model import ArticleVersion, CodedArticle, Event, Region
from index.answering import facet_values, hit_of, outlet_labels, sort_of, suggested
from index.document import search_document
from index.embedded.counting import Found, active_outlets
from index.embedded.database import Database
from index.embedded.intake import clear, forget, put_one
from index.embedded.place import take_place
from index.embedded.search import SearchIndex, View
from index.embedded.shelf import SqliteShelf, many
from index.intake import count, decode
from index.ledger import Ledger
from index.quarantine import set_aside
from index.query import FACET_FIELDS, AnyOf, Node, to_node
from index.regions import codes_named, region_of
from index.resolve import settle
from index.snippets import Marker
from index.store import (
    Answer,
    Counts,
    FacetValue,
    Hit,
    PersonProfile,
    PutReport,
    Question,
    StoredArticle,
    StoredEvent,
    StoreUnreachable,
    TimelineBar,
)

_event = msgspec.json.Decoder(Event)
_profile = msgspec.json.Decoder(PersonProfile)
_IN = "(SELECT value FROM json_each(?))"
_AT_ONCE = 2_000  # documents between two looks at SQLite while the index catches up
_REMEMBERED = 64  # answers kept while nothing changes: paging through one question counts once

Around = tuple[Counts, dict[str, list[FacetValue]], list[TimelineBar], list[TimelineBar]]


class EmbeddedStore:
    """See index/store.py. One folder holds the database, the search index, and what was set aside.

    What a crash left half done is finished when the store is opened. Raises StoreUnreachable where the folder can't be used.
    """

    def __init__(self, folder: Path, ledger: Ledger, *, place: Path | None = None) -> None:
        self.folder = folder
        self.place = place  # of the store in use, where this one stands beside it
        self.ledger = ledger
        self.database = Database(folder)
        try:
            self.index = SearchIndex(folder, self.database.id)
        except (OSError, ValueError) as error:
            self.database.close()
            raise StoreUnreachable(f"Indeks pencarian di {folder} tidak dapat dibuka ({error}); periksa izin folder") from error
        self._remembered: dict[Question, tuple[int, Around]] = {}
        self._view = self.index.view()
        self._guard = threading.Lock()
        self._recover()

    def _recover(self) -> None:
        """Take down what the ledger says, settle what was put, and let the index catch up."""
        self.ledger.refresh()
        db = self.database.read()
        here = [row[0] for row in db.execute(f"SELECT id FROM articles WHERE id IN {_IN}", (many(self.ledger.taken_down),))]
        dirty = db.execute("SELECT 1 FROM articles WHERE dirty = 1 UNION ALL SELECT 1 FROM gone WHERE dirty = 1 LIMIT 1").fetchone()
        if here:
            self.forget(here)
        elif dirty or self._view.mark != self.database.revision():
            self.settle()

    # Writing

    def put(self, batch: Sequence[CodedArticle]) -> PutReport:
        self.ledger.refresh()
        report = PutReport()
        with self.database.write() as db:
            for coded in batch:
                self._put(db, coded, report)
        set_aside(self.folder, report.failed)
        return report

    def _put(self, db: sqlite3.Connection, coded: CodedArticle, report: PutReport) -> None:
        if coded.article.id in self.ledger.taken_down:
            report.withheld += 1
            return
        try:
            count(report, put_one(db, coded).outcome)
        except UnicodeEncodeError as error:
            report.failed.append((coded.article.id, f"teks bukan Unicode yang utuh ({error.reason})"))

    def settle(self) -> None:
        with self.database.alone():
            with self.database.write() as db:
                settle(SqliteShelf(db, self.database.checkpoint), self.ledger)
            self._catch_up()

    def _catch_up(self) -> None:
        """Bring the search index to the revision of the records."""
        with self.database.snapshot() as db:
            mark, revision = self.index.view().mark, self.database.revision()
            if mark == revision:
                return
            if mark == 0 or mark > revision:  # new, of another database, or of a database that went back in time: all of it anew
                self.index.clear()
                mark = 0
            gone = [row[0] for row in db.execute("SELECT no FROM gone WHERE revision > ?", (mark,))]
            rows = db.execute(
                "SELECT a.no, v.record, (SELECT json_group_array(p.id) FROM person_articles l JOIN people p ON p.no = l.person"
                " WHERE l.article = a.no) FROM articles a JOIN versions v ON v.id = a.version WHERE a.revision > ? ORDER BY a.no",
                (mark,),
            )
            documents = ((no, search_document(decode(record), msgspec.json.decode(people))) for no, record, people in rows)
            try:
                self.index.apply(documents, gone, revision)
            except (OSError, ValueError) as error:  # tantivy reports a full disk as ValueError; the next opening catches up
                raise StoreUnreachable(f"Indeks pencarian di {self.folder} tidak dapat ditulis ({error}); periksa ruang cakram") from error

    def forget(self, article_ids: Iterable[str]) -> int:
        with self.database.write() as db:
            number = forget(db, article_ids)
        self.settle()
        return number

    # Reading

    def article(self, key: str) -> StoredArticle | None:
        with self.database.snapshot() as db:
            query = (
                "SELECT a.id, a.cluster, v.record FROM articles a JOIN versions v ON v.id = a.version"
                " WHERE a.id = ? OR a.id IN (SELECT article FROM aliases WHERE alias = ?) ORDER BY a.id != ?, a.id LIMIT 1"
            )
            row = db.execute(query, (key, key, key)).fetchone()
            if row is None:
                return None
            article, cluster, record = row
            versions = db.execute("SELECT record FROM versions WHERE article = ? ORDER BY fetched, id", (article,))
            copies = db.execute("SELECT id FROM articles WHERE cluster = ? AND id != ? ORDER BY id", (cluster, article))
            return StoredArticle(decode(record), [_version(raw) for (raw,) in versions], [other for (other,) in copies])

    @contextmanager
    def _moment(self) -> Iterator[tuple[sqlite3.Connection, View]]:
        """Records and index of one moment. The view is taken first: the records are committed before the index, so they hold all that
        it names."""
        with self._guard:
            if self._view.mark != self.database.revision():
                self._view = self.index.view()
            view = self._view
        with self.database.snapshot() as db:
            yield db, view

    def search(self, question: Question) -> Answer:
        node = to_node(question, codes_named)
        with self._moment() as (db, view):
            counts, facets, by_event, by_publication = self._around(db, view, question, node)
            hits = self._hits(db, view, question, node)
            pages = -(-counts.articles // question.size)
            return Answer(hits, counts, facets, by_event, by_publication, question.page, pages)

    def _around(self, db: sqlite3.Connection, view: View, question: Question, node: Node) -> Around:
        """All that stands around the hits: the same for every page and order."""
        same = msgspec.structs.replace(question, page=1, size=1, sort="newest")
        known = self._remembered.get(same)
        if known and known[0] == view.mark:
            return known[1]
        found, active = Found(db, view.matching(node)), active_outlets(db)
        facets = self._facets(view, question, node)
        around = (found.counts(question), facets, found.by_event(question, active), found.by_publication(active))
        with self._guard:
            while len(self._remembered) >= _REMEMBERED:
                self._remembered.pop(next(iter(self._remembered)))
            self._remembered[same] = (view.mark, around)
        return around

    def _facets(self, view: View, question: Question, node: Node) -> dict[str, list[FacetValue]]:
        chosen = {facet: tuple(getattr(question, facet)) for facet in FACET_FIELDS}
        values = view.values(node, [facet for facet in FACET_FIELDS if not chosen[facet]] + ["media_nama"])
        for facet in FACET_FIELDS:
            if chosen[facet]:
                values |= view.values(to_node(question, codes_named, without=facet), [facet])
        if chosen["media"]:
            values |= view.values(to_node(question, codes_named, without="media"), ["media_nama"])
        labels = outlet_labels(values["media_nama"])
        return {facet: facet_values(facet, values[facet], chosen[facet], labels if facet == "media" else {}) for facet in FACET_FIELDS}

    def _hits(self, db: sqlite3.Connection, view: View, question: Question, node: Node) -> list[Hit]:
        offset = (question.page - 1) * question.size
        order = sort_of(question, node)
        if order == "relevance":
            ranked = view.ranked(node, offset + question.size)
            days = self._days(db, [number for _, number in ranked])
            best = sorted((r for r in ranked if r[1] in days), key=lambda r: (r[0], days[r[1]]), reverse=True)
            numbers = [number for _, number in best[offset : offset + question.size]]
        else:
            numbers = view.ordered(node, order, offset, question.size)
        query = f"SELECT a.no, v.record FROM articles a JOIN versions v ON v.id = a.version WHERE a.no IN {_IN}"
        records = dict(db.execute(query, (many(numbers),)))
        marker = Marker(node)
        return [hit_of(decode(records[number]), marker) for number in numbers if number in records]

    def _days(self, db: sqlite3.Connection, numbers: list[int]) -> dict[int, tuple[str, str]]:
        rows = db.execute(f"SELECT no, day, id FROM articles WHERE no IN {_IN}", (many(numbers),))
        return {number: (day, article) for number, day, article in rows}

    @contextmanager
    def _found(self, question: Question) -> Iterator[Found]:
        node = to_node(question, codes_named)
        with self._moment() as (db, view):
            yield Found(db, view.matching(node))

    def events(self, question: Question) -> tuple[list[Event], int]:
        with self._found(question) as found:
            return [_event.decode(raw) for raw in found.events(question)], found.count_events(question)

    def event(self, event_id: str) -> StoredEvent | None:
        self.ledger.refresh()
        with self.database.snapshot() as db:
            row = db.execute("SELECT record FROM events WHERE id = ?", (self.ledger.resolve("event", event_id),)).fetchone()
            if row is None:
                return None
            event = _event.decode(row[0])
            articles = {coded.article.id: coded for coded in self._records(db, {article for article, _ in event.mentions})}
            told = [
                (articles[article], mention)
                for article, wanted in event.mentions
                if article in articles
                for mention in articles[article].events
                if mention.id == wanted
            ]
            return StoredEvent(event, told)

    def people(self, question: Question) -> tuple[list[PersonProfile], int]:
        with self._found(question) as found:
            return [_profile.decode(raw) for raw in found.people(question)], found.count_people()

    def person(self, person_id: str) -> PersonProfile | None:
        self.ledger.refresh()
        row = self.database.read().execute("SELECT record FROM people WHERE id = ?", (self.ledger.resolve("person", person_id),)).fetchone()
        return _profile.decode(row[0]) if row else None

    def events_in(self, articles: Sequence[str]) -> list[Event]:
        return [_event.decode(raw) for raw in self._linked("event", "events", articles)]

    def people_in(self, articles: Sequence[str]) -> list[PersonProfile]:
        return [_profile.decode(raw) for raw in self._linked("person", "people", articles)]

    def _linked(self, kind: str, table: str, articles: Sequence[str]) -> list[bytes]:
        query = (
            f"SELECT record FROM {table} WHERE no IN (SELECT l.{kind} FROM articles a JOIN {kind}_articles l ON l.article = a.no"
            f" WHERE a.id IN {_IN}) ORDER BY id"
        )
        return [raw for (raw,) in self.database.read().execute(query, (many(articles),))]

    def suggest_regions(self, text: str) -> list[Region]:
        with self._moment() as (_, view):
            codes = view.values(AnyOf("relevan", ("ya",)), ["wilayah"])["wilayah"]
        return suggested((region for code in codes if (region := region_of(code))), text)

    def articles(self, question: Question | None = None) -> Iterator[CodedArticle]:
        if question is None:
            ids = [row[0] for row in self.database.read().execute("SELECT id FROM articles ORDER BY id")]
        else:
            with self._found(question) as found:
                ids = found.articles()
        for start in range(0, len(ids), _AT_ONCE):
            yield from self._records(self.database.read(), set(ids[start : start + _AT_ONCE]))

    @staticmethod
    def _records(db: sqlite3.Connection, articles: set[str]) -> list[CodedArticle]:
        query = f"SELECT v.record FROM articles a JOIN versions v ON v.id = a.version WHERE a.id IN {_IN} ORDER BY a.id"
        return [decode(raw) for (raw,) in db.execute(query, (many(articles),))]

    def all_events(self, question: Question | None = None) -> Iterator[Event]:
        if question is None:
            return map(_event.decode, self._all("SELECT record FROM events ORDER BY id"))
        with self._found(question) as found:
            return map(_event.decode, found.all_events(question))

    def all_people(self, question: Question | None = None) -> Iterator[PersonProfile]:
        if question is None:
            return map(_profile.decode, self._all("SELECT record FROM people ORDER BY id"))
        with self._found(question) as found:
            return map(_profile.decode, found.all_people())

    def _all(self, query: str) -> list[bytes]:
        return [row[0] for row in self.database.read().execute(query)]

    def take_place(self) -> None:
        if self.place is None:
            raise ValueError("this store is the one in use")
        self.close()
        take_place(self.folder, self.place)

    def clear(self) -> None:
        with self.database.alone():
            with self.database.write() as db:
                clear(db)
            self.index.clear()

    def close(self) -> None:
        self.database.close()


def _version(raw: bytes) -> ArticleVersion:
    return decode(raw).version
