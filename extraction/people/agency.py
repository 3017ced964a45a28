"""The agency and region of an office: what the agencies and places already read inside it tell, else what the office implies."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from extraction.model import AgencyMention, Region, RegionLevel
from extraction.people.lexicon import agency_words, grammar
from extraction.people.offices import Office
from extraction.people.text import Text

_UPPER = frozenset({RegionLevel.PROVINSI, RegionLevel.KABUPATEN, RegionLevel.KOTA})
_LEVEL = {"provinsi": RegionLevel.PROVINSI, "kabupaten": RegionLevel.KABUPATEN, "kota": RegionLevel.KOTA}
_UPPER_UNITS = frozenset({"provinsi", "prov", "kabupaten", "kab", "kota"})
_NATIONAL = " RI"
_IN_BRACKETS = re.compile(r"\s{0,3}\([^)]{0,60}+\)?")  # an abbreviation, closed or cut off
_REGIONAL = ("Bawaslu", "KPU", "Panwasl", "KIP", "Pemerintah")  # bodies that tell which region an article speaks of
_LOCAL = ("dinas", "badan", "bp", "bkd", "bkp", "dis", "satpol", "rsud", "inspektorat", "kantor")  # begins of bodies that each region has
_OF_GOVERNMENT = frozenset({"Kepala Bagian", "Kepala Biro"})  # parts of the secretariat: "Kepala Bagian Hukum Kabupaten X"
_NO_AGENCY = frozenset({"village", "private", "state"})
_BY_PLACE = frozenset(
    {"Polda", "Polres", "Polresta", "Polrestabes", "Polres Metro", "Polsek", "Kodim", "Korem", "Kodam", "Koramil", "Lanal", "Lanud"}
)


def agency_of(text: Text, office: Office) -> tuple[str | None, Region | None]:
    """(canonical agency, region) of an office; None where it has none (codebook 12.11) or none can be told."""
    if office.within is not None:
        return agency_of(text, office.within)
    region = _region_in(text, office)
    if office.head.kind in _NO_AGENCY:
        return None, region
    mention = _mention_in(text, office)
    if office.head.kind == "executive":
        return _government(text, office, region, mention)
    if mention is not None:
        return f"{_faculty(text, office, mention)}{mention.name}", mention.region or region
    return _implied(text, office, region)


def _mention_in(text: Text, office: Office) -> AgencyMention | None:
    """The agency read inside the office, without a person's name that it took along, and of the article's own place."""
    first = next((i for i in range(office.first, office.last) if i in text.agencies), None)
    if first is None:
        return None
    last, mention = text.agencies[first]
    name, region = mention.name or "", mention.region
    if last < text.words.at(mention.span.end):
        name = name.removesuffix(text.whole[text.words[last].start : mention.span.end]).strip()
    return _localised(text, msgspec.structs.replace(mention, name=name, region=region))


def _localised(text: Text, mention: AgencyMention) -> AgencyMention:
    """A bare "Bawaslu" taken for the national body belongs to the article's one kabupaten or kota, unless its own is named too."""
    name = mention.name or ""
    if not name.endswith(_NATIONAL) or mention.printed.endswith(_NATIONAL) or _national(text, name):
        return mention
    local = _only_region(text)
    if local is None:
        return mention
    here = f"{name.removesuffix(_NATIONAL)} {local.name}"
    named_too = any(a.name == here for a in text.reading.agencies)
    return mention if named_too else msgspec.structs.replace(mention, name=here, region=local)


def _national(text: Text, name: str) -> bool:
    """Whether the article prints the national body as such."""
    return any(a.name == name and a.printed.endswith(_NATIONAL) for a in text.reading.agencies)


def _only_region(text: Text) -> Region | None:
    """The one kabupaten or kota that the article names outside its dateline."""
    levels = (RegionLevel.KABUPATEN, RegionLevel.KOTA)
    named = {p.region for p in text.reading.places if p.region is not None and p.region.level in levels and not p.dateline}
    return next(iter(named)) if len(named) == 1 else None


def _faculty(text: Text, office: Office, mention: AgencyMention) -> str:
    """The faculty printed before its university, which the agency's own name lacks ("Dosen Fakultas Hukum Universitas X")."""
    between = text.whole[text.words[office.head_end].start : mention.span.start] if office.head_end < office.last else ""
    return between if between.startswith("Fakultas ") else ""


def _government(text: Text, office: Office, region: Region | None, mention: AgencyMention | None) -> tuple[str | None, Region | None]:
    """The government of the printed place, else of the place of that level that the article is about."""
    upper = region or _article_region(text, office.head.unit)
    if mention is not None and mention.name and not mention.implied:
        return mention.name, mention.region or upper
    return (f"Pemerintah {upper.name}", upper) if upper else (None, None)


def _implied(text: Text, office: Office, region: Region | None) -> tuple[str | None, Region | None]:
    """What a head implies without an agency printed: Kapolres -> Polres, Mendagri -> Kementerian Dalam Negeri."""
    if office.head.kind == "minister":
        return office.head.unit or _ministry(text, office), None
    if office.head.kind == "unit":
        return _unit(text, office, region), region
    if office.head.unit_inside and office.last - office.body <= 1:
        upper = region or _article_region(text, "")  # "kepala dinas" of no named field serves the government of the place
        return (f"Pemerintah {upper.name}", upper) if upper else (None, None)
    name, inherited = _inherited(text, office)
    if name is None and office.body < office.last and text.words[office.body].low in agency_words():
        local = region or _region_before(text, office)
        return (_printed_agency(text, office, local), local) if local else (None, None)
    if name is None and region is not None and office.head.role in _OF_GOVERNMENT:
        return f"Pemerintah {region.name}", region
    return name, inherited or region


def _region_before(text: Text, office: Office) -> Region | None:
    """The region of the regional body named last before a local one without a place, else the article's one kabupaten or kota."""
    if not text.words[office.body].low.startswith(_LOCAL):
        return None
    start = text.words[office.first].start
    regional = (a for a in text.reading.agencies if a.region is not None and a.name and a.name.startswith(_REGIONAL))
    before = [a.region for a in regional if a.span.start < start]
    return before[-1] if before else _only_region(text)


def _ministry(text: Text, office: Office) -> str | None:
    """The ministry of a minister's field ("Menteri Keuangan"), without an abbreviation in brackets."""
    if office.fields_end <= office.head_end:
        return None
    stop = office.bracket[0] if office.bracket and office.bracket[0] > office.head_end else office.fields_end
    fields = text.whole[text.words[office.head_end].start : text.words[stop - 1].end].replace("\n", " ")
    return f"Kementerian {fields}"


def _printed_agency(text: Text, office: Office, region: Region) -> str | None:
    """The body as printed, with its region in full ("Dinas X Kendal" -> "Dinas X Kabupaten Kendal")."""
    first_place = next((i for i in range(office.body, office.last) if i in text.inside), office.last)
    while first_place > office.body and text.words[first_place - 1].low in _UPPER_UNITS:
        first_place -= 1
    if first_place == office.body:
        return None
    printed = text.whole[text.words[office.body].start : text.words[first_place - 1].end]
    return " ".join(f"{_IN_BRACKETS.sub('', printed)} {region.name}".split())


def _region_in(text: Text, office: Office) -> Region | None:
    """The region printed in the office, by its smallest unit of the three upper levels (kecamatan and desa for their own offices)."""
    regions = [text.places[i][1].region for i in range(office.fields_end, office.last) if i in text.places]
    known = [r for r in regions if r is not None and (r.level in _UPPER or office.head.kind == "village")]
    wanted = _LEVEL.get(office.head.unit)
    exact = [r for r in known if r.level == wanted]
    return next(iter(exact or known), None)


def _article_region(text: Text, unit: str) -> Region | None:
    """The region of the unit's level that the article names most often."""
    wanted = {_LEVEL[unit]} if unit in _LEVEL else _UPPER
    named = [p.region for p in text.reading.places if p.region is not None and p.region.level in wanted]
    if unit not in _LEVEL:
        named = [r for r in named if r.level != RegionLevel.PROVINSI] or named
    return Counter(named).most_common(1)[0][0] if named else None


def _unit(text: Text, office: Office, region: Region | None) -> str | None:
    unit, printed = office.head.unit, _printed_place(text, office)
    if unit in _BY_PLACE:
        return f"{unit} {printed}" if printed else None
    region = region or _article_region(text, "")
    return f"{unit} {region.name}" if region else unit


def _printed_place(text: Text, office: Office) -> str:
    if office.body >= office.last:
        return ""
    end = office.bracket[0] if office.bracket and office.bracket[0] > office.body else office.last
    printed = text.whole[text.words[office.body].start : text.words[end - 1].end].split(",")[0].split(" (")[0]
    return printed.replace("\n", " ").strip()


def _inherited(text: Text, office: Office) -> tuple[str | None, Region | None]:
    """A part without its body belongs to the fitting agency named last before it ("… dan Koordiv HP2H Nama"), else first behind it."""
    kind = "jaksa" if office.head.role.startswith("Jaksa") else office.head.kind
    names = grammar().inherits.get(kind, ())
    fits = [a for a in text.reading.agencies if a.name and a.name.split()[0].lower() in names]
    if kind == "part":
        here = text.reading.sentence_at(text.words[office.first].start)
        fits = [a for a in fits if here is not None and here.span.covers(a.span)]
    before = [a for a in fits if a.span.start < text.words[office.first].start]
    nearest = before[-1] if before else next(iter(fits), None)
    if nearest is None:
        return None, None
    nearest = _localised(text, nearest)
    return nearest.name, nearest.region
