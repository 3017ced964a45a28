"""Fills `reading.places`: every printed place with what it resolves to, or why it was refused or left open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from extraction.model import Region, RegionLevel, RegionMention, Span
from extraction.places.dateline import dateline_spans
from extraction.places.gazetteer import Gazetteer, gazetteer, words
from extraction.places.refuse import refusal
from extraction.places.resolve import context, narrow, resolve
from extraction.places.scan import Hit, scan
from extraction.places.small import Small, SmallScanner
from extraction.places.tokens import Token, tokenize
from extraction.reading import Reading


def read_places(reading: Reading) -> None:
    """Fill `reading.places` in order of print."""
    gaz = gazetteer()
    tokens = tokenize(reading.whole)
    datelines = dateline_spans(reading.whole, reading.text_start)
    hits = scan(tokens, gaz)
    for hit in hits:
        narrow(hit, gaz)
        hit.refused = refusal(reading.whole, tokens, hit, gaz)
    _guard(hits)
    smalls = _small_units(tokens, hits, reading.outlet.home, datelines, gaz)
    hits = _drop_covered(hits, smalls)
    tell = context(tokens, hits, reading.outlet.home, gaz)
    tell.parents = Counter(small.parent for small in smalls if small.parent and len(_parents_of(small, gaz)) == 1)
    resolve(hits, tell, gaz, _token_index(tokens, datelines))
    writer = _Writer(reading, tokens, datelines)
    reading.places = sorted(writer.mentions(hits, smalls, gaz), key=lambda m: (m.span.start, m.span.end))


def _token_index(tokens: tuple[Token, ...], datelines: list[tuple[int, int]]) -> int:
    """Index of the first word behind the first dateline; 0 where there is none."""
    end = datelines[0][1] if datelines else 0
    return sum(1 for token in tokens if token.end <= end) if end else 0


def _guard(hits: list[Hit]) -> None:
    """Short aliases that are also words, and nicknames, count only beside their unit's full name, a prefix, an office or a body."""
    sure = {hit.code for hit in hits if hit.code and not hit.refused and hit.name.kind not in ("guarded", "nickname")}
    for hit in hits:
        if hit.refused or hit.name.kind not in ("guarded", "nickname"):
            continue
        told = [code for code in hit.codes if code in sure]
        if len(told) == 1:
            hit.code, hit.codes, hit.reason = told[0], (told[0],), "singkatan yang dijelaskan dalam artikel"
        elif hit.name.kind == "nickname" or not (hit.levels or hit.office or hit.body):
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
    scanner = SmallScanner(tokens, order, [code for code, _ in provinces.most_common()], taken, gaz)
    found = scanner.scan()
    covered = {i for one in found for i in range(one.start, one.last + 1)} | {i for hit in hits for i in range(hit.start, hit.last + 1)}
    return found + _beside(tokens, scanner, hits, covered, datelines)


def _beside(
    tokens: tuple[Token, ...], scanner: SmallScanner, hits: list[Hit], covered: set[int], datelines: list[tuple[int, int]]
) -> list[Small]:
    """Bare kecamatan names in a dateline, and those followed by ", (Kabupaten) Parent"."""
    found: list[Small] = []
    for start, end in datelines:
        inside = [i for i, token in enumerate(tokens) if start <= token.start < end and i not in covered]
        for i in inside:
            for last in (i + 1, i):
                if last in inside and (last == i or tokens[last].gap == " "):
                    one = next((u for p in scanner.parents[:3] if (u := scanner.beside(i, last, p, "dateline"))), None)
                    if one:
                        found.append(one)
                        break
    for hit in hits:
        gap = tokens[hit.start].gap
        if hit.refused or gap not in (", ", " (") or hit.start == 0 or hit.start - 1 in covered:
            continue
        for first in (hit.start - 2, hit.start - 1):
            if first >= 0 and all(tokens[i].capital and i not in covered for i in range(first, hit.start)):
                one = next((u for code in hit.codes if (u := scanner.beside(first, hit.start - 1, code, "di samping induknya"))), None)
                if one:
                    found.append(one)
                    break
    return found


def _drop_covered(hits: list[Hit], smalls: list[Small]) -> list[Hit]:
    covered = {i for one in smalls for i in range(one.start, one.last + 1)}
    return [hit for hit in hits if not any(i in covered for i in range(hit.first, hit.last + 1))]


def _parents_of(small: Small, gaz: Gazetteer) -> list[str]:
    return gaz.kecamatan_anywhere.get(small.region.name, [small.parent or ""])[:2]


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
