"""Walks over what follows the head of an office: field, agency, place, explanations in brackets, up to where a name may begin."""

from __future__ import annotations

from extraction.people.lexicon import (
    Head,
    agency_words,
    first_names,
    front_titles,
    grammar,
    heads,
    misprinted_field,
    not_names,
    office_words,
    private_words,
    titles_only,
)
from extraction.people.text import BLANKS, COMMAS, Text

_MOST_BRACKET = 8  # words of an explanation in brackets ("(Badan Pengawas Pemilihan Umum)")
_GUESSED_PLACE = 2  # words of a village's or kecamatan's name that no gazetteer knows
_MOST_COMMAND = 3  # words of a command's name
_MOST_PLACE = 4  # words of the longest names of kecamatan
_MOST_UNKNOWN = 4  # unknown words of a field before an agency
_DIVISION = frozenset({"divisi", "devisi", "bidang", "koordinator", "kordiv", "koordiv"})
_COMMA_KINDS = frozenset({"supervisor", "part", "body", "executive", "police"})  # "Koordiv Hukum, Bawaslu X, Nama"
_UNKNOWN_KINDS = frozenset({"part", "body", "supervisor", "unit", "executive"})
_HOSPITALS = frozenset({"rsud", "rsup", "rsu", "rs"})
_LOWER_BODIES = frozenset({"kantor", "badan", "sekolah", "rumah", "satuan"})  # agencies also printed without a capital


class PhraseReader:
    """Reads one phrase. `at` is the word behind it; [.., fields_end) belong to the role, [body, at) to agency and place."""

    def __init__(self, text: Text, head: Head, at: int, closed: bool) -> None:
        self.text = text
        self.words = text.words
        self.head = head
        self.closed = closed  # the head stands in brackets: nothing behind them belongs to it
        self.in_body = head.unit_inside
        self.at = at - 1 if head.unit_inside else at
        self.fields_end = self.body = self.at
        self.start = at
        self.placed = False
        self.bracket: tuple[int, int] | None = None
        self.bracket_end = -1
        self.tail: tuple[int, int] | None = None

    def read(self) -> None:
        """Advance `at` behind the phrase."""
        if self.head.unit_inside:
            self.at = self.text.agencies[self.at][0] if self.at in self.text.agencies else self.start
            self.placed = any(i in self.text.inside for i in range(self.start, self.at))
        else:
            self._implied_agency()
        steps = (
            self._bracket,
            self._place,
            self._agency,
            self._field,
            self._tail,
            self._acronym,
            self._closed_body,
            self._misprint,
            self._connector,
        )
        while not self._shut() and any(step() for step in steps):
            pass
        if not self.placed and not self._shut() and self._wants_place():
            self._guess_place()

    def _implied_agency(self) -> None:
        """The unit already read from the head itself, with its place ("Kapolresta X Kota")."""
        first = self.start - len(self.head.words)
        last = self.text.agencies[first][0] if first in self.text.agencies else self.start
        if self.head.kind == "unit" and last > self.start:
            self.placed = any(i in self.text.inside for i in range(self.start, last))
            self._advance(last, body=True)

    def _shut(self) -> bool:
        return self.at >= len(self.words) or (self.closed and ")" in self.words.gap(self.at))

    def _gap(self) -> str:
        gap = self.words.gap(self.at)
        return gap.lstrip(")") if self.bracket_end == self.at else gap

    def _advance(self, to: int, body: bool) -> bool:
        if body and not self.in_body:
            self.in_body, self.body = True, self.at
        self.at = to
        if not self.in_body:
            self.fields_end = self.body = to
        return True

    def _bracket(self) -> bool:
        """ "(Bawaslu)", "(P3S)", "(Kades)", "(Mura)": an abbreviation or explanation, no name."""
        opens = (" (", "(", ", (", ",(") if self.head.kind == "village" else (" (", "(")
        if self._gap() not in opens:
            return False
        end = self.at
        while end < len(self.words) and end - self.at < _MOST_BRACKET and ")" not in self.words.gap(end + 1).split("(")[0]:
            end += 1
        if end - self.at >= _MOST_BRACKET or end >= len(self.words):
            return False
        if self.bracket is None:
            self.bracket = (self.at, end + 1)
        self.at = self.bracket_end = end + 1
        if not self.in_body:
            self.fields_end = self.body = self.at
        return True

    def _place(self) -> bool:
        """A place joined by a blank; by a comma only behind a place or an agency, and before no word of its own."""
        gap = self._gap()
        blank = gap in BLANKS or gap in (" - ", "-", "/")
        if not blank and (gap not in COMMAS or not (self.placed or self.in_body)):
            return False
        last = self._place_end(self.at)
        if last is None and blank and self._bare_level():
            return self._advance(self.at + 1, body=False)
        if last is None or self.head.kind in ("minister", "state") or (blank and self.placed and not self._place_goes_on()):
            return False
        if not blank and (self.words[self.at].low in first_names() or self._name_behind(last)):
            return False  # "Wali Kota Bogor, Bima Arya"
        if self._wants_place() and self._names_more(last):
            last += 1
        self.placed = True
        return self._advance(last, body=True)

    def _names_more(self, last: int) -> bool:
        """Whether one word more belongs to a village's name: "Kepala Desa Tolai Indah, Gede Suardana, dinyatakan"."""
        if last >= len(self.words) or self.words.gap(last) not in BLANKS or not self.words[last].capital or last in self.text.inside:
            return False
        if self.words.gap(last + 1) not in COMMAS or last + 1 >= len(self.words):
            return False
        behind = last + 1
        while behind < len(self.words) and self.words[behind].capital and (behind == last + 1 or self.words.gap(behind) in BLANKS):
            behind += 1
        whole_name = behind - last > _GUESSED_PLACE and not self.text.common(last + 1) and self.words.gap(behind)[:1] == ","
        return self.words[last].low in grammar().village_endings or whole_name

    def _name_behind(self, last: int) -> bool:
        """Whether a bare place behind a comma goes on as a person's name does."""
        if self.text.place_unit(self.at) or last >= len(self.words) or self.words.gap(last) not in BLANKS:
            return False
        return self.words[last].capital and last not in self.text.inside and not self.text.common(last)

    def _bare_level(self) -> bool:
        """ "Sekretaris Daerah Kabupaten (Sekdakab) X": the level alone, before an abbreviation."""
        told = self.head.kind == "executive" and self.text.place_unit(self.at) and self.words.gap(self.at + 1) == " ("
        return told or (self.in_body and self.text.level_before_name(self.at))

    def _place_goes_on(self) -> bool:
        """A second place without a comma wants its level ("Kota X Provinsi Y"): a bare one may begin a name ("Bogor Bima Arya")."""
        return self.text.place_unit(self.at) or self.words[self.at - 1].text == "-"

    def _place_end(self, first: int) -> int | None:
        if first in self.text.places:
            return self.text.places[first][0]
        after = first + 1
        if self.text.place_unit(first) and after < len(self.words) and self.words.gap(after) in (" ", ". ", ".", "\xa0"):
            if after in self.text.places:
                return self.text.places[after][0]
            named = self.text.opens_name(after) or self.words[after].low in front_titles()
            if self.words[first].capital and self.words[after].capital and not named:
                return self.text.guessed_end(after)
        return self._named_elsewhere(first)

    def _named_elsewhere(self, first: int) -> int | None:
        """A place that the article names with its level elsewhere ("Kecamatan Sumur Hilir … Camat Sumur Hilir")."""
        last = first
        tokens: tuple[str, ...] = ()
        found: int | None = None
        while (
            last < len(self.words)
            and last - first < _MOST_PLACE
            and self.words[last].capital
            and (last == first or self.words.gap(last) in BLANKS)
        ):
            tokens = (*tokens, self.words[last].low)
            last += 1
            if tokens in self.text.place_names and tokens[0] not in first_names():
                found = last
        return found

    def _agency(self) -> bool:
        gap = self._gap()
        comma = gap in COMMAS
        if not (gap in BLANKS or gap == "-" or (comma and not self.in_body and self.head.kind in _COMMA_KINDS)):
            return False
        if self.placed and self.head.kind == "village":
            return False
        if self.at in self.text.agencies:
            last = self.text.agencies[self.at][0]
            self.placed = self.placed or any(i in self.text.inside for i in range(self.at, last))
            return self._advance(last, body=True)
        if not self._names_body(comma):
            return False
        return self._advance(self._hospital_end() if self.words[self.at].low in _HOSPITALS else self.at + 1, body=True)

    def _names_body(self, comma: bool) -> bool:
        """Whether the next word begins the name of a body, public or private, that no agency was read from."""
        word = self.words[self.at]
        if word.low not in agency_words() and word.low not in private_words():
            return False
        if word.text.islower() and (comma or (word.low in private_words() | _LOWER_BODIES and self.head.kind == "village")):
            return False
        return word.capital or word.low not in office_words()

    def _hospital_end(self) -> int:
        """A hospital may bear a physician's name, up to its place ("RSUD dr. R. Soedarso Sumur")."""
        i = self.at + 1
        if i >= len(self.words) or self.words[i].low not in ("dr", "prof", "drs"):
            return i
        place = next((k for k in range(i, min(i + _MOST_BRACKET, len(self.words))) if k in self.text.inside or "," in self.words.gap(k)), i)
        return place if place in self.text.inside else self.at + 1

    def _field(self) -> bool:
        """A word of a division or field; behind a comma only where the field goes on."""
        gap, word, after = self._gap(), self.words[self.at], self.at + 1
        comma = gap in COMMAS
        if self.placed or self.head.kind == "village" or not (gap in BLANKS or comma or gap in ("-", " & ", "/")):
            return False
        if word.low in ("dan", "serta"):
            return self._field_follows(after) and self._advance(after + 1, body=False)
        if word.low not in office_words() and not (self.head.kind in ("supervisor", "part") and misprinted_field(word.low)):
            return False
        if comma and not (word.capital or self.words[self.at - 1].low in office_words()):
            return False
        return self._advance(after, body=False)

    def _field_follows(self, i: int) -> bool:
        """Whether word i goes on with the field behind "dan": a listed word, or any word with an agency behind it."""
        if i >= len(self.words):
            return False
        if self.words[i].low in office_words() | grammar().village_fields:
            return True
        after = i + 1
        agency = after in self.text.agencies or (after < len(self.words) and self.words[after].low in agency_words())
        return agency and self.words[i].capital and self.words.gap(after) in BLANKS and self.words[i].low not in heads()

    def _tail(self) -> bool:
        """A division behind the agency: "Komisioner Bawaslu X, Divisi Penanganan Pelanggaran, Nama"."""
        gap = self._gap()
        if self.in_body and self.words[self.at].low in ("dari", "fraksi") and gap in BLANKS:
            return self._faction()
        if not self.in_body or self.tail or self.words[self.at].low not in _DIVISION or not (gap in BLANKS or gap in COMMAS):
            return False
        start, i = self.at, self.at + 1
        while i < len(self.words) and self.words[i].low in office_words() and self.words.gap(i) in {*BLANKS, *COMMAS, " & "}:
            i += 1
        while self.words[i - 1].low == "dan":
            i -= 1
        self.tail, self.at = (start, i), i
        return True

    def _faction(self) -> bool:
        """A legislator's party behind the council ("Anggota DPRD X dari Fraksi Y, Nama")."""
        i = self.at + 1
        if i >= len(self.words) or self.words[i].low not in private_words() | {"fraksi", "partai"}:
            return False
        while i < len(self.words) and self.words.gap(i) in BLANKS and self.words[i].low in private_words() | {"fraksi", "partai"}:
            i += 1
        self.at = i
        return True

    def _acronym(self) -> bool:
        """ "KCD", "TU", "PUPR-TRLH", "1628", "I": capitals and numbers; words of a field that no list knows, before an agency."""
        gap, word = self._gap(), self.words[self.at]
        if self.placed or word.low in front_titles() or not (gap in BLANKS or gap in ("/", "-")):
            return False
        if gap == "/" and word.capital and self.head.kind == "unit":
            return self._command()
        if word.text[0].isdigit() or (word.caps and self._is_acronym()):
            return self._advance(self.at + 1, body=self.in_body or word.text[0].isdigit())
        return self._unknown_field()

    def _command(self) -> bool:
        """The name of a military command behind its number ("161/Wira Sakti"), up to a comma or a rank."""
        i = self.at + 1
        while i < len(self.words) and self.words.gap(i) in BLANKS and self.words[i].capital and self.words[i].low not in front_titles():
            i += 1
        closed = self.words.gap(i) in COMMAS or (i < len(self.words) and self.words[i].low in titles_only())
        return self._advance(i if closed and i - self.at <= _MOST_COMMAND else self.at + 1, body=True)

    def _is_acronym(self) -> bool:
        """Not where a name is printed in capitals: a further word in capitals of four or more letters follows."""
        word, after = self.words[self.at], self.at + 1
        if len(word.text) > 9 or (len(word.text) == 1 and word.low not in "iv"):
            return False
        if after >= len(self.words) or self.words.gap(after) not in BLANKS:
            return True
        if len(word.text) <= 2 and self.words[after].low in first_names() and word.low not in ("ii", "iv", "vi", "ix", "xi"):
            return False  # "TB Hasan", "I Made": a letter or two before a given name are part of the name
        return not self.words[after].caps or len(self.words[after].text) < 4 or self.words[after].low in agency_words()

    def _unknown_field(self) -> bool:
        """Words between a head such as "Kepala Bidang" and an agency in the same capitalised run belong to the field."""
        i = self.at
        while i < len(self.words) and i - self.at < _MOST_UNKNOWN and self.words.gap(i) in BLANKS and self.words[i].capital:
            if i > self.at and self.words[i].low in titles_only():
                return self._advance(i, body=True)  # "Danrem 161/Wira Sakti Brigjen": what stands before a rank is the command
            if self.words[i].low in front_titles() or i in self.text.inside or self.head.kind not in _UNKNOWN_KINDS:
                return False
            if i > self.at and (i in self.text.agencies or self.words[i].low in agency_words()):
                return self._advance(i, body=self.in_body)
            i += 1
        return False

    def _closed_body(self) -> bool:
        """The unknown rest of a body's name: of a private one closed by a comma or bracket, of another one by its abbreviation.

        "Komunitas Warga Sejahtera, Nama", "Balai Taman Nasional Sumur (BTNS), Nama".
        """
        i, private = self.at, any(self.words[k].low in private_words() for k in range(self.fields_end, self.at))
        if not (self.closed or self.in_body):
            return False
        while i < len(self.words) and i - self.at < _MOST_BRACKET and self.words.gap(i) in BLANKS:
            if not self.words[i].capital and self.words[i].low != "dan":
                return False
            if self.words[i].low in first_names() or self.words[i].low in front_titles():
                return False
            i += 1
        return i > self.at and self._closes(i, private) and self._advance(i, body=True)

    def _closes(self, i: int, private: bool) -> bool:
        gap = self.words.gap(i)
        if (private and (gap in COMMAS or gap == " (")) or (self.closed and gap[:1] == ")"):
            return True
        abbreviation = gap == " (" and i < len(self.words) and self.words[i].caps and self.words.gap(i + 1)[:1] == ")"
        return abbreviation and self.words[i].low[0] in {word.low[0] for word in self.words.list[self.body : self.at]}

    def _misprint(self) -> bool:
        """Unknown words before the place ("Gubernur Daerag Istimewa X"): no name stands before its own office's place."""
        i = self.at
        if self.placed or self.head.kind in ("village", "private", "school"):
            return False
        while i < len(self.words) and i - self.at < 2 and self.words.gap(i) in BLANKS and self.words[i].capital:
            low = self.words[i].low
            if i in self.text.inside or low in first_names() or low in front_titles() or (i == self.at and low in not_names()):
                break
            i += 1
        if i == self.at or i not in self.text.places or self.words.gap(i) not in BLANKS:
            return False
        return self._advance(i, body=True)

    def _connector(self) -> bool:
        """ "dari Bawaslu X", "pada Dinas Y", "di NTT": a small word with an agency or place behind it."""
        after = self.at + 1
        if after >= len(self.words) or self._gap() not in BLANKS or self.words.gap(after) not in BLANKS or self.placed:
            return False
        if self.words[self.at].low not in grammar().connectors or self.words[self.at].low == "dan":
            return False
        if self.words[after].low == "unsur":
            after += 1
        known = after in self.text.agencies or (after < len(self.words) and self.words[after].low in agency_words())
        if not known and self._place_end(after) is None:
            return False
        return self._advance(after, body=True)

    def _wants_place(self) -> bool:
        """Heads and bodies of towns and villages, whose places no gazetteer may know ("Camat X", "PN X", "Panwascam X")."""
        if self.head.kind == "village":
            return not self.in_body
        return self.words[self.at - 1].low in grammar().small_bodies

    def _guess_place(self) -> None:
        """The name of a village or kecamatan that the gazetteer does not know: up to the comma, or its first words before a name."""
        last = self._capital_run()
        if last == self.at or (last - self.at == 1 and self.words[self.at].low in self.text.speakers):
            return
        gap = self.words.gap(last)
        if gap[:1] not in (",", "(", ")", ".") and gap[:2] != " (":
            last = self.text.guessed_end(self.at)
            while last < len(self.words) and self.words.gap(last) in BLANKS and self.words[last].low in grammar().village_endings:
                last += 1
        self._advance(last, body=True)
        self.placed = True
        while not self._shut() and (self._bracket() or self._place()):
            pass

    def _capital_run(self) -> int:
        """The word behind the capitalised words that may name a place."""
        i = self.at
        if self._gap() not in BLANKS:
            return i
        if i < len(self.words) and self.words[i].low in first_names() and self.words.gap(i + 1) in BLANKS:
            return i
        while (
            i < len(self.words)
            and i - self.at <= _GUESSED_PLACE
            and self.words[i].capital
            and (i == self.at or self.words.gap(i) in BLANKS)
        ):
            ending = i > self.at and self.words[i].low in grammar().village_endings
            if self.words[i].low in front_titles() or (self.text.common(i) and not ending):
                break
            i += 1
        return i
