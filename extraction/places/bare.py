"""Kecamatan printed without their word: in a dateline, behind "di", beside their parent, or named before in the same article."""

from __future__ import annotations

from extraction.model import Region, RegionLevel
from extraction.places.gazetteer import Gazetteer, gazetteer, words
from extraction.places.refuse import OF_KECAMATAN, SEAT
from extraction.places.scan import Hit
from extraction.places.small import Small
from extraction.places.tokens import Token

_PARENTS = 3  # kabupaten and kota named most often, whose kecamatan may stand bare


def bare_kecamatan(
    tokens: tuple[Token, ...], hits: list[Hit], found: list[Small], parents: list[str], datelines: list[tuple[int, int]]
) -> list[Small]:
    """Further kecamatan of the article's own kabupaten, outside all that is already found."""
    reader = _Bare(tokens, hits, found, parents[:_PARENTS])
    reader.inside_longer_names()
    reader.in_datelines(datelines)
    reader.behind_prepositions()
    reader.beside_parents()
    reader.named_before()
    return reader.made


class _Bare:
    def __init__(self, tokens: tuple[Token, ...], hits: list[Hit], found: list[Small], parents: list[str]) -> None:
        self.tokens = tokens
        self.hits = hits
        self.parents = parents
        self.gaz: Gazetteer = gazetteer()
        self.named = {small.region.code for small in found if small.region.code and small.region.level == RegionLevel.KECAMATAN}
        self.covered = {i for one in hits if one.refused != SEAT for i in range(one.start, one.last + 1)}
        self.covered |= {i for one in found for i in range(one.start, one.last + 1)}
        self.starts = {hit.start for hit in hits}
        self.made: list[Small] = []

    def inside_longer_names(self) -> None:
        """ "Semarang Barat": a kecamatan whose name begins with that of its kabupaten or kota."""
        for hit in self.hits:
            if hit.refused == OF_KECAMATAN:
                self.covered -= set(range(hit.start, hit.last + 1))
                self._take(hit.first, list(hit.codes), "bagian nama kabupaten atau kota", until=hit.last + 1)

    def in_datelines(self, datelines: list[tuple[int, int]]) -> None:
        for start, end in datelines:
            for i, token in enumerate(self.tokens):
                if token.start >= end:
                    if i + 1 < len(self.tokens) and self.tokens[i + 1].text.isdigit():  # "Outlet - Nama, 24 September 2020."
                        self._take(i, self.parents, "dateline")
                    break
                if token.start >= start:
                    self._take(i, self.parents, "dateline")

    def behind_prepositions(self) -> None:
        """ "di Nama", "ke Nama dan Nama": the next word must not make it a longer name."""
        before = words()["small"]["prepositions"]
        for i in range(1, len(self.tokens)):
            if self.tokens[i - 1].low not in before or self.tokens[i].gap != " ":
                continue
            town = (
                i + 1 if self.tokens[i].low == "kota" and i + 1 < len(self.tokens) and self.tokens[i + 1].gap == " " else i
            )  # "di Kota Unaaha"
            last = self._take(town, self.parents, "di dalam kabupaten yang disebut", closed=True)
            while last is not None and last + 2 < len(self.tokens) and self.tokens[last + 1].low in ("dan", "serta"):
                last = self._take(last + 2, self.parents, "di dalam kabupaten yang disebut", closed=True)

    def beside_parents(self) -> None:
        """ "Nama, Kabupaten Induk"."""
        for hit in self.hits:
            if hit.refused or hit.start == 0 or self.tokens[hit.start].gap not in (", ", " ("):
                continue
            below = [code for code in self.parents if code[:2] in hit.codes]  # "Kabupaten X, Marabahan, Kalimantan Selatan"
            for first in (hit.start - 2, hit.start - 1):
                if first >= 0 and self._take(first, [*hit.codes, *below], "di samping induknya", until=hit.start - 1) is not None:
                    break

    def named_before(self) -> None:
        """Later bare mentions of a kecamatan that the article names in full."""
        named = self.named | {small.region.code for small in self.made}
        if not named:
            return
        parents = sorted({code[:5] for code in named if code})
        keys = {key for parent in parents for key, unit in self.gaz.kecamatan(parent).items() if unit[0] in named}
        beginnings = {key[:end] for key in keys for end in range(1, len(key) + 1)}  # most words begin none of the few names
        for i, token in enumerate(self.tokens):
            if token.low in beginnings:
                self._take(i, parents, "disebut lengkap dalam artikel", only=named)

    def _take(
        self,
        first: int,
        parents: list[str],
        reason: str,
        *,
        closed: bool = False,
        until: int | None = None,
        only: set[str | None] | None = None,
    ) -> int | None:
        """Read a kecamatan name of at most two words at word `first`; return its last word."""
        if not self.tokens[first].capital:
            return None
        for last in (first + 1, first):
            if last >= len(self.tokens) or (until is not None and last != until) or not self._free(first, last):
                continue
            if (closed and not self._closed(last)) or self._of_building(first):
                continue
            key = "".join(token.low for token in self.tokens[first : last + 1])
            one = next((u for parent in parents if (u := self.gaz.kecamatan(parent).get(key))), None)
            if one is None or key in words()["small"]["common"] or (only is not None and one[0] not in only):
                continue
            region = Region(f"Kecamatan {one[1]}", RegionLevel.KECAMATAN, one[0], self.gaz.units[one[0][:2]].name)
            self.made.append(Small(first, first, last, region, reason))
            self.covered |= set(range(first, last + 1))
            return last
        return None

    def _free(self, first: int, last: int) -> bool:
        run = self.tokens[first : last + 1]
        return all(t.capital for t in run) and all(t.gap == " " for t in run[1:]) and not self.covered & set(range(first, last + 1))

    def _of_building(self, first: int) -> bool:
        """Whether the word before makes it a school, hotel, street or court."""
        before = self.tokens[first - 1] if first and self.tokens[first].gap == " " else None
        return before is not None and before.low in words()["refuse"]["before"] and before.low not in words()["small"]["prepositions"]

    def _closed(self, last: int) -> bool:
        behind = last + 1
        if behind >= len(self.tokens) or behind in self.starts:
            return True
        return self.tokens[behind].gap != " " or not self.tokens[behind].capital
