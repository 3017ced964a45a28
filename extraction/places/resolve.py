"""Which unit a printed name means: prefix, office, what else the article names, the outlet's home, the seat (extraction.md, "Resolver")."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from extraction.model import RegionLevel
from extraction.places.gazetteer import Gazetteer, words
from extraction.places.scan import Hit
from extraction.places.tokens import Token

_VILLAGES = 2  # mentions of village heads from which an article is about a unit that has villages
_BESIDE = 20  # words between a national body and a town named beside it
_BOTH = frozenset({RegionLevel.KABUPATEN, RegionLevel.KOTA})


@dataclass
class Context:
    """What the article as a whole tells: provinces named, votes of kecamatan for their parent, words of office, the outlet's home."""

    home: str | None
    provinces: Counter[str] = field(default_factory=Counter)
    parents: Counter[str] = field(default_factory=Counter)
    levels: Counter[RegionLevel] = field(default_factory=Counter)
    national: list[int] = field(default_factory=list)  # words that name a national body
    provincial: set[str] = field(default_factory=set)
    first: str | None = None  # the unit of the first body that the article names
    villages: int = 0  # words for village heads and villages
    urban: bool = False  # words for lurah and kelurahan


def narrow(hit: Hit, gaz: Gazetteer) -> None:
    """Keep the candidates that prefix and office allow; resolve the hit where one is left."""
    for told, reason in ((hit.levels, "awalan"), (hit.office, "jabatan")):
        if not told:
            continue
        fitting = tuple(code for code in hit.codes if gaz.units[code].level in told)
        if told == _BOTH and len(fitting) > 1:
            hit.code, hit.extra, hit.reason = fitting[0], list(fitting[1:]), reason
            return
        if fitting:
            hit.codes = fitting
            if len(hit.name.codes) > 1 and len(fitting) == 1:
                hit.reason = reason
    if len(hit.codes) == 1:
        hit.code = hit.codes[0]
        hit.reason = hit.reason or ("nama" if hit.name.kind == "name" else hit.name.kind)


def context(tokens: tuple[Token, ...], hits: list[Hit], home: str | None, gaz: Gazetteer) -> Context:
    """Read the article's context off its hits and words."""
    found = Context(home)
    offices, bodies = words()["offices"], words()["provincial"]["national"]
    for hit in hits:
        if hit.code and not hit.refused:
            found.provinces[hit.code[:2]] += 1
            found.first = found.first or (hit.code if hit.body else None)
            if hit.body and gaz.units[hit.code].level == RegionLevel.PROVINSI:
                found.provincial.add(hit.code)
    kabupaten, kota = offices[RegionLevel.KABUPATEN.value], offices[RegionLevel.KOTA.value]
    villages, urban = words()["villages"]["words"], words()["small"]["kelurahan_words"]
    for i, token in enumerate(tokens):
        low = token.low
        found.levels[RegionLevel.KABUPATEN] += low in kabupaten
        found.levels[RegionLevel.KOTA] += (low in kota) + (low == "wali" and i + 1 < len(tokens) and tokens[i + 1].low == "kota")
        if low in bodies and token.capital:
            found.national.append(i)
        found.villages += low in villages
        found.urban = found.urban or low in urban
    return found


def resolve(hits: list[Hit], tell: Context, gaz: Gazetteer, dateline_end: int) -> None:
    """Resolve the hits that are still open, each by the first rule that leaves one candidate; the rest stay open."""
    told = [hit for hit in hits if hit.code and not hit.refused]
    for hit in hits:
        if hit.code or hit.refused:
            continue
        for reason, codes in _rules(hit, told, tell, gaz, hit.first < dateline_end):
            if len(codes) == 1:
                hit.code, hit.reason = codes[0], reason
                break
        else:
            hit.reason = "nama bersama, tidak dapat dipastikan"


def _rules(hit: Hit, told: list[Hit], tell: Context, gaz: Gazetteer, dateline: bool) -> list[tuple[str, list[str]]]:
    codes = list(hit.codes)
    by_level = {level: [c for c in codes if gaz.units[c].level == level] for level in RegionLevel}
    near = [c for c in tell.provinces if c in {code[:2] for code in codes}]
    rules: list[tuple[str, list[str]]] = []
    if hit.body and not hit.levels and by_level[RegionLevel.PROVINSI]:
        rules.append(("lembaga provinsi", by_level[RegionLevel.PROVINSI] if not _named(hit, told) else []))
    seat = [c for c in codes if c in words()["seats"]["codes"]]
    if seat and dateline and not hit.body and tell.first == seat[0][:2] and not by_level[RegionLevel.PROVINSI]:
        rules.append(("provincial_seat", seat))  # the province's body opens the article, whatever kabupaten it tells of
    rules.append(("disebut lengkap dalam artikel", _named(hit, told)))
    if len({code[:2] for code in codes}) > 1:
        rules.append(("provinsi dalam artikel", [c for c in codes if [c[:2]] == near]))
        rules.append(("provinsi media", [c for c in codes if tell.home and c[:2] == tell.home[:2]]))
    rules.append(("kecamatan dalam artikel", _most(codes, tell.parents)))
    levels = {level for level in _BOTH if tell.levels[level]}
    alone = not any(h.code not in codes and gaz.units[h.code].level in _BOTH for h in told if h.code)
    if len(levels) == 1 and not dateline and alone:
        rules.append(("jabatan dalam artikel", [c for c in codes if gaz.units[c].level in levels]))
    if not by_level[RegionLevel.PROVINSI]:
        rules.append(("wilayah media", [c for c in codes if c == tell.home]))
    if tell.villages >= _VILLAGES and not tell.urban and alone and not dateline:
        rules.append(("kepala desa dalam artikel", [c for c in codes if gaz.has_villages(c)]))
    beside = any(abs(i - hit.first) < _BESIDE for i in tell.national) and not by_level[RegionLevel.PROVINSI]
    if seat and not hit.body and (beside or seat[0][:2] in tell.provincial):
        rules.append(("provincial_seat", seat if dateline or not by_level[RegionLevel.PROVINSI] else []))
    if by_level[RegionLevel.PROVINSI]:
        if dateline and not hit.bracketed:
            rules.append(("kota pada dateline", seat))
        rules.append(("nama provinsi", by_level[RegionLevel.PROVINSI]))
    return rules


def _named(hit: Hit, told: list[Hit]) -> list[str]:
    """The candidate that the article names by prefix or office; where it names several, the last one named before the hit."""
    named = [h for h in told if h.code in hit.codes]
    units = {h.code for h in named if h.code}
    if len(units) < 2:
        return sorted(units)
    before = [h for h in named if h.first < hit.first]
    return [before[-1].code] if before and before[-1].code else []


def _most(codes: list[str], votes: Counter[str]) -> list[str]:
    voted = [c for c in codes if votes[c]]
    return voted if len(voted) == 1 else []
