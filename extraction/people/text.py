"""One article as the role grammar sees it: its words, and which of them are places or agencies already read."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TypeVar

from extraction.agencies.lexicon import words as agency_lists
from extraction.model import AgencyMention, RegionMention
from extraction.people.lexicon import agency_words, first_names, grammar, not_names, private_words, speech, titles_only
from extraction.people.tokens import Words
from extraction.places.gazetteer import gazetteer
from extraction.reading import Reading

M = TypeVar("M", RegionMention, AgencyMention)

# Blanks inside one run of words, and commas between runs; a line break only behind a comma, where the text was wrapped.
BLANKS = frozenset({" ", "  ", "\xa0"})
COMMAS = frozenset({", ", ",", " , ", ",\n", ",  ", ", \n"})
_ABBREVIATION = re.compile(r"\(([A-Z]{2,6})\)")

_ABBREVIATED = 80  # characters before a bracket in which the words that it abbreviates stand


def _open(mention: RegionMention) -> bool:
    """Whether an unresolved mention is a place all the same: printed by a full name that several units bear, not by a short form."""
    units = gazetteer().units
    return any(code in units and units[code].bare.lower() == mention.printed.lower() for code in mention.candidates)


class Text:
    """Words with the places and agencies that begin at each of them; built once an article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.whole = reading.whole
        self.words = Words(reading.whole)
        self.speakers = self._speakers()
        self.doubtful = self._words_of([p for p in reading.places if p.region is None and not _open(p)])
        self.places = self._starts([p for p in reading.places if p.region is not None or _open(p)])
        self.agencies = self._starts([a for a in reading.agencies if a.name])
        self.inside = frozenset(i for first, (last, _) in self.places.items() for i in range(first, last))
        self.in_agency = frozenset(i for first, (last, _) in self.agencies.items() for i in range(first, last))
        self.place_names = frozenset(tuple(p.region.name.lower().split()[1:]) for p in reading.places if p.region is not None)
        self.abbreviations = self._abbreviations()
        self._sentence_starts = [s.start for s in reading.sentences]

    def _starts(self, mentions: list[M]) -> dict[int, tuple[int, M]]:
        """First word -> (word behind the last, mention); the longest where several start there."""
        found: dict[int, tuple[int, M]] = {}
        for mention in sorted(mentions, key=lambda m: m.span.end):
            first, last = self.words.at(mention.span.start), self.words.at(mention.span.end)
            last = next((i for i in range(first + 1, last) if self._title_at(i)), last)  # "Universitas X Prof. Nama"
            last = self._village_end(mention, first, last) if isinstance(mention, RegionMention) else self._agency_end(first, last)
            if first < last:
                found[first] = (last, mention)
        return found

    def _words_of(self, mentions: list[RegionMention]) -> frozenset[int]:
        return frozenset(i for m in mentions for i in range(self.words.at(m.span.start), self.words.at(m.span.end)))

    def _village_end(self, mention: RegionMention, first: int, last: int) -> int:
        """A village that no gazetteer knows may have taken the name behind it ("Hukum Tua Desa Sumur Jootje Lasut")."""
        name = first + 1 if self.place_unit(first) else first
        if mention.region is None or mention.region.code or last - name < 2:
            return last
        known = next((i for i in range(name + 1, last) if self.words[i].low in first_names()), None)
        open_end = self.words.gap(last) in BLANKS and last < len(self.words) and self.words[last].text.islower()
        return known or (name + 1 if last - name > 2 and open_end else last)

    def _agency_end(self, first: int, last: int) -> int:
        """An agency may have taken a name behind it: a refused short form of a place, or the name behind a school's place."""
        if last - 1 in self.doubtful and last - first > 1 and self.words.gap(last) in BLANKS and last < len(self.words):
            return last - 1 if self.words[last].capital else last
        return self._school_end(first, last)

    def _school_end(self, first: int, last: int) -> int:
        """A school's place has taken the name behind it ("SMP Negeri 2 Sumur Joko")."""
        number = next((i for i in range(first + 1, last) if self.words[i].text.isdigit()), None)
        if number is None:
            return last
        return next((i for i in range(number + 2, last) if self.words[i].low in first_names()), last)

    def _title_at(self, i: int) -> bool:
        word = self.words[i]
        return word.capital and word.low in titles_only() and i + 1 < len(self.words) and self.words[i + 1].capital

    def _speakers(self) -> frozenset[str]:
        """Capitalised words beside a verb of speech ("kata Lulus", "Lulus mengatakan"): what speaks for a person's name."""
        verbs, found, words = speech(), set(), self.words
        for i in range(1, len(words)):
            if words.gap(i) not in BLANKS:
                continue
            if words[i].capital and words[i - 1].low in verbs.inverted | verbs.according:
                found.add(words[i].low)
            elif words[i - 1].capital and words[i].low in verbs.forward:
                found.add(words[i - 1].low)
        return frozenset(found)

    def _abbreviations(self) -> frozenset[str]:
        """Capitals in brackets that abbreviate the words before them ("Lembaga Musyawarah Kelurahan (LMK)"): no initials of a person."""
        found = set()
        for match in _ABBREVIATION.finditer(self.whole):
            before = self.whole[max(0, match.start() - _ABBREVIATED) : match.start()].lower().split()[-len(match[1]) :]
            if any(word[0] == match[1][0].lower() for word in before) and not set(before) & first_names():
                found.add(match[1])
        return frozenset(found)

    def sentence(self, word: int) -> int:
        """Number of the sentence that holds the word."""
        return bisect_right(self._sentence_starts, self.words[word].start) - 1

    def common(self, i: int) -> bool:
        """Whether word i is no word of a name: a listed word, or one that the article also prints in lower case."""
        low = self.words[i].low
        if low in first_names() or self.begins_name(i):
            return False
        return low in not_names() or low in agency_words() or low in private_words() or low in self.words.lower

    def begins_name(self, i: int) -> bool:
        """Whether word i is a particle that opens names before a given name ("Sang Made", "Wa Ode"), and elsewhere a small word."""
        word, after = self.words[i], i + 1
        if word.low not in grammar().name_starts or not word.capital or after >= len(self.words) or self.words.gap(after) not in BLANKS:
            return False
        return self.words[after].capital and self.words[after].low in first_names()

    def opens_name(self, i: int) -> bool:
        """Whether word i is a given name, or a particle before one."""
        return self.words[i].low in first_names() or self.begins_name(i)

    def level_before_name(self, i: int) -> bool:
        """Whether word i is a bare level with a name behind it: "anggota KPU Provinsi Dewa Made …"."""
        after = i + 1
        if self.words[i].low not in ("provinsi", "kabupaten", "kota") or after >= len(self.words) or self.words.gap(after) not in BLANKS:
            return False
        return after not in self.inside and self.words[after].capital and self.opens_name(after)

    def guessed_end(self, i: int) -> int:
        """The word behind a place that no gazetteer knows and that begins with word i: two words where the first is "Lubuk", "Teluk" …"""
        after = i + 1
        if after >= len(self.words) or self.words[i].low not in agency_lists()["place"]["openers"] or self.words.gap(after) not in BLANKS:
            return after
        named = self.words[after].low in first_names() or not self.words[after].capital or self._title_at(after)
        return after if named else after + 1

    def place_unit(self, i: int) -> bool:
        """Whether word i is a word such as Kabupaten, with a name behind it."""
        return i < len(self.words) and self.words[i].low in grammar().place_units


class _Last:
    """The article that was looked at last: people and accused are read from the same words."""

    text: Text | None = None


def text_of(reading: Reading) -> Text:
    """The article's Text, built once; places and agencies must have been read."""
    if _Last.text is None or _Last.text.reading is not reading:
        _Last.text = Text(reading)
    return _Last.text
