"""Findings, verdicts and punishments that are no matter of this article's cases (codebook 12.1): of candidates, or in other regions."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.events.accused import Accused
from extraction.events.binding import Told, between, part_of
from extraction.events.lexicon import cues
from extraction.events.placing import mains
from extraction.events.scene import Scene
from extraction.model import RegionLevel

_WIDE = (RegionLevel.KABUPATEN, RegionLevel.KOTA)


def of_another(scene: Scene, told: Told, accused: Sequence[Accused]) -> bool:
    """Whether it is said of a candidate, an organiser, a thing, or of somebody in another region."""
    start, end = part_of(scene, told)
    if between(accused, start, end):
        return False
    subject = scene.whole[start : told.end]
    if cues("binding", "foreign").search(subject) and not cues("binding", "ours").search(subject):
        return True
    people = [p for p in scene.reading.people for s in p.mentions if start <= s.start < told.end]
    if people and cues("binding", "runs").search(" ".join(filter(None, (people[-1].role_printed, people[-1].role)))):
        return True
    return _elsewhere(scene, start, told.start)


def _elsewhere(scene: Scene, start: int, end: int) -> bool:
    """Whether a kabupaten or kota that is none of the article's is said to be the place."""
    codes = {r.code or "" for r in mains(scene)}
    if not codes:
        return False
    for place in scene.reading.places:
        region = place.region
        if region is None or not start <= place.span.start < end or region.level not in _WIDE:
            continue
        inside = any(a.span.start <= place.span.start < a.span.end for a in scene.reading.agencies)
        led = cues("binding", "place_before").search(scene.whole[max(start, place.span.start - 20) : place.span.end])
        if led and not inside and not any(region.code == c or (region.code or "").startswith(f"{c}.") for c in codes):
            return True
    return False
