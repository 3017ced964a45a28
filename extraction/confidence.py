"""How sure each value is: the share of values read on the same ground that were right, on gold of articles the rules had not met.

The counts stand in data/confidence.toml, written by `python -m tests.eval.calibration` (which also tells how they were measured).
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extraction.model import AgencyMention, ArticleRegion, CaseEntry, CodedArticle, DateMention, EventMention, Figure, Person, Quote
from extraction.reading import Reading

Value = AgencyMention | ArticleRegion | CaseEntry | DateMention | EventMention | Figure | Person | Quote
DATA = Path(__file__).parent / "data" / "confidence.toml"
# A ground met seldom leans on the share of its whole kind: four such values weigh as much as it does itself.
_LEAN = 4
_MOST = 0.99  # no count of a few dozen values makes anything certain


@dataclass(frozen=True)
class Counts:
    """Of the values of one kind read on one ground: how many were right, of how many."""

    right: int = 0
    of: int = 0


def ground(value: Value) -> tuple[str, str]:
    """The kind of a value and what it was read from: what sorts sure readings from unsure ones."""
    kind, names = _GROUNDS[type(value)]
    return kind, ", ".join(filter(None, names(value)))


def _yes(there: object, name: str) -> str:
    return name if there else f"no {name}"


_GROUNDS: dict[type, tuple[str, Callable[[Any], tuple[str, ...]]]] = {
    EventMention: ("events", lambda v: (v.type.value,)),
    CaseEntry: ("cases", lambda v: (v.status.value, "" if v.person else "group")),
    Person: ("people", lambda v: (_yes(v.official, "official"), _yes(v.role, "role"), _yes(v.agency, "agency"))),
    ArticleRegion: ("regions", lambda v: ("main" if v.main else v.region.level.value, v.reason)),
    AgencyMention: ("agencies", lambda v: ("implied" if v.implied else "printed",)),
    DateMention: ("dates", lambda v: (v.reason, "conflict" if v.conflict else "")),
    Figure: ("figures", lambda v: (_yes(v.source, "source"),)),
    Quote: ("quotes", lambda v: (v.reason,)),
}


def taken(value: Value) -> bool:
    """Whether the value was read; a refused one has a reason and no confidence."""
    match value:
        case AgencyMention():
            return value.name is not None
        case DateMention():
            return value.iso is not None
        case Quote():
            return value.speaker is not None
        case _:
            return True


def values(reading: Reading | CodedArticle) -> list[Value]:
    """All values of one article that a confidence is given to."""
    parts: list[list[Value]] = [
        [*reading.events],
        [*reading.cases],
        [*reading.people],
        [*reading.regions],
        [*reading.agencies],
        [*reading.dates],
        [*reading.figures],
        [*reading.quotes],
    ]
    return [value for part in parts for value in part]


@cache
def table() -> dict[str, dict[str, Counts]]:
    """The counts by kind and ground."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return {kind: {name: Counts(*pair) for name, pair in grounds.items()} for kind, grounds in data.items()}


@cache
def confidence(kind: str, name: str) -> float:
    """The share right of this ground, leaning on its kind's where the ground is seldom met; 0.5 for a kind never measured."""
    grounds = table().get(kind, {})
    right, of = sum(c.right for c in grounds.values()), sum(c.of for c in grounds.values())
    share = (right + 1) / (of + 2)
    own = grounds.get(name, Counts())
    return min(_MOST, round((own.right + _LEAN * share) / (own.of + _LEAN), 2))


def read_confidence(reading: Reading) -> None:
    """Give every value its confidence; a refused one has none (0)."""
    for value in values(reading):
        value.confidence = confidence(*ground(value)) if taken(value) else 0.0
