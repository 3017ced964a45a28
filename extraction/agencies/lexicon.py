"""The institutions that news names, with the forms in which it prints them (data/agencies.csv, data/words.toml)."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from extraction.places.tokens import Token, fold, tokenize

_DATA = resources.files("extraction.agencies").joinpath("data")
_GAPS = frozenset({" ", "-", "/", ", ", "  ", "\xa0", " & ", " - ", ""})
_ANY_CASE = frozenset({"bawaslu", "pemerintah", "gakkumdu"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A printed form. `scope` says how its region is told: national, either (region or RI), regional, kabupaten, kota, provinsi, kecamatan,
    place (printed place kept), unit (numbered command), head (an office that implies its government), plain (region only if printed) …
    """

    words: tuple[str, ...]
    canonical: str
    scope: str
    capitals: bool


@dataclass(frozen=True, slots=True)
class Found:
    """An entry at words [first, last] of a text."""

    first: int
    last: int
    entry: Entry


@lru_cache(maxsize=1)
def entries() -> dict[str, list[Entry]]:
    """Printed forms by their first word, the longest first."""
    index: dict[str, list[Entry]] = defaultdict(list)
    for row in csv.DictReader(_DATA.joinpath("agencies.csv").read_text(encoding="utf-8").splitlines()):
        parts = tokenize(row["printed"])
        capitals = row["printed"].isupper() and len(parts) == 1
        index[parts[0].low].append(Entry(tuple(p.low for p in parts), row["canonical"], row["scope"], capitals))
    return {first: sorted(found, key=lambda e: -len(e.words)) for first, found in index.items()}


@lru_cache(maxsize=1)
def units() -> dict[tuple[str, str], str]:
    """Names of military commands by kind and number: ("Korem", "133") -> "Nani Wartabone"."""
    rows = csv.DictReader(_DATA.joinpath("units.csv").read_text(encoding="utf-8").splitlines())
    return {(row["kind"], row["number"]): row["name"] for row in rows}


@lru_cache(maxsize=1)
def national_members() -> dict[str, re.Pattern[str]]:
    """A pattern for each supervising body: its national members since 2012, named right behind it ("Ketua Bawaslu, Nama")."""
    members: dict[str, list[str]] = defaultdict(list)
    for row in csv.DictReader(_DATA.joinpath("national.csv").read_text(encoding="utf-8").splitlines()):
        members[row["body"]].append(re.escape(row["person"]))
    return {body: re.compile(rf"^,?\s*(?:\([^)]*\),?\s*)?(?:{'|'.join(names)})\b", re.IGNORECASE) for body, names in members.items()}


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """The word lists of data/words.toml, lists as frozensets."""
    loaded = tomllib.loads(_DATA.joinpath("words.toml").read_text(encoding="utf-8"))
    return {section: {key: frozenset(value) for key, value in lists.items()} for section, lists in loaded.items()}


def find(tokens: tuple[Token, ...]) -> list[Found]:
    """All institutions in order of print, the longest form at each place."""
    found: list[Found] = []
    index = entries()
    i = 0
    while i < len(tokens):
        hit = (
            _branch(tokens, i)
            or _spelled_out(tokens, i)
            or next((Found(i, i + len(e.words) - 1, e) for e in index.get(tokens[i].low, ()) if _fits(tokens, i, e)), None)
        )
        if hit:
            found.append(hit)
            i = hit.last + 1
        else:
            i += 1
    return found


def _fits(tokens: tuple[Token, ...], i: int, entry: Entry) -> bool:
    run = tokens[i : i + len(entry.words)]
    if len(run) < len(entry.words) or any(t.low != w for t, w in zip(run, entry.words, strict=True)):
        return False
    if any(t.gap not in _GAPS for t in run[1:]):
        return False
    if entry.capitals:
        return run[0].text.isupper()
    return run[0].capital or entry.words[0] in _ANY_CASE


def _spelled_out(tokens: tuple[Token, ...], i: int) -> Found | None:
    """A dinas or badan whose name is spelled out of the words that such names are made of: "Dinas Pertanian dan Ketahanan Pangan"."""
    fields = words()["fields"]
    if tokens[i].low not in fields["heads"] or not (tokens[i].capital or (i + 1 < len(tokens) and tokens[i + 1].capital)):
        return None
    last = i
    j = i + 1
    while j < len(tokens) and tokens[j].gap in _GAPS:
        token = tokens[j]
        known = token.low in fields["words"] or (token.low == "daerah" and tokens[last].low in fields["daerah_after"])
        acronym = j == last + 1 and token.text.isupper() and 2 <= len(token.text) <= 8 and token.gap in (" ", "-") and token.text.isalpha()
        if token.capital and (known or (acronym and tokens[i].low in ("dinas", "kadis") and not tokens[i].text.isupper())):
            last = j
        elif token.low not in fields["joiners"] or last != j - 1:
            break
        j += 1
    if last == i:
        return None
    shorter = next((e for e in entries().get(tokens[i].low, ()) if len(e.words) >= last - i + 1 and _fits(tokens, i, e)), None)
    if shorter:
        return Found(i, i + len(shorter.words) - 1, shorter)
    spelling = _spelling(tokens, i, last).replace(" SDM", " Sumber Daya Manusia")
    short = next(iter(entries().get(f"d{tokens[last].low}", ())), None) if last == i + 1 and tokens[i].low in ("dinas", "kadis") else None
    canonical = short.canonical if short else _usual().get(fold(spelling), spelling)
    return Found(i, last, Entry(tuple(t.low for t in tokens[i : last + 1]), canonical, "regional", capitals=False))


@lru_cache(maxsize=1)
def _usual() -> dict[str, str]:
    """Canonical names by their letters, so that commas and "&" make no second name."""
    return {fold(entry.canonical): entry.canonical for found in entries().values() for entry in found}


def _branch(tokens: tuple[Token, ...], i: int) -> Found | None:
    """A branch of a dinas in a kecamatan: "UPT Dinas Pendidikan Nama"."""
    if tokens[i].low not in words()["fields"]["branches"] or i + 1 >= len(tokens) or tokens[i + 1].gap != " ":
        return None
    dinas = _spelled_out(tokens, i + 1)
    if dinas is None:
        return None
    entry = Entry((tokens[i].low, *dinas.entry.words), f"{tokens[i].text} {dinas.entry.canonical}", "printed", capitals=False)
    return Found(i, dinas.last, entry)


def _spelling(tokens: tuple[Token, ...], first: int, last: int) -> str:
    head = {"kadis": "Dinas", "kaban": "Badan"}.get(tokens[first].low, tokens[first].text.capitalize())
    text = head
    for token in tokens[first + 1 : last + 1]:
        gap = token.gap if token.gap in (" ", "-", ", ", "/") else " dan " if "&" in token.gap else " "
        word = (
            token.low
            if token.low in ("dan", "serta")
            else token.text
            if token.text.isupper() and len(token.text) < 6
            else token.text.capitalize()
        )
        text += gap + word
    return text
