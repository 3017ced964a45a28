"""Readings of invented texts for the tests of this room."""

from __future__ import annotations

from datetime import UTC, datetime

from extraction.model import AgencyMention, ArticleVersion, Outlet, Person, Region, RegionLevel, RegionMention, Span
from extraction.people import read_people
from extraction.reading import Reading
from extraction.sentences import read_sentences

LEVELS = {
    "Provinsi": RegionLevel.PROVINSI,
    "Kabupaten": RegionLevel.KABUPATEN,
    "Kota": RegionLevel.KOTA,
    "Kecamatan": RegionLevel.KECAMATAN,
}


def reading(text: str, title: str | None = None, places: dict[str, str] | None = None, agencies: dict[str, str] | None = None) -> Reading:
    """A reading with sentences; every print of the given places and agencies becomes a mention of the canonical name."""
    version = ArticleVersion("v", "a", title, text, datetime(2024, 10, 1, tzinfo=UTC), "h")
    made = Reading(version, Outlet(), None)
    read_sentences(made)
    for printed, name in (places or {}).items():
        region = Region(name, LEVELS.get(name.split()[0], RegionLevel.DESA))
        made.places += [RegionMention(f"{printed}{span.start}", span, printed, region, "test") for span in spans(made.whole, printed)]
    for printed, name in (agencies or {}).items():
        made.agencies += [AgencyMention(f"{printed}{span.start}", span, printed, name) for span in spans(made.whole, printed)]
    made.places.sort(key=lambda m: m.span)
    made.agencies.sort(key=lambda m: m.span)
    return made


def spans(whole: str, printed: str) -> list[Span]:
    """Where a string stands."""
    found, at = [], whole.find(printed)
    while at >= 0:
        found.append(Span(at, at + len(printed)))
        at = whole.find(printed, at + len(printed))
    return found


def people(text: str, **more: dict[str, str]) -> list[Person]:
    """The persons of an invented text."""
    made = reading(text, **more)  # type: ignore[arg-type]
    read_people(made)
    return made.people


def officials(text: str, **more: dict[str, str]) -> list[tuple[str, str | None]]:
    """(name, role) of the officials of an invented text."""
    return [(p.name, p.role) for p in people(text, **more) if p.official]
