from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extraction.model import ArticleVersion, Outlet
from extraction.places import read_places
from extraction.places.gazetteer import gazetteer
from extraction.places.home import home_of
from extraction.reading import Reading


def at(url: str | None = None, **outlet: str) -> Reading:
    version = ArticleVersion("v", "a", None, "Bawaslu Pasuruan rapat.", datetime(2025, 1, 1, tzinfo=UTC), "hash")
    return Reading(version, Outlet(**outlet), url)


@pytest.mark.parametrize(
    ("domain", "code"),
    [
        ("kab-sleman.kpu.go.id", "34.04"),
        ("kota-kediri.kpu.go.id", "35.71"),
        ("pasuruankota.bawaslu.go.id", "35.75"),
        ("portal.sukabumikota.go.id", "32.72"),
        ("blorakab.go.id", "33.16"),
        ("jatengprov.go.id", "33"),
        ("babel.bawaslu.go.id", "19"),
        ("kendal.bawaslu.go.id", "33.24"),
        ("kediri.bawaslu.go.id", None),
        ("blorakab.example.com", None),
        ("www.bawaslu.go.id", None),
        ("", None),
    ],
)
def test_address_of_a_public_body(domain: str, code: str | None) -> None:
    assert home_of(at(domain=domain), gazetteer()) == code


def test_the_register_comes_first() -> None:
    assert home_of(at(domain="kab-sleman.kpu.go.id", home="35.75"), gazetteer()) == "35.75"


def test_the_url_where_no_outlet_is_known() -> None:
    assert home_of(at("https://pasuruankota.bawaslu.go.id/berita/1"), gazetteer()) == "35.75"


def test_the_home_resolves_a_shared_name() -> None:
    reading = at("https://pasuruankota.bawaslu.go.id/berita/1")
    read_places(reading)
    assert [m.region.name for m in reading.places if m.region] == ["Kota Pasuruan"]
