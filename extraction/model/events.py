"""Events, the steps of cases, figures, quotes and human reviews."""

from __future__ import annotations

from datetime import datetime

import msgspec

from extraction.model.mentions import Region, Span
from extraction.model.vocabulary import DateBasis, EventType, Final, Form, Part, Precision, Status, Subject


class Participant(msgspec.Struct):
    """Somebody's part in an event: a person of the article by id, or only a name (a group, an agency)."""

    part: Part
    name: str
    person: str | None = None


class EventMention(msgspec.Struct):
    """An event as one article version tells it (codebook 1, 12.15).

    `region` is None for a national matter. `by` is the agency that says the status; a status without `by` says "menurut berita".
    `evidence` are the sentences (spans) that tell it, never empty.
    """

    id: str
    type: EventType
    evidence: list[Span]
    region: Region | None = None
    date: str | None = None
    precision: Precision | None = None
    date_basis: DateBasis | None = None
    status: Status | None = None
    by: str | None = None
    final: Final = Final.UNKNOWN
    subjects: list[Subject] = []
    forms: list[Form] = []
    forms_forbidden: list[Form] = []
    participants: list[Participant] = []
    rules: list[str] = []
    confidence: float = 1.0
    component: str = ""


class CaseEntry(msgspec.Struct):
    """One dated step of one accused person's (or group's) case; the history of a person is the list of these.

    `person` is the id of the Person in the same version, None for a group ("6 pangulu").
    """

    id: str
    accused: str
    person: str | None
    status: Status
    event: str
    evidence: Span
    by: str | None = None
    date: str | None = None
    final: Final = Final.UNKNOWN
    region: Region | None = None
    confidence: float = 1.0


class Figure(msgspec.Struct):
    """A number claimed by somebody, of something, for a place and period. `value` in plain units ("dua ribu" is 2000)."""

    id: str
    span: Span
    what: str
    value: float | int
    place: Region | None = None
    period: str | None = None
    source: str | None = None
    confidence: float = 1.0


class Quote(msgspec.Struct):
    """Words somebody said. `span` is the words; `speaker` the resolved name, `person` its id in this version."""

    id: str
    span: Span
    speaker: str | None
    person: str | None
    direct: bool
    reason: str = ""
    confidence: float = 1.0


class Event(msgspec.Struct):
    """One thing that happened, told by one or more event mentions of one or more articles; its id is minted once (ledger).

    `mentions` are pairs (article id, event mention id). `articles` counts distinct articles, `texts` distinct texts.
    """

    id: str
    type: EventType
    region: Region | None
    date: str | None
    precision: Precision | None
    date_basis: DateBasis | None
    status: Status | None
    by: str | None
    final: Final
    subjects: list[Subject]
    forms: list[Form]
    accused: list[str]
    mentions: list[tuple[str, str]]
    articles: int
    texts: int


class Review(msgspec.Struct):
    """A person's decision in the ledger: confirmation, correction, merge, split, not-the-same, redaction, takedown."""

    id: str
    kind: str
    target: str
    who: str
    when: datetime
    why: str
    value: dict[str, str] = {}
