"""The election calendar: which elections a text names, and which days belong to which stage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extraction.dates.words import load
from extraction.patterns import compiled


@dataclass(frozen=True)
class Stage:
    """A stage of an election and its days, first and last included."""

    name: str
    first: date
    last: date


@dataclass(frozen=True)
class Election:
    """One election: its kind, the window in which news speaks of it, its voting days and stages."""

    name: str
    kind: str
    year: int
    window: tuple[date, date]
    voting: tuple[date, ...]
    stages: tuple[Stage, ...]

    def holds(self, day: date) -> bool:
        """Whether the day lies in the election's window."""
        return self.window[0] <= day <= self.window[1]

    def distance(self, day: date) -> int:
        """Days from the nearest voting day."""
        return min(abs((day - v).days) for v in self.voting)

    def hot(self, day: date) -> bool:
        """Whether the day lies between the first stage and the last voting day, or at most 60 days behind it (disputes, cases)."""
        first = min([s.first for s in self.stages], default=self.window[0])
        return first <= day and (day - max(self.voting)).days <= 60


@lru_cache(maxsize=1)
def elections() -> tuple[Election, ...]:
    """All elections of elections.toml."""
    return tuple(
        Election(
            e["name"],
            e["kind"],
            e["year"],
            (e["window"][0], e["window"][1]),
            tuple(e["voting"]),
            tuple(Stage(s["name"], s["from"], s["to"]) for s in e["stages"]),
        )
        for e in load("elections.toml")["election"]
    )


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    names = {
        kind: "|".join(re.escape(n) for n in sorted(listed, key=len, reverse=True))
        for kind, listed in load("elections.toml")["names"].items()
    }
    order = ("pilkada ulang", "psu", "pilkada", "pemilu")
    groups = "|".join(f"(?P<{kind.replace(' ', '_')}>{names[kind]})" for kind in order)
    dated = rf"\b(?:{groups})\b\)?(?:\s[\w/()]+){{0,5}}?\s(?:tahun\s)?(?P<year>20[12]\d)\b"
    return compiled(rf"{dated}|\b(?:{groups.replace('?P<', '?P<n')})\b", re.I)


def named_elections(text: str) -> tuple[list[Election], list[Election]]:
    """The elections that a text names with their year, and those whose kind alone it names."""
    exact: dict[str, Election] = {}
    kinds: set[str] = set()
    for match in _names().finditer(text):
        kind = str(match.lastgroup or "")
        if match["year"]:
            kind = next(k for k in ("pilkada_ulang", "psu", "pilkada", "pemilu") if match[k])
            year = int(match["year"])
            exact.update({e.name: e for e in elections() if e.year == year and e.kind == kind.replace("_", " ")})
            if kind in ("pemilu", "pilkada") and not exact:
                kinds.add(kind)
        else:
            kinds.add(kind.removeprefix("n").replace("_", " "))
    return list(exact.values()), [e for e in elections() if e.kind in kinds]


def voting_day(day: date) -> bool:
    """Whether it is a voting day of the calendar."""
    return any(day in e.voting for e in elections())


def stage_bound(first: date, last: date) -> str | None:
    """The stage that begins or ends on the day, or that has just these days; None where no stage does."""
    for election in elections():
        for stage in election.stages:
            if (first, last) == (stage.first, stage.last) or (first == last and first in (stage.first, stage.last)):
                return stage.name
    return None
