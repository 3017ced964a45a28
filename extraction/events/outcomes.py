"""What the steps that may call somebody proven or punished come to, and for whom (codebook 4, 12.7, 12.16, 12.21, 12.26)."""

from __future__ import annotations

from dataclasses import dataclass

from extraction.events.accused import Accused
from extraction.events.binding import another_subject, bound, bound_accused, forwarded_as_proven, part_of, still_open
from extraction.events.cases import Case
from extraction.events.frames import Frame
from extraction.events.lexicon import cues
from extraction.events.scene import Scene
from extraction.events.sources import OTHER, source_of
from extraction.events.totals import share_of_many
from extraction.model import Status


@dataclass(frozen=True, slots=True)
class Outcome:
    """Frames of one type that come to the same, with the accused of whom they speak."""

    frames: list[Frame]
    status: Status
    accused: list[Accused]


def sanctions(scene: Scene, case: Case, frames: list[Frame]) -> list[Outcome]:
    """A punishment imposed is a sanction of whom it names; a suspension while the examination goes on punishes nobody yet (12.26)."""
    imposed = [f for f in frames if not cues("findings", "suspended").search(scene.sentences[f.sentence].text)]
    if not imposed:
        return [Outcome(frames, Status.DUGAAN, list(case.accused))]
    return [Outcome(imposed, Status.SANKSI, bound(scene, case, imposed))]


def verdicts(scene: Scene, case: Case, frames: list[Frame]) -> list[Outcome]:
    """Verdicts convict or acquit whom they name; the court of appeal outweighs the first one; without a verdict it stays alleged."""
    told = [f for f in frames if f.act == "verdict" and not scene.sentences[f.sentence].title and _of_court(scene, f)]
    if not told:
        return [Outcome(frames, Status.DUGAAN, list(case.accused))]
    if last := [f for f in told if cues("steps", "appeal_court").search(scene.sentences[f.sentence].text)]:
        told = last
    freed = [f for f in told if _acquits(scene, f)]
    guilty = [f for f in told if f not in freed]
    pairs = ((guilty, Status.TERBUKTI, freed), (freed, Status.TIDAK_TERBUKTI, guilty))
    return [Outcome(group, status, bound(scene, case, group, others)) for group, status, others in pairs if group]


def _of_court(scene: Scene, frame: Frame) -> bool:
    """Whether the verdict is told as one, not hoped for or argued by somebody with a side in the case."""
    source = source_of(scene, frame.start, frame.end)
    return not source.wanted and not (source.told and source.kinds == frozenset({OTHER}))


def _acquits(scene: Scene, frame: Frame) -> bool:
    start, end = part_of(scene, frame)
    return cues("steps", "acquitted").search(scene.whole, start, end) is not None


def recommendations(scene: Scene, case: Case, frames: list[Frame]) -> list[Outcome]:
    """By the finding (12.7), for those found guilty; the staff commission's own recommendation of a sanction is `terbukti` (12.21)."""
    advised = [f for f in frames if by_commission(scene, f)]
    if not advised and not case.proven:
        return [Outcome(frames, Status.DUGAAN, _passed_on(scene, case))]
    proven = [f for f in case.findings if f.status is Status.TERBUKTI and f.sentence not in case.counted]
    whom = bound_accused(scene, case, proven) if proven else []
    if advised:
        whom += bound(scene, case, advised) or ([] if any(another_subject(scene, f, case.accused) for f in advised) else case.accused)
    whom = whom or forwarded_as_proven(scene, case, proven)
    if case.accused and not whom:
        return [Outcome(frames, Status.DUGAAN, _passed_on(scene, case))]
    return [Outcome(frames, Status.TERBUKTI, [a for a in case.accused if a in whom])]


def _passed_on(scene: Scene, case: Case) -> list[Accused]:
    """Who is forwarded: whom no clearing names; the only accused also where one does, for he is passed on for another breach (12.26)."""
    return still_open(scene, case) or (list(case.accused) if len(case.accused) == 1 else [])


def by_commission(scene: Scene, frame: Frame) -> bool:
    """Whether KASN or BKN itself recommends a punishment: named right before or behind the verb, or the one that recommends to the PPK."""
    sentence = scene.sentences[frame.sentence]
    if (
        frame.act not in {"recommend", "recommendation"}
        or sentence.title
        or cues("steps", "threat").search(sentence.text)
        or share_of_many(scene, frame.sentence)
    ):
        return False
    near = scene.whole[max(sentence.start, frame.start - 45) : frame.start]
    behind = scene.whole[frame.end : min(sentence.end, frame.end + 110)]
    earlier = scene.sentences[max(0, frame.sentence - 2)].start
    named = cues("steps", "commission_acts").search(near) or cues("steps", "commission_of").match(behind)
    if named is None and cues("steps", "to_employer").match(behind):
        named = cues("steps", "commission_named").search(scene.whole, earlier, sentence.start)
    following = scene.sentences[min(len(scene.sentences) - 1, frame.sentence + 1)]
    punishing = cues("steps", "sanction_word").search(behind) or (
        cues("steps", "sanction_word").search(following.text) and not cues("steps", "threat").search(following.text)
    )
    return named is not None and bool(punishing)
