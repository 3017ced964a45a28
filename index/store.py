"""The store contract: what every back end answers, in the same way and with the same ids (tests/index/conformance runs on all).

Writers call `put` for each coded version and `settle` once a batch is through; readers ask. All lists are in a fixed order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, Protocol

import msgspec

from extraction.model import ArticleVersion, CodedArticle, Event, EventMention, Region

Sort = Literal["relevance", "newest", "oldest"]
Kind = Literal["articles", "events", "mentions", "people", "cases"]
FACETS = ("wilayah", "jenis", "status", "subjek", "bentuk", "pemilu", "media", "lembaga")


class StoreUnreachable(Exception):
    """The back end can't be reached or can't be opened; the message is one line that says what to do."""


class QueryError(Exception):
    """A mistake in a query; `position` is the offset of its place in the query string."""

    def __init__(self, message: str, position: int = 0) -> None:
        super().__init__(message)
        self.position = position


class Question(msgspec.Struct, frozen=True):
    """A search as a page's address holds it. `query` is in the query language (index/query); the rest are facet choices, joined by AND
    between facets and OR within one.

    `wilayah` are Kemendagri codes and match the unit with all below it. `since`/`until` bound the event date, `published_since`/
    `published_until` the day of publication; all inclusive ISO days. `page` counts from 1.
    """

    query: str = ""
    wilayah: tuple[str, ...] = ()
    jenis: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    subjek: tuple[str, ...] = ()
    bentuk: tuple[str, ...] = ()
    pemilu: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    lembaga: tuple[str, ...] = ()
    tokoh: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    published_since: str | None = None
    published_until: str | None = None
    irrelevant: bool = False
    sort: Sort = "relevance"
    page: int = 1
    size: int = 20


class SnippetPiece(msgspec.Struct, frozen=True):
    """A piece of an excerpt; `hit` where it matched the query."""

    text: str
    hit: bool = False


class Hit(msgspec.Struct):
    """One found article. `title_is_excerpt` where the page had no title and its first sentence stands in; `day` is the day it sorts
    by, `day_basis` says which day that is (publication, fetch)."""

    article: str
    title: str
    title_is_excerpt: bool
    url: str | None
    outlet: str
    day: str
    day_basis: Literal["published", "fetched"]
    snippet: list[SnippetPiece]
    regions: list[Region]
    events: list[EventMention]


class FacetValue(msgspec.Struct):
    """One choice of a facet with the number of articles that it leads to."""

    value: str
    label: str
    count: int


class TimelineBar(msgspec.Struct):
    """One month (`2024-09`). By event date: `count` events, of which `statement_only` are dated by the statement's day.
    By publication: `count` articles. `outlets` is the number of outlets active in that month."""

    period: str
    count: int
    statement_only: int = 0
    outlets: int = 0


class Counts(msgspec.Struct):
    """The four counts of codebook 9, and the outlets they rest on."""

    articles: int
    texts: int
    events: int
    people: int
    outlets: int


class Answer(msgspec.Struct):
    """What a search gives: one page of hits with everything that stands around it, from the same moment of the store."""

    hits: list[Hit]
    counts: Counts
    facets: dict[str, list[FacetValue]]
    by_event: list[TimelineBar]
    by_publication: list[TimelineBar]
    page: int
    pages: int


class StoredArticle(msgspec.Struct):
    """An article as it stands: its newest version coded, and all versions it ever showed, oldest first."""

    coded: CodedArticle
    versions: list[ArticleVersion]
    copies: list[str] = []  # ids of articles that carry the same text


class StoredEvent(msgspec.Struct):
    """An event with the mentions that tell it: (coded article, event mention) in order of publication."""

    event: Event
    told_by: list[tuple[CodedArticle, EventMention]]


class PersonProfile(msgspec.Struct):
    """A person across articles. `shown` is the name as pages may show it: initials for accused people without public office.

    `history` are the case entries about this person with the article that tells each, oldest first; a clearing stands first on pages.
    """

    id: str
    name: str
    shown: str
    roles: list[tuple[str, str | None]]  # (role, agency), most frequent first
    public_office: bool
    accused: bool
    articles: list[str]
    history: list[tuple[str, str]]  # (article id, case entry id)
    first_seen: str | None = None
    last_seen: str | None = None


class PutReport(msgspec.Struct):
    """What became of a batch. `recoded` are known versions that a newer component reads differently; `withheld` articles that the
    ledger took down. `failed` are (article id, reason); they are kept aside, never dropped silently."""

    new: int = 0
    new_versions: int = 0
    unchanged: int = 0
    recoded: int = 0
    withheld: int = 0
    failed: list[tuple[str, str]] = []


class Store(Protocol):
    """Records and answers."""

    def put(self, batch: Sequence[CodedArticle]) -> PutReport:
        """Keep the records; the same version twice changes nothing. Durable when it returns. Raises StoreUnreachable."""

    def settle(self) -> None:
        """Join event mentions to events and people to profiles, and make all that was put findable."""

    def article(self, key: str) -> StoredArticle | None:
        """By article id or by an alias given at ingest."""

    def search(self, question: Question) -> Answer:
        """Raises QueryError where the query has a mistake."""

    def events(self, question: Question) -> tuple[list[Event], int]:
        """One page of the events of the found articles that match the facets themselves, newest first; their total."""

    def event(self, event_id: str) -> StoredEvent | None:
        """By id; an id that was merged away leads to the event that took its place."""

    def people(self, question: Question) -> tuple[list[PersonProfile], int]:
        """One page of the people named in the articles that the question finds; their total."""

    def person(self, person_id: str) -> PersonProfile | None:
        """By id."""

    def events_in(self, articles: Sequence[str]) -> list[Event]:
        """The events that any of these articles (by id) tells, by event id."""

    def people_in(self, articles: Sequence[str]) -> list[PersonProfile]:
        """The people whom any of these articles (by id) names, by person id."""

    def suggest_regions(self, text: str) -> list[Region]:
        """Regions with articles whose name holds the text."""

    def articles(self, question: Question | None = None) -> Iterator[CodedArticle]:
        """The newest version of each article that the question finds (all, also irrelevant ones, where None), by article id."""

    def all_events(self, question: Question | None = None) -> Iterator[Event]:
        """The events that `events` pages through (all where None), by id."""

    def all_people(self, question: Question | None = None) -> Iterator[PersonProfile]:
        """The people that `people` pages through (all where None), by id."""

    def forget(self, article_ids: Iterable[str]) -> int:
        """Take articles down (with all that was read from them); how many there were."""

    def take_place(self) -> None:
        """Of a store that was opened beside the one in use (`open_store`): take its place at once. This store is then closed.

        Raises ValueError where this store is the one in use.
        """

    def clear(self) -> None:
        """Drop all records and what was made of them; the ledger stays."""

    def close(self) -> None:
        """Release what is held open."""
