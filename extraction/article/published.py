"""When an article was published: from a printed time line, or from the day that stands in its address."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

from extraction.article.cues import any_of
from extraction.dates.words import month_number, pattern
from extraction.patterns import compiled

ZONES = {"WIB": 7, "WITA": 8, "WIT": 9}
_DAY = compiled(
    rf"(?:\b(?:{pattern('weekdays')}|{pattern('short_weekdays')})\b\.?\s*[,/]?\s*)?"
    rf"(?:(?P<d>\d{{1,2}})(?:\s+|[-/.])(?P<m>{pattern('months')}|\d{{1,2}})\.?(?:\s*,?\s+|[-/.])(?P<y>\d{{4}}|\d{{2}}(?=\D|$))"
    rf"|(?P<m2>{pattern('months')})\s+(?P<d2>\d{{1,2}}),?\s+(?P<y2>\d{{4}})|(?P<y3>20\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d))",
    re.I,
)
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\b(?:pukul|jam|pkl\.?)?\s*([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.][0-5]\d)?\s*(am|pm)?\s*\(?(WIB|WITA|WIT)?\b", re.I)
_ENGLISH_DAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?\b", re.I)
_URL_DAY = re.compile(
    r"/(20\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)|/(0[1-9]|[12]\d|3[01])/(0[1-9]|1[0-2])/(20\d\d)/"
)
_CRAWLED = re.compile(r"^date (20\d\d-\d\d-\d\d)\s+")
_GIVEN = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
# No Indonesian outlet was on the web before 1995 (htmldate's own bound too); 0001, 1970 and 9999 are what systems print for "unknown".
FIRST_YEAR, LAST_YEAR = 1995, 2100
MAX_OTHER_WORDS = 4  # beside the date on a time line: a channel, an outlet's name


class TimeLine(NamedTuple):
    """A printed time line: the moment or day in ISO 8601, and whether a clock time stood there."""

    iso: str
    exact: bool


def is_plausible(year: int) -> bool:
    """Whether a page can have been published in this year."""
    return FIRST_YEAR <= year <= LAST_YEAR


def given_moment(label: str, zone: str) -> str | None:
    """ISO 8601 of a moment or day that the giver states, in the zone of the outlet where it names none; None where it is no such thing."""
    found = _GIVEN.fullmatch(label.strip())
    try:
        moment = datetime.fromisoformat(label.strip()) if found else None
    except ValueError:
        return None
    if found is None or moment is None or not is_plausible(moment.year):
        return None
    if found[2] is None:
        return found[1]
    return (moment if moment.tzinfo else moment.replace(tzinfo=timezone(timedelta(hours=ZONES.get(zone.upper(), 7))))).isoformat()


def time_line(line: str, zone: str) -> TimeLine | None:
    """R8: the moment that a line of its own prints, None where the line says more than that. `zone` counts where none is printed."""
    if len(line) > 140 or not _DIGIT.search(line) or re.search(r"\)\s*[-–—]+$", line):  # a dateline may name its day
        return None
    found = _DAY.search(line)
    if found is None:
        return None
    day = _day(found, american=_ENGLISH_DAY.search(line) is not None)
    clock = _CLOCK.search(line, found.end())
    rest = line[: found.start()] + " " + (line[found.end() : clock.start()] + " " + line[clock.end() :] if clock else line[found.end() :])
    others = re.findall(r"[^\W\d_][\w.’']+", _around().sub(" ", rest))
    sentence = line.rstrip().endswith(".") and any(word[0].islower() for word in others)
    if day is None or sentence or len(others) > MAX_OTHER_WORDS or re.search(r"[\"“”]", rest):
        return None
    if clock is None:
        return TimeLine(day.isoformat(), False)
    hour = int(clock[1]) % 12 + (12 if clock[3].lower() == "pm" else 0) if clock[3] else int(clock[1])
    offset = timezone(timedelta(hours=ZONES.get((clock[4] or zone).upper(), 7)))
    return TimeLine(datetime(day.year, day.month, day.day, hour, int(clock[2]), tzinfo=offset).isoformat(), True)


@lru_cache(maxsize=1)
def _around() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('time_line', 'around')})\b", re.I)


def _day(found: re.Match[str], *, american: bool) -> date | None:
    printed = found["y"] or found["y2"] or found["y3"]
    year = int(printed) + (2000 if len(printed) == 2 else 0)
    month, day = month_number(found["m"] or found["m2"] or found["m3"]), int(found["d"] or found["d2"] or found["d3"])
    numeric = (found["m"] or "").isdecimal()
    if numeric and (american or month > 12):  # a system left at its English settings prints the month first
        month, day = day, month
    try:
        return date(year, month, day) if is_plausible(year) else None
    except ValueError:
        return None


def url_day(url: str | None) -> str | None:
    """The day in the address (`/2024/10/16/…`, `/25/11/2020/…`, `/20241016…`), never an exact time."""
    found = _URL_DAY.search(url or "")
    if found is None:
        return None
    year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def crawl_prefix(line: str) -> tuple[str | None, str]:
    """Splits the `date 2024-10-16 ` that some archives put before a text off its line."""
    found = _CRAWLED.match(line)
    return (given_moment(found[1], ""), line[found.end() :]) if found else (None, line)
