"""What the clause classifier tells where the frames read nothing but an accusation (extraction/clauses/CARD.md).

It neither proves nor clears nor punishes, and accuses nobody: a step of a case is `dugaan`, and its accused are those that the frames'
own accusation had. A sentence that is conditional, a question, a rule or background tells nothing here either (codebook 3, 12.19).
"""

from __future__ import annotations

from extraction.clauses.classifier import scores
from extraction.events import modality
from extraction.events.draft import Draft
from extraction.events.frames import Frame
from extraction.events.lexicon import cues, table
from extraction.events.scene import Scene
from extraction.model import CASE_TYPES, EventType, Status

_SURE = 1.0  # score from which a sentence counts, a logit; CARD.md says on what it was chosen
_DENYING = frozenset({EventType.BANTAHAN, EventType.PUTUSAN})  # their own words hold a negation


def completed(scene: Scene, drafts: list[Draft], frames: list[Frame]) -> list[Draft]:
    """The drafts, or in place of none or a bare accusation (`lainnya`) the best sentence for each type that the classifier is sure of.

    An act that the frames read and dropped stays dropped.
    """
    if any(d.type is not EventType.LAINNYA for d in drafts):
        return drafts
    judged = {(f.type, f.sentence) for f in frames}
    best: dict[EventType, tuple[float, int]] = {}
    for index, sentence in enumerate(scene.sentences):
        for kind, score in scores(sentence.text).items():
            sure = score > max(_SURE, best.get(kind, (0.0, 0))[0]) and (kind, index) not in judged
            if sure and _happened(scene, kind, index):
                best[kind] = (score, index)
    return [_draft(scene, kind, index, drafts) for kind, (_, index) in best.items()] or drafts


def _happened(scene: Scene, kind: EventType, index: int) -> bool:
    """Whether a word of the event's own stands there under no condition, plan, negation or rule."""
    if kind.value not in table("unread")["anchors"]:
        return False
    sentence = scene.sentences[index]
    found = cues("unread", "anchors", kind.value).finditer(scene.whole, sentence.start, sentence.end)
    own, announced = kind in _DENYING, kind is EventType.PENGAWASAN
    return any(not modality.reason_against(scene, m.start(), m.end(), announced=announced, own_negation=own) for m in found)


def _draft(scene: Scene, kind: EventType, index: int, before: list[Draft]) -> Draft:
    status = Status.DUGAAN if kind in CASE_TYPES else None
    accused = [a for draft in before for a in draft.accused] if status else []
    return Draft(kind, scene.sentences[index].start, [index], status, accused=accused, confidence=0.5)
