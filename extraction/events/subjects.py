"""Subjects of a stretch of text (codebook 5, 12.14): whose neutrality it speaks of. The speaker's own office is none."""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.events.accused import Accused
from extraction.events.lexicon import classes, cues, table
from extraction.events.scene import Scene
from extraction.model import CASE_TYPES, EventMention, EventType, RegionLevel, Subject

# Offices whose holders speak or preside more often than they are accused.
_SPEAKING = frozenset({Subject.KEPALA_DAERAH, Subject.SEKDA, Subject.KEPALA_DINAS, Subject.CAMAT, Subject.LURAH})
# Offices that a case's article prints of those whom it is about; groups are also named as warned, as witnesses, as present.
_OFFICES = frozenset(
    {
        *(Subject.ASN, Subject.PPPK, Subject.CAMAT, Subject.LURAH, Subject.KEPALA_DINAS, Subject.SEKDA),
        *(Subject.KEPALA_SEKOLAH, Subject.GURU),
    }
)
_GROUPS = frozenset({Subject.KADES, Subject.PERANGKAT_DESA, Subject.BPD, Subject.RT_RW, Subject.HONORER, Subject.TNI, Subject.POLRI})
_ACCUSABLE = _OFFICES - {Subject.ASN, Subject.PPPK}
_APPEALED_TO = (_OFFICES | _GROUPS) - {Subject.SEKDA, Subject.KEPALA_DINAS}
_DOMAIN = re.compile(r"\.(?:go|com|co|id|net|org)\b")
_TNI_POLRI = re.compile(r"\bTNI\s?[-–/]\s?(Polri)\b", re.IGNORECASE)
_NEAR = (50, 40)  # characters before and behind a name in which it is said that its bearer speaks or presides


def _own_office(start: int, end: int, subject: Subject, speakers: list[tuple[int, int]]) -> bool:
    return subject in _SPEAKING and any(a <= start and end <= b for a, b in speakers)


def subjects_in(scene: Scene, start: int, end: int, speakers: list[tuple[int, int]]) -> list[Subject]:
    """Subjects printed in `whole[start:end]`; `speakers` are the spans of the roles of people who only speak or act."""
    found: list[Subject] = []
    for first, last, subject in _printed(scene.whole):
        if first < start or last > end or _own_office(first, last, subject, speakers):
            continue
        if subject is Subject.KEPALA_DAERAH and _not_meant(scene, first, last):
            continue
        found.append(subject)
    return complete(scene, found)


@lru_cache(maxsize=1)
def _printed(whole: str) -> tuple[tuple[int, int, Subject], ...]:
    """Start, end and subject of every word of the lexicon outside web addresses; an article's sentences are asked for some thirty times."""
    finder, _ = classes("subjects", "words")
    found = (match for match in finder.finditer(whole) if not _DOMAIN.match(whole, match.end()))
    printed = [(match.start(), match.end(), Subject(match.lastgroup or "")) for match in found]
    return tuple(printed + [(match.start(1), match.end(1), Subject.POLRI) for match in _TNI_POLRI.finditer(whole)])


def _not_meant(scene: Scene, start: int, end: int) -> bool:
    """Whether a bupati or gubernur is only run for, addressed, or part of a place's or building's name."""
    around = scene.whole[max(0, start - 40) : end + 25]
    offset = start - max(0, start - 40)
    run_for = any(m.start() <= offset < m.end() for m in cues("topic", "candidacy").finditer(around))
    return run_for or cues("subjects", "addressed").search(around[:offset]) is not None


def further_subjects(scene: Scene, accused: list[Accused], mentions: list[EventMention]) -> list[Subject]:
    """Subjects that the rest of the article prints: offices of those it is about, and in an appeal the groups appealed to."""
    speakers = _presiding(scene, accused)
    case = any(m.type in CASE_TYPES or m.status for m in mentions)
    wanted = _ACCUSABLE if case else _APPEALED_TO
    about = () if case else ("neutral", "prohibited", "prevent")
    found: list[Subject] = []
    for sentence in scene.sentences:
        aside = cues("subjects", "present").search(sentence.text) or (case and cues("subjects", "asked").search(sentence.text))
        if not aside and (not about or any(cues("topic", cue).search(sentence.text) for cue in about)):
            found += [s for s in subjects_in(scene, sentence.start, sentence.end, speakers) if s in wanted]
    return list(dict.fromkeys(found))


def with_further(scene: Scene, accused: list[Accused], mentions: list[EventMention]) -> None:
    """Add the further subjects to the event that the article is about: its first that is told, not counted."""
    told = [m for m in mentions if m.type not in {EventType.STATISTIK, EventType.LAINNYA}] or mentions
    if told:
        told[0].subjects = list(dict.fromkeys([*told[0].subjects, *further_subjects(scene, accused, mentions)]))


def _presiding(scene: Scene, accused: list[Accused]) -> list[tuple[int, int]]:
    """Where the office of somebody stands who is not accused and speaks, attends or presides, from the office to the name's end."""
    blamed = {a.person.id for a in accused}
    quoted = {q.person for q in scene.reading.quotes}
    spans: list[tuple[int, int]] = []
    for person in scene.reading.people:
        if person.id in blamed:
            continue
        reach = len(person.role_printed or person.role or "") + len(person.agency or "") + 12
        for mention in person.mentions:
            sentence = scene.sentences[scene.sentence_index(mention.start)]
            start = max(sentence.start, mention.start - reach)
            near = scene.whole[max(sentence.start, start - _NEAR[0]) : min(sentence.end, mention.end + _NEAR[1])]
            if person.id in quoted or cues("subjects", "presides").search(near):
                spoken = max(scene.whole.rfind(mark, start, mention.start) for mark in '”"')
                spans.append((max(start, spoken + 1), mention.end))
    return spans


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
