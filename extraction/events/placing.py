"""The region of an event (codebook 6, 12.2, 12.23): one of the article's main regions, by the places named in and before its clause."""

from __future__ import annotations

from extraction.events.lexicon import cues
from extraction.events.scene import Scene
from extraction.model import Region, RegionLevel, RegionMention


def mains(scene: Scene) -> list[Region]:
    """The regions to which the case or event belongs."""
    return [r.region for r in scene.reading.regions if r.main]


def _matches(region: Region, place: RegionMention) -> bool:
    found = place.region
    if found is None or place.dateline:
        return False
    if found == region or (found.code and found.code == region.code):
        return True
    return bool(region.code and found.code and found.code.startswith(f"{region.code}."))


def _inside(scene: Scene, province: Region, anchor: int) -> Region | None:
    """The one kabupaten or kota of the province that the step's own clause names, not as the place of the statement."""
    clause = scene.clause_at(anchor)
    here = [p for p in scene.reading.places if clause.start <= p.span.start < clause.end and not p.dateline]
    here = [p for p in here if cues("cases", "spoken_at").match(scene.whole[p.span.end : p.span.end + 40]) is None]
    found = {p.region.code: p.region for p in here if p.region and (p.region.code or "").startswith(f"{province.code}.")}
    units = [r for r in found.values() if r.level in {RegionLevel.KABUPATEN, RegionLevel.KOTA}]
    return units[0] if len(units) == 1 else None


def _of_sentence(scene: Scene, anchor: int) -> list[RegionMention]:
    """The resolved places of the anchor's sentence, without a dateline's."""
    sentence = scene.sentences[scene.sentence_index(anchor)]
    return [p for p in scene.reading.places if sentence.start <= p.span.start < sentence.end and p.region and not p.dateline]


def _elsewhere(scene: Scene, anchor: int) -> Region | None:
    """The one kabupaten or kota that the step's sentence names, where it is none of the article's own: a case told in passing."""
    here = [p for p in _of_sentence(scene, anchor) if cues("cases", "spoken_at").match(scene.whole[p.span.end : p.span.end + 40]) is None]
    units = {p.region for p in here if p.region and p.region.level in {RegionLevel.KABUPATEN, RegionLevel.KOTA}}
    return units.pop() if len(units) == 1 else None


def _turned_to(scene: Scene, anchor: int) -> Region | None:
    """The kabupaten or kota with which the step's sentence opens ("Sementara di Kabupaten X, ...")."""
    sentence = scene.sentences[scene.sentence_index(anchor)]
    opening = cues("cases", "in_place").match(sentence.text)
    if opening is None:
        return None
    begin = sentence.start + opening.end()
    here = [p.region for p in scene.reading.places if begin <= p.span.start <= begin + 2 and not p.dateline and p.region]
    return next((r for r in here if r.level in {RegionLevel.KABUPATEN, RegionLevel.KOTA}), None)


def region_of_totals(scene: Scene, sentences: list[int], anchor: int) -> Region | None:
    """The place that a total speaks of (12.2): the one that its sentence opens with; none for the data of a national body that names
    no place; else as of any event."""
    sentence = scene.sentences[scene.sentence_index(anchor)]
    here = _of_sentence(scene, anchor)
    if not here and cues("totals", "national").search(sentence.text):
        return None
    opening = cues("totals", "in_place").match(sentence.text)
    if opening is not None:
        begin = sentence.start + opening.end()
        first = next((p.region for p in here if p.span.start == begin), None)
        if first is not None and first.level in {RegionLevel.PROVINSI, RegionLevel.KABUPATEN, RegionLevel.KOTA}:
            return first
    return region_of(scene, sentences, anchor)


def _told_apart(scene: Scene, candidates: list[Region], anchor: int) -> Region | None:
    """Where a step of a case is told of a place of its own: where its sentence opens, inside the one province, or in passing."""
    if (turned := _turned_to(scene, anchor)) is not None:
        return turned
    if len(candidates) == 1 and candidates[0].level is RegionLevel.PROVINSI:
        return _inside(scene, candidates[0], anchor)
    several = len(candidates) > 1 and not any(p.region in candidates for p in _of_sentence(scene, anchor))
    return _elsewhere(scene, anchor) if several else None


def region_of(scene: Scene, sentences: list[int], anchor: int, *, case: bool = False) -> Region | None:
    """The main region that the sentences name; else the last one named before them; None for a national matter.

    A step of a case told for a whole province lies in the kabupaten that its clause names.
    """
    candidates = mains(scene)
    if case and (apart := _told_apart(scene, candidates, anchor)) is not None:
        return apart
    if len(candidates) <= 1:
        return candidates[0] if candidates else None
    narrow = sorted(candidates, key=lambda r: -len(r.code or ""))
    for index in sentences:
        sentence = scene.sentences[index]
        here = [p for p in scene.reading.places if sentence.start <= p.span.start < sentence.end]
        for place in sorted(here, key=lambda p: abs(p.span.start - anchor)):
            if hit := next((r for r in narrow if _matches(r, place)), None):
                return hit
    before = [p for p in scene.reading.places if p.span.start < anchor]
    for place in reversed(before):
        if hit := next((r for r in narrow if _matches(r, place)), None):
            return hit
    return candidates[0]
