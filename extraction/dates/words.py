"""The words of words.toml, loaded once: months, weekdays, parts of the day, relative expressions."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent


@lru_cache(maxsize=4)
def load(name: str) -> dict[str, Any]:
    """A data file of this folder."""
    return tomllib.loads((_DATA / name).read_text("utf-8"))


def table(section: str) -> dict[str, int]:
    """One table of words.toml: word → number."""
    words: dict[str, int] = load("words.toml")[section]
    return words


@lru_cache(maxsize=16)
def pattern(section: str) -> str:
    """One table's words as an alternation, longest first; blanks match any run of blanks."""
    words = load("words.toml")[section]
    listed: list[str] = list(words.get("words", words))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(listed, key=len, reverse=True))


def month_number(printed: str) -> int:
    """1-12 of a month's name or number; 0 where it is neither."""
    if printed.isdecimal():
        return int(printed)
    return table("months").get(printed.lower().rstrip("."), 0)


def weekday_number(printed: str) -> int:
    """Monday 0 to Sunday 6.

    Raises KeyError where it is no weekday.
    """
    word = re.sub(r"\s+", " ", printed.lower()).rstrip(".")
    return table("weekdays").get(word) if word in table("weekdays") else table("short_weekdays")[word]  # type: ignore[return-value]
