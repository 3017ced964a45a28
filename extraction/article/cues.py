"""The cue lists of cues.toml, loaded once, and the tests on a single line that are made of them."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

_DATA = Path(__file__).parent / "cues.toml"
_EDGE = " \t-–—•●▪·*|»>:.,;#_[]()!"


@lru_cache(maxsize=1)
def cues() -> dict[str, dict[str, list[str]]]:
    """Section → list name → cues, as cues.toml holds them."""
    data: dict[str, dict[str, list[str]]] = tomllib.loads(_DATA.read_text("utf-8"))
    return data


@lru_cache(maxsize=32)
def _exact(section: str) -> frozenset[str]:
    return frozenset(cues()[section]["exact"])


@lru_cache(maxsize=32)
def _start(section: str) -> tuple[str, ...]:
    return tuple(cues()[section]["start"])


def plain(line: str) -> str:
    """The line in lower case without bullets and punctuation at its ends."""
    return line.lower().strip(_EDGE)


def is_exact(section: str, line: str) -> bool:
    """Whether the whole line is one of the section's cues."""
    return plain(line) in _exact(section)


def starts(section: str, line: str) -> bool:
    """Whether the line begins with one of the section's cues."""
    return line.lower().lstrip(" \t-–—•●▪·*|»>[").startswith(_start(section))


@lru_cache(maxsize=8)
def words(section: str, name: str) -> frozenset[str]:
    """One list as a set."""
    return frozenset(cues()[section][name])


@lru_cache(maxsize=8)
def any_of(section: str, name: str) -> str:
    """One list as a regular expression, longest first."""
    return "|".join(re.escape(w) for w in sorted(cues()[section][name], key=len, reverse=True))
