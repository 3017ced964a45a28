"""From a Question (query and facet choices) to one node."""

from __future__ import annotations

from collections.abc import Mapping

from extraction.model import Event
from index.analysis import words
from index.query.days import ordinals_of, span_of
from index.query.nodes import AnyOf, Days, Node, Phrase, Word, conjunction, disjunction
from index.query.parser import RegionCodes, parse_query
from index.regions import region_codes
from index.store import QueryError, Question

# Facets with the value field of the index that holds them.
FACET_FIELDS = {name: name for name in ("wilayah", "jenis", "status", "subjek", "bentuk", "pemilu", "media", "lembaga")}
DEEPEST_HIT = 10_000  # the farthest hit that a page shows: Elasticsearch's max_result_window
LARGEST_PAGE = 500
MOST_CHOICES = 1_000


def to_node(question: Question, regions: RegionCodes, without: str | None = None) -> Node:
    """All that the question asks of an article; `without` leaves one facet's choices out (for that facet's own counts).

    Raises QueryError where the query, a day or the page is mistaken.
    """
    bounded(question)
    parts: list[Node] = [parse_query(question.query, regions)]
    if not question.irrelevant:
        parts.append(AnyOf("relevan", ("ya",)))
    for facet, field in FACET_FIELDS.items():
        chosen: tuple[str, ...] = getattr(question, facet)
        if chosen and facet != without:
            parts.append(AnyOf(field, chosen))
    if question.tokoh:
        parts.append(disjunction([_person(value) for value in question.tokoh]))
    for field, since, until in (
        ("hari", question.since, question.until),
        ("terbit", question.published_since, question.published_until),
    ):
        if since or until:
            parts.append(Days(field, _day(since, first=True), _day(until, first=False)))
    return conjunction(parts)


def bounded(question: Question) -> None:
    """Raises QueryError where the page lies too deep or the choices are too many."""
    if question.page < 1 or not 1 <= question.size <= LARGEST_PAGE or question.page * question.size > DEEPEST_HIT:
        raise QueryError(f"Halaman di luar jangkauan: paling banyak {DEEPEST_HIT} hasil dapat dibuka; persempit pencarian.")
    if sum(len(getattr(question, facet)) for facet in (*FACET_FIELDS, "tokoh")) > MOST_CHOICES:
        raise QueryError(f"Terlalu banyak pilihan: paling banyak {MOST_CHOICES}.")


def _person(value: str) -> Node:
    """A choice of `tokoh` is a person's id, or a name."""
    tokens = tuple(words(value))
    by_id = AnyOf("tokoh", (value,))
    if not tokens:
        return by_id
    name: Node = Word("tokoh_kata", tokens[0]) if len(tokens) == 1 else Phrase("tokoh_kata", tokens)
    return disjunction([by_id, name])


def _day(iso: str | None, *, first: bool) -> int | None:
    if not iso:
        return None
    try:
        return span_of(iso)[0 if first else 1].toordinal()
    except ValueError as error:
        raise QueryError(f"“{iso}” bukan tanggal: tulis 2024-09-17.") from error


def event_filter(question: Question) -> tuple[dict[str, tuple[str, ...]], Days | None]:
    """What a question asks of an event itself: facet choices (wilayah: the unit with all below it), and bounds on its days."""
    facets = ("wilayah", "jenis", "status", "subjek", "bentuk")
    choices: dict[str, tuple[str, ...]] = {facet: getattr(question, facet) for facet in facets if getattr(question, facet)}
    if not question.since and not question.until:
        return choices, None
    return choices, Days("hari", _day(question.since, first=True), _day(question.until, first=False))


def event_matches(event: Event, choices: Mapping[str, tuple[str, ...]], days: Days | None) -> bool:
    """Whether an event is one that `event_filter`'s choices and days ask for."""
    values = {
        "wilayah": region_codes([event.region]) if event.region else [],
        "jenis": [event.type.value],
        "status": [event.status.value] if event.status else [],
        "subjek": [s.value for s in event.subjects],
        "bentuk": [f.value for f in event.forms],
    }
    if any(not set(chosen) & set(values[facet]) for facet, chosen in choices.items()):
        return False
    if days is None:
        return True
    told = ordinals_of(event.date) if event.date else []
    return bool(told) and (days.since is None or told[-1] >= days.since) and (days.until is None or told[0] <= days.until)
