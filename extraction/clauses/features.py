"""What the classifier sees of a clause: words, stems, pairs and triples of stems, and which kind of actor or modality stands near them."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
LONGEST = 120  # tokens read of a sentence; a longer one is a list or a table
_TOKEN = re.compile(r"[A-Za-zÀ-ÿ]+(?:-[A-Za-z]+)*|\d[\d./]*|[?\"“”:%!]")
_NAME = "<N>"
_BEHIND, _BEFORE = 5, 7  # tokens that a class reaches: its agent or receiver stands at most so far from a verb
_HEADLINE = 0.6  # share of capitalised words from which a line is a headline


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    return tomllib.loads((DATA / "classes.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """(classes as named groups, prefix, suffix)."""
    groups = "|".join(f"(?P<{name}>{words})" for name, words in _lists()["classes"].items())
    affixes = _lists()["affixes"]
    return re.compile(groups), re.compile(affixes["prefix"]), re.compile(affixes["suffix"])


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """Words that the training clauses print in lower case: another capitalised word is read as a name."""
    return frozenset((DATA / "words.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=20_000)
def kind_of(word: str) -> str | None:
    """The class of classes.toml that holds a lower-case word."""
    match = _patterns()[0].fullmatch(word)
    return match.lastgroup if match else None


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without its affixes, roughly: enough that "melaporkan" and "dilaporkan" meet."""
    _, prefix, suffix = _patterns()
    for _ in range(2):
        shorter = suffix.sub("", word)
        if len(shorter) < 4 or shorter == word:
            break
        word = shorter
    bare = prefix.sub("", word)
    return bare if len(bare) >= 3 else word


def _words(text: str, known: frozenset[str]) -> tuple[list[str], bool]:
    """Lower-case tokens with numbers and names masked, and whether the line is set as a headline."""
    raw = _TOKEN.findall(text)[:LONGEST]
    words: list[str] = []
    for token in raw:
        low = token.lower()
        if token[0].isdigit():
            words.append("0")
        elif not token[0].isupper() or low in known or kind_of(low):
            words.append(low)
        elif not words or words[-1] != _NAME:
            words.append(_NAME)
    letters = [token for token in raw if token[0].isalpha()]
    return words, sum(token[0].isupper() for token in letters) >= _HEADLINE * max(1, len(letters))


def features_of(text: str, known: frozenset[str] | None = None) -> list[str]:
    """The distinct features of one clause or sentence, sorted; `known` replaces the shipped words while training."""
    words, headline = _words(text, known_words() if known is None else known)
    stems = [kind_of(word) or stem(word) for word in words]
    found = {"bias", *(["caps"] if headline else [])}
    found.update("w=" + word for word in words)
    found.update("s=" + one for one in stems)
    found.update(f"p{i}={one}" for i, one in enumerate(stems[:3]))
    for i in range(1, len(words)):
        found.add(f"b={stems[i - 1]}_{stems[i]}")
        found.add(f"wb={words[i - 1]}_{words[i]}")
        if i > 1:
            found.add(f"t={stems[i - 2]}_{stems[i - 1]}_{stems[i]}")
    return sorted(found | _reach(stems))


def _reach(stems: list[str]) -> set[str]:
    """Which classes stand a few words before ("k") or behind ("r") a stem."""
    before, behind = frozenset(_lists()["reach"]["before"]), frozenset(_lists()["reach"]["behind"])
    found: set[str] = set()
    for i, one in enumerate(stems):
        if one in before:
            found.update(f"k={one}>{other}" for other in stems[i + 1 : i + _BEFORE] if other not in before)
        else:
            found.update(f"r={one}>{other}" for other in stems[i + 1 : i + _BEHIND] if other in behind)
    return found
