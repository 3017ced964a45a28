"""The component `netra_dates_v1`: finds, resolves and classifies the dates of one article version."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from datetime import date

from extraction.dates.kinds import kind_of
from extraction.dates.matcher import Found, find
from extraction.dates.resolve import Resolved, resolve
from extraction.dates.years import FIRST_YEAR, MAX_ANCHORS, Clues, gather, numbered_months, weekday_years
from extraction.model import DateKind, DateMention, Span
from extraction.reading import Reading, Sentence

ALONE = 3  # characters beside a date that is a sentence of its own
QUOTED = 1000  # characters before an expression in which an open quotation mark is looked for


def read_dates(reading: Reading) -> None:
    """Fill `reading.dates` from the whole text; the day of publication is none of them (codebook 12.9)."""
    fetched = reading.version.fetched.date()
    found = [_possible(item, fetched) for item in find(reading.whole)]
    place = Places(reading)
    clues = gather(reading.whole, reading.url, reading.version.published, _anchors(found, fetched), fetched)
    clues.anchors = clues.anchors or numbered_months(reading.whole) or _agreed(found, clues)
    mentions: list[tuple[Found, Resolved, DateKind]] = []
    for item in found:
        if item.relative is not None and not item.bare and not _telling(reading, item.span):
            continue
        resolved = resolve(item, clues, _nearest_statement(item, mentions, found, clues))
        mentions.append((item, resolved, _kind(place, item, resolved)))
    reading.dates = [_mention(reading, *m) for m in mentions]


def _possible(item: Found, fetched: date) -> Found:
    """The expression without its year where a weekday is told of a year ahead of the visit ("Selasa, 1/10/2029")."""
    if item.year is None or item.weekday is None or item.year <= fetched.year + 1:
        return item
    return replace(item, year=None, misprint=str(item.year))


def _anchors(found: list[Found], fetched: date) -> list[date]:
    """The days with a printed year that were when the article was fetched, or soon after."""
    days = []
    for item in found:
        if item.day is not None and item.month is not None and item.year is not None and FIRST_YEAR <= item.year <= fetched.year + 1:
            try:
                days.append(date(item.year, item.month, item.day))
            except ValueError:
                continue
    return sorted(days, reverse=True)


def _agreed(found: list[Found], clues: Clues) -> list[date]:
    """A day of the year on which most of an article's yearless days agree by their weekdays: one of them may be misprinted."""
    if clues.published or clues.url_month or clues.url_year:
        return []
    open_ = [f for f in found if f.year is None and f.day and f.month and f.weekday is not None][:MAX_ANCHORS]
    days = [day for f in open_ for day in weekday_years(f.day or 0, f.month or 0, f.weekday or 0, clues)]
    (year, most), *rest = [*Counter(d.year for d in days).most_common(), (0, 0)]
    return [d for d in days if d.year == year][:1] if most > 1 and all(n < most for _, n in rest) else []


class Places:
    """Finds the sentence of an offset by halving: an article of lists holds thousands of dates."""

    def __init__(self, reading: Reading) -> None:
        self.sentences = reading.sentences
        self.starts = [s.start for s in reading.sentences]

    def sentence(self, offset: int) -> Sentence | None:
        """The sentence that holds the offset, None between sentences."""
        i = bisect_right(self.starts, offset) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i].end else None

    def before(self, sentence: Sentence) -> str:
        """The text of the sentence before, empty where there is none."""
        i = bisect_right(self.starts, sentence.start) - 2
        return self.sentences[i].text if i >= 0 else ""


def _telling(reading: Reading, span: Span) -> bool:
    """Whether a relative expression is the narrator's: those inside quotation marks are the speaker's, often rhetorical.

    A quotation may run over several sentences of its paragraph.
    """
    before = reading.whole[max(0, span.start - QUOTED) : span.start].rpartition("\n")[2]
    opened, closed = before.rfind("“"), before.rfind("”")
    return opened <= closed and len(re.findall(r"\"", before)) % 2 == 0


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
    text, offset = sentence.text, item.span.start - sentence.start
    if len(text) - (item.span.end - item.span.start) <= ALONE:  # "… tutur ketua. Sabtu, 23 November 2024."
        before = place.before(sentence)
        text, offset = f"{before} {text}", offset + len(before) + 1
    return kind_of(item, resolved, text, offset)


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
