"""Which region a bare name means: the same institution named in full, else where the article's case belongs."""

from __future__ import annotations

import re
from collections import defaultdict

from extraction.agencies.lexicon import national_members, words
from extraction.agencies.printed import Printed
from extraction.model import Region, RegionLevel
from extraction.places.gazetteer import SMALL_LEVELS, gazetteer
from extraction.reading import Reading

_NAME_REACH = 60
_LISTED = re.compile(r"^\s*(?:\([^)]*\)\s*)?(?:,|/|-|&|dan|serta|,\s*dan|,\s*serta)\s*(?:Ketua|Kepala|Anggota|Pimpinan)?\s*$")


class Context:
    """The institutions and the main regions of one article."""

    def __init__(self, reading: Reading, items: list[Printed]) -> None:
        self.reading = reading
        self.items = items
        self.position = {id(item): i for i, item in enumerate(items)}
        self._alike: dict[str, list[Printed]] = defaultdict(list)
        for item in items:
            self._alike[item.entry.canonical].append(item)
        self._only_national: dict[str, bool] = {}
        self.mains = [r.region for r in reading.regions if r.main and r.region.level not in SMALL_LEVELS]

    def spelled(self, item: Printed) -> str:
        """The canonical name, by the article's own words where it explains the abbreviation: "Dinas … (DPMK)" … "DPMK"."""
        short = self.reading.whole[item.start : item.end].split(" ")[0]
        if item.entry.scope != "regional":
            return item.entry.canonical
        explained = (o for o in self.items if o.bracketed and o.bracketed == short and o.entry.canonical != item.entry.canonical)
        return next((o.entry.canonical for o in explained), item.entry.canonical)

    def same(self, item: Printed) -> Region | None:
        """Region of the same institution named with its region: the nearest before, else the first behind."""
        behind = next(iter(self.items[self.position[id(item)] + 1 :][:1]), None)
        if item.entry.canonical == "Sentra Gakkumdu" and behind and behind.start == item.end + 1 and behind.region:
            return behind.region.region  # "Gakkumdu Bawaslu X"
        alike = [o for o in self._alike[item.entry.canonical] if o.region and o.region.region]
        before = [o for o in alike if o.start < item.start]
        chosen = before[-1] if before else alike[0] if alike else None
        return chosen.region.region if chosen and chosen.region else None

    def national(self, item: Printed) -> bool:
        """Whether it is listed beside national bodies ("KASN, BKN, dan Bawaslu")."""
        members = national_members().get(item.entry.canonical)
        if members and members.match(self.reading.whole[item.end : item.end + _NAME_REACH]):
            return True
        neighbours = words()["national"]["neighbours"]
        at = self.position[id(item)]
        for other in self.items[max(0, at - 1) : at + 2]:
            if other is not item and other.entry.canonical in neighbours:
                first, second = (other, item) if other.start < item.start else (item, other)
                if _LISTED.match(self.reading.whole[first.end : second.start]):
                    return True
        return False

    def _told_beside(self, item: Printed) -> Region | None:
        """The kabupaten or kota named last before the item in its sentence."""
        sentence = self.reading.sentence_at(item.start)
        if sentence is None:
            return None
        inside = (m for m in self.reading.places if sentence.start <= m.span.start < item.start and not m.dateline)
        local = [m.region for m in inside if m.region and m.region.level in (RegionLevel.KABUPATEN, RegionLevel.KOTA)]
        return local[-1] if local else None

    def only_national(self, item: Printed) -> bool:
        """Whether the article names this body as the national one and nowhere with a region."""
        body = item.entry.canonical
        if body not in self._only_national:
            alike = self._alike[body]
            regional = any(o.region and o.region.region for o in alike)
            told = not regional and any(o.national or (o.region is None and self.national(o)) for o in alike)
            self._only_national[body] = told
        return self._only_national[body]

    def listed_with(self, item: Printed) -> Printed | None:
        """The institution that follows in the same breath ("Kapolres dan Dandim X")."""
        at = self.position[id(item)]
        behind = self.items[at + 1] if at + 1 < len(self.items) else None
        return behind if behind is not None and _LISTED.match(self.reading.whole[item.end : behind.start]) else None

    def home(self, item: Printed, level: RegionLevel | None) -> Region | None:
        """The region that the article is about, at the level wanted; with several mains the one named last before the item."""
        told = self._told_beside(item) if level is None and item.entry.scope in ("regional", "government") else None
        if told is not None and all(r.level == RegionLevel.PROVINSI for r in self.mains):
            return told
        fitting = [r for r in self.mains if level is None or r.level == level]
        if not fitting and level == RegionLevel.PROVINSI and self.mains:
            provinces = {r.code[:2] for r in self.mains if r.code}
            fitting = [gazetteer().region(p) for p in sorted(provinces)]
        if len(fitting) == 1:
            return fitting[0]
        codes = {r.code for r in fitting} if fitting else None
        near = [
            m.region
            for m in self.reading.places
            if m.region and m.region.level not in SMALL_LEVELS and m.span.start < item.start and not m.dateline
        ]
        near = [r for r in near if (codes is None or r.code in codes) and (level is None or r.level == level)]
        return near[-1] if near and (fitting or level) else None
