"""Weighs the printed regions and says where the case or event belongs (codebook 6 and 12.23)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from extraction.model import RegionLevel, RegionMention
from extraction.places.cues import any_of
from extraction.places.gazetteer import SMALL_LEVELS
from extraction.places.told import opens_with_case, told_alone, told_apart, told_at_opening, told_in_lead
from extraction.reading import Reading

# Weights of one mention; tuned on articles of one half of the development set and checked on the other.
_TITLE, _LEAD, _BODY, _AGENCY, _DATELINE, _SMALL, _FIRST = 5.0, 3.0, 1.0, 2.0, 0.1, 0.5, 2.0
_LEAD_SENTENCES = 2
# how much more than the first kabupaten a province must weigh: where it speaks in the headline or many kabupaten are named, and else
_FOR_PROVINCE, _FOR_LOCAL = 0.8, 1.8
_FOR_NATION = 1.5
_SEVERAL = 3
_TITLE_HEAD = 8  # characters before an office with which a headline begins ("Pj Gubernur …")
_MANY_PROVINCES = 3  # as many provinces in one breath are a national matter
_WEAK = 2.5  # a region named only once, deep in the text, is not what the article is about
_APPOSITION = re.compile(r"^,?\s*\(?(?:Provinsi\s)?$")
_HOLDER = re.compile(rf"\b{any_of('holders')}\s+$", re.IGNORECASE)
# "di Gedung Contoh, Kota Semarang, Selasa (26/9)": where somebody spoke, which says little about where the case belongs
_VENUE = re.compile(rf",?\s{{0,3}}(?:pada\s{{1,3}})?(?:hari\s{{1,3}})?{any_of('days')}")
_AT = re.compile(rf"\bdi\s[^.\n]{{3,60}},\s*$|\bdi {any_of('venues')}\b[^.,\n]*$", re.IGNORECASE)
_VENUE_WEIGHT = 0.5
_SPOKEN_REACH = 160  # characters before a place in which the verb of a statement made there stands
# A military command covers several kabupaten: its name does not say where the matter belongs; "pilkada di X" does
_COMMAND = re.compile(rf"\b{any_of('commands')}\b[^.,\n]*$", re.IGNORECASE)
_ELECTION = re.compile(rf"\b{any_of('elections')}(?:\s\([^)]*\))?(?:\s\d{{4}})?\s(?:di\s)?(?:\w+\s)?$", re.IGNORECASE)
_ELECTION_WEIGHT = 4.0
_RANKED = re.compile(rf"\b{any_of('ranked')}\b", re.IGNORECASE)
_RECIPIENT = re.compile(rf"\b{any_of('recipient')}\s(?:(?:[a-z]+|[A-Z][a-z]+)\s){{0,2}}\(?$")
_JAKARTA = "31."
_SPOKE = re.compile(rf"\b{any_of('speech')}\b[^.\n\"”]*\bdi(?:\s[a-z]+)?\s$", re.IGNORECASE)
_NATIONAL = re.compile(rf"\b{any_of('national')}\b")


@dataclass
class Scores:
    """Weights by code, and where each was printed."""

    small: dict[str, float] = field(default_factory=lambda: defaultdict(float))  # kabupaten and kota
    provinces: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    title: set[str] = field(default_factory=set)
    lead: set[str] = field(default_factory=set)
    opening: set[str] = field(default_factory=set)  # in the first sentence of the body, venues apart
    solid: set[str] = field(default_factory=set)  # printed otherwise than in a dateline, as a parent, or as where somebody spoke
    acting: set[str] = field(default_factory=set)  # inside an agency's or office's name
    national: float = 0.0
    national_opening: bool = False  # a national body acts in the headline or the first sentence

    @property
    def top_small(self) -> float:
        """The highest weight of a kabupaten or kota."""
        return max(self.small.values(), default=0.0)

    @property
    def top_province(self) -> float:
        """The highest weight of a province."""
        return max(self.provinces.values(), default=0.0)


def choose(reading: Reading, mentions: list[RegionMention]) -> tuple[set[str], str]:
    """Codes of the main regions (several are possible, none for a national matter) and the reason."""
    scores = weigh(reading, mentions)
    top = max(scores.top_small, scores.top_province)
    if top < _WEAK and not (scores.title | scores.lead):
        return _only_one(scores), "satu-satunya wilayah dalam artikel"
    if _is_national(reading, scores):
        return set(), ""
    titled = {code for code in scores.small if code in scores.title and scores.small[code] >= 0.4 * scores.top_small}
    if (
        titled
        and not (_RANKED.search(reading.version.title or "") and set(scores.provinces) & (scores.title | (scores.acting & scores.lead)))
        and not (len(titled) >= 3 and scores.title & set(scores.provinces))
    ):
        return titled, "judul"
    alone = _within(mentions, scores)
    if alone:
        return alone, "satu-satunya kabupaten atau kota di provinsi yang disebut"
    ratio = _FOR_PROVINCE if len(scores.small) >= _SEVERAL or _speaks_in_title(reading, mentions) else _FOR_LOCAL
    if scores.top_province > ratio * scores.top_small:
        return _provincial(reading, mentions, scores)
    return {code for code, score in scores.small.items() if score >= 0.75 * scores.top_small}, "teras dan lembaga"


def _is_national(reading: Reading, scores: Scores) -> bool:
    """Whether national bodies outweigh all regions, or one opens the article and no region stands beside it.

    Those further down are then its examples, unless there is only one.
    """
    listed = len(scores.provinces) >= _MANY_PROVINCES and not (scores.title & set(scores.small) or scores.acting & set(scores.provinces))
    if listed and _RANKED.search(reading.version.title or ""):  # "… tertinggi di X" of a list of provinces
        return True
    if scores.title:
        return False
    if scores.national > _FOR_NATION * max(scores.top_small, scores.top_province):
        return not (len(scores.opening) == 1 and opens_with_case(reading))
    if scores.opening or not scores.national_opening:
        return False
    local = scores.solid & set(scores.small)
    return len(local) != 1 or scores.national > scores.top_small


def _speaks_in_title(reading: Reading, mentions: list[RegionMention]) -> bool:
    """Whether the headline's province acts or is the place, and is not only the office of somebody's relative or rival."""
    titled = (m for m in mentions if m.span.start < reading.text_start and m.region and m.region.level == RegionLevel.PROVINSI)
    return any(not (holder := _HOLDER.search(reading.whole[: m.span.start])) or holder.start() < _TITLE_HEAD for m in titled)


def _within(mentions: list[RegionMention], scores: Scores) -> set[str]:
    """The one kabupaten or kota of a province that is only named as a place, never inside an agency ("di NTT … Kabupaten Flores Timur")."""
    acting = {m.region.code for m in mentions if m.region and m.in_agency and m.region.level == RegionLevel.PROVINSI}
    printed = scores.solid & set(scores.small)
    one = len(printed) == 1 and len(scores.provinces) == 1 and not acting
    return printed if one and {code[:2] for code in printed} == set(scores.provinces) else set()


def _only_one(scores: Scores) -> set[str]:
    """The one kabupaten or kota that a text without national bodies names; else its one province, or the town of its dateline.

    Where somebody spoke in Jakarta says nothing: the national bodies sit there.
    """
    if scores.national:
        return set()
    aside = {code for code in scores.small if not code.startswith(_JAKARTA)} if not scores.provinces else set()
    one = scores.solid & set(scores.small) or scores.solid & set(scores.provinces) or aside
    return one if len(one) == 1 else set()


def _provincial(reading: Reading, mentions: list[RegionMention], scores: Scores) -> tuple[set[str], str]:
    """A provincial speaker: the kabupaten where it tells several cases apart, else the province, with the place of a case in the lead."""
    opened = told_at_opening(reading, mentions)
    if opened and not scores.title:
        return opened, "teras"
    apart = told_apart(reading, mentions)
    if len(apart) >= 2:
        return apart, "beberapa kasus diceritakan terpisah"
    alone = told_alone(reading, mentions)
    if alone and not scores.title & set(scores.provinces):
        return alone, "kasus di satu kabupaten atau kota"
    best = {code for code, score in scores.provinces.items() if score >= 0.75 * scores.top_province}
    if sum(score >= 0.5 * scores.top_province for score in scores.provinces.values()) >= _MANY_PROVINCES:
        return set(), ""
    lead = told_in_lead(reading, mentions)
    if lead and not scores.title:
        return lead, "teras"
    return best | lead, "lembaga atau angka seprovinsi"


def weigh(reading: Reading, mentions: list[RegionMention]) -> Scores:
    """Add up the weight of every mention."""
    scores = Scores()
    first_end, lead_end = _sentence_end(reading, 1), _sentence_end(reading, _LEAD_SENTENCES)
    before: RegionMention | None = None
    opened = False
    for mention in mentions:
        region = mention.region
        if region is None or region.code is None:
            continue
        start = mention.span.start
        title, lead = start < reading.text_start, reading.text_start <= start < lead_end
        weight = (_TITLE if title else _LEAD if lead else _BODY) * _agency_factor(reading, mention)
        aside = mention.dateline or (before is not None and _is_parent(reading, before, mention))
        venue = not title and _is_venue(reading, mention)
        if aside:
            weight = _DATELINE
        elif venue:
            weight = min(weight, _VENUE_WEIGHT)
        elif lead and not opened:
            weight += _FIRST
        opened = opened or not (title or aside)
        if (title or lead) and not aside and _ELECTION.search(reading.whole[max(0, start - 60) : start]):
            weight += _ELECTION_WEIGHT
        _add(scores, mention, weight)
        if mention.in_agency:
            scores.acting.add(region.code)
        if not aside and not venue:
            scores.solid.add(region.code)
        if not aside and not venue and region.level not in SMALL_LEVELS:
            (scores.title if title else scores.lead if lead else set()).add(region.code)
            if not title and start < first_end:
                scores.opening.add(region.code)
        before = mention
    for match in _NATIONAL.finditer(reading.whole):
        if _RECIPIENT.search(reading.whole[max(0, match.start() - 40) : match.start()]):
            continue
        scores.national_opening = scores.national_opening or match.start() < first_end
        scores.national += _TITLE if match.start() < reading.text_start else _LEAD if match.start() < lead_end else 0.3
    return scores


def _is_parent(reading: Reading, child: RegionMention, mention: RegionMention) -> bool:
    """Whether a province only says where the place before it lies: "Kabupaten Bone, Sulawesi Selatan"."""
    below, region = child.region, mention.region
    if region is None or below is None or below.code is None or region.level != RegionLevel.PROVINSI:
        return False
    if below.level == RegionLevel.PROVINSI:  # "Nusa Tenggara Timur (NTT)" says it twice
        return below.code == region.code and reading.whole[child.span.end : mention.span.start] == " ("
    return below.code[:2] == region.code and bool(_APPOSITION.match(reading.whole[child.span.end : mention.span.start]))


def _add(scores: Scores, mention: RegionMention, weight: float) -> None:
    """A kecamatan or desa speaks for its kabupaten where that one is printed too."""
    region = mention.region
    if region is None or region.code is None:
        return
    if region.level == RegionLevel.PROVINSI:
        scores.provinces[region.code] += weight
    elif region.level not in SMALL_LEVELS:
        scores.small[region.code] += weight
    elif region.code[:5] in scores.small:
        scores.small[region.code[:5]] += weight * _SMALL


def _sentence_end(reading: Reading, number: int) -> int:
    """Where the n-th sentence of the body ends, the last one where there are fewer."""
    body = [sentence for sentence in reading.sentences if not sentence.title]
    return body[min(number, len(body)) - 1].end if body else reading.text_start


def _agency_factor(reading: Reading, mention: RegionMention) -> float:
    """An institution's name doubles its region; a military command's halves it; a person's office leaves it."""
    before = reading.whole[max(0, mention.span.start - 30) : mention.span.start]
    if _COMMAND.search(before):
        return 1.0 / _AGENCY
    return _AGENCY if mention.in_agency and not _HOLDER.search(before[-20:]) else 1.0


def _is_venue(reading: Reading, mention: RegionMention) -> bool:
    if mention.in_agency or not _VENUE.match(reading.whole, mention.span.end):
        return False
    before = reading.whole[max(0, mention.span.start - _SPOKEN_REACH) : mention.span.start]
    return bool(_AT.search(before[-60:]) or _SPOKE.search(before))
