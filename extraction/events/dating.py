"""The date of an event (codebook 12.8, 12.24): bound to the step that its clause tells, else the day of the statement."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from extraction.events.draft import Draft
from extraction.events.frames import Frame
from extraction.events.lexicon import cues
from extraction.events.scene import Scene
from extraction.model import DateBasis, DateKind, DateMention, EventType, Precision

_NOT_OF_EVENTS = frozenset({DateKind.REGULATION, DateKind.STAGE, DateKind.VOTING, DateKind.CUTOFF})
_LETTER = 500  # characters in front of a date in which the letter that it dates is named
_SPEECH = 220  # characters from a verb of speech over the speaker and the place to the day
_GATHERED = 300  # the same for a gathering, whose day often closes a long sentence
_REACH = 240  # characters between a step's verb and its date
_DAY = 10  # length of YYYY-MM-DD
Dated = tuple[str | None, Precision | None, DateBasis | None]
ORDER = (
    EventType.LAPORAN,
    EventType.TEMUAN,
    EventType.PENGAWASAN,
    EventType.KLARIFIKASI,
    EventType.PUTUSAN,
    EventType.REKOMENDASI,
    EventType.SANKSI,
    EventType.PIDANA,
)


class Dates:
    """The dates of one article that may be an event's, with the acts that stand between them and other acts."""

    def __init__(self, scene: Scene, frames: list[Frame]) -> None:
        self.scene = scene
        steps = {f.sentence for f in frames if f.asserted}
        told = [d for d in scene.reading.dates if d.iso and (d.kind not in _NOT_OF_EVENTS or _letter_day(scene, d, steps))]
        told = [d for d in told if not _cited(scene, d)]
        self.usable = [d for d in told if not (d.conflict and _doubled(d, told))]
        self.acts = sorted(f.start for f in frames if f.asserted)
        self.frames = {f.start: f.type for f in frames}
        forms = cues("dating", "incident")
        self.incidents = [m.start() for m in forms.finditer(scene.whole)]
        self.spoken = [d for d in self.usable if self._is_spoken(d)]
        self.letters = [d for d in scene.reading.dates if d.iso and _own_letter(scene, d)]

    def _is_spoken(self, mention: DateMention) -> bool:
        """Whether its clause tells of the statement: a verb of speech or an interview right before or behind it."""
        sentence = self.scene.sentences[self.scene.sentence_index(mention.span.start)]
        before = self.scene.whole[max(sentence.start, mention.span.start - _SPEECH) : mention.span.start]
        said = [m.end() for m in cues("dating", "spoken").finditer(before)] or [
            m.end() for m in cues("dating", "attribution").finditer(before)
        ]
        if not said:
            return mention.kind is DateKind.STATEMENT and cues("dating", "posted").search(before) is None
        opened = mention.span.start - len(before) + said[-1]
        if cues("dating", "posted").search(before[said[-1] :]):
            return False
        return not any(opened < act < mention.span.start for act in self.acts)

    def of(self, draft: Draft) -> Dated:
        """The draft's date, its precision and basis; all None where no day is told."""
        if draft.gathering and (span := self._run()):
            return span, Precision.RANGE, DateBasis.EVENT
        bound = self._bound(draft)
        if draft.type is EventType.IMBAUAN and self.letters:
            bound = min(self.letters, key=lambda d: abs(d.span.start - draft.anchor))
        if bound is not None:
            return bound.iso, bound.precision, DateBasis.EVENT
        said = self._statement(draft.anchor)
        if said is not None:
            return said.iso, said.precision, DateBasis.EVENT if draft.gathering else DateBasis.STATEMENT
        if draft.status is None and self.usable:
            day = min(self.usable, key=lambda d: abs(d.span.start - draft.anchor))
            return day.iso, day.precision, DateBasis.STATEMENT
        return None, None, None

    def days(self, draft: Draft) -> list[tuple[int, DateMention]]:
        """The tellings of a step that have a day of their own: (offset, its date)."""
        found = []
        for anchor in dict.fromkeys([draft.anchor, *draft.anchors]):
            alone = replace(draft, anchor=anchor, anchors=[], sentences=[self.scene.sentence_index(anchor)])
            day = self._bound(alone)
            if day is not None and day.precision is Precision.DAY:
                found.append((anchor, day))
        return found

    def _bound(self, draft: Draft) -> DateMention | None:
        anchors = [draft.anchor, *draft.anchors]
        near = [(distance, d) for d in self.usable if d not in self.spoken and (distance := self._distance(draft, anchors, d)) is not None]
        if near:
            return min(near, key=lambda pair: (pair[0], pair[1].span))[1]
        told = [d for d in self.usable if d not in self.spoken]
        if draft.gathering and told:
            first = min(told, key=lambda d: abs(d.span.start - draft.anchor))
            return first if not self.spoken or abs(first.span.start - draft.anchor) < _REACH * 4 else None
        return None

    def _distance(self, draft: Draft, anchors: list[int], day: DateMention) -> int | None:
        """Characters between the date and the telling that it belongs to, None where it belongs to none."""
        index = self.scene.sentence_index(day.span.start)
        here = [a for a in anchors if self.scene.sentence_index(a) == index]
        reach = _GATHERED if draft.gathering else _REACH
        free = [a for a in here if abs(day.span.start - a) <= reach and (draft.gathering or not self._parted(a, day.span.start))]
        if free:
            return min(abs(day.span.start - a) for a in free)
        told = {self.scene.sentence_index(a) for a in anchors}
        if index - 1 in told and not here and self._points_back(draft, index):
            return _REACH + min(abs(day.span.start - a) for a in anchors)
        return None

    def _points_back(self, draft: Draft, index: int) -> bool:
        """Whether the sentence only adds to the one before: "Putusan itu diambil dalam pleno, Senin"."""
        sentence = self.scene.sentences[index]
        others = [a for a in self.acts if sentence.start <= a < sentence.end and self.frames[a] is not draft.type]
        return not others and cues("dating", "points_back").match(sentence.text) is not None

    def _parted(self, anchor: int, day: int) -> bool:
        """Whether another act or the alleged deed stands between the verb and the date."""
        a, b = sorted((anchor, day))
        own = self.frames.get(anchor)
        acts = [s for s in self.acts[bisect_left(self.acts, a + 1) :] if s < b and self.frames[s] is not own]
        return bool(acts) or any(a < s < b for s in self.incidents)

    def _statement(self, anchor: int) -> DateMention | None:
        if self.spoken:
            return min(self.spoken, key=lambda d: abs(d.span.start - anchor))
        return None

    def _run(self) -> str | None:
        """An interval where the article prints three or more days in a row (a programme of several days)."""
        days = sorted({date.fromisoformat(d.iso) for d in self.usable if d.iso and len(d.iso) == _DAY and d not in self.spoken})
        if len(days) < 3 or any(b - a != timedelta(days=1) for a, b in pairwise(days)):
            return None
        return f"{days[0].isoformat()}/{days[-1].isoformat()}"


def _own_letter(scene: Scene, mention: DateMention) -> bool:
    """Whether it dates the letter in which the appeal is made (codebook 12.3), not a rule or letter that it follows."""
    sentence = scene.sentences[scene.sentence_index(mention.span.start)]
    before = scene.whole[max(sentence.start, mention.span.start - _LETTER) : mention.span.start]
    own = cues("dating", "own_letter").search(before)
    return own is not None and cues("dating", "national").search(own[0]) is None and not _cited(scene, mention)


def _cited(scene: Scene, mention: DateMention) -> bool:
    """Whether it dates a letter that what is told only follows."""
    sentence = scene.sentences[scene.sentence_index(mention.span.start)]
    before = scene.whole[max(sentence.start, mention.span.start - _LETTER) : mention.span.start]
    return cues("dating", "cited").search(before) is not None


def _letter_day(scene: Scene, mention: DateMention, steps: set[int]) -> bool:
    """Whether a date taken for a rule's is the day on which a report or a letter of the case came in."""
    index = scene.sentence_index(mention.span.start)
    text = scene.sentences[index].text
    if mention.kind is not DateKind.REGULATION or cues("dating", "rule").search(text):
        return False
    return index in steps or cues("dating", "points_back").match(text) is not None


def _doubled(mention: DateMention, told: list[DateMention]) -> bool:
    """Whether another date, whose weekday agrees, lies a day away: the one that disagrees is its misprint."""
    days = [_day(d) for d in told if not d.conflict]
    own = _day(mention)
    return own is not None and any(day is not None and abs((day - own).days) <= 1 for day in days)


def _day(mention: DateMention) -> date | None:
    return date.fromisoformat(mention.iso) if mention.iso and len(mention.iso) == _DAY else None


def in_order(dated: list[tuple[Draft, Dated]]) -> list[tuple[Draft, Dated]]:
    """A step's date is never later than a later step's of the same case: then it is not told (12.24)."""
    result = []
    for draft, when in dated:
        later = [
            w[0] for d, w in dated if d.case == draft.case and w[0] and w[2] is DateBasis.EVENT and _rank(d.type) > _rank(draft.type) >= 0
        ]
        too_late = when[0] and when[2] is DateBasis.STATEMENT and any(day and day[:_DAY] < when[0][:_DAY] for day in later)
        result.append((draft, (None, None, None) if too_late else when))
    return result


def _rank(kind: EventType) -> int:
    return ORDER.index(kind) if kind in ORDER else -1
