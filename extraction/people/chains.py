"""Joins what is said of one person: full name, later short forms, two spellings, initials in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from extraction.model import Region, Span
from extraction.people.names import read_name
from extraction.people.text import Text

_ALIKE = 0.86  # two spellings of one name ("Khoerul", "Khaerul"): measured by difflib over the whole name
_ALIKE_ALONE = 0.8  # for single names with the same office
_SHORTEST = 3  # letters of a short form that is looked for in the text
_ALIAS = re.compile(r"\s\(([A-Z]{1,4})\)")


@dataclass
class Known:
    """A person while the article is being read."""

    name: str
    tokens: tuple[str, ...]
    spans: list[Span]
    degrees: list[str] = field(default_factory=list)
    initials: bool = False
    role: str | None = None
    role_printed: str | None = None
    agency: str | None = None
    region: Region | None = None
    official: bool = False
    public_office: bool = False
    former: bool = False
    kind: str = ""


def join(found: list[Known]) -> list[Known]:
    """One Known a person, in order of print; the fullest name, the first complete office."""
    people: list[Known] = []
    for one in sorted(found, key=lambda k: k.spans[0].start):
        same = next((p for p in people if _same(p, one)), None)
        if same is None:
            people.append(one)
        else:
            _merge(same, one)
    return sorted(people, key=lambda k: k.spans[0].start)


def _same(a: Known, b: Known) -> bool:
    if a.initials != b.initials:
        return False
    if a.tokens == b.tokens:
        return not a.initials or a.role is None or b.role is None or a.role == b.role
    if a.initials:
        return False
    short, long_ = sorted((a.tokens, b.tokens), key=len)
    if _within(short, long_):
        return len(short) > 1 or not (a.official and b.official) or _head(a) == _head(b) or a.agency == b.agency is not None
    return len(short) == len(long_) and _alike(a, b)


def _alike(a: Known, b: Known) -> bool:
    """Two spellings of one name; single names only with the same office."""
    if a.name[0].lower() != b.name[0].lower():
        return False
    ratio = SequenceMatcher(None, a.name.lower(), b.name.lower()).ratio()
    if len(a.tokens) == 1:
        return _head(a) == _head(b) != "" and ratio >= _ALIKE_ALONE
    return ratio >= _ALIKE


def _head(known: Known) -> str:
    return (known.role or "").split(" ")[0]


def _within(short: tuple[str, ...], long_: tuple[str, ...]) -> bool:
    """Whether the words of the short form stand in the long one, an initial for the word that it begins."""
    rest = list(long_)
    for word in short:
        hit = next((w for w in rest if w == word or (len(word) == 1 and w.startswith(word)) or (len(w) == 1 and word.startswith(w))), None)
        if hit is None:
            return False
        rest.remove(hit)
    return True


def _merge(person: Known, more: Known) -> None:
    if len(more.name) > len(person.name) and len(more.tokens) >= len(person.tokens):
        person.name, person.tokens = more.name, more.tokens
    person.spans.extend(more.spans)
    person.degrees.extend(d for d in more.degrees if d not in person.degrees)
    better = (more.official, not more.former, more.agency is not None) > (person.official, not person.former, person.agency is not None)
    if person.role is None or better:
        person.role, person.role_printed, person.agency, person.region = more.role, more.role_printed, more.agency, more.region
        person.official, person.public_office, person.former, person.kind = more.official, more.public_office, more.former, more.kind


def mentions_of(text: Text, people: list[Known]) -> list[list[Span]]:
    """All spans that mean each person: the full name first, then every other place in order of print."""
    taken = sorted(span for person in people for span in person.spans)
    result: list[list[Span]] = []
    for person in people:
        spans = set(person.spans)
        if not person.initials:
            spans |= _aliases(text, person)
        result.append(sorted(spans))
    for span in _short_forms(text, people, taken):
        owner = _owner(text, people, result, span)
        if owner is not None:
            result[owner].append(span)
    return [[spans[0], *sorted(set(spans[1:]))] for spans in map(_full_first, result, people)]


def _full_first(spans: list[Span], person: Known) -> list[Span]:
    """The fullest printed form first."""
    return sorted(spans, key=lambda s: (-(s.end - s.start) if s in person.spans else 0, s.start))


def _aliases(text: Text, person: Known) -> set[Span]:
    """ "Nama (AT)": the initials in brackets mean the person before them."""
    found: set[Span] = set()
    for span in person.spans:
        match = _ALIAS.match(text.whole, span.end)
        if match:
            found.add(Span(match.start(1), match.end(1)))
    return found


def _short_forms(text: Text, people: list[Known], taken: list[Span]) -> list[Span]:
    """Runs of words of somebody's name outside the names already bound."""
    wanted = {word for person in people if not person.initials for word in person.tokens if len(word) >= _SHORTEST}
    initials = {person.name for person in people if person.initials}
    covered = {i for span in taken for i in range(text.words.at(span.start), text.words.at(span.end))}
    spans: list[Span] = []
    i, words = 0, text.words
    while i < len(words):
        word = words[i]
        if i in covered or not word.capital or not (word.low in wanted or word.text in initials):
            i += 1
            continue
        last = i + 1
        while last < len(words) and words[last].low in wanted and words[last].capital and words.gap(last) == " " and last not in covered:
            last += 1
        place = i in text.places and last <= text.places[i][0] and last - i == 1
        agency = any(i in range(first, end) for first, (end, _) in text.agencies.items())
        spoken = word.low in text.speakers
        if not place and not agency and (spoken or word.low not in words.lower or read_name(text, i) is not None):
            spans.append(Span(word.start, words[last - 1].end))
        i = last
    return spans


def _owner(text: Text, people: list[Known], spans: list[list[Span]], span: Span) -> int | None:
    """The person whose name holds all words of the span; among several the one mentioned last before it."""
    printed = span.of(text.whole)
    words = tuple(printed.lower().split())
    fits = [k for k, p in enumerate(people) if (p.initials and p.name == printed) or (not p.initials and _within(words, p.tokens))]
    if not fits:
        return None
    return max(fits, key=lambda k: (max((s.start for s in spans[k] if s.start < span.start), default=-1), -k))
