"""Which accused a finding speaks of: an outcome is said of somebody only where its clause, or the whole case, is about him."""

from __future__ import annotations

from extraction.events.accused import Accused
from extraction.events.cases import Case
from extraction.events.finding import Finding
from extraction.events.lexicon import cues
from extraction.events.numbers import value
from extraction.events.scene import Scene
from extraction.model import EventType, Status

_BEFORE = 60  # characters of the clause in front of a finding in which its subject is counted


def _counted(scene: Scene, finding: Finding) -> int | None:
    """How many people the finding's clause counts as its subject, None where it counts none."""
    clause = scene.clause_at(finding.start)
    text = scene.whole[max(clause.start, finding.start - _BEFORE) : finding.end]
    found = [m["n"] for m in cues("steps", "counted").finditer(text)]
    return sum(value(n) for n in found) if found else None


def bound_accused(scene: Scene, case: Case, findings: list[Finding]) -> list[Accused]:
    """The accused of whom the findings (all of one outcome) are said."""
    named = [a for a in case.accused if any(f.sentence in a.sentences for f in findings)]
    if named:
        return named
    if {f.status for f in case.findings} != {findings[0].status} or all(f.criminal for f in findings):
        return []
    if len(case.accused) > 1 and not any(cues("steps", "all_of_them").search(scene.sentences[f.sentence].text) for f in findings):
        return []
    if findings[0].status is Status.TIDAK_TERBUKTI and EventType.REKOMENDASI in case.types:
        return []
    counts = [n for f in findings if (n := _counted(scene, f)) is not None]
    return list(case.accused) if not counts or max(counts) >= len(case.accused) else []


def still_open(case: Case) -> list[Accused]:
    """The accused whom no clearing names: those who are forwarded."""
    cleared = [a for a in case.accused if any(f.sentence in a.sentences for f in case.cleared)]
    proven = [a for a in case.accused if any(f.sentence in a.sentences and f.status is Status.TERBUKTI for f in case.findings)]
    return [a for a in case.accused if a not in cleared or a in proven]
