"""The elections that an article names, or that its dates force (codebook 5)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from extraction.events.lexicon import classes, cues, table
from extraction.model import DateKind
from extraction.reading import Reading

_YEAR = re.compile(r"\b((?:19|20)\d\d)\b(?![-–/]\d)")
_GAP = 70  # characters between an election's name and its year ("Pilkada Serentak di Kabupaten X tahun 2024")
_STOP = re.compile(
    r"[.;\"”()]|\b\d{1,2}\b|januari|februari|maret|april|\bmei\b|juni|juli|agustus|september|oktober|november|desember|nomor|undang|peraturan",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"^\W{0,6}(?:serentak|legislatif|presiden)?\W{0,6}(?:dan|maupun|serta|atau|/|&|,)\W{0,6}(?:\w{1,30}\W{1,6})?$", re.IGNORECASE
)
_RULE_REACH = 380  # characters before an election's name in which the number of a rule's title may stand
_TITLE_WEIGHT = 3
_FOLLOW_UP = 45  # days behind a voting day on which its cases are still the news rather than the next election


@dataclass(frozen=True, slots=True)
class _Mention:
    kind: str
    start: int
    end: int


def _mentions(whole: str) -> list[_Mention]:
    """Elections as they are printed, without those in the titles of rules."""
    finder, _ = classes("elections", "words")
    found = [_Mention(m.lastgroup or "", m.start(), m.end()) for m in finder.finditer(whole)]
    return [m for m in found if not cues("elections", "rule").search(whole[max(0, m.start - _RULE_REACH) : m.start])]


def _year_after(whole: str, end: int) -> str | None:
    end += whole.startswith(")", end)  # "pemilihan kepala daerah (pilkada) 2018"
    match = _YEAR.search(whole, end, end + _GAP + 2)
    if match is None or _STOP.search(whole, end, match.start()) or "\n" in whole[end : match.start()]:
        return None
    return match[1]


def _votes() -> list[dict[str, str]]:
    votes: list[dict[str, str]] = table("elections")["votes"]
    return votes


def _vote(name: str) -> dict[str, str] | None:
    return next((v for v in _votes() if v["name"] == name), None)


def _named(whole: str, mentions: list[_Mention]) -> tuple[list[str], list[_Mention]]:
    """The elections named with their year in the order of print, and the mentions without one."""
    known = {v["name"] for v in _votes()}
    found: list[str] = []
    bare: list[_Mention] = []
    carried: str | None = None  # "Pemilu dan Pilkada 2024": the year of the next name counts for this one too
    for position in range(len(mentions) - 1, -1, -1):
        mention = mentions[position]
        follower = mentions[position + 1] if position + 1 < len(mentions) else None
        near = follower is not None and follower.start - mention.end <= _GAP
        year = _year_between(whole, mention.end, follower.start) if near and follower else _year_after(whole, mention.end)
        if year is None and follower and _LIST.match(whole[mention.end : follower.start]):
            year = carried
        carried = year
        name = f"{'Pemilu' if mention.kind == 'pemilu' else 'Pilkada'} {year}"
        if year and mention.kind in {"pemilu", "pilkada"} and name in known and "caleg" not in whole[mention.start : mention.end].lower():
            found.append(name)
        elif year and mention.kind == "rerun" and year >= "2018":
            found.append(f"PSU {year}")
        else:
            bare.append(mention)
    return list(dict.fromkeys(reversed(found))), bare[::-1]


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


def _kinds(reading: Reading, mentions: list[_Mention]) -> Counter[str]:
    """How much the article speaks of each kind; "tindak pidana pemilu" and the like are said of every election."""
    kinds: Counter[str] = Counter()
    for mention in mentions:
        generic = mention.kind == "pemilu" and cues("elections", "generic").search(
            reading.whole[max(0, mention.start - 40) : mention.start]
        )
        kinds["generic" if generic else mention.kind] += _TITLE_WEIGHT if mention.start < reading.text_start else 1
    return kinds


def _forced(kinds: Counter[str], day: date) -> str | None:
    """The election that is coming or just held on the day, of the kind that the article speaks of."""
    running = [v for v in _votes() if v["from"] <= day.isoformat() <= v["to"]]
    running.sort(key=lambda v: _distance(v, day))
    if not running:
        return None
    of_kind = {kind: [v for v in running if v["kind"] == kind] for kind in ("pilkada", "pemilu")}
    if kinds["pilkada"] and kinds["pemilu"]:
        both = [v for v in running if kinds[v["kind"]]]
        if len(both) > 1 and kinds["pilkada"] != kinds["pemilu"]:
            nearest = running[0]
            most = max(("pilkada", "pemilu"), key=lambda k: kinds[k])
            return nearest["name"] if 2 * kinds[nearest["kind"]] >= kinds[most] else of_kind[most][0]["name"]
    for kind in ("pilkada", "pemilu"):
        if kinds[kind] and of_kind[kind] and not (kind == "pilkada" and kinds["pemilu"] and of_kind["pemilu"]):
            return of_kind[kind][0]["name"]
    return running[0]["name"]


def _distance(vote: dict[str, str], day: date) -> int:
    """Days until the vote; one that is held and followed up counts as today, an older one as far away."""
    left = (date.fromisoformat(vote["day"]) - day).days
    return left if left >= 0 else 0 if -left <= _FOLLOW_UP else 10_000 - left


def _current(named: list[str], kinds: Counter[str], day: date | None) -> list[str]:
    """The named elections; beside such as were over on the article's day the one that it speaks of without a year."""
    forced = _forced(kinds, day) if day and (kinds or not named) else None
    if forced and all((vote := _vote(name)) and vote["to"] < str(day) for name in named):
        return [*named, forced]
    return named


def read_elections(reading: Reading) -> None:
    """Fill `reading.elections`, in the order of the text; names without a year only where a date forces it."""
    whole = reading.whole
    mentions = _mentions(whole)
    named, bare = _named(whole, mentions)
    day = _day(reading)
    kinds = _kinds(reading, mentions)
    named = _current(named, _kinds(reading, bare), day)
    rerun = kinds["rerun"] >= kinds["repeat"] and _about_rerun(mentions)  # a re-vote is also called "pilkada ulang"
    if rerun:
        named = _rerun(named, day)
    elif kinds["repeat"] and not any(n.startswith("PSU") for n in named):
        year = str(day.year) if day else "2025"
        named = [f"Pilkada Ulang {year}", *(n for n in named if n != f"Pilkada {year}")]
    if day and "Pilkada 2024" in named and day >= date(2024, 4, 1):
        named = [n for n in named if n != "Pemilu 2024" or not _loosely_named(whole)]
    reading.elections = named


def _rerun(named: list[str], day: date | None) -> list[str]:
    """The re-vote of the article's year; without a day, of the year after the regional elections that it repeats."""
    if day:
        return [f"PSU {day.year}"]
    told = [n for n in named if n.startswith("PSU")]
    return told or [f"PSU {int(n[-4:]) + 1}" for n in named if n == "Pilkada 2024"][:1]


def _about_rerun(mentions: list[_Mention]) -> bool:
    """Whether the re-vote is the article's election: named early or more than once."""
    places = [m.start for m in mentions if m.kind == "rerun"]
    return len(places) >= 2 or (bool(places) and places[0] < 300)


def _loosely_named(whole: str) -> bool:
    """ "Pemilu serentak 2024" in a text of the regional elections means these."""
    return all(
        re.match(r"\s+serentak", whole[m.end() :], re.IGNORECASE)
        for m in re.finditer(r"\bpemilu\b(?=[^.\n]{0,40}2024)", whole, re.IGNORECASE)
    )
