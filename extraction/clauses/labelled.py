"""The training clauses: frames of our own writing with slots, filled from word lists of invented names (data/)."""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import dataclass

from extraction.clauses.features import DATA
from extraction.model import EventType

VARIANTS = 4  # clauses made of one frame
_SLOT = re.compile(r"\{([A-Z])\}")
_CHOICE = re.compile(r"\[([^\]|]*(?:\|[^\]|]*)+)\]")
_LOWER = re.compile(r"(?<![A-Za-z{])[a-z][a-z-]+")
_DEPTH = 4  # slots stand inside slots at most so deep
HAPPENED = "done"
MODES = frozenset({HAPPENED, "plan", "neg", "cond", "back", "rule"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """A clause with the event types that it tells as having happened (none: a hard negative), its mode, and the status after it."""

    text: str
    types: frozenset[EventType]
    mode: str
    status: str
    frame: int


def slots() -> dict[str, list[str]]:
    """The words that may fill a slot, by its letter."""
    filled: dict[str, list[str]] = tomllib.loads((DATA / "slots.toml").read_text(encoding="utf-8"))
    return filled


def frames() -> list[Labelled]:
    """The frames as written, slots unfilled. A line `## types mode status` labels those below it.

    Raises ValueError where a type or mode is unknown.
    """
    found: list[Labelled] = []
    for path in sorted(DATA.glob("frames_*.txt")):
        kinds, mode, status = frozenset[EventType](), HAPPENED, "-"
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("## "):
                names, mode, *rest = line[3:].split()
                if mode not in MODES:
                    raise ValueError(f"{path.name}: unknown mode {mode!r}")
                kinds, status = frozenset(EventType(name) for name in names.split("+") if name != "-"), rest[0] if rest else "-"
            elif line.strip():
                found.append(Labelled(line, kinds, mode, status, len(found)))
    return found


def filled(frame: str, chance: random.Random, words: dict[str, list[str]]) -> str:
    """One clause of a frame: each `{X}` by a word of that slot, each `[a|b]` by one of its choices."""
    for _ in range(_DEPTH):
        frame = _SLOT.sub(lambda match: chance.choice(words[match[1]]), frame)
    return _CHOICE.sub(lambda match: chance.choice(match[1].split("|")), frame)


def clauses(seed: int = 7) -> list[Labelled]:
    """Distinct clauses, VARIANTS of each frame where its slots allow."""
    chance, words = random.Random(seed), slots()  # noqa: S311  (variety, no secrecy)
    made: list[Labelled] = []
    for one in frames():
        texts = dict.fromkeys(filled(one.text, chance, words) for _ in range(VARIANTS))
        made += [Labelled(text, one.types, one.mode, one.status, one.frame) for text in texts]
    return made


def lower_words() -> frozenset[str]:
    """The words that frames and slots print in lower case."""
    printed = [one.text for one in frames()] + [word for words in slots().values() for word in words]
    return frozenset(word for text in printed for word in _LOWER.findall(text))
