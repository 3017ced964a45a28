"""Offices that mean a person named elsewhere: "Pangdam menegaskan", "kata Kapolres" (codebook 8)."""

from __future__ import annotations

from extraction.model import Span
from extraction.people.agency import agency_of
from extraction.people.chains import Known
from extraction.people.lexicon import grammar
from extraction.people.offices import Office
from extraction.people.text import BLANKS, Text

# Heads that say enough without an agency; "Ketua", "Anggota", "Kepala" alone may be anybody's.
_SPEAKING = frozenset({"executive", "village", "unit", "police", "state", "minister"})


def office_mentions(text: Text, person: Known, people: list[Known], offices: list[Office]) -> list[Span]:
    """Spans of nameless offices that only this person holds in the article."""
    if not person.official or person.role is None:
        return []
    holders = [other for other in people if other.official and _head(other) == _head(person)]
    return [_span(text, office) for office in offices if _fits(text, office, person, len(holders) == 1)]


def _head(person: Known) -> str:
    """The role without its acting prefix."""
    role = person.role or ""
    prefix, _, rest = role.partition(" ")
    return rest if prefix in grammar().acting.values() else role


def _fits(text: Text, office: Office, person: Known, alone: bool) -> bool:
    word = text.words[office.first]
    if office.plural or office.former or not word.capital or office.head.role != _head(person):
        return False
    before = text.words[office.first - 1].low if office.first and text.words.gap(office.first) in BLANKS else ""
    if before in ("dan", "atau", "calon", "para", "setiap", "seorang", "oknum", "menjadi", "pemilihan"):
        return False
    if office.bare:
        return alone and office.head.kind in _SPEAKING and not _coordinated(text, office)
    return person.agency is not None and agency_of(text, office)[0] == person.agency and not _coordinated(text, office)


def _coordinated(text: Text, office: Office) -> bool:
    """ "Bupati dan Wakil Bupati" names an election or a pair, no person."""
    after = office.last
    return after < len(text.words) and text.words[after].low in ("dan", "atau", "maupun") and text.words.gap(after) in BLANKS


def _span(text: Text, office: Office) -> Span:
    return Span(text.words[office.first].start, text.words[office.last - 1].end)
