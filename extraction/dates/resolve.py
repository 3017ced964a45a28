"""From a date expression to its ISO value, by own arithmetic (codebook 7, 12.8); printed numbers win over printed weekdays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from extraction.dates.matcher import Found
from extraction.dates.words import load
from extraction.dates.years import Clues, infer, infer_month
from extraction.model import Precision

WEEK = 7


@dataclass(frozen=True)
class Resolved:
    """An ISO value with its precision, or None with the reason; `first` and `last` are its days where it has any."""

    iso: str | None
    precision: Precision | None
    reason: str = ""
    conflict: str | None = None
    first: date | None = None
    last: date | None = None


def resolve(found: Found, clues: Clues, statement: date | None = None) -> Resolved:
    """The value of one expression. `statement` is the day of a statement printed nearby, which "Rabu kemarin" may lean on."""
    if found.day is not None:
        return _numbered(found, clues)
    if found.month is not None:
        return _month(found, found.month, clues)
    if found.bare:
        return _weekday(found, clues, statement)
    return _relative(found, clues)


def _month(found: Found, month: int, clues: Clues) -> Resolved:
    if found.year is not None:
        return Resolved(f"{found.year:04d}-{month:02d}", Precision.MONTH, "tercetak")
    inferred = infer_month(month, clues, ahead=found.ahead)
    if inferred.year is None:
        return Resolved(None, None, inferred.reason)
    return Resolved(f"{inferred.year:04d}-{month:02d}", Precision.MONTH, inferred.reason)


def _numbered(found: Found, clues: Clues) -> Resolved:
    assert found.day is not None and found.month is not None
    year, reason, conflict = found.year, "tercetak", None
    if year is None:
        inferred = infer(found.day, found.month, found.weekday, clues)
        year, reason, conflict = inferred.year, inferred.reason, inferred.conflict
    if found.misprint:
        conflict = "; ".join(filter(None, (f"tahun tercetak {found.misprint}", conflict)))
    if year is None:
        return Resolved(None, None, reason, conflict)
    try:
        first = date(year, found.month, found.day)
        last = _last_day(found, first)
    except ValueError:
        return Resolved(None, None, "tanggal tidak ada")
    if found.weekday is not None and first.weekday() != found.weekday:
        conflict = "; ".join(filter(None, (conflict, _clash(found.weekday, first))))
    if last is not None and last > first:
        return Resolved(f"{first}/{last}", Precision.RANGE, reason, conflict, first, last)
    return Resolved(first.isoformat(), Precision.DAY, reason, conflict, first, first)


def _last_day(found: Found, first: date) -> date | None:
    """The last day of a range.

    Raises ValueError where there is no such day.
    """
    if found.last is None:
        return None
    day, month, year = found.last
    return date(year or first.year, month or first.month, day)


def _clash(weekday: int, day: date) -> str:
    names: list[str] = load("words.toml")["day_names"]["words"]
    return f"hari tercetak {names[weekday]}, tanggal itu hari {names[day.weekday()]}"


def _weekday(found: Found, clues: Clues, statement: date | None) -> Resolved:
    assert found.weekday is not None
    if clues.published is not None:
        if found.ahead:
            day = clues.published + timedelta(days=(found.weekday - clues.published.weekday() - 1) % WEEK + 1)
        else:
            day = clues.published - timedelta(days=(clues.published.weekday() - found.weekday) % WEEK)
        return Resolved(day.isoformat(), Precision.DAY, "hari dihitung dari tanggal terbit", None, day, day)
    if statement is not None and found.relative is not None:
        day = statement + timedelta(days=found.relative)
        if day.weekday() == found.weekday:
            return Resolved(day.isoformat(), Precision.DAY, "hari dihitung dari hari pernyataan", None, day, day)
    return Resolved(None, None, "hari tanpa tanggal; tanggal terbit tidak diketahui")


def _relative(found: Found, clues: Clues) -> Resolved:
    assert found.relative is not None
    if clues.published is None:
        return Resolved(None, None, "tanggal terbit tidak diketahui")
    reason = "dihitung dari tanggal terbit"
    if found.unit in (None, "hari"):
        day = clues.published + timedelta(days=found.relative)
        return Resolved(day.isoformat(), Precision.DAY, reason, None, day, day)
    if found.unit in ("minggu", "pekan"):
        monday = clues.published - timedelta(days=clues.published.weekday()) + timedelta(weeks=found.relative)
        return Resolved(
            f"{monday}/{monday + timedelta(days=WEEK - 1)}", Precision.RANGE, reason, None, monday, monday + timedelta(days=WEEK - 1)
        )
    months = clues.published.year * 12 + clues.published.month - 1 + found.relative
    return Resolved(f"{months // 12:04d}-{months % 12 + 1:02d}", Precision.MONTH, reason)
