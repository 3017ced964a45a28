"""Days in questions: ISO days, months and years as the bounds that they span."""

from __future__ import annotations

import calendar
import re
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LONGEST = 3660  # days of a range that are indexed one by one: ten years, longer ones are misread


def span_of(iso: str) -> tuple[date, date]:
    """First and last day of `2024`, `2024-09` or `2024-09-17`.

    Raises ValueError where the text is none of these or no day of the calendar.
    """
    found = _ISO.fullmatch(iso)
    if not found:
        raise ValueError(iso)
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if day:
        only = date(year, month, day)
        return only, only
    if found[2]:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def interval_of(iso: str) -> tuple[date, date]:
    """First and last day of any date of the codebook, also of an interval `2024-08-27/2024-08-29`.

    Raises ValueError where it is none.
    """
    first, _, last = iso.partition("/")
    since, until = span_of(first)
    return (since, span_of(last)[1]) if last else (since, until)


def ordinals_of(iso: str) -> list[int]:
    """All days of a date of the codebook, as ordinals; empty where it is malformed, runs backwards or is longer than ten years."""
    try:
        since, until = interval_of(iso)
    except ValueError:
        return []
    length = (until - since).days + 1
    return [since.toordinal() + i for i in range(length)] if 0 < length <= _LONGEST else []
