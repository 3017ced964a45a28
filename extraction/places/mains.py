"""Weighs the printed regions and says where the case or event belongs (codebook 6 and 12.23)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from extraction.model import RegionLevel, RegionMention
from extraction.places.gazetteer import SMALL_LEVELS
from extraction.reading import Reading

# Weights of one mention; tuned on articles of one half of the development set and checked on the other.
_TITLE, _LEAD, _BODY, _AGENCY, _DATELINE, _PARENT, _SMALL = 5.0, 3.0, 1.0, 2.0, 0.1, 0.1, 0.5
_LEAD_SENTENCES = 2
_APPOSITION = re.compile(r"^,?\s*\(?(?:Provinsi\s)?$")
_NATIONAL = re.compile(
    r"\b(?:Bawaslu RI|Bawaslu Republik Indonesia|KPU RI|KASN|Komisi Aparatur Sipil Negara|BKN|Badan Kepegawaian Negara|Kemendagri|Mendagri|"
    r"Kemen(?:terian)?[ -]?PAN-?RB|Men(?:teri)?[ -]?PAN-?RB|Menteri|Kementerian|Kapolri|Panglima TNI|Mabes|DPR RI|Presiden|"
    r"Mahkamah Konstitusi|Perludem|Ombudsman|nasional|Indonesia)\b"
)


@dataclass
class Scores:
    """Weights by code, and where each was printed."""

    small: dict[str, float] = field(default_factory=lambda: defaultdict(float))  # kabupaten and kota
    provinces: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    title: set[str] = field(default_factory=set)
    lead: set[str] = field(default_factory=set)
    national: float = 0.0


def choose(reading: Reading, mentions: list[RegionMention]) -> tuple[set[str], str]:
    """Codes of the main regions (several are possible, none for a national matter) and the reason."""
    scores = weigh(reading, mentions)
    if not scores.small and not scores.provinces:
        return set(), ""
    top_small = max(scores.small.values(), default=0.0)
    top_province = max(scores.provinces.values(), default=0.0)
    if max(top_small, top_province) <= _DATELINE * 3 or scores.national > 1.5 * max(top_small, top_province):
        return set(), ""
    several = len(scores.small) >= 3
    if top_province > (0.8 if several else 1.8) * top_small:
        best = max(scores.provinces, key=lambda code: scores.provinces[code])
        return {best}, "lembaga atau angka seprovinsi"
    return _local(scores, top_small), "judul, teras dan lembaga"


def _local(scores: Scores, top: float) -> set[str]:
    named = {code for code in scores.small if code in scores.title}
    if named:
        return {code for code in named if scores.small[code] >= 0.4 * top}
    return {code for code, score in scores.small.items() if score >= 0.75 * top}


def weigh(reading: Reading, mentions: list[RegionMention]) -> Scores:
    """Add up the weight of every mention."""
    scores = Scores()
    lead_end = _lead_end(reading)
    before: RegionMention | None = None
    for mention in mentions:
        region = mention.region
        if region is None or region.code is None:
            continue
        start = mention.span.start
        place = _TITLE if start < reading.text_start else _LEAD if start < lead_end else _BODY
        weight = place * (_AGENCY if mention.in_agency else 1.0)
        if mention.dateline:
            weight = _DATELINE
        elif region.level == RegionLevel.PROVINSI and before is not None and _APPOSITION.match(reading.whole[before.span.end : start]):
            weight = _PARENT
        if region.level == RegionLevel.PROVINSI:
            scores.provinces[region.code] += weight
        else:
            code = region.code[:5]
            if region.level not in SMALL_LEVELS or code in scores.small:
                scores.small[code] += weight * (_SMALL if region.level in SMALL_LEVELS else 1.0)
        if not mention.dateline:
            (scores.title if place == _TITLE else scores.lead if place == _LEAD else set()).add(region.code[:5])
        before = mention
    for match in _NATIONAL.finditer(reading.whole):
        scores.national += _TITLE if match.start() < reading.text_start else _LEAD if match.start() < lead_end else 0.3
    return scores


def _lead_end(reading: Reading) -> int:
    body = [sentence for sentence in reading.sentences if not sentence.title]
    return body[min(_LEAD_SENTENCES, len(body)) - 1].end if body else reading.text_start
