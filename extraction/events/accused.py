"""Who is said to have broken neutrality: a chain of mentions for each person, and what is said of the chain (codebook 8)."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from extraction.events.announced import add_announced
from extraction.events.lexicon import classes, cues, pattern, table
from extraction.events.scene import Scene
from extraction.model import Person, Span

_BODIES = frozenset({"supervisor", "commission", "court", "prosecutor"})
_GROUPS = frozenset({"ASN", "PPPK", "honorer", "kepala_daerah"})
_FEW = 3
_WEIGHED = 40  # mentions of one person that are weighed: no news article names anybody as often
_NEEDED = 2.0  # one strong mark (announced, object of an inquiry, subject of an accusation) or two weaker ones
_STRONG, _SAID, _SPOKEN = 2.0, 1.0, -1.0
_BEFORE, _AFTER, _GROUP, _BEHIND = 70, 60, 260, 150


@dataclass(frozen=True, slots=True)
class Accused:
    """An accused person and the sentences that name him."""

    person: Person
    sentences: frozenset[int]


@lru_cache(maxsize=1)
def _predicates() -> list[tuple[str, re.Pattern[str]]]:
    """Classes of predicates behind a name, in the order of the file: the first that matches the verb decides."""
    entries: dict[str, Any] = table("accused")["predicates"]
    return [(name, pattern(source)) for name, source in entries.items()]


def _start(span: Span) -> int:
    return span.start


def predicate_of(scene: Scene, span: Span) -> str | None:
    """The class of the first verb behind a name in its sentence, over its apposition: what the person does or undergoes."""
    sentence = scene.sentences[scene.sentence_index(span.start)]
    printed = span.of(scene.whole)
    first = bisect_left(scene.names, span.end, key=_start)
    later = [s for s in scene.names[first : bisect_left(scene.names, span.end + _BEHIND, key=_start)] if printed not in s.of(scene.whole)]
    end = min([sentence.end, span.end + _BEHIND, *(s.start for s in later if _parts(scene, span.end, s.start))])
    bodies = [a.start for a in scene.actors_in(span.end, end) if a.kind in _BODIES and scene.whole[a.start - 2 : a.start] == ", "]
    if cues("accused", "according").search(scene.whole[max(sentence.start, span.start - 12) : span.start]):
        return None
    return _next_verb(scene, span.end, min([end, *bodies]))


def _next_verb(scene: Scene, start: int, end: int) -> str | None:
    """The class of the first verb in a stretch, None where there is none."""
    for verb in cues("accused", "verb").finditer(scene.whole, start, end):
        name = next((n for n, finder in _predicates() if finder.match(scene.whole, verb.start(), end)), "other")
        if name != "skip":
            return name
    return None


def _parts(scene: Scene, start: int, other: int) -> bool:
    """Whether another name begins something new: it is not joined to the first by a comma or "dan"."""
    return cues("accused", "joined").fullmatch(scene.whole[start:other]) is None


def _excluded(scene: Scene, person: Person) -> bool:
    """Whether the person acts in cases, or is only the short name of somebody who does."""
    if _acts(person):
        return True
    return " " not in person.name and any(_acts(p) and person.name in p.name.split() for p in scene.reading.people)


def _acts(person: Person) -> bool:
    office = " ".join(filter(None, (person.role_printed, person.role, person.agency)))
    return cues("accused", "never_role").search(office) is not None


def _inquired(scene: Scene, span: Span) -> bool:
    """Whether the person is the object of an inquiry or complaint: its verb stands before, and no other verb or object between."""
    sentence = scene.sentences[scene.sentence_index(span.start)]
    verbs = list(cues("accused", "inquired").finditer(scene.whole, max(sentence.start, span.start - _GROUP), span.start))
    if not verbs or scene.quoted(span.start):
        return False
    between = scene.whole[verbs[-1].end() : span.start]
    return cues("accused", "other_object").search(between) is None and _next_verb(scene, verbs[-1].end(), span.start) is None


def _receives(scene: Scene, span: Span) -> bool:
    """Whether something is handed to the person in the sentence: a superior, never the accused."""
    sentence = scene.sentences[scene.sentence_index(span.start)]
    return cues("accused", "receives").search(scene.whole[max(sentence.start, span.start - _GROUP) : span.start]) is not None


def _runs(scene: Scene, span: Span) -> bool:
    sentence = scene.sentences[scene.sentence_index(span.start)]
    return cues("accused", "runs").search(scene.whole[max(sentence.start, span.start - _BEFORE) : span.start]) is not None


def _supported(scene: Scene, span: Span) -> bool:
    """Whether the person is whom others are asked to choose or are said to support: never the accused by that."""
    sentence = scene.sentences[scene.sentence_index(span.start)]
    return cues("accused", "supported").search(scene.whole[max(sentence.start, span.start - _GROUP) : span.start]) is not None


def _weigh(scene: Scene, person: Person, span: Span, told: list[Span]) -> float:
    """What one mention says: marks in front of the name, the predicate behind it, words of accusation around it."""
    sentence = scene.sentences[scene.sentence_index(span.start)]
    clause = scene.clause_at(span.start)
    lead_in = scene.whole[max(sentence.start, span.start - _BEFORE) : span.start]
    opening = scene.whole[max(sentence.start, span.start - _GROUP) : span.start]
    predicate = predicate_of(scene, span)
    if predicate == "acts_on_others" and not person.initials:
        return 0.0
    weight = 0.0
    behind = scene.whole[span.end : sentence.end]
    marked = any(s.start < span.end and span.start < s.end for s in told)
    marked = marked or cues("accused", "marks_before").search(lead_in) is not None
    marked = marked or cues("accused", "marks_behind").match(behind) is not None
    if marked or cues("accused", "group_before").search(opening):
        weight += _STRONG
    elif cues("accused", "punished").search(opening):
        weight += _SAID
    elif cues("accused", "addressed").search(lead_in) and not person.initials:
        return 0.0
    if predicate == "accused" or _inquired(scene, span):
        weight += _STRONG
    elif predicate == "did":
        weight += _SAID
    reach = _GROUP if _low(person) else _BEFORE
    around = scene.whole[max(sentence.start, clause.start - reach) : min(sentence.end, clause.end + _AFTER)]
    accusing = cues("accused", "said_of").search(around) or cues("accused", "done_to").search(opening)
    if accusing and not scene.quoted(span.start):
        weight += _SAID
    near = scene.whole[max(sentence.start, span.start - 60) : min(sentence.end, span.end + 25)]
    if (predicate == "speaks" or (not marked and cues("accused", "speaks").search(near))) and not person.initials:
        weight += _SPOKEN
    return weight


def _blamed(scene: Scene, person: Person, announced: list[Span]) -> bool:
    weighed = [_weigh(scene, person, span, announced) for span in person.mentions[:_WEIGHED]]
    if _rules(person) and any(_receives(scene, s) for s in person.mentions[:_WEIGHED]):
        return False
    if not _low(person) and not person.initials and any(_runs(scene, s) for s in person.mentions[:_WEIGHED]):
        return False
    if not _low(person) and not person.initials and any(_supported(scene, s) for s in person.mentions[:_WEIGHED]):
        return False
    told = [w for w in weighed if w > 0] if _low(person) else weighed  # who holds a low office may speak in his own case
    weight = (_STRONG if person.initials else 0.0) + sum(told)
    silent = min(weighed) >= 0
    return weight >= _NEEDED or (weight >= _SAID and (silent or _low(person)) and _serves(person))


def _complains(scene: Scene, span: Span) -> bool:
    """Whether the person speaks as a complainant: the report is told of in front of the name."""
    if predicate_of(scene, span) != "speaks":
        return False
    sentence = scene.sentences[scene.sentence_index(span.start)]
    return cues("accused", "complains").search(scene.whole[max(sentence.start, span.start - _GROUP) : span.start]) is not None


def _acts_on_others(scene: Scene, person: Person) -> bool:
    if not person.initials and any(_complains(scene, s) for s in person.mentions[:_WEIGHED]):
        return True
    return any(predicate_of(scene, s) == "acts_on_others" for s in person.mentions[:_WEIGHED]) and not _low(person) and not person.initials


def _holders(scene: Scene, people: list[Person]) -> list[Person]:
    """People who hold the low office that headline or lead accuse ("seorang kepala desa diduga ..."), where they are few."""
    finder, _ = classes("subjects", "words")
    lead = [s for s in scene.sentences[: scene.lead + 1] if cues("steps", "suspect").search(s.text)]
    offices = {m.lastgroup for s in lead for m in finder.finditer(s.text)} - _GROUPS
    found = [p for p in people if _low(p) and offices & {m.lastgroup for m in finder.finditer(_office(p))}]
    return found if len(found) <= _FEW else []


def find_accused(scene: Scene) -> list[Accused]:
    """The accused among the reading's people, in the order of their first mention."""
    announced = add_announced(scene)
    scene.names = sorted((s for p in scene.reading.people for s in p.mentions), key=_start)
    people = [p for p in scene.reading.people if p.mentions and not _excluded(scene, p) and not _acts_on_others(scene, p)]
    blamed = [p for p in people if _blamed(scene, p, announced)]
    blamed = blamed or _holders(scene, people)
    found = [Accused(p, frozenset(scene.sentence_index(s.start) for s in p.mentions)) for p in blamed]
    return sorted(found, key=lambda a: a.person.mentions[0].start)


def _office(person: Person) -> str:
    return " ".join(filter(None, (person.role_printed, person.role)))


def _low(person: Person) -> bool:
    """Offices that act for nobody in a case: who holds one and stands in such a clause is its accused."""
    return cues("subjects", "low_office").search(_office(person)) is not None


def _rules(person: Person) -> bool:
    """Whether the person heads a government: the superior to whom cases are sent."""
    return cues("accused", "superior").search(_office(person)) is not None


def _serves(person: Person) -> bool:
    """Whether the office is one of the state apparatus."""
    return _low(person) or classes("subjects", "words")[0].search(_office(person)) is not None
