"""The component `netra_dates_v1`: finds, resolves and classifies the dates of one article version."""

from __future__ import annotations

import re
from datetime import date

from extraction.dates.kinds import kind_of
from extraction.dates.matcher import Found, find
from extraction.dates.resolve import Resolved, resolve
from extraction.dates.years import FIRST_YEAR, Clues, gather
from extraction.model import DateKind, DateMention, Span
from extraction.reading import Reading


def read_dates(reading: Reading) -> None:
    """Fill `reading.dates` from the whole text; the day of publication is none of them (codebook 12.9)."""
    found = find(reading.whole)
    clues = gather(reading.whole, reading.url, reading.version.published, _anchors(found))
    mentions: list[tuple[Found, Resolved, DateKind]] = []
    for item in found:
        if item.relative is not None and not item.bare and not _telling(reading, item.span):
            continue
        resolved = resolve(item, clues, _nearest_statement(item, mentions, found, clues))
        mentions.append((item, resolved, _kind(reading, item, resolved)))
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


def _telling(reading: Reading, span: Span) -> bool:
    """Whether a relative expression is the narrator's: those inside quotation marks are the speaker's, often rhetorical."""
    sentence = reading.sentence_at(span.start)
    before = sentence.text[: span.start - sentence.start] if sentence else ""
    return len(re.findall(r"[\"“”]", before)) % 2 == 0


def _nearest_statement(item: Found, before: list[tuple[Found, Resolved, DateKind]], found: list[Found], clues: Clues) -> date | None:
    """The day on which "Rabu kemarin" may lean: the nearest printed day of the article."""
    if not (item.bare and item.relative is not None):
        return None
    days = [r.first for _, r, _ in before if r.first is not None]
    later = [r.first for f in found if f.span.start > item.span.start and f.day is not None and (r := resolve(f, clues)).first is not None]
    nearest = later or days[::-1]
    return nearest[0] if nearest else None


def _kind(reading: Reading, item: Found, resolved: Resolved) -> DateKind:
    sentence = reading.sentence_at(item.span.start)
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
