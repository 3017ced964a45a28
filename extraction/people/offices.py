"""Finds offices: acting prefix, head, and what follows it (extraction.md, "Roles are a small language")."""

from __future__ import annotations

from dataclasses import dataclass

from extraction.people.lexicon import Head, acting, agency_words, first_names, grammar, heads, private_words
from extraction.people.phrase import PhraseReader
from extraction.people.text import BLANKS, Text

# Kinds whose head alone says that the office is one of the state; the others want an agency behind them.
_STATE = frozenset({"executive", "village", "unit", "police", "court", "supervisor", "minister", "school", "part", "state", "post"})
_SMALL_OFFICES = frozenset({"kecamatan", "kelurahan", "desa", "kampung", "nagari", "distrik", "kapanewon", "kalurahan"})
_DIVISION = ("divisi",)  # an office only with its field or body: "Divisi Hukum Bawaslu X"
_THROUGH = frozenset({"melalui", "lewat", "diwakili"})
_THROUGH_REACH = 3  # words between an office and the one that speaks for it ("yang diwakili oleh")
_HEAD_GAPS = (" ", "  ", "\xa0", "-")


@dataclass
class Office:
    """Words [first, last) of an office; [head_end, fields_end) are its field, [body, last) name agency and place."""

    first: int
    last: int
    head: Head
    head_end: int
    fields_end: int
    body: int
    acting: str = ""
    former: bool = False
    plural: bool = False
    placed: bool = False
    bracket: tuple[int, int] | None = None
    tail: tuple[int, int] | None = None
    within: Office | None = None  # the office through which it speaks: "Kepala X melalui Sekretaris"

    @property
    def private(self) -> bool:
        """Whether the head itself is no office of the state."""
        return self.head.kind == "private"

    @property
    def bare(self) -> bool:
        """Whether neither agency nor place nor field stands behind the head."""
        return self.last <= self.head_end


def find_offices(text: Text) -> list[Office]:
    """All offices of the text behind the headline, in order of print, none inside another."""
    found: list[Office] = []
    i = text.words.at(text.reading.text_start)
    while i < len(text.words):
        office = read_office(text, i)
        if office:
            office.within = _within(text, office, found)
            found.append(office)
        i = max(office.last, i + 1) if office else i + 1
    return found


def _within(text: Text, office: Office, before: list[Office]) -> Office | None:
    """The office that a bare one stands in for, told just before it: "Kepala Dinas X melalui Sekretaris"."""
    if not office.bare or office.head.kind != "body" or not before or text.words[office.first - 1].low not in _THROUGH:
        return None
    return before[-1] if office.first - before[-1].last <= _THROUGH_REACH else None


def read_office(text: Text, i: int) -> Office | None:
    """The office whose acting prefix or head is word i."""
    if text.words[i].low not in heads() and text.words[i].low not in acting():
        return None
    prefix, at = _acting(text, i)
    head = _head(text, at)
    if head is None or _inside_name(text, at, head):
        return None
    before = text.words[i - 1].low if i and text.words.gap(i) in BLANKS else ""
    if before in grammar().veto_before:
        return None
    end = at + len(head.words)
    reader = PhraseReader(text, head, end, closed="(" in text.words.gap(i))
    reader.read()
    if head.words == _DIVISION and reader.at == end:
        return None
    plural = before in grammar().plural_before or before.isdigit() or " ".join(head.words) in grammar().plural_heads
    return Office(
        first=i,
        last=reader.at,
        head=head,
        head_end=min(end, reader.fields_end),
        fields_end=reader.fields_end,
        body=reader.body,
        acting=prefix,
        former=before in grammar().former or _one_of_candidates(text, i),
        plural=plural,
        placed=reader.placed,
        bracket=reader.bracket,
        tail=reader.tail,
    )


_CANDIDACY = 4  # words before the second office of a pair: "calon Gubernur dan Wakil Gubernur"


def _one_of_candidates(text: Text, i: int) -> bool:
    """Whether the office is the second of a pair of candidates: "calon Wali Kota dan Wakil Wali Kota X, Nama"."""
    words = text.words
    if i < 2 or words[i - 1].low not in ("dan", "serta") or words.gap(i) not in BLANKS:
        return False
    before = [words[k].low for k in range(max(0, i - 1 - _CANDIDACY), i - 1)]
    return any(low in grammar().former for low in before)


def _acting(text: Text, i: int) -> tuple[str, int]:
    """Skip "Pj.", "Penjabat (Pj)", "Pelaksana Tugas (Plt)": (prefix in its short form, index of the head)."""
    words, short = text.words, ""
    while i < len(words):
        hit = next(((phrase, value) for phrase, value in acting().get(words[i].low, ()) if words.matches(i, phrase)), None)
        if hit is None or words.gap(i + len(hit[0])).strip(" .()/\xa0") != "":
            return short, i
        short = hit[1]
        i += len(hit[0])
    return short, i


def _head(text: Text, i: int) -> Head | None:
    if i >= len(text.words):
        return None
    return next((h for h in heads().get(text.words[i].low, ()) if text.words.matches(i, h.words, _HEAD_GAPS)), None)


def _inside_name(text: Text, i: int, head: Head) -> bool:
    """Whether the head is a word of a name ("Nasir Hakim Jaya")."""
    words = text.words
    if len(head.words) > 1 or words[i].low not in first_names() or not words[i].capital or i == 0:
        return False
    return words.gap(i) in BLANKS and words[i - 1].capital and not text.common(i - 1)


def is_private(text: Text, office: Office) -> bool:
    """Whether the office is of a party, an association, a campaign team, a company or a medium (codebook 8)."""
    if office.private:
        return True
    lows = [text.words[i].low for i in range(office.fields_end, office.last)]
    return any(low in private_words() for low in lows) and not any(low in agency_words() for low in lows[:2])


def is_public(text: Text, office: Office) -> bool:
    """Whether the office is one of the state: by its head, or by an agency named in it."""
    if office.within is not None:
        return is_public(text, office.within)
    if is_private(text, office):
        return False
    if office.head.kind in _STATE or (office.head.role == "Kepala" and office.body < office.last):
        return True
    if office.head.kind == "service" and any(text.words[i].low in _SMALL_OFFICES for i in range(office.body, office.last)):
        return True
    return any(i in text.in_agency or text.words[i].low in agency_words() for i in range(office.body, office.last))
