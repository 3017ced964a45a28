"""Schools and universities: agencies only where the subjects work there, or where an expert comes from (codebook 12.27)."""

from __future__ import annotations

import re

from extraction.agencies.lexicon import words
from extraction.model import Region, Span
from extraction.places.gazetteer import gazetteer
from extraction.places.scan import longest
from extraction.places.tokens import fold, tokenize
from extraction.reading import Reading

_SCHOOL = re.compile(
    r"\b(SD|SMP|SMA|SMK|MTs|MA|MI|SLB|TK)(N|\s?Negeri|\s?Inpres)?\s"
    r"((?:\d{1,3}(?: [A-Z][\w’']+){0,2})|(?:[A-Z][\w’']+(?: [A-Z][\w’']+)?(?: \d{1,3})?))"
)
_UNIVERSITY = re.compile(r"\b(Universitas|Institut|Politeknik|Sekolah Tinggi|UIN|IAIN|STAIN)((?: (?:dan |)[A-Z][\w’']*){1,5})")
_REACH = 40
_UNIVERSITY_WORDS = 3


def _school(run: str) -> str:
    """Number and place: the place ends where the gazetteer's name ends, else after the words that were read ("2 Nguter Nama Orang")."""
    tokens = tokenize(run)
    start = next((i for i, token in enumerate(tokens) if not token.text.isdigit()), None)
    if start is None:
        return run
    place = longest(tokens, start, gazetteer())
    known = place[0] if place else None
    for last in range(len(tokens) - 1, start if known is None else known, -1):
        if fold("".join(t.text for t in tokens[start : last + 1])) in gazetteer().kecamatan_anywhere:
            known = last
            break
    one = fold(tokens[start].text) in gazetteer().kecamatan_anywhere
    return run[: tokens[known].end] if known is not None else run[: tokens[start].end] if one else run


def _university(run: str) -> str:
    """The words of the name, which ends with a place where it holds one ("… Negeri Semarang"), else after three words."""
    tokens = tokenize(run)
    for i in range(len(tokens)):
        place = longest(tokens, i, gazetteer())
        if place:
            return run[: tokens[place[0]].end]
    return run[: tokens[min(_UNIVERSITY_WORDS, len(tokens)) - 1].end]


def schools(reading: Reading) -> list[tuple[Span, str, Region | None]]:
    """Spans with canonical names."""
    found: list[tuple[Span, str, Region | None]] = []
    work = words()["context"]["school_work"]
    for match in _SCHOOL.finditer(reading.whole):
        before = reading.whole[max(0, match.start() - _REACH) : match.start()].rsplit("\n", 1)[-1].lower()
        if not work & set(re.findall(r"\w+", before)):
            continue
        kind = match[1] + (" Inpres" if "Inpres" in (match[2] or "") else " Negeri" if match[2] else "")
        name = _school(match[3])
        found.append((Span(match.start(), match.start(3) + len(name)), f"{kind} {name}", None))
    shortest = [f for f in found if not any(f[1] != o[1] and f[1].startswith(o[1] + " ") for o in found)]
    found = shortest  # a headline's next word is no part of the name
    for match in _UNIVERSITY.finditer(reading.whole):
        name = _university(match[2])
        found.append((Span(match.start(), match.start(2) + len(name)), match[1] + name, None))
    return found
