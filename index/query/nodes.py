"""What a question asks, free of any back end. Token fields hold folded words, the other fields whole values (index/document.py)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Word:
    """A token in a token field; counts for relevance."""

    field: str
    token: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Two or more tokens in order; `slop` moves are allowed."""

    field: str
    tokens: tuple[str, ...]
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Prefix:
    """Tokens that begin so."""

    field: str
    start: str


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of the values stands in a value field."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """A day between the bounds (proleptic ordinals, inclusive, None is open) stands in a day field."""

    field: str
    since: int | None
    until: int | None


@dataclass(frozen=True, slots=True)
class And:
    """All parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Everything but what the part finds."""

    part: Node


@dataclass(frozen=True, slots=True)
class All:
    """Every article."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No article."""


Node: TypeAlias = Word | Phrase | Prefix | AnyOf | Days | And | Or | Without | All | Nothing


def conjunction(parts: Sequence[Node]) -> Node:
    """All of the parts; All where there are none."""
    kept = [part for part in parts if not isinstance(part, All)]
    if not kept:
        return All()
    return kept[0] if len(kept) == 1 else And(tuple(kept))


def disjunction(parts: Sequence[Node]) -> Node:
    """Any of the parts; Nothing where there are none."""
    unique = tuple(dict.fromkeys(parts))
    if not unique:
        return Nothing()
    return unique[0] if len(unique) == 1 else Or(unique)
