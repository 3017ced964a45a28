"""Days, moments and numbers as Indonesian readers write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from search_ui.i18n import Words

_ISO = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?=T|$)")
_ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}  # hours east of UTC
_WIB = timezone(timedelta(hours=7))


def day_in_words(iso: str | None, words: Words, *, short: bool = False) -> str:
    """`2024-09-17` as 17 September 2024, `2024-09` as September 2024, `2024`, and `2024-08-27/2024-08-29` as 27–29 Agustus 2024.
    Anything else stays as it is; None is empty."""
    if not iso:
        return ""
    first, slash, last = iso.partition("/")
    if slash:
        return _range(first, last, words, short)
    found = _ISO.match(first)
    if not found:
        return iso
    year, number, day = found.groups()
    month = f"{words.months('short' if short else 'full')[int(number) - 1]} " if number else ""
    return f"{int(day)} {month}{year}" if day else f"{month}{year}"


def _range(first: str, last: str, words: Words, short: bool) -> str:
    since, until = day_in_words(first, words, short=short), day_in_words(last, words, short=short)
    if first[:7] == last[:7] and len(first) == len(last) == 10:
        return f"{int(first[8:])}–{until}"
    return f"{since.removesuffix(f' {first[:4]}') if first[:4] == last[:4] else since} – {until}"


def moment_in_words(iso: str | datetime | None, words: Words) -> str:
    """A moment with its zone (`18 September 2024, 08.00 WIB`); other zones and bare UTC are told in WIB; a bare day stays a day."""
    if not iso:
        return ""
    if isinstance(iso, str) and len(iso) <= 10:
        return day_in_words(iso, words)
    try:
        moment = datetime.fromisoformat(iso) if isinstance(iso, str) else iso
    except ValueError:
        return str(iso)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    hours = (moment.utcoffset() or timedelta()).total_seconds() / 3600
    if hours not in _ZONES:
        moment, hours = moment.astimezone(_WIB), 7
    return f"{day_in_words(moment.date().isoformat(), words)}, {moment:%H.%M} {_ZONES[int(hours)]}"


def number(value: float) -> str:
    """`12345` as 12.345, `2.5` as 2,5."""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.2f}".rstrip("0").translate(str.maketrans(",.", ".,"))
    return f"{int(value):,}".replace(",", ".")
