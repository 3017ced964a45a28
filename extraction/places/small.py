"""Kecamatan and desa: behind their own words, in lists behind such, in datelines, beside their parent (codebook 6, extraction.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from extraction.model import Region, RegionLevel
from extraction.places.gazetteer import Gazetteer, words
from extraction.places.scan import glued
from extraction.places.tokens import Token, fold

_MAX_WORDS = 5
_MAX_UNKNOWN = 3  # words of a name that the gazetteer does not know
_MIN_FUZZY, _ALIKE = 6, 0.86  # letters from which a misprint is forgiven, and how alike the names must be
_DIY = "34"  # where a lurah heads a kalurahan, which is a desa (codebook 5)
_SPELT = {"sei": "sungai", "tj": "tanjung", "tg": "tanjung"}  # short for the first word of many names
_VERB = re.compile(r"(?:me(?:l|m|n|r|w)|di|ber|ter)[a-z]{4,}$")  # "Wali Nagari Melanggar" in a headline is no village
_LIST_REACH = 14  # words between "Kecamatan" and the list that names them
_SEPARATORS = frozenset({", ", " dan ", ", dan ", " serta ", ", serta ", " & ", " maupun ", "/", " hingga "})


@dataclass(frozen=True, slots=True)
class Small:
    """A kecamatan or desa printed at words [first, last], its prefix from word `start`."""

    start: int
    first: int
    last: int
    region: Region
    reason: str

    @property
    def parent(self) -> str | None:
        """Code of its kabupaten or kota, where known."""
        return self.region.code[:5] if self.region.code else None


@dataclass(frozen=True, slots=True)
class _Known:
    """A name that ends at word `last`; `code` is empty where the gazetteer holds several or none of this name."""

    last: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Around:
    """What the article names besides. `parents` are codes of kabupaten and kota that it may mean, the likelier first; `provinces` likewise;
    `taken` the words of explicit names ("Kabupaten Batang"); `named` the words that begin any unit's name.
    """

    parents: list[str]
    provinces: list[str]
    taken: set[int]
    named: set[int]


class SmallScanner:
    """Scans one text."""

    def __init__(self, tokens: tuple[Token, ...], around: Around, gaz: Gazetteer) -> None:
        self.tokens = tokens
        self.parents = around.parents
        self.wide = [code for province in around.provinces for code in gaz.children(province)]
        self.taken = around.taken
        self.named = around.named
        self.gaz = gaz
        self.found: list[Small] = []

    def scan(self) -> list[Small]:
        """All small units behind their own words, in order of print."""
        small = words()["small"]
        i = 0
        while i < len(self.tokens):
            low = self.tokens[i].low
            if low in small["kecamatan_word"] or low in small["kecamatan_office"]:
                i = self._behind(i, RegionLevel.KECAMATAN, low in small["kecamatan_word"])
            elif low in small["desa_word"] or low in small["desa_office"]:
                i = self._behind(i, RegionLevel.DESA, low in small["desa_word"])
            else:
                i += 1
        return self.found

    def _behind(self, i: int, level: RegionLevel, word: bool) -> int:
        """Read the name (or list of names) behind the prefix at word i; return the index of the next word to look at."""
        first = self._behind_bracket(i)
        gaps = (" ", ". ", ".", "  ", "\xa0", ") ") if self.tokens[i].low in words()["small"]["abbreviated"] else (" ", "  ", "\xa0", ") ")
        if first < len(self.tokens) and self.tokens[first].gap in gaps and self.tokens[first].capital:
            if first + 1 < len(self.tokens) and self.tokens[first].text.isdigit() and self.tokens[first + 1].gap == "/":
                first += 1  # "Koramil 05/Nama"
            last = self._called_kota(i, first, level) if word else None
            last = self._take(i, first, level, word) if last is None else last
            if last is not None:
                return self._list(last + 1, level, i, commas=word)
        elif word and level == RegionLevel.KECAMATAN:
            return self._announced(i)
        return i + 1

    def _behind_bracket(self, i: int) -> int:
        """ "Kepala Desa (Kades) Nama": the name stands behind the bracket."""
        small = words()["small"]
        bracketed = i + 2 < len(self.tokens) and self.tokens[i + 1].gap == " (" and self.tokens[i + 2].gap == ") "
        again = small["desa_office"] | small["kecamatan_office"]
        return i + 2 if bracketed and self.tokens[i + 1].low in again else i + 1

    def _called_kota(self, prefix: int, first: int, level: RegionLevel) -> int | None:
        """ "Kecamatan Kota" of Kota Kediri: the word alone is a name only where a parent has a kecamatan of it."""
        if level != RegionLevel.KECAMATAN or self.tokens[first].low != "kota" or not self._closed(first):
            return None
        seat = next((found for parent in self.parents if (found := self.gaz.kecamatan(parent).get("kota"))), None)
        if seat is None:
            return None
        self._add(prefix, first, _Known(first, *seat), "Kecamatan")
        return first

    def _take(self, prefix: int, first: int, level: RegionLevel, word: bool) -> int | None:
        if self.tokens[first].low in self._stops() or (level == RegionLevel.DESA and self._of_dinas(prefix)):
            return None
        official = prefix > 0 and self.tokens[prefix - 1].low in ("kepala", "perangkat", "sekretaris")
        known = self._known(first, level, wide=word and not official)
        kind = self._kind(level, prefix)
        if known:
            known = self._longer(prefix, first, known, level) or self._as_printed(first, known)
            self._add(prefix, first, known, kind)
            return known.last
        if not word or first in self.named or self.tokens[first].text.isdigit() or _VERB.match(self.tokens[first].low):
            return None
        close = self._misprinted(first, level)
        if close:
            self._add(prefix, first, close, kind)
            return close.last
        last = self._unknown(first, closed=official)
        if last is not None and prefix > 0 and self.tokens[prefix - 1].low == "tua":  # "Hukum Tua Desa X Nama Orang"
            last = first
        if last is None:
            return None
        self._add(prefix, first, _Known(last, "", " ".join(t.text for t in self.tokens[first : last + 1])), kind)
        return last

    def _as_printed(self, first: int, known: _Known) -> _Known:
        """The name as it is printed where the official one only spells out or adds a word ("Sei" for Sungai, "Kota …")."""
        printed = " ".join(token.text for token in self.tokens[first : known.last + 1])
        if fold(printed) == fold(known.name):
            return known
        return _Known(known.last, known.code, printed.title() if printed.isupper() else printed)

    def _longer(self, prefix: int, first: int, known: _Known, level: RegionLevel) -> _Known | None:
        """The whole printed run where the known name is only its beginning: "Desa Tolai Indah" is not Desa Tolai.

        Behind an office the run may end in its holder's name; a parent right behind it shows that it doesn't.
        """
        last = known.last
        while last + 1 < len(self.tokens) and self._goes_on(last + 1):
            last += 1
        if last == known.last or last - first >= _MAX_UNKNOWN:
            return None
        behind = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
        parents = words()["small"]["kecamatan_word"] | words()["prefixes"]["kabupaten"] | words()["prefixes"]["kota"]
        parent = behind is not None and behind.gap in (", ", " ", " (") and (behind.low in parents or last + 1 in self.named)
        official = prefix > 0 and self.tokens[prefix - 1].low in ("kepala", "perangkat", "sekretaris", "tua")
        word = self.tokens[prefix].low in words()["small"]["desa_word"] | words()["small"]["kecamatan_word"]
        closed = behind is None or behind.gap.strip()[:1] in (",", ".", ")") or not behind.capital
        if not parent and (official or not word or not closed or level == RegionLevel.KECAMATAN):
            return None
        return _Known(last, "", " ".join(t.text for t in self.tokens[first : last + 1]))

    def _goes_on(self, i: int) -> bool:
        """Whether word i can go on with a village's name."""
        token = self.tokens[i]
        return (
            token.gap == " "
            and token.capital
            and token.text.isalpha()
            and i not in self.taken
            and i not in self.named
            and token.low not in self._stops()
        )

    def _of_dinas(self, prefix: int) -> bool:
        """ "Dinas Pemberdayaan Masyarakat dan Desa X": the word belongs to the dinas."""
        before = [token.low for token in self.tokens[max(0, prefix - 2) : prefix]]
        return "masyarakat" in before and self.tokens[prefix].capital

    def _misprinted(self, first: int, level: RegionLevel) -> _Known | None:
        """A kecamatan of a parent printed with a slip of the pen ("Titihena" for Titehena)."""
        if level != RegionLevel.KECAMATAN or len(self.tokens[first].text) < _MIN_FUZZY:
            return None
        for last, key in reversed(self._keys(first)):
            for parent in self.parents[:3]:
                names = self.gaz.kecamatan(parent)
                alike = get_close_matches(key, names, n=1, cutoff=_ALIKE)
                if alike:
                    return _Known(last, *names[alike[0]])
        return None

    def _kind(self, level: RegionLevel, prefix: int) -> str:
        if level == RegionLevel.KECAMATAN:
            return "Kecamatan"
        kelurahan = self.tokens[prefix].low in words()["small"]["kelurahan_words"] and not (self.parents and self.parents[0][:2] == _DIY)
        return "Kelurahan" if kelurahan else "Desa"

    def _unknown(self, first: int, closed: bool) -> int | None:
        """Last word of a capitalised run of at most three words; `closed` wants a comma, bracket or full stop behind it."""
        last = first
        while last + 1 < len(self.tokens) and last + 1 not in self.taken:
            token = self.tokens[last + 1]
            if token.gap != " " or not token.capital or token.low in self._stops():
                break
            last += 1
        name = self.tokens[first]
        abbreviation = name.text.isupper() and len(name.text) <= 6 and not self.tokens[first - 1].text.isupper()
        if last - first >= _MAX_UNKNOWN or len(name.text) < 3 or first in self.taken or abbreviation:
            return None
        after = self.tokens[last + 1].gap if last + 1 < len(self.tokens) else "."
        return last if not closed or after.strip()[:1] in (",", "(", ".") else None

    @staticmethod
    @lru_cache(maxsize=1)
    def _stops() -> frozenset[str]:
        prefixes, small = words()["prefixes"], words()["small"]
        return frozenset(prefixes["kabupaten"] | prefixes["kota"] | small["kecamatan_word"] | small["desa_word"] | small["no_name"])

    def _list(self, i: int, level: RegionLevel, prefix: int, *, commas: bool) -> int:
        """Continue a list: further known names behind "dan" and, where no person may follow, commas."""
        while True:
            first = self._separated(i)
            if first is None or not self.tokens[first].capital or first in self.taken:
                return i
            if self.tokens[first].gap.startswith(",") and first in self.named:  # the parent
                return i
            if level == RegionLevel.DESA and self.tokens[first].gap.startswith(",") and self._parent_chain(first):
                return first
            known = self._known(first, level, wide=False)
            if known is None or not (commas or self._closed(known.last)):  # "Lurah X, Nama Orang"
                return i
            self._add(first, first, known, self._kind(level, prefix))
            i = known.last + 1

    def _parent_chain(self, first: int) -> bool:
        """ "Desa A, B, Kabupaten C": B is the kecamatan, and is read as such."""
        known = self._known(first, RegionLevel.KECAMATAN, wide=False)
        behind = known.last + 1 if known else len(self.tokens)
        if known is None or behind >= len(self.tokens) or self.tokens[behind].gap != ", ":
            return False
        prefixed = self.tokens[behind].low in words()["prefixes"]["kabupaten"] | words()["prefixes"]["kota"]
        if not prefixed and behind not in self.named:
            return False
        self._add(first, first, known, "Kecamatan")
        return True

    def _closed(self, last: int) -> bool:
        return last + 1 >= len(self.tokens) or self.tokens[last + 1].gap != " " or not self.tokens[last + 1].capital

    def _separated(self, i: int) -> int | None:
        """Index of the name behind a list separator at word i, or None where none stands there."""
        if i >= len(self.tokens):
            return None
        if self.tokens[i].gap in (", ", ","):
            return i + 1 if self.tokens[i].low in ("dan", "serta") else i
        joined = self.tokens[i].gap == " " and self.tokens[i].low in ("dan", "serta", "maupun")
        return i + 1 if joined and i + 1 < len(self.tokens) else None

    def _announced(self, i: int) -> int:
        """ "tiga kecamatan di X yakni A, B dan C": the list behind the opener, in the same sentence."""
        for j in range(i + 1, min(i + _LIST_REACH, len(self.tokens))):
            token = self.tokens[j]
            if "." in token.gap or "\n" in token.gap:
                break
            opener = self.tokens[j - 1].low in words()["small"]["list_openers"] or ":" in token.gap
            if opener and token.capital:
                known = self._known(j, RegionLevel.KECAMATAN, wide=True)
                if known and j not in self.taken:
                    self._add(j, j, known, "Kecamatan")
                    return self._list(known.last + 1, RegionLevel.KECAMATAN, i, commas=True)
        return i + 1

    def _known(self, first: int, level: RegionLevel, *, wide: bool) -> _Known | None:
        """Longest known name at word `first`. Parents first, then (`wide`, or where no parent is named) the provinces of the article."""
        for parents in (self.parents, self.wide if wide or not self.parents else []):
            for last, key in reversed(self._keys(first)):
                found = self._lookup(key, level, parents)
                if found:
                    return _Known(last, *found)
        return None if level == RegionLevel.DESA else self._anywhere(first)

    def _anywhere(self, first: int) -> _Known | None:
        """A kecamatan whose name is unique in the country, where the article names no parent."""
        if self.parents or self.wide:
            return None
        for last, key in reversed(self._keys(first)):
            codes = self.gaz.kecamatan_anywhere.get(key, [])
            if len(codes) == 1:
                return _Known(last, codes[0], self.gaz.kecamatan(codes[0][:5])[key][1])
        return None

    def _keys(self, first: int) -> list[tuple[int, str]]:
        keys: list[tuple[int, str]] = []
        key = ""
        for last in range(first, min(first + _MAX_WORDS, len(self.tokens))):
            token = self.tokens[last]
            if last > first and not glued(token.gap):
                break
            if not token.capital and token.gap != "-":  # "Aluh-aluh"
                break
            key += _SPELT.get(token.low, token.low) if last == first else token.low
            keys.append((last, key))
        return keys

    def _lookup(self, key: str, level: RegionLevel, parents: list[str]) -> tuple[str, str] | None:
        for parent in parents:
            if level == RegionLevel.KECAMATAN:
                one = self.gaz.kecamatan(parent).get(key)
                if one:
                    return one
            else:
                several = self.gaz.desa(parent).get(key)
                if several:
                    return several[0] if len(several) == 1 else ("", several[0][1])
        return None

    def _add(self, start: int, first: int, known: _Known, kind: str) -> None:
        level = RegionLevel.KECAMATAN if kind == "Kecamatan" else RegionLevel.DESA
        province = self.gaz.units[known.code[:2]].name if known.code else None
        region = Region(f"{kind} {known.name}", level, known.code or None, province)
        self.found.append(Small(start, first, known.last, region, "gazetir" if known.code else "awalan, di luar gazetir"))
