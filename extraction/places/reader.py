"""Fills `reading.places`: every printed place with what it resolves to, or why it was refused or left open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from extraction.model import Region, RegionLevel, RegionMention, Span
from extraction.places.bare import bare_kecamatan
from extraction.places.dateline import dateline_spans
from extraction.places.gazetteer import Gazetteer, gazetteer, words
from extraction.places.home import home_of
from extraction.places.refuse import PERSON, SEAT, refusal
from extraction.places.resolve import context, narrow, resolve
from extraction.places.scan import Hit, scan
from extraction.places.small import Around, Small, SmallScanner
from extraction.places.tokens import Token, fold, tokenize
from extraction.reading import Reading


def read_places(reading: Reading) -> None:
    """Fill `reading.places` in order of print."""
    gaz = gazetteer()
    tokens = tokenize(reading.whole)
    datelines = dateline_spans(reading.whole, reading.text_start)
    home = home_of(reading, gaz)
    hits = scan(tokens, gaz)
    for hit in hits:
        narrow(hit, gaz)
        hit.refused = refusal(reading.whole, tokens, hit, gaz)
    _namesakes(hits, tokens)
    _towns(hits, tokens, datelines, gaz)
    _guard(hits)
    smalls = _small_units(tokens, hits, home, datelines, gaz)
    hits = _drop_covered(hits, smalls)
    tell = context(tokens, hits, home, gaz)
    tell.parents = Counter(small.parent for small in smalls if small.parent and _unshared(small, hits, gaz))
    resolve(hits, tell, gaz, _token_index(tokens, datelines))
    writer = _Writer(reading, tokens, datelines)
    reading.places = sorted(writer.mentions(hits, smalls, gaz), key=lambda m: (m.span.start, m.span.end))


def _token_index(tokens: tuple[Token, ...], datelines: list[tuple[int, int]]) -> int:
    """Index of the first word behind the first dateline; 0 where there is none."""
    end = datelines[0][1] if datelines else 0
    return sum(1 for token in tokens if token.end <= end) if end else 0


def _namesakes(hits: list[Hit], tokens: tuple[Token, ...]) -> None:
    """What was part of a person's name once is so wherever the same word follows ("Andi Bone Mattola … Bone Mattola")."""

    def pair(hit: Hit) -> tuple[str, str]:
        behind = hit.last + 1
        follows = behind < len(tokens) and tokens[behind].gap == " " and tokens[behind].capital
        return (tokens[hit.first].low, tokens[behind].low) if follows else ("", "")

    persons = {pair(hit) for hit in hits if hit.refused == PERSON} - {("", "")}
    for hit in hits:
        if not hit.refused and not hit.levels and pair(hit) in persons:
            hit.refused = PERSON


def _towns(hits: list[Hit], tokens: tuple[Token, ...], datelines: list[tuple[int, int]], gaz: Gazetteer) -> None:
    """In a dateline a short form of a kabupaten that is also its seat's name means the seat: "PENAJAM –" is Kecamatan Penajam."""
    for hit in hits:
        inside = any(start <= tokens[hit.first].start < end for start, end in datelines)
        short = hit.name.kind in ("guarded", "short") and len(hit.codes) == 1 and not (hit.levels or hit.refused)
        if inside and short and fold(hit.name.printed) in gaz.kecamatan(hit.codes[0]):
            hit.refused = SEAT


def _guard(hits: list[Hit]) -> None:
    """Short aliases that are also words, and nicknames, count only beside their unit's full name, a prefix, an office or a body."""
    sure = {hit.code for hit in hits if hit.code and not hit.refused and hit.name.kind not in ("guarded", "nickname")}
    for hit in hits:
        if hit.refused or hit.name.kind not in ("guarded", "nickname"):
            continue
        told = [code for code in hit.codes if code in sure]
        if len(told) == 1:
            hit.code, hit.codes, hit.reason = told[0], (told[0],), "singkatan yang dijelaskan dalam artikel"
        elif hit.name.kind == "nickname" or not (hit.levels or hit.office or hit.direct):
            hit.refused = "singkatan atau julukan tanpa nama lengkap dalam artikel"


def _small_units(
    tokens: tuple[Token, ...], hits: list[Hit], home: str | None, datelines: list[tuple[int, int]], gaz: Gazetteer
) -> list[Small]:
    small = words()["small"]
    prefixes = small["kecamatan_word"] | small["kecamatan_office"] | small["desa_word"] | small["desa_office"]
    parents: Counter[str] = Counter()
    provinces: Counter[str] = Counter()
    taken: set[int] = set()
    for hit in hits:
        if hit.refused or (not hit.levels and hit.first and tokens[hit.first - 1].low in prefixes):
            continue
        for code in hit.codes:
            if gaz.units[code].level != RegionLevel.PROVINSI:
                parents[code] += 1
            provinces[code[:2]] += 1
        if hit.levels or hit.office:
            taken.update(range(hit.start, hit.last + 1))
    order = [code for code, _ in parents.most_common()]
    if not order and home:
        order = [home] if "." in home else gaz.children(home)
    named = {hit.first for hit in hits}
    around = Around(order, [code for code, _ in provinces.most_common()], taken, named)
    found = SmallScanner(tokens, around, gaz).scan()
    return found + bare_kecamatan(tokens, hits, found, order, datelines)


def _drop_covered(hits: list[Hit], smalls: list[Small]) -> list[Hit]:
    covered = {i for one in smalls for i in range(one.start, one.last + 1)}
    return [hit for hit in hits if not any(i in covered for i in range(hit.first, hit.last + 1))]


def _unshared(small: Small, hits: list[Hit], gaz: Gazetteer) -> bool:
    """Whether only one of the units that the article may mean has a kecamatan of this name."""
    key = fold(small.region.name.split(" ", 1)[1])
    return sum(key in gaz.kecamatan(code) for code in {code for hit in hits for code in hit.codes}) <= 1


@dataclass(frozen=True)
class _Writer:
    """Turns hits into mentions of the model."""

    reading: Reading
    tokens: tuple[Token, ...]
    datelines: list[tuple[int, int]]

    def mentions(self, hits: list[Hit], smalls: list[Small], gaz: Gazetteer) -> list[RegionMention]:
        """One mention for each unit that a hit means, and one for each refused or open hit."""
        made: list[RegionMention] = []
        for hit in hits:
            for code in [None] if hit.refused else [hit.code, *hit.extra]:
                mention = self._mention(hit.start, hit.last, gaz.region(code) if code else None, hit.refused or hit.reason)
                mention.candidates = [] if code else list(hit.codes)
                mention.in_agency = hit.body
                made.append(mention)
        return made + [self._mention(one.start, one.last, one.region, one.reason) for one in smalls]

    def _mention(self, first: int, last: int, region: Region | None, reason: str) -> RegionMention:
        span = Span(self.tokens[first].start, self.tokens[last].end)
        printed = span.of(self.reading.whole)
        made = self.reading.make_id("region", span, region.name if region else "")
        dateline = any(start <= span.start < end for start, end in self.datelines)
        return RegionMention(made, span, printed, region, reason, dateline=dateline)
