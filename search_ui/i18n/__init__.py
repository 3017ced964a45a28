"""What pages say, by key, from a data file per language."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


class Words:
    """The strings of one language. Raises KeyError where a key is missing: a page never shows a raw key."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._table = table
        self.lang: str = table["lang"]

    def __call__(self, key: str, **values: object) -> str:
        """The string of a key `section.name`, with its `{places}` filled."""
        section, _, name = key.partition(".")
        text: str = self._table[section][name]
        return text.format(**values) if values else text

    def label(self, section: str, value: str) -> str:
        """The word for a value of a vocabulary; the value itself where the section does not know it (a reason in plain words)."""
        known: dict[str, str] = self._table.get(section, {})
        return known.get(value, value)

    def months(self, form: str = "full") -> list[str]:
        """Twelve names, January first; `form` is full or short."""
        names: list[str] = self._table["months"][form]
        return names


@lru_cache
def words(lang: str = "id") -> Words:
    """The strings of a language. Raises FileNotFoundError where there is no such file."""
    return Words(tomllib.loads((_FOLDER / f"{lang}.toml").read_text("utf-8")))
