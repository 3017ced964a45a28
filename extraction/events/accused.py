"""Who is said to have broken neutrality: a chain of mentions for each person, and what is said of the chain (codebook 8)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extraction.events.lexicon import classes, cues, cues_exact, table
from extraction.events.scene import Scene
from extraction.model import Person, Span

_NEEDED = 2.0  # one strong mark (a printed "oknum", initials) or two predicates without speech
_STRONG, _SAID, _SPOKEN = 2.0, 1.0, -1.0
_BEFORE, _AFTER, _GROUP = 70, 60, 260


@dataclass(frozen=True, slots=True)
class Accused:
    """An accused person and the sentences that name him."""

    person: Person
    sentences: frozenset[int]


def _excluded(person: Person) -> bool:
    office = " ".join(filter(None, (person.role_printed, person.role, person.agency)))
    return cues("accused", "never_role").search(office) is not None


def _acts_on_others(scene: Scene, span: Span) -> bool:
    """Whether the person punishes, examines or reports in the sentence: an agent, never the accused of the same act."""
    sentence = scene.sentences[scene.sentence_index(span.start)]
    return cues("accused", "punisher").match(scene.whole[span.end : sentence.end]) is not None


def _weigh(scene: Scene, person: Person, span: Span) -> float:
    sentence = scene.sentences[scene.sentence_index(span.start)]
    clause = scene.clause_at(span.start)
    lead_in = scene.whole[max(sentence.start, span.start - _BEFORE) : span.start]
    opening = scene.whole[max(sentence.start, span.start - _GROUP) : span.start]
    weight = 0.0
    if cues("accused", "marks_before").search(lead_in) or cues("accused", "group_before").search(opening):
        weight += _STRONG
    elif cues("accused", "punished").search(opening):
        weight += _SAID
    elif cues("accused", "addressed").search(lead_in) and not person.initials:
        return weight
    reach = _GROUP if _low(person) else _BEFORE
    around = scene.whole[max(sentence.start, clause.start - reach) : min(sentence.end, clause.end + _AFTER)]
    told = cues("accused", "said_of").search(around) or cues("accused", "done_to").search(opening)
    if told and not scene.quoted(span.start):
        weight += _SAID
    near = scene.whole[max(sentence.start, span.start - 60) : min(sentence.end, span.end + 25)]
    if cues("accused", "speaks").search(near) and not person.initials:
        weight += _SPOKEN
    return weight


def find_accused(scene: Scene) -> list[Accused]:
    """The accused among the reading's people, in the order of their first mention."""
    found = []
    _by_initials(scene)
    for person in scene.reading.people:
        if not person.mentions or _excluded(person) or any(_acts_on_others(scene, span) for span in person.mentions):
            continue
        weighed = [_weigh(scene, person, span) for span in person.mentions]
        told = [w for w in weighed if w > 0] if _low(person) else weighed  # who holds a low office may speak in his own case
        weight = (_STRONG if person.initials else 0.0) + sum(told)
        silent = min(weighed) >= 0
        if weight >= _NEEDED or (weight >= _SAID and (silent or _low(person)) and _serves(person)):
            found.append(Accused(person, frozenset(scene.sentence_index(s.start) for s in person.mentions)))
    return sorted(found, key=lambda a: a.person.mentions[0].start)


def _by_initials(scene: Scene) -> None:
    """People printed only by initials behind "inisial" or "oknum camat", whom nobody read as people; they join the reading's people."""
    known = {p.name for p in scene.reading.people}
    new: dict[str, Person] = {}
    for match in cues_exact("accused", "initial").finditer(scene.whole):
        for name in re.findall(r"\b[A-Z]{1,4}\b", match["names"]):
            if name in known or name in new or name in table("accused")["abbreviations"]:
                continue
            spans = [Span(m.start(), m.end()) for m in re.finditer(rf"(?<![\w.]){name}(?![\w.])", scene.whole)]
            person = Person(scene.reading.make_id("person", spans[0], name), name, None, None, None, False, initials=True, mentions=spans)
            new[name] = person
    scene.reading.people += new.values()


def _office(person: Person) -> str:
    return " ".join(filter(None, (person.role_printed, person.role)))


def _low(person: Person) -> bool:
    """Offices that act for nobody in a case: who holds one and stands in such a clause is its accused."""
    return cues("subjects", "low_office").search(_office(person)) is not None


def _serves(person: Person) -> bool:
    """Whether the office is one of the state apparatus."""
    return _low(person) or classes("subjects", "words")[0].search(_office(person)) is not None
