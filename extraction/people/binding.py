"""Ties offices to the names beside them: the shapes of codebook 8 ("Ketua X, Nama", "Nama selaku Ketua X", "IM, Camat X" …)."""

from __future__ import annotations

from dataclasses import dataclass

from extraction.people.completion import completed, refused
from extraction.people.initials import read_initials
from extraction.people.lexicon import fillers, first_names, front_titles, grammar, links_forward, not_names, office_words, speech
from extraction.people.names import Name, lower_case_name, read_name
from extraction.people.offices import Office, is_public
from extraction.people.text import BLANKS, COMMAS, Text

_BRACKETS = frozenset({" (", "("})
_LINKS_MOST = 3  # "lainnya, yaitu": links and commas that may stand between an office and its first name
_FILLER_MOST = 8  # "yang saat itu masih menjabat sebagai": small words between a name and its office
_NAMED_ALONE = frozenset({"supervisor", "executive", "minister", "court"})  # "Bupati Joko": offices that need no place
_SINGLED_OUT = frozenset({"seorang", "oknum", "satu"})
_SPEAKER_MOST = 4  # words of a speaker's name without an office: longer runs name institutions
_LIST_MOST = 12  # names of one enumeration


@dataclass
class Binding:
    """A name with its office (None where only the person is told: "terlapor berinisial T")."""

    name: Name
    office: Office | None
    how: str


class Binder:
    """Binds the offices of one article, in order of print."""

    def __init__(self, text: Text, offices: list[Office]) -> None:
        self.text = text
        self.offices = offices
        self.runs: dict[int, Name] = {}
        self.ends: dict[int, Name] = {}
        self.bound: dict[int, Binding] = {}  # by first word of the name
        self.found: list[Binding] = []
        self._scan()

    def _scan(self) -> None:
        """All names outside offices, by their first word and by the word behind them."""
        skip = {office.first: office.last for office in self.offices}
        i = 0
        while i < len(self.text.words):
            if i in skip:
                i = max(skip[i], i + 1)
                continue
            word = self.text.words[i]
            name = read_name(self.text, i) if word.capital or word.low in front_titles() else None
            if name:
                self.runs[i] = name
                self.ends[name.after] = name
                i = max(name.after, i + 1)
            else:
                i += 1

    def bind(self) -> list[Binding]:
        """All bindings, in the order of their offices; initials last."""
        for office in self.offices:
            name = self._linked_back(office)
            if name:
                self._add(name, office, "behind a link")
                continue
            before = self._apposed_back(office)
            if before:
                for one in before:
                    self._add(one, office, "before its office")
                continue
            if not self._chained_back(office):
                self._forward(office)
        self.found.extend(self.speakers())
        self.found.extend(read_initials(self.text, self.offices, self.found, Binding))
        return self.found

    def _add(self, name: Name, office: Office, how: str) -> None:
        binding = Binding(name, office, how)
        self.bound.setdefault(name.first, binding)
        self.found.append(binding)

    # --- the name before the office

    def _linked_back(self, office: Office) -> Name | None:
        """ "Nama selaku Ketua X", "Nama yang saat itu masih menjabat Lurah X"."""
        words, i, linked = self.text.words, office.first, False
        for _ in range(_FILLER_MOST):
            if words.gap(i) not in BLANKS and words.gap(i) != "\n":
                break
            if words[i - 1].low not in grammar().links_back_filler or words[i - 1].capital:
                break
            linked = linked or words[i - 1].low in grammar().links_back
            i -= 1
        if not linked or i == office.first or words.gap(i) not in (" ", "\n", ", ", ") ", "), "):
            return None
        name = self.ends.get(i) or read_name(self.text, i - 1, initials=True)
        if name is None or name.after != i or not (name.likely or name.initials or len(name.tokens) > 1 or self._inside_sentence(name)):
            return None
        return None if name.initials and "(" in words.gap(name.first) else name

    def _apposed_back(self, office: Office) -> list[Name]:
        """ "Nama, Ketua X," and "Nama (Ketua X)"; for initials also a list: "IM, LD, dan NT, kepala dinas"."""
        end, words = office.first, self.text.words
        gap = words.gap(end).lstrip(")")
        aged = words.gap(end).startswith(")") and words[end - 1].text.isdigit() and words.gap(end - 1) == " ("
        if gap not in COMMAS and gap not in _BRACKETS and not (aged and gap in BLANKS):
            return []
        end -= aged  # the age: "AN (45), Kepala Desa X"
        name = self.ends.get(end)
        if name is None:
            closed = words.gap(end).startswith(")")
            return self._alias_back(end) if closed else self._initials_back(end)
        if name.first in self.bound:
            return []
        if aged:  # what is printed with an age is a person
            return [name]
        ahead = self._first_ahead(office)
        if ahead is not None and (not name.likely or self.text.words.gap(office.last) in BLANKS):
            return []
        told = len(name.tokens) > 1 or (self._inside_sentence(name) and ahead is None and is_public(self.text, office))
        credible = name.likely or (told and not name.noun and (gap in COMMAS or not office.bare))
        return [*self._coordinated_back(name, office), name] if credible else []

    def _inside_sentence(self, name: Name) -> bool:
        """Whether a capital at its begin can't be that of a sentence."""
        gap = self.text.words.gap(self.text.words.at(name.start))
        return gap in BLANKS or gap in COMMAS

    def _coordinated_back(self, name: Name, office: Office) -> list[Name]:
        """Names joined before the last one, where the office is one of many: "A dan B (Anggota X)"."""
        words, i = self.text.words, self.text.words.at(name.start)
        found: list[Name] = []
        while office.plural and len(found) < _LIST_MOST:
            conjunction = words.gap(i) in BLANKS and words[i - 1].low in ("dan", "serta")
            if not conjunction and (not found or words.gap(i) not in COMMAS):
                break
            one = self.ends.get(i - 1 if conjunction else i)
            if one is None or one.first in self.bound:
                break
            found.append(one)
            i = words.at(one.start)
        return found[::-1]

    def _alias_back(self, end: int) -> list[Name]:
        """The name before its initials in brackets: "Nama (AT), Camat X"."""
        words = self.text.words
        name = self.ends.get(end - 1)
        bracketed = words.gap(end).startswith(")") and words.gap(end - 1) == " (" and words[end - 1].caps
        return [name] if name and bracketed and name.first not in self.bound else []

    def _initials_back(self, end: int) -> list[Name]:
        names: list[Name] = []
        i = end
        while i > 0 and len(names) < _LIST_MOST:
            name = read_name(self.text, i - 1, initials=True)
            if name is None or not name.initials or name.after != i or self._has_owner(name):
                break
            names.append(name)
            i -= 1
            if self.text.words.gap(i) in BLANKS and i > 0 and self.text.words[i - 1].low in ("dan", "serta"):
                i -= 1
            elif self.text.words.gap(i) not in COMMAS:
                break
        return names[::-1]

    def _has_owner(self, name: Name) -> bool:
        """Whether the initials belong to the office before their link: "Kades X berinisial SW, Kades Y …"."""
        link = self.text.words[name.first - 1].low if name.first else ""
        return link.endswith("inisial") and any(name.first - 4 < office.last < name.first for office in self.offices)

    # --- the name behind the office

    def _first_ahead(self, office: Office) -> Name | None:
        start, _ = self._links(office.last)
        return self.runs.get(start) if self._joined(office.last) else None

    def _joined(self, i: int) -> bool:
        gap = self.text.words.gap(i).lstrip(")")
        return gap in BLANKS or gap in COMMAS or gap in (": ", " : ")

    def _links(self, i: int) -> tuple[int, bool]:
        """Skip "lainnya, yaitu", "bernama": (index of the name, whether a link was read)."""
        words, linked = self.text.words, False
        for _ in range(_LINKS_MOST):
            hit = next((phrase for phrase in links_forward() if words.matches(i, phrase)), None)
            if hit is None or not self._joined(i) or words[i].capital:
                return i, linked
            i, linked = i + len(hit), True
        return i, linked

    def _forward(self, office: Office) -> None:
        words = self.text.words
        if not self._joined(office.last):
            if not self._bracketed(office):
                self._unparted(office)
            return
        last = self._filled(office.last)
        start, linked = self._links(last)
        if not self._joined(start):
            return
        comma = words.gap(last).lstrip(")") in COMMAS
        name = self.runs.get(start) or read_name(self.text, start, placed=comma) or self._initials_ahead(office, start)
        if name is None:
            name = self._lower_case(start) if comma else None
        if name is None or not self._credible(name, office, comma, linked):
            if not self._bracketed(office) and not self._unparted(office):
                self._complete(office, start)
            return
        if not (office.placed and self._ends_well(name)) and refused(self.text, name):
            self._complete(office, name.after)  # a further word of the office's place or field
            return
        listed = self._listed(name)
        if comma and office.head.kind == "village" and not office.plural and not name.likely and self._capital_behind(name):
            return  # "Kades A, B, dan C" lists villages
        self._add(name, office, "behind its office")
        if office.plural or linked:
            for one in listed:
                self._add(one, office, "in a list")

    def _filled(self, i: int) -> int:
        """Skip "yang baru", "periode 2018-2023" where the comma before the holder follows."""
        words = self.text.words
        phrase = next((filler for filler in fillers() if words.matches(i, filler)), None)
        if phrase is None or words.gap(i) not in BLANKS:
            return i
        after = i + len(phrase)
        while after < len(words) and words[after].text.isdigit():
            after += 1
        return after if words.gap(after) in COMMAS else i

    def _initials_ahead(self, office: Office, start: int) -> Name | None:
        """Initials behind the office of a village, a school or a civil servant ("Kepala Desa X, AN (45)")."""
        told = office.placed and office.head.kind in ("village", "school")
        if not told and not (office.head.kind == "service" and is_public(self.text, office)):
            return None
        name = read_name(self.text, start, initials=True)
        if name is None or not name.initials or len(name.text) < 2:
            return None
        after = name.after
        return None if after < len(self.text.words) and self.text.words[after].capital and self.text.words.gap(after) in BLANKS else name

    def _credible(self, name: Name, office: Office, comma: bool, linked: bool) -> bool:
        """Offices that tell little by themselves want a name that speaks for itself."""
        if name.initials:
            return True
        if office.head.kind == "service":
            told = name.likely or (len(name.tokens) > 1 and not name.noun and (linked or comma))
            return told and (linked or is_public(self.text, office))
        return name.likely or (not office.private and not name.noun and self._placed_well(name, office, comma))

    def _placed_well(self, name: Name, office: Office, comma: bool) -> bool:
        """Whether the office speaks for a name that nothing else speaks for."""
        long = len(name.tokens) > 1
        if office.within is not None:
            return True
        if not is_public(self.text, office) or (office.bare and office.head.kind not in _NAMED_ALONE):
            return long and not office.bare
        closed = self.text.words.gap(name.after) in COMMAS or self._word_behind(name.after) or self._office_behind(name.after)
        if office.bare and comma and office.head.kind != "supervisor":
            return closed or (office.plural and bool(self._listed(name)))
        return long or not comma or closed

    def _ends_well(self, name: Name) -> bool:
        """Whether a comma, an end or a verb follows: the whole of what stands behind a complete office is its holder."""
        gap = self.text.words.gap(name.after)
        if name.after in self.runs:
            return False  # "Kabupaten Kuala Bening, Nama": the holder comes behind
        return gap in COMMAS or gap.strip()[:1] in (".", '"', "”") or self._word_behind(name.after)

    def _office_behind(self, i: int) -> bool:
        """Whether "dan" and a further office follow ("…, Alwi dan Camat X, Nama")."""
        conjunction = i < len(self.text.words) and self.text.words[i].low in ("dan", "serta")
        return conjunction and any(office.first == i + 1 for office in self.offices)

    def _word_behind(self, i: int) -> bool:
        """Whether a word in lower case follows after a blank (a verb: "…, Alwi mengatakan")."""
        words = self.text.words
        if i >= len(words) or words.gap(i) not in BLANKS:
            return False
        return words[i].text.islower() and words[i].low not in grammar().connectors

    def _capital_behind(self, name: Name) -> bool:
        """Whether the enumeration goes on behind the name."""
        words, i = self.text.words, name.after
        if i >= len(words) or words.gap(i) not in COMMAS:
            return False
        offices = {office.first for office in self.offices}
        return i not in offices and i + 1 not in offices and (words[i].capital or words[i].low == "dan")

    def _listed(self, name: Name) -> list[Name]:
        """Further names of an enumeration behind `name`, without those that carry their own office."""
        words, i = self.text.words, name.after
        found: list[Name] = []
        office_starts = {office.first for office in self.offices}
        while len(found) < _LIST_MOST and i < len(words):
            gap = words.gap(i)
            conjunction = words[i].low in ("dan", "serta") and (gap in BLANKS or gap in COMMAS)
            if not conjunction and gap not in COMMAS:
                break
            start = i + 1 if conjunction else i
            one = self.runs.get(start)
            if one is None or start in office_starts or one.after in office_starts:
                break
            found.append(one)
            i = one.after
            if conjunction:
                return found
        return found if len(found) > 1 else []  # "A, B, C" without "dan"; one name behind a comma is no list

    def _lower_case(self, start: int) -> Name | None:
        """A name in a text that prints names without capitals: "…, budi santoso, menyebut"."""
        words, i = self.text.words, start
        while i < len(words) and i - start < 3 and words[i].text.islower() and words[i].low not in grammar().connectors:
            if words[i].low in not_names() or words[i].low in office_words():
                return None
            i += 1
            if words.gap(i) in COMMAS:
                return lower_case_name(self.text, start, i)
            if words.gap(i) not in BLANKS:
                return None
        return None

    def _bracketed(self, office: Office) -> bool:
        """ "Kades X (Nama)": a name in the brackets behind an office."""
        if office.bracket is None:
            return False
        name = read_name(self.text, office.bracket[0], initials=office.head.kind == "village")
        alone = self.text.words[office.first - 1].low in _SINGLED_OUT  # "seorang lurah (SF)"
        told = name is not None and (name.likely or name.initials) and (office.body < office.bracket[0] or (name.initials and alone))
        found = told and name is not None and name.after == office.bracket[1]
        if name is not None and found:
            self._add(name, office, "in brackets")
        return found

    def _complete(self, office: Office, start: int) -> None:
        """A name that only the statistical model knows for one, at word `start` or behind the comma before it."""
        joined = self.text.words.gap(start) in BLANKS or self.text.words.gap(start) in COMMAS
        name = completed(self.text, start) if joined and is_public(self.text, office) else None
        if name is None or name.first in self.bound:
            return
        if not office.bare or not (
            self._capital_behind(name) or self._office_behind(name.after)
        ):  # "Danramil, X, dan Babinsa" lists offices
            self._add(name, office, "by the person model")

    def _unparted(self, office: Office) -> bool:
        """ "Nama Ketua Bawaslu X mengatakan": the name before its office, where the comma was forgotten."""
        name = self.ends.get(office.first)
        if name is None or self._taken(name) or self.text.words.gap(office.first) not in BLANKS or office.bare:
            return False
        repeated = len(name.tokens) == 1 and sum(word.text == name.text for word in self.text.words.list) > 1
        told = (repeated and office.head.kind == "village") or (name.likely and (len(name.tokens) > 1 or name.tokens[0] in first_names()))
        if told:
            self._add(name, office, "before its office")
        return told

    def _taken(self, name: Name) -> bool:
        """Whether the name has an office that is none of a meeting ("Pemateri ialah A Kabid X, B Kasi Y")."""
        held = self.bound.get(name.first)
        return held is not None and not (held.office is not None and held.office.private)

    def _gap(self, i: int) -> str:
        return self.text.words.gap(i).lstrip(")")

    def _chained_back(self, office: Office) -> bool:
        """ "A Kasdim X, B Kabid Y, dan C …": in a list in which each name stands before its office, the one ahead has one too."""
        name, ahead = self.ends.get(office.first), self._first_ahead(office)
        if name is None or ahead is None or self._gap(ahead.first) not in COMMAS or self._gap(ahead.after) not in BLANKS:
            return False
        return any(other.first == ahead.after for other in self.offices) and self._unparted(office)

    def speakers(self) -> list[Binding]:
        """Persons without an office beside a verb of speech ("kata Joko Lestari"); a single word must be a known given name."""
        words, verbs = self.text.words, speech()
        named = {token for binding in self.found for token in binding.name.tokens}
        found: list[Binding] = []
        for name in self.runs.values():
            before = words[name.first - 1].low if name.first and words.gap(words.at(name.start)) in BLANKS else ""
            after = words[name.after].low if name.after < len(words) and words.gap(name.after) in BLANKS | COMMAS else ""
            speaks = before in verbs.inverted | verbs.according or after in verbs.forward
            if not speaks or name.first in self.bound or named & set(name.tokens) or name.noun:
                continue
            if 1 < len(name.tokens) <= _SPEAKER_MOST or name.tokens[0] in first_names():
                found.append(Binding(name, None, "speaker"))
        return found
