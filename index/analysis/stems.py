"""Stems by table: an affixed form is led back to a root of `data/roots.txt` by the affixes of `data/affixes.toml`, and to nothing else.

Lucene's Indonesian stemmer mangles names (Kerinci, Penajam, Kejari) because it strips affixes from any word; here a word is only
stemmed where a listed root remains, and a name of the gazetteer (`data/names.txt`) never (extraction.md, "Search text").
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


class Affixes:
    """What may stand before and behind a root."""

    def __init__(self) -> None:
        table = tomllib.loads((DATA / "affixes.toml").read_text("utf-8"))
        self.clitics: list[str] = table["clitics"]
        self.suffixes: list[str] = table["suffixes"]
        # (prefix as printed, the root's own first letters that it swallows, the first letters that may follow)
        self.prefixes = [(p["printed"], p["restore"], p["before"]) for p in table["prefix"]]
        self.pairs = {prefix: frozenset(allowed) for prefix, allowed in table["forbidden"].items()}


@lru_cache(maxsize=1)
def _affixes() -> Affixes:
    return Affixes()


@lru_cache(maxsize=1)
def roots() -> frozenset[str]:
    """The roots that forms are led back to."""
    return _lines("roots.txt")


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """Words of region names that look like affixed forms and are never stemmed."""
    return _lines("names.txt")


@lru_cache(maxsize=1)
def table_digest() -> str:
    """Names the table: an index that was made with another one holds other words and must be made anew."""
    data = b"\0".join((DATA / name).read_bytes() for name in ("roots.txt", "affixes.toml", "names.txt"))
    return hashlib.sha256(data).hexdigest()[:8]


def _lines(name: str) -> frozenset[str]:
    lines = (DATA / name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The root of a folded word, or the word itself. Among several roots the longest wins: the least was taken off."""
    if len(word) < 5 or word in names() or not word.isalpha():
        return word
    known = roots()
    if word in known:
        return word
    found = [root for root in _candidates(word) if root in known]
    return min(found, key=lambda root: (-len(root), root)) if found else word


def _candidates(word: str) -> Iterator[str]:
    affixes = _affixes()
    for bare in _without(word, affixes.clitics):
        for suffix, core in _split(bare, affixes.suffixes):
            yield core
            for prefix, root in _unprefixed(core):
                if suffix not in affixes.pairs.get(prefix, ()):
                    yield root


def _without(word: str, endings: list[str]) -> Iterator[str]:
    yield word
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            yield word[: -len(ending)]


def _split(word: str, suffixes: list[str]) -> Iterator[tuple[str, str]]:
    yield "", word
    for suffix in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            yield suffix, word[: -len(suffix)]


def _unprefixed(word: str) -> Iterator[tuple[str, str]]:
    for printed, restore, before in _affixes().prefixes:
        rest = word[len(printed) :]
        if word.startswith(printed) and len(rest) >= 2 and (not before or rest[0] in before):
            yield printed, restore + rest
