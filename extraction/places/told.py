"""Which kabupaten a provincial speaker tells a case of: by what their sentences say, not by lists and totals (codebook 12.2, 12.23)."""

from __future__ import annotations

import re
from itertools import pairwise

from extraction.model import RegionLevel, RegionMention
from extraction.places.cues import any_of
from extraction.reading import Reading, Sentence

_FEW = 2  # kabupaten and kota in an article about one case
_LOCAL = (RegionLevel.KABUPATEN, RegionLevel.KOTA)
_CASE = re.compile(rf"\b{any_of('case')}\b", re.IGNORECASE)
_TOTAL = re.compile(rf"\b{any_of('numbers')}\s+(?:\w+\s+)?{any_of('counted')}\b|\b{any_of('shares')}\b", re.IGNORECASE)
_APPARATUS = re.compile(rf"\b{any_of('apparatus')}\b", re.IGNORECASE)
_AGAINST = re.compile(rf"[,;]\s(?={any_of('against')}\b)|;\s", re.IGNORECASE)
_MANY = re.compile(rf"\b{any_of('many')}\b", re.IGNORECASE)
_SUBJECT = re.compile(rf"\b{any_of('apparatus')}\b[^.,;\n]{{0,30}}$", re.IGNORECASE)


def _local(mentions: list[RegionMention], sentence: Sentence) -> list[RegionMention]:
    inside = (m for m in mentions if sentence.start <= m.span.start < sentence.end and not m.dateline)
    return [m for m in inside if m.region and m.region.level in _LOCAL]


def opens_with_case(reading: Reading) -> bool:
    """Whether the first sentence of the body tells a case or a total."""
    first = next((sentence.text for sentence in reading.sentences if not sentence.title), "")
    return bool(_CASE.search(first) or _TOTAL.search(first))


def told_apart(reading: Reading, mentions: list[RegionMention]) -> set[str]:
    """Codes of kabupaten and kota that have a sentence, or half of one, of their own that tells a case and no total."""
    told: set[str] = set()
    for sentence in reading.sentences:
        local = [m for m in _local(mentions, sentence) if m.region and m.region.code and not m.in_agency]
        if not local or _TOTAL.search(sentence.text):
            continue
        for start, end in _halves(sentence):
            codes = {m.region.code for m in local if start <= m.span.start < end and m.region and m.region.code}
            if len(codes) == 1 and _CASE.search(reading.whole[start:end]):
                told |= codes
    return told


def _halves(sentence: Sentence) -> list[tuple[int, int]]:
    """The parts of a sentence that set one thing against another ("… di X, sedangkan … di Y")."""
    cuts = [0, *(m.start() for m in _AGAINST.finditer(sentence.text)), len(sentence.text)]
    return [(sentence.start + a, sentence.start + b) for a, b in pairwise(cuts)]


def told_in_lead(reading: Reading, mentions: list[RegionMention]) -> set[str]:
    """The one kabupaten or kota whose officials the first sentence of the body is about ("… Ketua RT dan RW di Jakarta Barat …")."""
    lead = next((s for s in reading.sentences if not s.title and _local(mentions, s)), None)
    if lead is None:
        return set()
    local = _local(mentions, lead)
    subject = {
        m.region.code
        for m in local
        if m.region and m.region.code and not m.in_agency and _SUBJECT.search(reading.whole[lead.start : m.span.start])
    }
    return subject if len(subject) == 1 and len({m.region.code for m in local if m.region}) == 1 else set()


def told_at_opening(reading: Reading, mentions: list[RegionMention]) -> set[str]:
    """The one kabupaten or kota in whose apparatus the first sentence of the body suspects somebody ("Seorang ASN di X dilaporkan …")."""
    first = next((sentence for sentence in reading.sentences if not sentence.title), None)
    if first is None or not (_CASE.search(first.text) and _APPARATUS.search(first.text)) or _MANY.search(first.text):
        return set()
    codes = {m.region.code for m in _local(mentions, first) if m.region and m.region.code}
    return codes if len(codes) == 1 else set()


def told_alone(reading: Reading, mentions: list[RegionMention]) -> set[str]:
    """The one kabupaten or kota of whose officials a case is told, where neither headline nor first sentence speaks of several."""
    opening = " ".join(s.text for s in reading.sentences[:2])
    told: set[str] = set()
    for sentence in reading.sentences:
        codes = {m.region.code for m in _local(mentions, sentence) if m.region and m.region.code and not m.in_agency}
        if len(codes) == 1 and _APPARATUS.search(sentence.text) and _CASE.search(sentence.text):
            told |= codes
    named = {m.region.code for m in mentions if m.region and m.region.level in _LOCAL and not m.dateline}
    return told if len(told) == 1 and len(named) <= _FEW and not _MANY.search(opening) and not _TOTAL.search(opening) else set()
