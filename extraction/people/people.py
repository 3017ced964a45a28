"""Fills `reading.people`: persons with role, agency and all their mentions (codebook 8, 12.11, 12.12, 12.17)."""

from __future__ import annotations

import re

from extraction.model import Person, Span
from extraction.people.agency import agency_of
from extraction.people.binding import Binder, Binding
from extraction.people.chains import Known, join, mentions_of
from extraction.people.lexicon import grammar
from extraction.people.names import Name
from extraction.people.office_mentions import office_mentions
from extraction.people.offices import Office, find_offices, is_public
from extraction.people.text import Text, text_of
from extraction.people.workplace import find_workplaces
from extraction.reading import Reading

_IN_BRACKETS = re.compile(r"\s{0,3}\([^)]{0,60}+\)?")  # an abbreviation, closed or cut off
# Offices whose holders answer in public under their name; teachers, staff and parts of agencies do not (reliability.md, on accused people).
_PUBLIC_KINDS = frozenset({"executive", "minister", "state", "supervisor", "unit", "court", "police", "body", "village"})


def read_people(reading: Reading) -> None:
    """Find persons with their offices; needs `sentences`, `places` and `agencies`."""
    text = text_of(reading)
    offices = find_offices(text)
    bindings = Binder(text, offices).bind()
    named = {id(b.office) for b in bindings}
    known = join([_known(text, b) for b in bindings if not _bare_line(text, b.name)])
    alone = [office for office in offices if id(office) not in named]
    printed = mentions_of(text, known)
    find_workplaces(text, known, printed)
    spans = [mentions + office_mentions(text, one, known, alone) for one, mentions in zip(known, printed, strict=True)]
    reading.people = [_person(reading, one, spans[k]) for k, one in enumerate(known)]


def _known(text: Text, binding: Binding) -> Known:
    office, name = binding.office, binding.name
    known = Known(name.text, name.tokens, [name.span], list(name.degrees), name.initials)
    if office is not None:
        known.role, known.role_printed = role_of(text, office)
        known.agency, known.region = agency_of(text, office)
        named_servant = office.head.kind == "service" and not name.initials  # codebook 12.17
        known.official = (is_public(text, office) or named_servant) and not office.former
        known.public_office = known.official and office.head.kind in _PUBLIC_KINDS and office.head.role not in grammar().clerks
        known.former, known.kind = office.former, office.head.kind
    return known


def role_of(text: Text, office: Office) -> tuple[str, str]:
    """(role without agency, place and name, in long form; the office as printed)."""
    words = text.words
    printed = text.whole[words[office.first].start : words[office.last - 1].end].replace("\n", " ")
    start, stop = office.head_end, office.fields_end
    if office.tail and office.head.kind == "body":
        start, stop = office.tail
    fields = text.whole[words[start - 1].end : words[stop - 1].end] if stop > start else ""
    fields = " ".join(_IN_BRACKETS.sub("", fields).split()).strip(" ,")
    return " ".join(part for part in (office.acting, office.head.role, fields) if part), printed + _closing(printed)


def _closing(printed: str) -> str:
    """The bracket that a phrase ending inside one leaves open."""
    return ")" if printed.count("(") > printed.count(")") else ""


def _bare_line(text: Text, name: Name) -> bool:
    """A line of headline words without a full stop in the body is a link or a caption, no sentence (extraction.md)."""
    whole = text.whole
    start = whole.rfind("\n", 0, name.start) + 1
    end = whole.find("\n", name.start)
    line = whole[start : end if end >= 0 else len(whole)].strip()
    if start < text.reading.text_start or not line or line[-1] in ".!?”\",:;)*’'":
        return False
    words = [w for w in line.split() if w[0].isalpha()]
    return len(words) < 30 and sum(w[0].isupper() for w in words) >= 0.6 * len(words)


def _person(reading: Reading, known: Known, spans: list[Span]) -> Person:
    return Person(
        id=reading.make_id("person", spans[0], known.name),
        name=known.name,
        role=known.role,
        role_printed=known.role_printed,
        agency=known.agency,
        official=known.official,
        region=known.region,
        degrees=known.degrees,
        initials=known.initials,
        public_office=known.public_office,
        mentions=[spans[0], *sorted(set(spans[1:]))],
    )
