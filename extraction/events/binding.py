"""Of whom a finding, verdict or punishment speaks (codebook 12.1, 12.15): of an accused only where its part of the sentence names him,
or where nothing breaks the thread from him to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from extraction.events.accused import Accused
from extraction.events.cases import Case
from extraction.events.finding import Finding
from extraction.events.lexicon import classes, cues, table
from extraction.events.numbers import value
from extraction.events.scene import Scene
from extraction.model import EventType, Status

_BEFORE = 60  # characters of the clause in front of a finding in which its subject is counted


class Told(Protocol):
    """A finding or a frame: something said at [start, end) of a sentence."""

    @property
    def start(self) -> int:
        """Offset of its first character."""

    @property
    def end(self) -> int:
        """Offset behind its last character."""

    @property
    def sentence(self) -> int:
        """The index of its sentence."""


def part_of(scene: Scene, told: Told, others: Sequence[Told] = ()) -> tuple[int, int]:
    """The part of the sentence that speaks of one: between "sedangkan", "namun" and the like, and between other outcomes in it."""
    sentence = scene.sentences[told.sentence]
    cuts = [m.start() for m in cues("binding", "contrast").finditer(scene.whole, sentence.start, sentence.end)]
    ends = [o.end for o in others if o.sentence == told.sentence and o.end <= told.start]
    starts = [o.start for o in others if o.sentence == told.sentence and o.start >= told.end]
    start = max([sentence.start, *(c for c in cuts if c <= told.start), *ends])
    return start, min([sentence.end, *(c for c in cuts if c >= told.end), *starts])


def between(accused: Sequence[Accused], start: int, end: int) -> list[Accused]:
    return [a for a in accused if any(start <= s.start < end for s in a.person.mentions)]


def _offices(text: str) -> set[str]:
    """Subjects that an office or a stretch of text names, with ASN where the office is held by one."""
    finder, _ = classes("subjects", "words")
    found = {m.lastgroup or "" for m in finder.finditer(text)}
    return found | ({"ASN"} if found & set(table("subjects")["also_asn"]) else set())


def another_subject(scene: Scene, told: Told, accused: Sequence[Accused], others: Sequence[Told] = ()) -> bool:
    """Whether it is said of one of several, of a number of people, or of the holder of another office than any of the accused."""
    start, end = part_of(scene, told, others)
    active = cues("binding", "active").match(scene.whole, told.start, told.end)  # whose patient stands behind
    subject = scene.whole[start : end if active else told.end]
    if cues("binding", "indefinite").search(subject):
        return True
    offices = _offices(subject) - {"kepala_daerah", "sekda", "Polri"}
    printed = offices - {"ASN"} if cues("binding", "asn").search(subject) is None else offices
    known = set().union(*(_offices(a.person.role_printed or a.person.role or "") for a in accused))
    return bool(printed and known and not printed & known)


def _counted(scene: Scene, told: Told) -> int | None:
    """How many people the clause counts as its subject, None where it counts none."""
    clause = scene.clause_at(told.start)
    stretches = [(max(clause.start, told.start - _BEFORE), told.end)]
    if cues("binding", "active").match(scene.whole, told.start, told.end):
        stretches.append((told.end, part_of(scene, told)[1]))
    for start, end in stretches:
        if found := [m["n"] for m in cues("steps", "counted").finditer(scene.whole, start, end)]:
            return sum(value(n) for n in found)
    return None


def named_by(scene: Scene, told: Told, accused: Sequence[Accused], others: Sequence[Told] = ()) -> list[Accused]:
    """Whom its part of the sentence names: as subject before it, else behind it; else the one who was named before in the sentence."""
    start, end = part_of(scene, told, others)
    if named := between(accused, start, told.end) or between(accused, told.end, end):
        return named
    if another_subject(scene, told, accused, others):
        return []
    before = between(accused, scene.sentences[told.sentence].start, start)
    return before if len(before) == 1 else []


def bound(scene: Scene, case: Case, told: Sequence[Told], others: Sequence[Told] = ()) -> list[Accused]:
    """The accused of whom all these (of one outcome) are said: who is named, else the case's own where nobody else is meant."""
    named = [a for t in told for a in named_by(scene, t, case.accused, others)]
    if named:
        return [a for a in case.accused if a in named]
    if any(another_subject(scene, t, case.accused, others) and _counted(scene, t) is None for t in told):
        return []
    if len(case.accused) > 1 and not any(cues("steps", "all_of_them").search(scene.sentences[t.sentence].text) for t in told):
        return []
    counts = [n for t in told if (n := _counted(scene, t)) is not None]
    return list(case.accused) if not counts or max(counts) >= len(case.accused) else []


def bound_accused(scene: Scene, case: Case, findings: list[Finding]) -> list[Accused]:
    """The accused of whom the findings (all of one outcome) are said."""
    others = [f for f in case.findings if f.status is not findings[0].status]
    named = [a for f in findings for a in named_by(scene, f, case.accused, others)]
    if named:
        return [a for a in case.accused if a in named]
    if others or all(f.criminal for f in findings):
        return []
    if findings[0].status is Status.TIDAK_TERBUKTI and EventType.REKOMENDASI in case.types:
        return []
    return bound(scene, case, findings)


def forwarded_as_proven(scene: Scene, case: Case, proven: Sequence[Finding]) -> list[Accused]:
    """Who is forwarded where the findings name nobody: those whom no clearing names, or who are said to be the group."""
    if not proven or any(another_subject(scene, f, case.accused) and _counted(scene, f) is None for f in proven):
        return []
    left = still_open(scene, case)
    counts = [n for f in proven if (n := _counted(scene, f)) is not None]
    if counts:
        told = [a for a in left if any(cues("binding", "group").search(scene.sentences[i].text) for i in a.sentences)]
        return told if max(counts) >= len(told) else []
    return left if case.cleared and all(named_by(scene, f, case.accused, proven) for f in case.cleared) else []


def still_open(scene: Scene, case: Case) -> list[Accused]:
    """The accused whom no clearing names: those who are forwarded."""

    def told(findings: list[Finding], others: list[Finding]) -> list[Accused]:
        return [a for f in findings for a in named_by(scene, f, case.accused, others)]

    proven = [f for f in case.findings if f.status is Status.TERBUKTI]
    cleared = told(case.cleared, proven)
    return [a for a in case.accused if a not in cleared or a in told(proven, case.cleared)]
