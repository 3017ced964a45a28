"""Totals (codebook 12.2): sentences that count cases; they are one `statistik` and silence the steps that they count."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from extraction.events import modality
from extraction.events.lexicon import cues, table
from extraction.events.numbers import value
from extraction.events.placing import mains
from extraction.events.scene import Scene
from extraction.model import RegionLevel
from extraction.reading import Sentence

_GAP = 4  # sentences between two totals that still go on with them
_CROWD = 100
_SEVERAL = 5  # servants of whom somebody speaks for a whole province, naming none
_MANY = 10  # people of one case are fewer, or are said to be of one case


@dataclass(frozen=True, slots=True)
class Totals:
    """Sentences that hold totals, those of them with two numbers or more and the offset of the first."""

    sentences: frozenset[int]
    first: int
    several: frozenset[int]


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
    if _crowd(scene, sentence) or _by_place(scene, index):
        return True
    counts = _counts(scene, index)
    several = len(counts) >= 2 and (max(counts) >= _MANY or cues("totals", "large").search(text) is not None)
    return several and cues("totals", "people").search(text) is not None and cues("totals", "outcomes").search(text) is not None


def _by_place(scene: Scene, index: int) -> bool:
    """Whether people are counted place by place."""
    sentence = scene.sentences[index]
    places = {p.region for p in scene.reading.places if p.region and sentence.start <= p.span.start < sentence.end}
    return len(places) > 2 and len(_counts(scene, index)) >= len(places) and cues("totals", "people").search(sentence.text) is not None


def share_of_many(scene: Scene, index: int) -> bool:
    """Whether the sentence tells the share of a whole: nothing is said there of one case."""
    return cues("totals", "share").search(scene.sentences[index].text) is not None


def _crowd(scene: Scene, sentence: Sentence) -> bool:
    """Whether so many people are counted, or so widely, that it is no single case (12.2: a number about one case is no total)."""
    text = sentence.text
    numbers = [_value(m["n"]) for m in cues("totals", "headcount").finditer(text)]
    regions = mains(scene)
    wide = not regions or regions[0].level is RegionLevel.PROVINSI
    named = any(p.initials for p in scene.reading.people)
    if numbers and wide and not named and max(numbers) >= _SEVERAL and cues("totals", "befell_wide").search(text):
        return True
    if not numbers or not cues("totals", "befell").search(text):
        return False
    if max(numbers) >= _CROWD or cues("totals", "share").search(text):
        return True
    here = [p.region.level for p in scene.reading.places if p.region and sentence.start <= p.span.start < sentence.end]
    if (wide or here == [RegionLevel.PROVINSI]) and max(numbers) >= _MANY and cues("totals", "fate").search(text):
        return True
    return wide and max(numbers) > 1 and cues("totals", "punished").search(text) is not None


def _value(printed: str) -> int:
    if (rough := table("totals")["rough"].get(printed.lower())) is not None:
        return int(rough)
    try:
        return value(printed)
    except ValueError:  # "belas" or "puluh" behind another word
        return 0


def _few(scene: Scene, index: int) -> bool:
    """Whether the sentence counts so few cases, and nothing else, that they may be told one by one."""
    text = scene.sentences[index].text
    if cues("totals", "rank").search(text) or cues("totals", "parts").search(text) or len(_counts(scene, index)) >= 2:
        return False
    if _of_province(scene, index):
        return False
    numbers = [m["n"].lower() for m in cues("totals", "cases").finditer(text)]
    return bool(numbers) and all(n in {"2", "3", "dua", "tiga"} for n in numbers)


def _of_province(scene: Scene, index: int) -> bool:
    """Whether the sentence opens with a province: what is counted there is no single case, however few."""
    sentence = scene.sentences[index]
    opening = cues("totals", "in_place").match(sentence.text)
    if opening is None:
        return False
    begin = sentence.start + opening.end()
    levels = {p.region.level for p in scene.reading.places if p.region and p.span.start == begin}
    return RegionLevel.PROVINSI in levels


def _between(scene: Scene, found: list[int]) -> set[int]:
    """Sentences that go on with the totals: right behind one, in its paragraph or before the next, and naming nobody."""
    wanted = {i + 1 for i in found if i + 1 < len(scene.sentences)}
    for left, right in pairwise(found):
        if right - left <= _GAP:
            wanted |= set(range(left + 1, right))
    return {i for i in wanted if i <= found[-1] + 1 and not cues("totals", "somebody").search(scene.sentences[i].text)}


def _goes_on(scene: Scene, index: int) -> bool:
    """Whether the sentence only tells what became of those counted in the one before."""
    text = scene.sentences[index].text
    return cues("totals", "goes_on").search(text) is not None and cues("totals", "somebody").search(text) is None


def read_totals(scene: Scene) -> Totals | None:
    """The article's totals, None where it has none."""
    found = [i for i in range(len(scene.sentences)) if _is_total(scene, i)]
    if not found:
        return None
    if len(found) <= 2 and all(_few(scene, i) for i in found):
        return None
    around = {i for i in range(found[0], found[-1] + 1) if _counts(scene, i)} | set(found)
    behind = found[-1] + 1
    if behind < len(scene.sentences) and _goes_on(scene, behind):
        around.add(behind)
    if len(found) >= 2:
        around |= _between(scene, sorted(around))
    return Totals(frozenset(around), scene.sentences[found[0]].start, frozenset(i for i in around if len(_counts(scene, i)) >= 2))
