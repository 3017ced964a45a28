"""Readings of invented texts for the tests of places and agencies."""

from __future__ import annotations

from datetime import UTC, datetime

from extraction.agencies import read_agencies
from extraction.model import ArticleVersion, Outlet
from extraction.places import read_main_region, read_places
from extraction.reading import Reading
from extraction.sentences import read_sentences


def reading_of(text: str, title: str | None = None, home: str | None = None) -> Reading:
    """A reading with sentences, places, regions and agencies filled."""
    version = ArticleVersion("v", "a", title, text, datetime(2025, 1, 1, tzinfo=UTC), "hash", relevant=True)
    reading = Reading(version, Outlet(home=home), None)
    read_sentences(reading)
    read_places(reading)
    read_main_region(reading)
    read_agencies(reading)
    return reading


def regions(reading: Reading) -> set[str]:
    """Names of all regions of the article."""
    return {r.region.name for r in reading.regions}


def mains(reading: Reading) -> set[str]:
    """Names of the main regions."""
    return {r.region.name for r in reading.regions if r.main}


def agencies(reading: Reading, *, implied: bool = True) -> set[str]:
    """Canonical names of the agencies; without those that only an office implies where `implied` is False."""
    return {a.name for a in reading.agencies if a.name and (implied or not a.implied)}


def reason(reading: Reading, printed: str) -> str:
    """Why the first mention printed so was refused or left open."""
    return next(m.reason for m in reading.places if m.printed == printed and m.region is None)
