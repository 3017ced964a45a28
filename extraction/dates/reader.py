"""The component `netra_dates_v1`: finds, resolves and classifies the dates of one article version."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from extraction.dates.kinds import kind_of
from extraction.dates.matcher import Found, find
from extraction.dates.resolve import Resolved, resolve
from extraction.dates.years import FIRST_YEAR, Clues, gather
from extraction.model import DateKind, DateMention, Span
from extraction.reading import Reading, Sentence

QUOTED = 1000  # characters before an expression in which an open quotation mark is looked for


def read_dates(reading: Reading) -> None:
    """Fill `reading.dates` from the whole text; the day of publication is none of them (codebook 12.9)."""
    found = find(reading.whole)
    place = Places(reading)
    clues = gather(reading.whole, reading.url, reading.version.published, _anchors(found))
    mentions: list[tuple[Found, Resolved, DateKind]] = []
    for item in found:
        if item.relative is not None and not item.bare and not _telling(place, item.span):
            continue
        resolved = resolve(item, clues, _nearest_statement(item, mentions, found, clues))
        mentions.append((item, resolved, _kind(place, item, resolved)))
    reading.dates = [_mention(reading, *m) for m in mentions]


def _anchors(found: list[Found]) -> list[date]:
    """The days with a printed year."""
    days = []
    for item in found:
        if item.day is not None and item.month is not None and item.year is not None and item.year >= FIRST_YEAR:
            try:
                days.append(date(item.year, item.month, item.day))
            except ValueError:
                continue
    return sorted(days, reverse=True)


class Places:
    """Finds the sentence of an offset by halving: an article of lists holds thousands of dates."""

    def __init__(self, reading: Reading) -> None:
        self.sentences = reading.sentences
        self.starts = [s.start for s in reading.sentences]

    def sentence(self, offset: int) -> Sentence | None:
        """The sentence that holds the offset, None between sentences."""
        i = bisect_right(self.starts, offset) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i].end else None


def _telling(place: Places, span: Span) -> bool:
    """Whether a relative expression is the narrator's: those inside quotation marks are the speaker's, often rhetorical."""
    sentence = place.sentence(span.start)
    at = span.start - sentence.start if sentence else 0
    before = sentence.text[max(0, at - QUOTED) : at] if sentence else ""
    return len(re.findall(r"[\"“”]", before)) % 2 == 0


def _nearest_statement(item: Found, before: list[tuple[Found, Resolved, DateKind]], found: list[Found], clues: Clues) -> date | None:
    """The day on which "Rabu kemarin" may lean: the nearest printed day of the article."""
    if not (item.bare and item.relative is not None):
        return None
    days = [r.first for _, r, _ in before if r.first is not None]
    later = [r.first for f in found if f.span.start > item.span.start and f.day is not None and (r := resolve(f, clues)).first is not None]
    nearest = later or days[::-1]
    return nearest[0] if nearest else None


def _kind(place: Places, item: Found, resolved: Resolved) -> DateKind:
    sentence = place.sentence(item.span.start)
    if sentence is None:
        return DateKind.EVENT
    return kind_of(item, resolved, sentence.text, item.span.start - sentence.start)


def _mention(reading: Reading, item: Found, resolved: Resolved, kind: DateKind) -> DateMention:
    printed = item.span.of(reading.whole)
    return DateMention(
        id=reading.make_id("date", item.span, resolved.iso or printed),
        span=item.span,
        printed=printed,
        iso=resolved.iso,
        precision=resolved.precision,
        kind=kind,
        reason=resolved.reason,
        conflict=resolved.conflict,
    )
