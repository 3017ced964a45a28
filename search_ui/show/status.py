"""Statuses in words. Nobody ever reads a bare status: by whom, on which day, final or not (codebook 4)."""

from __future__ import annotations

from dataclasses import dataclass

from extraction.model import DateBasis, Event, EventMention, Final, Status
from search_ui.i18n import Words
from search_ui.show.days import day_in_words


@dataclass(frozen=True)
class Told:
    """A status as it is printed. `value` is the codebook's word, for its sign; `text` says all of it."""

    value: str
    text: str


def told(status: Status | None, by: str | None, date: str | None, final: Final, words: Words, *, said: bool = False) -> Told | None:
    """`Terbukti menurut Bawaslu Kabupaten X, 25 November 2020 (belum final)`; None where there is no status.

    Without an agency it is told by the news; `said` marks a day that is only the statement's.
    """
    if status is None:
        return None
    source = words("case.according", by=by) if by else words("case.according_news")
    day = day_in_words(date, words) if date else words("case.no_day")
    if date and said:
        day = f"{day} ({words('case.said_day')})"
    ending = words(f"case.final_{final.value}")
    return Told(status.value, f"{words.label('status', status.value)} {source}, {day} · {ending}")


def told_of(event: Event | EventMention, words: Words) -> Told | None:
    """The status of an event, or of one of its mentions."""
    return told(event.status, event.by, event.date, event.final, words, said=event.date_basis is DateBasis.STATEMENT)
