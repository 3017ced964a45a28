"""The elections that an article names, or that its dates force (codebook 5)."""

from __future__ import annotations

import re
from datetime import date

from extraction.events.lexicon import classes, table
from extraction.model import DateKind
from extraction.reading import Reading

_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_GAP = 70  # characters between an election's name and its year ("Pilkada Serentak di Kabupaten X tahun 2024")
_STOP = re.compile(
    r"[.;\"”()]|\b\d{1,2}\b|januari|februari|maret|april|\bmei\b|juni|juli|agustus|september|oktober|november|desember|nomor|undang|peraturan",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"^\W{0,6}(?:serentak|legislatif|presiden)?\W{0,6}(?:dan|maupun|serta|atau|/|&|,)\W{0,6}(?:\w{1,30}\W{1,6})?$", re.IGNORECASE
)


def _mentions(whole: str) -> list[tuple[str, int, int]]:
    finder, _ = classes("elections", "words")
    return [(m.lastgroup or "", m.start(), m.end()) for m in finder.finditer(whole)]


def _year_after(whole: str, end: int) -> str | None:
    match = _YEAR.search(whole, end, end + _GAP)
    if match is None or _STOP.search(whole, end, match.start()) or "\n" in whole[end : match.start()]:
        return None
    return match[1]


def _votes() -> list[dict[str, str]]:
    votes: list[dict[str, str]] = table("elections")["votes"]
    return votes


def _named(whole: str, mentions: list[tuple[str, int, int]]) -> list[str]:
    known = {v["name"] for v in _votes()}
    found: list[str] = []
    carried: str | None = None  # "Pemilu dan Pilkada 2024": the year of the next name counts for this one too
    for position in range(len(mentions) - 1, -1, -1):
        kind, _, end = mentions[position]
        follower = mentions[position + 1] if position + 1 < len(mentions) else None
        year = _year_after(whole, end) if follower is None or follower[1] - end > _GAP else _year_between(whole, end, follower[1])
        if year is None and follower and _LIST.match(whole[end : follower[1]]):
            year = carried
        carried = year
        name = f"{'Pemilu' if kind == 'pemilu' else 'Pilkada'} {year}"
        if year and kind in {"pemilu", "pilkada"} and name in known and "caleg" not in whole[mentions[position][1] : end].lower():
            found.append(name)
        elif year and kind == "rerun" and year >= "2018":
            found.append(f"PSU {year}")
    return list(dict.fromkeys(reversed(found)))


def _year_between(whole: str, end: int, limit: int) -> str | None:
    year = _year_after(whole, end)
    return year if year and _YEAR.search(whole, end, limit + 5) else None


def _day(reading: Reading) -> date | None:
    """The day that the article speaks on: publication, else the first printed date that is no rule's."""
    days = [reading.version.published or ""] + [d.iso or "" for d in reading.dates if d.kind is not DateKind.REGULATION]
    for text in days:
        if re.match(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text[:10])
    for text in days:
        if re.match(r"\d{4}-\d\d$", text):
            return date.fromisoformat(f"{text}-01")
    return None


def _forced(kinds: set[str], day: date) -> str | None:
    running = [v for v in _votes() if v["from"] <= day.isoformat() <= v["to"]]
    wanted = "pilkada" if "pilkada" in kinds else "pemilu" if "pemilu" in kinds else None
    if wanted:
        return next((v["name"] for v in running if v["kind"] == wanted), None)
    return running[0]["name"] if running and (len(running) == 1 or "stage" not in kinds) else running[-1]["name"] if running else None


def read_elections(reading: Reading) -> None:
    """Fill `reading.elections`, in the order of the text; names without a year only where a date forces it."""
    whole = reading.whole
    mentions = _mentions(whole)
    kinds = {kind for kind, _, _ in mentions}
    named = _named(whole, mentions)
    day = _day(reading)
    if "repeat" in kinds and not any(n.startswith("PSU") for n in named):
        year = str(day.year) if day else "2025"
        named = [f"Pilkada Ulang {year}", *(n for n in named if n != f"Pilkada {year}")]
    elif "rerun" in kinds and _about_rerun(mentions):
        named = [f"PSU {day.year}"] if day else [n for n in named if n.startswith("PSU")]
    elif not named and day and (forced := _forced(kinds, day)):
        named = [forced]
    if day and "Pilkada 2024" in named and day >= date(2024, 4, 1):
        named = [n for n in named if n != "Pemilu 2024" or not _loosely_named(whole)]
    reading.elections = named


def _about_rerun(mentions: list[tuple[str, int, int]]) -> bool:
    """Whether the re-vote is the article's election: named early or more than once."""
    places = [start for kind, start, _ in mentions if kind == "rerun"]
    return len(places) >= 2 or (bool(places) and places[0] < 300)


def _loosely_named(whole: str) -> bool:
    """ "Pemilu serentak 2024" in a text of the regional elections means these."""
    return all(
        re.match(r"\s+serentak", whole[m.end() :], re.IGNORECASE)
        for m in re.finditer(r"\bpemilu\b(?=[^.\n]{0,40}2024)", whole, re.IGNORECASE)
    )
