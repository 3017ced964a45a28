"""Totals (codebook 12.2): sentences that count cases; they are one `statistik` and silence the steps that they count."""

from __future__ import annotations

from dataclasses import dataclass

from extraction.events import modality
from extraction.events.lexicon import cues
from extraction.events.scene import Scene


@dataclass(frozen=True, slots=True)
class Totals:
    """Sentences that hold totals, those of them with two numbers or more, the offset of the first, and the largest number."""

    sentences: frozenset[int]
    first: int
    several: frozenset[int]
    largest: int


def _counts(scene: Scene, index: int) -> list[int]:
    sentence = scene.sentences[index]
    return [int(f.value) for f in scene.reading.figures if sentence.start <= f.span.start < sentence.end]


def _is_total(scene: Scene, index: int) -> bool:
    """Numbers of reports or cases (two or more), or of people by what became of them."""
    sentence = scene.sentences[index]
    text = sentence.text
    if modality.conditional(scene, sentence.start) or modality.law(scene, sentence.start):
        return False
    if cues("totals", "rank").search(text):
        return cues("totals", "vulnerability").search(text) is None
    if cues("totals", "cases").search(text) or cues("totals", "parts").search(text):
        return True
    several = len(_counts(scene, index)) >= 2
    return several and cues("totals", "people").search(text) is not None and cues("totals", "outcomes").search(text) is not None


def read_totals(scene: Scene) -> Totals | None:
    """The article's totals, None where it has none."""
    found = [i for i in range(len(scene.sentences)) if _is_total(scene, i)]
    if not found:
        return None
    largest = max((n for i in found for n in _counts(scene, i)), default=0)
    around = {i for i in range(found[0], found[-1] + 1) if _counts(scene, i)} | set(found)
    return Totals(frozenset(around), scene.sentences[found[0]].start, frozenset(i for i in around if len(_counts(scene, i)) >= 2), largest)
