"""The word lists of names, roles and agencies, read once from the data files of this room.

Compiled from public lists of offices, degrees and ranks (codebook 8 and 11); given names are common Indonesian ones.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

import msgspec

_LONG = 8  # letters; a misprint in a shorter word may as well be a name
_MISPRINT = 0.85  # one wrong letter in eight
DATA = Path(__file__).parent / "data"
Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Head:
    """The head of an office as printed, e.g. `sekdakot` -> role `Sekretaris Daerah`, kind `executive`, unit `kota`.

    `kind` says how the agency is found: `executive` (the government of the place), `village` (none), `body` (named behind the head),
    `part` (a part of a body), `unit` (implied by the head: Kapolres -> Polres), `supervisor` (a division of Bawaslu or KPU), `school`,
    `service`, `court`, `police`, `minister`, `state`; `private` is never an official.
    """

    words: Phrase
    role: str
    kind: str
    unit: str

    @property
    def unit_inside(self) -> bool:
        """Whether its last word already begins the agency's name ("Kepala Dinas", "Guru SD")."""
        return bool(self.unit) and self.kind in ("body", "school")


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The small words of `grammar.toml`, all lower case."""

    acting: dict[str, str]
    former: frozenset[str]
    veto_before: frozenset[str]
    plural_before: frozenset[str]
    plural_heads: frozenset[str]
    links_forward: list[str]
    fillers: list[str]
    links_initials: list[str]
    links_back: frozenset[str]
    links_back_filler: frozenset[str]
    connectors: frozenset[str]
    place_units: frozenset[str]
    particles: frozenset[str]
    name_starts: frozenset[str]
    abbreviated: frozenset[str]
    small_bodies: frozenset[str]
    village_fields: frozenset[str]
    village_endings: frozenset[str]
    clerks: frozenset[str]
    inherits: dict[str, tuple[str, ...]]
    works: dict[str, frozenset[str]]


class Speech(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The verbs of `speech.toml`, all lower case."""

    inverted: frozenset[str]
    possessive: frozenset[str]
    forward: frozenset[str]
    according: frozenset[str]


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The small words that tie offices, names and places together."""
    return msgspec.toml.decode((DATA / "grammar.toml").read_bytes(), type=Grammar)


@lru_cache(maxsize=1)
def speech() -> Speech:
    """The verbs of speech."""
    return msgspec.toml.decode((DATA / "speech.toml").read_bytes(), type=Speech)


@lru_cache(maxsize=1)
def acting() -> dict[str, list[tuple[Phrase, str]]]:
    """Acting prefixes by first word, longest first, with their short form."""
    short = {tuple(printed.split()): value for printed, value in grammar().acting.items()}
    return {first: [(phrase, short[phrase]) for phrase in phrases] for first, phrases in _by_first(list(short)).items()}


@lru_cache(maxsize=1)
def links_forward() -> list[Phrase]:
    """What may stand between an office and the name behind it, longest first."""
    return sorted((tuple(phrase.split()) for phrase in grammar().links_forward), key=len, reverse=True)


@lru_cache(maxsize=1)
def fillers() -> list[Phrase]:
    """What may stand between an office and the comma before its holder, longest first."""
    return sorted((tuple(phrase.split()) for phrase in grammar().fillers), key=len, reverse=True)


@lru_cache(maxsize=1)
def links_initials() -> dict[str, list[Phrase]]:
    """What stands before initials, by first word, longest first."""
    return _by_first([tuple(phrase.split()) for phrase in grammar().links_initials])


def _by_first(phrases: list[Phrase]) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _words(name: str) -> frozenset[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=1)
def heads() -> dict[str, list[Head]]:
    """Office heads by their first word, longest first."""
    found: dict[str, list[Head]] = {}
    with (DATA / "offices.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            words = tuple(row["printed"].split())
            found.setdefault(words[0], []).append(Head(words, row["role"], row["kind"], row["unit"] or ""))
    return {first: sorted(rows, key=lambda h: -len(h.words)) for first, rows in found.items()}


@lru_cache(maxsize=1)
def front_titles() -> dict[str, list[tuple[Phrase, str]]]:
    """Titles before a name by their first word, longest first: (words, kind), kind one of degree, rank, address."""
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for line in (DATA / "front_titles.csv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            printed, kind = line.split(",")
            found.setdefault(printed.split()[0], []).append((tuple(printed.split()), kind))
    return {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in found.items()}


@lru_cache(maxsize=1)
def titles_only() -> frozenset[str]:
    """First words of ranks, and degrees that stand in no agency's name (unlike the Dr. of a hospital): a person's name follows."""
    ranks = {first for first, rows in front_titles().items() if any(kind == "rank" for _, kind in rows)}
    return frozenset(ranks | {"prof", "profesor", "drs", "dra"})


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """Common given and family names, lower case."""
    return frozenset(word.lower() for word in _words("first_names.txt"))


@lru_cache(maxsize=1)
def not_names() -> frozenset[str]:
    """Capitalised words that are no part of a name, lower case."""
    return _words("not_names.txt")


@lru_cache(maxsize=1)
def office_words() -> frozenset[str]:
    """Words of divisions and fields, lower case."""
    return _words("office_words.txt")


@lru_cache(maxsize=4096)
def misprinted_field(word: str) -> bool:
    """Whether a long word is a misprint of a word of divisions and fields ("penangann")."""
    if len(word) < _LONG:
        return False
    close = (known for known in office_words() if known[0] == word[0] and len(known) >= _LONG and abs(len(known) - len(word)) <= 2)
    return any(SequenceMatcher(None, word, known).ratio() >= _MISPRINT for known in close)


@lru_cache(maxsize=1)
def agency_words() -> frozenset[str]:
    """Words that begin the name of a public body, lower case."""
    return _words("agency_words.txt")


@lru_cache(maxsize=1)
def private_words() -> frozenset[str]:
    """Words that make a body none of the state's, lower case; words of public fields ("Pemberdayaan Masyarakat") are not among them."""
    return _words("private_words.txt") - office_words()


@lru_cache(maxsize=1)
def corps() -> frozenset[str]:
    """Words behind a rank that belong to it, lower case."""
    return _words("corps.txt")


@lru_cache(maxsize=1)
def one_degree() -> re.Pattern[str]:
    """One degree, with or without dots and blanks."""
    return re.compile("|".join(sorted((_degree(d) for d in _words("degrees.txt")), key=len, reverse=True)))


@lru_cache(maxsize=1)
def degrees_behind() -> re.Pattern[str]:
    """Degrees behind a name, from the blank or comma before the first to the end of the last."""
    return re.compile(rf"(?:(?:\s{{0,2}},\s*|\s|)(?:{one_degree().pattern}))+(?![^\W_])\.?")


def _degree(printed: str) -> str:
    parts = printed.split(".")
    exact = r"(?:\.\s?|)".join(re.escape(p) for p in parts)
    upper = r"(?:\.\s?|)".join(re.escape(p.upper()) for p in parts)
    return f"(?:{exact}|{upper})\\.?" if len(parts) > 1 else f"(?:{re.escape(printed)})\\.?"
