"""Passages of an article with what is marked in them: people, agencies, regions, dates, the evidence of events."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extraction.model import CodedArticle, Span
from search_ui.i18n import Words
from search_ui.show.days import day_in_words
from search_ui.show.excerpt import body_start, shown_spans
from search_ui.show.mask import Hidden, Mask

KINDS = ("orang", "tanggal", "lembaga", "wilayah")  # where two overlap, the first is shown


@dataclass(frozen=True)
class Mark:
    """A span with its kind and what it resolves to."""

    span: Span
    kind: str
    note: str


@dataclass(frozen=True)
class Piece:
    """Plain text of a passage; `kind` is empty where nothing is marked. `anchors` are ids to place before it."""

    text: str
    kind: str = ""
    note: str = ""
    anchors: tuple[str, ...] = ()


@dataclass
class Passage:
    """A stretch that is shown. `events` are numbers of the page's event list that it proves; `gap` where text is left out before it."""

    pieces: list[Piece] = field(default_factory=list)
    events: list[int] = field(default_factory=list)
    gap: bool = False


def anchor(span: Span) -> str:
    """The id of a sentence on its article's page."""
    return f"s{span.start}"


def marks_of(coded: CodedArticle, words: Words, mask: Mask) -> list[Mark]:
    """All that is marked in an article."""
    people = [
        Mark(span, "orang", mask.text(", ".join(filter(None, (person.name, person.role, person.agency)))))
        for person in coded.people
        for span in person.mentions
    ]
    agencies = [Mark(agency.span, "lembaga", agency.name) for agency in coded.agencies if agency.name]
    regions = [Mark(place.span, "wilayah", place.region.name) for place in coded.places if place.region]
    dates = [
        Mark(day.span, "tanggal", f"{day_in_words(day.iso, words)} ({words.label('datekind', day.kind.value)})")
        for day in coded.dates
        if day.iso
    ]
    return [*people, *agencies, *regions, *dates]


def passages(coded: CodedArticle, words: Words, mask: Mask) -> list[Passage]:
    """The passages of the text that the page shows, in order."""
    cutter = _Cutter(coded, marks_of(coded, words, mask), mask)
    out, at = list[Passage](), body_start(coded.version)
    for span in shown_spans(coded):
        passage = cutter.passage(span)
        passage.gap = bool(coded.version.whole[at : span.start].strip())
        out.append(passage)
        at = span.end
    return out


def title_pieces(coded: CodedArticle, words: Words, mask: Mask) -> list[Piece]:
    """The title, marked."""
    title = coded.version.title
    return _Cutter(coded, marks_of(coded, words, mask), mask).passage(Span(0, len(title))).pieces if title else []


def ends_with_gap(coded: CodedArticle) -> bool:
    """Whether text is left out behind the last passage."""
    spans = shown_spans(coded)
    return bool(spans) and bool(coded.version.whole[spans[-1].end :].strip())


class _Cutter:
    """Cuts stretches of one article into pieces at every border of a mark, a hidden name or an anchor."""

    def __init__(self, coded: CodedArticle, marks: Iterable[Mark], mask: Mask) -> None:
        self.whole = coded.version.whole
        self.marks = sorted(marks, key=lambda mark: KINDS.index(mark.kind))
        self.hidden = mask.hidden(self.whole)
        self.events = [(number, span) for number, event in enumerate(coded.events, start=1) for span in event.evidence]
        self.anchors = sorted({span for _, span in self.events} | {entry.evidence for entry in coded.cases})

    def passage(self, span: Span) -> Passage:
        """One stretch."""
        cuts = self._cuts(span)
        pieces = [self._piece(start, end) for start, end in pairwise(cuts)]
        numbers = sorted({number for number, evidence in self.events if span.covers(evidence)})
        return Passage([piece for piece in pieces if piece.text or piece.anchors], numbers)

    def _cuts(self, span: Span) -> list[int]:
        borders = {span.start, span.end}
        for mark in self.marks:
            borders |= {mark.span.start, mark.span.end}
        for hidden in self.hidden:
            borders |= {hidden.start, hidden.end}
        borders |= {place.start for place in self.anchors}
        return sorted(border for border in borders if span.start <= border <= span.end)

    def _piece(self, start: int, end: int) -> Piece:
        anchors = tuple(dict.fromkeys(anchor(span) for span in self.anchors if span.start == start))
        hidden = _over(self.hidden, start)
        if hidden:
            text = hidden.shown if hidden.start == start else ""
            return Piece(text, "inisial" if text else "", "", anchors)
        mark = next((mark for mark in self.marks if mark.span.start <= start and end <= mark.span.end), None)
        return Piece(self.whole[start:end], mark.kind if mark else "", mark.note if mark else "", anchors)


def _over(hidden: Sequence[Hidden], position: int) -> Hidden | None:
    """The hidden stretch that holds a position."""
    index = bisect_right([one.start for one in hidden], position) - 1
    return hidden[index] if index >= 0 and position < hidden[index].end else None
