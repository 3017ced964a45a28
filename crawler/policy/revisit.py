"""When a known article is asked for again: day 1, 3, 7 and 30 after it was first fetched, then every quarter (reliability.md, "Law":
who quotes a story that is later corrected or withdrawn must follow)."""

from __future__ import annotations

# After so many answers 304 in a row the page is asked for without conditions: a server may lie (reliability.md, attack 25). By the days
# below this is the visit after a month.
UNMODIFIED_IN_A_ROW = 3
_DAY = 86_400.0
_DAYS = (1, 3, 7, 30)
_QUARTER = 91


def is_due(first: float, last: float, now: float) -> bool:
    """Whether a visit has fallen due since the last one; all in seconds since the epoch."""
    age, seen = (now - first) / _DAY, (last - first) / _DAY
    if any(seen < day <= age for day in _DAYS):
        return True
    return age >= _DAYS[-1] and (age - _DAYS[-1]) // _QUARTER > (seen - _DAYS[-1]) // _QUARTER and age - seen >= 1


def is_newer(told: float | None, before: float | None, last: float) -> bool:
    """Whether a listing tells of a change that was not there at the last visit: one after it, or after the one told of before."""
    return told is not None and (told > last or (before is not None and told > before))
