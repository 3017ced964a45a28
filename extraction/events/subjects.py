"""Subjects of a stretch of text (codebook 5, 12.14): whose neutrality it speaks of. The speaker's own office is none."""

from __future__ import annotations

from extraction.events.lexicon import classes, cues, table
from extraction.events.scene import Scene
from extraction.model import RegionLevel, Subject

# Offices whose holders speak or preside more often than they are accused.
_SPEAKING = frozenset({Subject.KEPALA_DAERAH, Subject.SEKDA, Subject.KEPALA_DINAS, Subject.CAMAT, Subject.LURAH})


def _own_office(start: int, end: int, subject: Subject, speakers: list[tuple[int, int]]) -> bool:
    return subject in _SPEAKING and any(a <= start and end <= b for a, b in speakers)


def subjects_in(scene: Scene, start: int, end: int, speakers: list[tuple[int, int]]) -> list[Subject]:
    """Subjects printed in `whole[start:end]`; `speakers` are the spans of the roles of people who only speak or act."""
    finder, _ = classes("subjects", "words")
    found: list[Subject] = []
    for match in finder.finditer(scene.whole, start, end):
        subject = Subject(match.lastgroup or "")
        if _own_office(match.start(), match.end(), subject, speakers):
            continue
        if subject is Subject.KEPALA_DAERAH and _not_meant(scene, match.start(), match.end()):
            continue
        found.append(subject)
    return complete(scene, found)


def _not_meant(scene: Scene, start: int, end: int) -> bool:
    """Whether a bupati or gubernur is only run for, addressed, or part of a place's or building's name."""
    around = scene.whole[max(0, start - 40) : end + 25]
    offset = start - max(0, start - 40)
    run_for = any(m.start() <= offset < m.end() for m in cues("topic", "candidacy").finditer(around))
    return run_for or cues("subjects", "addressed").search(around[:offset]) is not None


def complete(scene: Scene, found: list[Subject]) -> list[Subject]:
    """Without repetition, with ASN where the office implies it, and with lurah read as kades in DIY."""
    seen = list(dict.fromkeys(found))
    if Subject.LURAH in seen and _in_diy(scene):
        seen = [Subject.KADES if s is Subject.LURAH else s for s in seen]
    if any(s in table("subjects")["also_asn"] for s in seen) and Subject.ASN not in seen:
        seen.append(Subject.ASN)
    return list(dict.fromkeys(seen))


def _in_diy(scene: Scene) -> bool:
    regions = scene.reading.regions
    if any(r.main for r in regions):
        return any(r.main and (r.region.code or "").startswith("34") and r.region.level is not RegionLevel.DESA for r in regions)
    return cues("subjects", "diy").search(scene.whole) is not None
