"""When a known address is asked for again: articles on fixed days, listings as often as they give something new."""

from __future__ import annotations

# After so many answers 304 in a row the page is asked for without conditions: a server may lie (reliability.md, attack 25). By the days
# below this is the visit after a month.
UNMODIFIED_IN_A_ROW = 3
DAY_SECONDS = 86_400.0
# Days after an article was first fetched, and then every quarter (reliability.md, "Law": who quotes a story that is later corrected or
# withdrawn must follow).
_DAYS = (1, 3, 7, 30)
_QUARTER = 91
LONGEST_SECONDS = _QUARTER * DAY_SECONDS
# A listing that gave something new is asked again after half the time, one that gave nothing after twice the time: so it settles near one
# visit for each thing new. At most once in a pass of every quarter of an hour, and at least once a day: a news sitemap holds two days
# (extraction.md, "Outlets and discovery").
FIRST_INTERVAL_SECONDS = 3600.0
_SHORTEST_INTERVAL = 900.0
_LONGEST_INTERVAL = DAY_SECONDS
_SLACK_SECONDS = 600.0  # the timer of deploy/systemd delays by at most 300 s


def next_visit(first: float, last: float) -> float:
    """When an article that was first fetched at `first` and last seen at `last` is to be seen again; all in seconds since the epoch."""
    days = [day for day in _DAYS if first + day * DAY_SECONDS > last]
    if days:
        return first + days[0] * DAY_SECONDS
    quarters = (last - first - _DAYS[-1] * DAY_SECONDS) // LONGEST_SECONDS + 1
    return max(first + (_DAYS[-1] + quarters * _QUARTER) * DAY_SECONDS, last + DAY_SECONDS)


def next_interval(before: float | None, *, new: bool) -> float:
    """Seconds until a listing is asked for again, after `before` the last time (None: it was not known)."""
    if before is None:
        return FIRST_INTERVAL_SECONDS
    return max(before / 2, _SHORTEST_INTERVAL) if new else min(before * 2, _LONGEST_INTERVAL)


def next_listing(interval: float, began: float) -> float:
    """When a listing is asked for again that was asked for in the pass that began at `began`. Counted from there and a little less, so that
    passes every hour, which begin some minutes early or late, don't leave out every other one."""
    return began + interval - min(interval / 10, _SLACK_SECONDS)


def believed(told: float | None, now: float) -> float | None:
    """What a listing tells of a change, None where it lies more than a day ahead: clocks and labels of zones differ by hours, and a server
    that lies would have its page asked for in every pass (reliability.md, attack 22)."""
    return None if told is None or told > now + DAY_SECONDS else told


def is_newer(told: float | None, before: float | None, last: float) -> bool:
    """Whether a listing tells of a change that it did not tell of at the visit at `last` (`before`: what it told of then)."""
    return told is not None and told > (last if before is None else before)
