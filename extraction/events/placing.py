"""The region of an event (codebook 6, 12.2, 12.23): one of the article's main regions, by the places named in and before its clause."""

from __future__ import annotations

from extraction.events.scene import Scene
from extraction.model import Region, RegionMention


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


def region_of(scene: Scene, sentences: list[int], anchor: int) -> Region | None:
    """The main region that the sentences name; else the last one named before them; None for a national matter."""
    candidates = mains(scene)
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
