"""The timeline: months as bars, drawn on the server as SVG, with the same numbers in a table."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.store import TimelineBar

WIDTH, HEIGHT = 720, 150  # of the drawing, in its own units; CSS scales it
_TOP, _FLOOR, _OUTLETS = 14, 104, 138  # y of the highest bar's top, of the bars' foot, of the outlets' foot
_OUTLET_HEIGHT = 22
_CLOSE = 3  # months between the last bar and the incomplete month that is drawn with it
MOST_BARS = 180  # months drawn (15 years): a misread day of 1945 must not press the rest together


@dataclass(frozen=True)
class Bar:
    """One month with where it is drawn; `said_top` parts the bar: above it only the statement's day is known."""

    period: str
    count: int
    said: int
    outlets: int
    x: float
    width: float
    top: float
    said_bottom: float
    outlet_top: float
    link: str
    incomplete: bool


@dataclass(frozen=True)
class Tick:
    """A label of an axis."""

    at: float
    text: str


@dataclass(frozen=True)
class Timeline:
    """All bars of the drawing, first month first, without gaps; `rows` are those with a count, for the table."""

    bars: list[Bar]
    years: list[Tick]
    highest: int
    floor: float = _FLOOR

    @property
    def rows(self) -> list[Bar]:
        """Months with something in them."""
        return [bar for bar in self.bars if bar.count]


def month_bounds(period: str) -> tuple[str, str]:
    """First and last day of a month `2024-09`."""
    year, month = int(period[:4]), int(period[5:7])
    return f"{period}-01", f"{period}-{calendar.monthrange(year, month)[1]:02d}"


def timeline(bars: Sequence[TimelineBar], link: Callable[[str], str], last: str | None) -> Timeline | None:
    """Draw the months; `link` gives the address behind a bar, `last` is the month whose counts are incomplete. None without bars."""
    if not bars:
        return None
    known = {bar.period: bar for bar in bars}
    months = _months(min(known), _end(max(known), last))[-MOST_BARS:]
    highest = max(known[m].count for m in months if m in known)
    most_outlets = max(1, *(bar.outlets for bar in bars))
    step = WIDTH / max(len(months), 12)
    drawn = []
    for i, month in enumerate(months):
        bar = known.get(month, TimelineBar(month, 0))
        unit = (_FLOOR - _TOP) / highest
        top = _FLOOR - bar.count * unit
        drawn.append(
            Bar(
                period=month,
                count=bar.count,
                said=bar.statement_only,
                outlets=bar.outlets,
                x=round(i * step + step * 0.12, 2),
                width=round(step * 0.76, 2),
                top=round(top, 2),
                said_bottom=round(top + bar.statement_only * unit, 2),
                outlet_top=round(_OUTLETS - _OUTLET_HEIGHT * bar.outlets / most_outlets, 2),
                link=link(month),
                incomplete=month == last,
            )
        )
    years = [Tick(bar.x, bar.period[:4]) for i, bar in enumerate(drawn) if i == 0 or bar.period.endswith("-01")]
    apart = [tick for i, tick in enumerate(years) if i == 0 or tick.at - years[i - 1].at > 36]  # four digits need about 30
    return Timeline(drawn, apart, highest)


def _end(latest: str, last: str | None) -> str:
    """The last month drawn: the incomplete one too where it follows closely, so that a fall to nothing is seen for what it is."""
    return last if last and 0 < _ordinal(last) - _ordinal(latest) <= _CLOSE else latest


def _months(first: str, last: str) -> list[str]:
    start, end = _ordinal(first), _ordinal(last)
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, end + 1)]


def _ordinal(period: str) -> int:
    return int(period[:4]) * 12 + int(period[5:7]) - 1
