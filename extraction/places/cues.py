"""The cue lists of data/cues.toml as parts of regular expressions."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def _lists() -> dict[str, list[str]]:
    text = resources.files("extraction.places").joinpath("data", "cues.toml").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = tomllib.loads(text)
    return lists


def any_of(name: str) -> str:
    """A group that matches any cue of one list.

    Raises KeyError where there is no such list.
    """
    return f"(?:{'|'.join(_lists()[name])})"
