"""Finds date expressions in a text, in one pass (codebook 7; forms in extraction.md, "Dates"). It resolves nothing.

Every alternative begins with a digit, a weekday, a month or a relative word and repeats nothing without a bound, so the time
grows with the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extraction.dates.words import month_number, pattern, table, weekday_number
from extraction.model import Span
from extraction.patterns import compiled

_SECTIONS = ("weekdays", "short_weekdays", "months", "relative", "numbers")
_LOWER = {c: c + 32 for c in range(ord("A"), ord("Z") + 1)}
_NO_YEAR = (3, 5)  # digits of a misprinted year ("204", "20204")
_SHORT_MONTH = 4  # letters up to which a month alone may be another word or an abbreviation
RECENT = 50  # two-digit years below it are 20xx; codebook: elections from 2018 on


Last = tuple[int, int | None, int | None]


@dataclass(frozen=True)
class Found:
    """A date expression. `year` may be missing; `last` is the end of a range as (day, month, year), the latter two None where it
    shares them; `relative` counts days from publication.

    `bare` marks a weekday without any number, `unit` a week, month or year counted from publication ("pekan lalu"), `misprint` what is
    printed for a year and can be none ("204").
    """

    span: Span
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    last: Last | None = None
    relative: int | None = None
    unit: str | None = None
    bare: bool = False
    ahead: bool = False
    misprint: str = ""


@lru_cache(maxsize=1)
def _expression() -> re.Pattern[str]:
    weekday, short, part, month = pattern("weekdays"), pattern("short_weekdays"), pattern("parts"), pattern("months")
    between = r"(?:\s*[-–—]\s*|\s+(?:s/d|s\.d\.?|sampai(?:\s+dengan)?|hingga)\s+)"
    head = (
        rf"(?:\b(?P<w>{weekday}|(?:{short})(?=\.?,?\s\d))\b\.?\s*"
        rf"(?:(?P<wp>{part}|esok|besok|kemarin|lalu|ini)\b)?\s*,?\s*(?:tanggal\s+|tgl\.?\s+)?)?"
    )
    named = (
        rf"(?:(?<![\d/.,-])(?P<d>[0-3]?\d)(?:(?:{between})(?:(?:{weekday}),?\s+)?(?P<d2>[0-3]?\d))?\s+(?P<m>{month})\b(?:\.(?=\s?,?\s?\d))?"
        rf"(?:\s*,?\s+(?P<y>(?:19|20)\d\d)\b)?(?:{between}(?:(?:{weekday}),?\s+)?(?P<d3>[0-3]?\d)\s+(?P<m3>{month})\b(?:\s+(?P<y3>(?:19|20)\d\d)\b)?)?)"
    )
    numeric = (
        r"(?P<o>\(\s?)?(?<![\d/.,-])(?P<nd>[0-3]?\d)(?:\s?-\s?(?P<nd2>[0-3]?\d)(?=/))?(?P<sep>\s?[/.-]\s?)(?P<nm>[01]?\d)"
        r"(?:(?P=sep)(?P<ny>(?:19|20)\d\d|\d\d|\d{3}|20\d{3})(?!\d))?(?![\d])(?!/\w)(?P<c>\s?\))?"
    )
    iso = r"(?<![\d/-])(?P<iy>20\d\d)-(?P<im>[01]\d)-(?P<id>[0-3]\d)(?!\d)"
    opened = rf"(?P<p>\(\s?)(?:{named.replace('?P<', '?P<q')})\s?\)"
    tail = rf"(?:\s+(?P<tp>{part}|kemarin)\b(?!\s+(?:ini|nanti)))?"
    alone = rf"(?P<my>\b(?:{month})\s+(?:19|20)\d\d\b)|(?P<r>\b(?:{pattern('relative')})\b)"
    full = "|".join(sorted((m for m in table("months") if len(m) > _SHORT_MONTH or m == "mei"), key=len, reverse=True))
    partly = (
        rf"(?P<pm>\b(?:(?:awal|pertengahan|akhir)\s+(?:bulan\s+)?(?:{full})\b(?:\s+(?:lalu|kemarin|mendatang)\b)?"
        rf"|bulan\s+(?:{full})\b(?:\s+(?:lalu|kemarin|mendatang)\b)?|(?:{full})\s+(?:lalu|kemarin|mendatang)\b)(?!\s+(?:tahun\s+)?(?:19|20)\d\d))"
    )
    counted = rf"(?P<n>\b\d{{1,2}}|\b(?:{pattern('numbers')}))\s*(?P<u>hari|minggu|pekan|bulan)\s+(?:yang\s+)?(?P<dir>lalu|mendatang)\b"
    last = r"(?P<lu>\b(?:pekan|minggu|bulan))\s+(?P<ldir>lalu|depan)\b"
    bare = rf"(?P<b>\b(?:{weekday})\b(?:\s+(?:{part})\b)?(?:\s+kemarin\b)?)"
    starts = sorted({w[:3] for section in _SECTIONS for w in table(section)} | {"pek", "min", "bul", "awa", "per", "akh"})
    gate = rf"(?<![^\W_])(?=[\d(]|{'|'.join(starts)})"
    whole = f"{gate}(?:{head}(?:{opened}|{iso}|{named}|{numeric}){tail}|{alone}|{partly}|{counted}|{last}|{bare})"
    return compiled(whole.replace(r"\s*", r"\s{0,3}").replace(r"\s+", r"\s{1,3}"))


def _lower(text: str) -> str:
    """ASCII lower case: unlike `str.lower` it keeps every offset, and it spares a case-blind search (twice as slow, measured)."""
    return text.translate(_LOWER)


_NOT_A_DATE = re.compile(
    r"(?:\b(?:nomor|no|pasal|ayat|no\.|nomor:|pukul|jam|rp\.?|kodim|koramil|skor|versi|dapil|rt|rw|universitas|univ\.?|untag|stadion|lapangan|jalan|jl\.?)\s*:?\s*\(?)$",
    re.I,
)
_WEEK_BEFORE = re.compile(r"(?:\d|\b(?:se|satu|dua|tiga|empat|per|setiap|tiap|hari libur))\s*$")
_WEEK_BEHIND = re.compile(r"\s(?:ini|lalu|depan)\b")
_MARKET_DAY = re.compile(r"\s(?:Wage|Pon|Kliwon|Legi|Pahing|Paing)\b")  # days of the Javanese week beside the weekday
_NUMBER_BEHIND = re.compile(r"\s?\(\s?\d")  # numbers that are no date: the weekday alone would say another day
_SOON = re.compile(r"\b(?:besok|esok|nanti|lusa),?\s$", re.I)
_EVERY = re.compile(r"\b(?:setiap|tiap|saban|Jalan|Jl\.)\s(?:hari\s)?$")
_AHEAD = re.compile(r"\s{1,3}(?:besok|esok|depan|mendatang|nanti|lusa)\b", re.I)


def find(text: str) -> list[Found]:
    """All date expressions of a text, in order, without overlaps."""
    return [found for match in _expression().finditer(_lower(text)) if (found := _read(match, text)) is not None]


def _read(match: re.Match[str], text: str) -> Found | None:
    span = Span(match.start() + (len(match[0]) - len(match[0].lstrip())), match.start() + len(match[0].rstrip()))
    if match["my"]:
        name, year = match["my"].split()
        return Found(span, month=month_number(name), year=int(year))
    if match["pm"]:
        named = next(word for word in match["pm"].split() if month_number(word))
        return Found(span, month=month_number(named), ahead=match["pm"].endswith("mendatang"))
    if match["r"]:
        return Found(span, relative=table("relative")[re.sub(r"\s+", " ", match["r"])])
    if match["u"] or match["lu"]:
        return _counted(match, span)
    if match["b"]:
        return _bare(match, span, text)
    return _dated(match, span, text)


def _counted(match: re.Match[str], span: Span) -> Found:
    if match["lu"]:
        return Found(span, unit=match["lu"], relative=-1 if match["ldir"] == "lalu" else 1)
    printed = match["n"]
    number = int(printed) if printed.isdecimal() else table("numbers")[printed]
    return Found(span, unit=match["u"], relative=-number if match["dir"] == "lalu" else number)


def _bare(match: re.Match[str], span: Span, text: str) -> Found | None:
    """A weekday alone: capitalised, and no week ("dua Minggu", "Minggu ini")."""
    word = text[match.start() : match.end()]
    if not word[0].isupper():
        return None
    week = word.lower().startswith("minggu") and (
        _WEEK_BEFORE.search(text[max(0, span.start - 14) : span.start]) or _WEEK_BEHIND.match(text, span.end)
    )
    other = _MARKET_DAY.match(text, span.end) or _EVERY.search(text[max(0, span.start - 16) : span.start])
    if week or other or _NUMBER_BEHIND.match(text, span.end):
        return None
    weekday = weekday_number(re.match(rf"(?:{pattern('weekdays')})", word, re.I)[0])  # type: ignore[index]
    return Found(
        span,
        weekday=weekday,
        bare=True,
        relative=-1 if word.lower().endswith("kemarin") else None,
        ahead=bool(_AHEAD.match(text, span.end) or _SOON.search(text[max(0, span.start - 8) : span.start])),
    )


def _dated(match: re.Match[str], span: Span, text: str) -> Found | None:
    weekday = weekday_number(match["w"]) if match["w"] else None
    day, month, year, last = _numbers(match)
    misprint = match["ny"] if match["ny"] and len(match["ny"]) in _NO_YEAR else ""
    year = None if misprint else year
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    if match["nd"]:
        certain = weekday is not None or (year is not None and not misprint) or (match["o"] and match["c"] and "/" in match["sep"])
        joined = year is None and "/" not in match["sep"]
        if not certain or (joined and weekday is None) or _NOT_A_DATE.search(text[max(0, span.start - 20) : span.start]):
            return None
    elif weekday is None and year is None and _NOT_A_DATE.search(text[max(0, span.start - 20) : span.start]):
        return None
    end = span.end - 1 if match["c"] and not match["o"] and text.count("(", span.start, span.end) == 0 else span.end
    start = span.start
    if not match["w"] and text[start] == "(" and text[end - 1] == ")":  # a day alone in parentheses is printed without them
        inner = text[start + 1 : end - 1]
        start, end = start + 1 + len(inner) - len(inner.lstrip()), end - 1 - (len(inner) - len(inner.rstrip()))
    return Found(Span(start, end), weekday, day, month, year, last, ahead=bool(_AHEAD.match(text, end)), misprint=misprint)


def _numbers(match: re.Match[str]) -> tuple[int, int, int | None, Last | None]:
    """Day, month, year and the end of a range, from whichever alternative matched."""
    if match["iy"]:
        return int(match["id"]), int(match["im"]), int(match["iy"]), None
    if match["nd"]:
        year = int(match["ny"]) if match["ny"] else None
        year = year + 2000 if year is not None and year < RECENT else year
        return int(match["nd"]), int(match["nm"]), year, (int(match["nd2"]), None, None) if match["nd2"] else None
    q = "q" if match["p"] else ""
    month = month_number(match[q + "m"])
    day, year = int(match[q + "d"]), int(match[q + "y"]) if match[q + "y"] else None
    if match[q + "d2"]:
        return day, month, year, (int(match[q + "d2"]), None, None)
    if not match[q + "d3"]:
        return day, month, year, None
    last_month, last_year = month_number(match[q + "m3"]), int(match[q + "y3"]) if match[q + "y3"] else year
    if year is None and last_year is not None:  # "28 Desember - 3 Januari 2025" begins in 2024
        year = last_year - (last_month < month)
    return day, month, year, (int(match[q + "d3"]), last_month, last_year)
