"""Case objects: the frames and findings of one accused person or group together, each with its outcome (codebook 4, 12.1, 12.15)."""

from __future__ import annotations

from dataclasses import dataclass, field

from extraction.events.accused import Accused
from extraction.events.finding import Finding
from extraction.events.frames import Frame
from extraction.events.lexicon import classes, cues
from extraction.events.placing import mains
from extraction.events.scene import Scene
from extraction.model import CASE_TYPES, EventType, Status


@dataclass
class Case:
    """One case. `foreign` where its accused are no part of the state apparatus: then it is read and dropped."""

    frames: list[Frame] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    accused: list[Accused] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    foreign: bool = False
    other_track: bool = False
    counted: frozenset[int] = frozenset()

    @property
    def types(self) -> set[EventType]:
        """Types of the steps that happened."""
        return {f.type for f in self.frames if f.asserted}

    @property
    def proven(self) -> bool:
        """Whether the body found a violation."""
        return any(f.status is Status.TERBUKTI and f.sentence not in self.counted for f in self.findings)

    @property
    def cleared(self) -> list[Finding]:
        """Findings that clear; of the criminal track only where nothing goes on (12.7)."""
        goes_on = EventType.REKOMENDASI in self.types or self.proven or self.other_track
        return [f for f in self.findings if f.status is Status.TIDAK_TERBUKTI and not (f.criminal and goes_on)]


def _opens(scene: Scene, index: int) -> bool:
    """Whether the sentence turns to another case."""
    text = scene.sentences[index].text
    return cues("cases", "turn").match(text) is not None and cues("cases", "back").search(text) is None


def _foreign(scene: Scene, index: int) -> bool:
    text = scene.sentences[index].text
    return cues("cases", "foreign").search(text) is not None and cues("topic", "apparatus").search(text) is None


def _by_office(scene: Scene, index: int, accused: list[Accused]) -> list[str]:
    """The one accused whose office the sentence names without a name ("untuk lurah, kami teruskan")."""
    finder, _ = classes("subjects", "words")
    offices = {m.lastgroup for m in finder.finditer(scene.sentences[index].text)} - {"ASN"}
    holders = [
        a.person.id for a in accused if offices & {m.lastgroup for m in finder.finditer(a.person.role_printed or a.person.role or "")}
    ]
    return holders if len(holders) == 1 and len(accused) > 1 else []


def _turns_to(scene: Scene, index: int) -> str | None:
    """The main region that opens the sentence where there are several ("Di Kabupaten X, ..."): its case is another one."""
    regions = mains(scene)
    sentence = scene.sentences[index]
    opening = cues("cases", "in_place").match(sentence.text)
    if len(regions) < 2 or opening is None:
        return None
    here = [p for p in scene.reading.places if p.region and sentence.start <= p.span.start <= sentence.start + opening.end()]
    return next((r.name for r in regions for p in here if p.region == r), None)


def _assignment(scene: Scene, accused: list[Accused]) -> list[int]:
    """The case's number of each sentence: a new one where the text turns to another case and says so."""
    numbers: list[int] = []
    current = newest = 0
    owner: dict[str, int] = {}
    places: dict[str, int] = {}
    for index in range(len(scene.sentences)):
        here = [a.person.id for a in accused if index in a.sentences] or _by_office(scene, index, accused)
        known = [owner[i] for i in here if i in owner]
        if (
            _opens(scene, index)
            and not known
            and (
                here
                or cues("cases", "other").search(scene.sentences[index].text)
                or cues("topic", "servant").search(scene.sentences[index].text)
            )
        ):
            newest += 1
            current = newest
        elif known:
            current = known[0]
        elif place := _turns_to(scene, index):
            current = places.setdefault(place, newest + 1)
            newest = max(newest, current)
        for i in here:
            owner.setdefault(i, current)
        numbers.append(current)
    return numbers


def split_cases(scene: Scene, frames: list[Frame], findings: list[Finding], accused: list[Accused]) -> list[Case]:
    """The article's cases, those of the state apparatus only, in the order of the text."""
    numbers = _assignment(scene, accused)
    cases: dict[int, Case] = {}
    for index, number in enumerate(numbers):
        case = cases.setdefault(number, Case())
        case.sentences.append(index)
    for frame in frames:
        if frame.type in CASE_TYPES or frame.act in {"trace", "summon_announced"}:
            cases[numbers[frame.sentence]].frames.append(frame)
    for finding in findings:
        cases[numbers[finding.sentence]].findings.append(finding)
    for person in accused:
        first = min(person.sentences)
        cases[numbers[first]].accused.append(person)
    for case in cases.values():
        opening = case.sentences[0]
        case.other_track = any(cues("findings", "other_track").search(scene.sentences[i].text) for i in case.sentences)
        case.foreign = _foreign(scene, opening) and not case.accused
    return [c for c in cases.values() if not c.foreign]
