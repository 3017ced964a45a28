"""The blackboard that the components of one article share: what has been read so far of one version.

Each component is a function `Reading -> None` that fills its own field from the fields filled before it (order:
`extraction.model.COMPONENT_ORDER`). Spans address `whole`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extraction.model import (
    AgencyMention,
    ArticleRegion,
    ArticleVersion,
    CaseEntry,
    DateMention,
    EventMention,
    Figure,
    Outlet,
    Person,
    Quote,
    RegionMention,
    Span,
    statement_id,
)
from extraction.models.asker import Names


@dataclass(frozen=True)
class Sentence:
    """A sentence of `whole`. `paragraph` counts from 0 (the title is paragraph 0 where there is one); `title` marks the headline."""

    span: Span
    text: str
    paragraph: int
    title: bool = False

    @property
    def start(self) -> int:
        """Offset of its first character in `whole`."""
        return self.span.start

    @property
    def end(self) -> int:
        """Offset behind its last character in `whole`."""
        return self.span.end


@dataclass
class Reading:
    """One version being read. `url` and `outlet` are context, never evidence."""

    version: ArticleVersion
    outlet: Outlet
    url: str | None
    whole: str = ""
    text_start: int = 0  # where the body starts in `whole`
    sentences: list[Sentence] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    places: list[RegionMention] = field(default_factory=list)
    regions: list[ArticleRegion] = field(default_factory=list)
    agencies: list[AgencyMention] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    elections: list[str] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    cases: list[CaseEntry] = field(default_factory=list)
    names: Names | None = None  # whom to ask about doubtful names; without it the role grammar decides alone

    def __post_init__(self) -> None:
        self.whole = self.version.whole
        self.text_start = len(self.version.title) + 1 if self.version.title else 0

    @property
    def relevant(self) -> bool:
        """Whether the subject is neutrality of the state apparatus in an election (codebook 2)."""
        return self.version.relevant

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the offset, or None between sentences."""
        return next((s for s in self.sentences if s.start <= offset < s.end), None)

    def make_id(self, kind: str, span: Span, value: str) -> str:
        """The statement's identity in this version."""
        return statement_id(self.version.id, kind, self.whole, span, value)
