"""What the JSON twins of the pages hold. Names are masked and texts are excerpts, as on the pages."""

from __future__ import annotations

from pydantic import BaseModel, Field


class RegionOut(BaseModel):
    """An administrative unit; `code` is Kemendagri's."""

    name: str
    level: str
    code: str | None


class StatusOut(BaseModel):
    """A status, never bare: who says so, on which day (`date_is_statement`: only the statement's day is known), final or not."""

    value: str
    by: str | None
    date: str | None
    final: str = Field(description="yes, no, unknown")
    text: str = Field(description="in words")


class EventOut(BaseModel):
    """An event; `date` is ISO 8601 with its precision and basis."""

    id: str
    type: str
    region: RegionOut | None
    date: str | None
    precision: str | None
    date_basis: str | None
    status: StatusOut | None
    accused: list[str]
    cleared: list[str] = Field(description="for accused who were cleared by another step: the clearing in words")
    subjects: list[str]
    forms: list[str]
    articles: int
    texts: int
    url: str


class HitOut(BaseModel):
    """A found article; `snippet` marks matches as [word, matched]."""

    id: str
    title: str
    title_is_excerpt: bool
    outlet: str
    day: str
    day_basis: str
    snippet: list[tuple[str, bool]]
    regions: list[RegionOut]
    events: list[EventOut]
    source: str | None
    url: str


class CountsOut(BaseModel):
    """The four counts and the outlets they rest on."""

    articles: int
    texts: int
    events: int
    people: int
    outlets: int


class FacetOut(BaseModel):
    """A choice with the number of articles that it leads to."""

    value: str
    label: str
    count: int


class MonthOut(BaseModel):
    """A month of a timeline."""

    period: str
    count: int
    statement_only: int
    outlets: int


class SearchOut(BaseModel):
    """A search's answer."""

    fiction: bool
    counts: CountsOut
    hits: list[HitOut]
    facets: dict[str, list[FacetOut]]
    by_event: list[MonthOut]
    by_publication: list[MonthOut]
    page: int
    pages: int


class EventsOut(BaseModel):
    """A page of events."""

    fiction: bool
    total: int
    events: list[EventOut]


class SentenceOut(BaseModel):
    """A sentence of evidence and where it stands."""

    text: str
    url: str


class TellingOut(BaseModel):
    """An article that tells an event; those of equal `text_group` carry the same text."""

    article: str
    title: str
    outlet: str
    source: str | None
    published: str | None
    fetched: str
    text_group: int
    evidence: list[SentenceOut]


class StepOut(BaseModel):
    """A step of a case."""

    status: str
    text: str
    sentence: SentenceOut
    outlet: str


class CaseOut(BaseModel):
    """An accused person's or group's history; `clearing` is the latest step that cleared them."""

    fiction: bool
    accused: str
    person: str | None
    clearing: str | None
    steps: list[StepOut]


class EventWhole(BaseModel):
    """An event with everything on its page."""

    fiction: bool
    event: EventOut
    cases: list[CaseOut]
    told_by: list[TellingOut]


class ArticleOut(BaseModel):
    """An article: metadata, excerpts, events. `whole` texts stay with their publishers."""

    fiction: bool
    id: str
    version: str
    versions: list[str]
    copies: list[str]
    title: str
    title_is_excerpt: bool
    outlet: str
    source: str | None
    published: str | None
    fetched: str
    relevant: bool
    excerpts: list[str]
    regions: list[RegionOut]
    agencies: list[str]
    events: list[EventOut]


class Problem(BaseModel):
    """A mistake; `position` is its place in the query where it has one."""

    error: str
    detail: str
    position: int | None
    fiction: bool
