"""What is printed behind the name of an institution: abbreviation, RI, region, number of a command."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extraction.agencies.lexicon import Entry, Found, entries, units, words
from extraction.model import RegionLevel, RegionMention
from extraction.places.gazetteer import SMALL_LEVELS
from extraction.places.tokens import Token
from extraction.reading import Reading

_BRACKET = re.compile(r"\s{0,3}\(\s{0,3}([A-Za-z][\w .\-/&’']{1,40})\)")
_NATIONAL = re.compile(r"\s{1,3}(?:RI|Republik Indonesia|Pusat|pusat)\b")
_HERE = re.compile(r"\s{1,3}(?:setempat)\b")
_LEVEL = re.compile(
    r"\s{1,3}(Provinsi|Kabupaten|Kota|provinsi|kabupaten|kota)\b(?!\s{1,3}[A-Z(]|/|\s{1,3}(?:dan|atau|maupun)\s{1,3}(?:[Kk]ab|[Kk]ota|[Pp]rov))"
)
_NUMBER = re.compile(r"\s{0,3}(\d{2,4}(?:-\d{1,2})?|[IVX]{1,5}(?:[-/]\d{1,2}(?:-\d)?)?)\b")
_BETWEEN = re.compile(r"\s*/\s*|\s+")
_PLACE = re.compile(r"[A-Z][\w’']*(?: [A-Z][\w’']*){0,2}")
_METRO = re.compile(r"\s{1,3}Metro(?= [A-Z])(?: Jaya)?")


@dataclass(slots=True, eq=False)
class Printed:
    """An institution as printed: offsets [start, end), what follows its name."""

    start: int
    end: int
    entry: Entry
    region: RegionMention | None = None
    national: bool = False
    here: bool = False
    level: RegionLevel | None = None  # printed without a name: "Bawaslu Provinsi", "KPU Kota"
    place: str = ""  # printed place or number/place of a command
    bracketed: str = ""


class Places:
    """The region mentions of a reading, by offset."""

    def __init__(self, reading: Reading) -> None:
        self.mentions = reading.places

    def at(self, offset: int) -> RegionMention | None:
        """The mention that covers the offset; the first of several."""
        return next((m for m in self.mentions if m.span.start <= offset < m.span.end), None)


def printed(reading: Reading, tokens: tuple[Token, ...], found: Found, places: Places) -> Printed:
    """Read on behind the name."""
    whole = reading.whole
    item = Printed(tokens[found.first].start, tokens[found.last].end, found.entry)
    pos = item.end
    bracket = _BRACKET.match(whole, pos)
    if bracket and not _is_region(places.at(bracket.start(1)), found.entry):
        item.bracketed = bracket[1].strip()
        if found.entry.canonical == "Panwaslu":  # in Aceh the body is a Panwaslih, however its name is spelled out
            item.entry = next(iter(entries().get(item.bracketed.lower(), ())), found.entry)
        pos = item.end = bracket.end()
    national = _NATIONAL.match(whole, pos)
    if national:
        item.national = True
        item.end = national.end()
        return item
    here = _HERE.match(whole, pos)
    if here:
        item.here, item.end = True, here.end()
        return item
    level = _LEVEL.match(whole, pos)
    if level and found.entry.scope in ("either", "regional", "government"):
        item.level, item.end = RegionLevel(level[1].lower()), level.end()
        return item
    if found.entry.scope == "unit":
        return _unit(whole, pos, item, places)
    metro = _METRO.match(whole, pos) if found.entry.scope == "place" else None
    if metro:
        pos = metro.end()
        item = item if metro[0].endswith("Jaya") else _region(whole, pos, item, places)
        item.place, item.end = f"{metro[0].strip()} {item.place}".strip(), max(item.end, pos)
        return item
    return _region(whole, pos, item, places)


def _is_region(mention: RegionMention | None, entry: Entry) -> bool:
    return mention is not None and mention.region is not None and entry.scope != "national"


def _region(whole: str, pos: int, item: Printed, places: Places) -> Printed:
    gap = _BETWEEN.match(whole, pos)
    bracket = re.compile(r"\s*\(").match(whole, pos)
    start = bracket.end() if bracket else gap.end() if gap and "\n" not in gap[0] else None
    if start is None:
        return item
    mention = places.at(start)
    if mention is not None and mention.span.end > start and mention.reason != "bagian nama orang":
        level = mention.region.level if mention.region else None
        if level in SMALL_LEVELS and item.entry.scope not in ("kecamatan", "place", "printed", "hospital"):
            supervisor = item.entry.canonical in ("Bawaslu", "Panwaslu") and level == RegionLevel.KECAMATAN
            if not supervisor:
                return item
            item.entry = Entry(item.entry.words, "Panwaslu", "kecamatan", item.entry.capitals)
        item.region, item.end = mention, mention.span.end
        if item.entry.scope == "place" and whole.startswith(" Kota", item.end) and not whole[item.end + 5 : item.end + 6].isalpha():
            item.end += len(" Kota")
        item.place = whole[start : item.end]
    elif item.entry.scope == "place" and not bracket:
        item.place = _guessed(whole, start)
        if " " not in item.place and item.entry.words[0] in words()["place"]["known_seats"]:
            item.place = ""  # "Kapolda Nama": the gazetteer knows every province, kabupaten and kota
        item.end = start + len(item.place) if item.place else item.end
    return item


def _guessed(whole: str, start: int) -> str:
    """The town of a court or police unit that no gazetteer knows: one word, two behind "Lubuk", "Gedong" …; a rank is none."""
    run = _PLACE.match(whole, start)
    if run is None:
        return ""
    first, *more = run[0].split(" ")
    lists = words()["place"]
    if first.lower() in lists["ranks"]:
        return ""
    return f"{first} {more[0]}" if more and first.lower() in lists["openers"] else first


def _unit(whole: str, pos: int, item: Printed, places: Places) -> Printed:
    number = _NUMBER.match(whole, pos)
    if number:
        item.place, item.end = number[1], number.end()
        pos = number.end()
        known = units().get((item.entry.canonical, number[1]))
        if known:
            named = re.compile(rf"\s*/?\s*(?:{re.escape(known)}|[A-Z]\w*)").match(whole, pos)
            item.place, item.end = f"{number[1]}/{known}", named.end() if named and "/" in named[0] else pos
            return item
    gap = _BETWEEN.match(whole, pos)
    named = None if number or not gap else _named_command(item.entry.canonical).match(whole, gap.end())
    if gap and named and "\n" not in gap[0]:
        item.place, item.end = named[0], named.end()
    elif gap and "\n" not in gap[0]:
        mention = places.at(gap.end())
        word = _PLACE.match(whole, gap.end())
        name = ""
        small = mention is not None and mention.region is not None and mention.region.level in SMALL_LEVELS
        if small and not number and item.entry.canonical != "Koramil":
            return item
        if mention is not None and mention.reason != "bagian nama orang":
            item.region, item.end = mention, mention.span.end
            name = whole[gap.end() : mention.span.end]
        elif word and "/" in gap[0]:
            name, item.end = word[0].split(" ")[0], gap.end() + len(word[0].split(" ")[0])
        item.place = f"{item.place}/{name}" if item.place and name else item.place or name
    return item


@lru_cache(maxsize=8)
def _named_command(kind: str) -> re.Pattern[str]:
    """The names that the commands of one kind bear, printed without their numbers ("Kodam Iskandar Muda")."""
    names = sorted((name for (of, _), name in units().items() if of == kind), key=len, reverse=True)
    return re.compile("|".join(rf"{re.escape(name)}\b" for name in names) or r"(?!)")


def level_of(scope: str) -> RegionLevel | None:
    """The level that a scope wants, if it wants one."""
    return {"kabupaten": RegionLevel.KABUPATEN, "kota": RegionLevel.KOTA, "provinsi": RegionLevel.PROVINSI}.get(scope)
