"""What each outlet gave per day, and what has changed: fell silent, doubled, all duplicates, a bot wall, nothing readable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Literal

import msgspec

from crawler.frontier import Frontier, Status

RECENT_DAYS = 3  # a weekend of a small newsroom is no silence
BEFORE_DAYS = 14  # the days that the recent ones are held against: two weeks level out weekdays
# A change is told where it is larger than chance would have it: a Poisson count lies within three times its root of the mean in 99.7%.
_ROOTS = 3.0
_MANY = 5  # pages below which nothing is said about duplicates or walls
_NEW = (Status.FETCHED, Status.OFF_TOPIC)
_REFUSED = (Status.FAILED, Status.BOT_WALL, Status.REFUSED_BY_ROBOTS, Status.FORBIDDEN)
Days = Mapping[date, Mapping[str, int]]


Kind = Literal["silent", "surge", "copies", "wall", "unreadable"]


class Alert(msgspec.Struct, frozen=True):
    """A change that somebody should look at: its kind, and a line in Indonesian."""

    kind: Kind
    text: str


class OutletHealth(msgspec.Struct, frozen=True):
    """One outlet: new pages by day (newest last), counts by status of the recent days, and alerts."""

    outlet: str
    new: list[int]
    recent: dict[str, int]
    alerts: list[Alert]


def health(frontier: Frontier, today: date) -> list[OutletHealth]:
    """The health of every outlet that was crawled within the last days, those with alerts first."""
    first = today - timedelta(days=RECENT_DAYS + BEFORE_DAYS - 1)
    days: dict[str, dict[date, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for day, outlet, status, number in frontier.days(first.isoformat()):
        days[outlet][date.fromisoformat(day)][status] = number
    since = datetime.combine(today - timedelta(days=RECENT_DAYS - 1), datetime.min.time(), UTC).timestamp()
    bodies = frontier.bodies(since)
    found = [_of(outlet, given, today, bodies.get(outlet, (0, 0))) for outlet, given in sorted(days.items())]
    return sorted(found, key=lambda h: (not h.alerts, h.outlet))


def _of(outlet: str, days: Days, today: date, bodies: tuple[int, int]) -> OutletHealth:
    span = [today - timedelta(days=n) for n in reversed(range(RECENT_DAYS + BEFORE_DAYS))]
    new = [sum(days.get(day, {}).get(status, 0) for status in _NEW) for day in span]
    recent: dict[str, int] = {}
    for day in span[-RECENT_DAYS:]:
        for status, number in days.get(day, {}).items():
            recent[status] = recent.get(status, 0) + number
    crawled_before = sum(1 for day in span[:-RECENT_DAYS] if day in days)
    alerts = _changes(new, crawled_before) if recent else []
    return OutletHealth(outlet, new, recent, alerts + _faults(recent, bodies))


def _changes(new: list[int], crawled_before: int) -> list[Alert]:
    """Fell silent or doubled; nothing is said before there are two crawled days to hold it against."""
    if crawled_before < 2:
        return []
    expected = sum(new[:-RECENT_DAYS]) / crawled_before * RECENT_DAYS
    got = sum(new[-RECENT_DAYS:])
    margin = _ROOTS * max(expected, 1.0) ** 0.5
    if got == 0 and expected > margin:
        return [Alert("silent", f"diam: tidak ada halaman baru dalam {RECENT_DAYS} hari, biasanya {expected:.0f}")]
    if got >= 2 * expected and got > expected + margin:
        return [Alert("surge", f"melonjak: {got} halaman baru dalam {RECENT_DAYS} hari, biasanya {expected:.0f}")]
    return []


def _faults(recent: Mapping[str, int], bodies: tuple[int, int]) -> list[Alert]:
    alerts = []
    pages, different = bodies
    asked = sum(number for status, number in recent.items() if status != Status.LISTED)
    copies = recent.get(Status.COPY, 0)
    if pages >= _MANY and different == 1:
        alerts.append(Alert("copies", f"salinan: {pages} halaman isinya sama persis"))
    elif copies >= _MANY and copies * 2 >= asked:
        alerts.append(Alert("copies", f"salinan: {copies} dari {asked} halaman isinya sama dengan halaman lain"))
    walls = recent.get(Status.BOT_WALL, 0)
    if walls >= _MANY and walls * 2 >= asked:
        alerts.append(Alert("wall", f"dinding bot: {walls} dari {asked} halaman"))
    refused = sum(recent.get(status, 0) for status in _REFUSED)
    if recent and refused == sum(recent.values()):
        alerts.append(Alert("unreadable", f"tidak terbaca: {refused} permintaan, semuanya gagal atau ditolak"))
    return alerts
