"""Regions by code and by name."""

from __future__ import annotations

import time

import pytest

from extraction.model import Region, RegionLevel
from index.regions import codes_named, region_codes, region_of


@pytest.mark.parametrize(
    ("code", "name", "level", "province"),
    [
        ("33", "Provinsi Jawa Tengah", RegionLevel.PROVINSI, None),
        ("31", "Provinsi DKI Jakarta", RegionLevel.PROVINSI, None),
        ("31.71", "Kota Jakarta Pusat", RegionLevel.KOTA, "DKI Jakarta"),
        ("33.16", "Kabupaten Blora", RegionLevel.KABUPATEN, "Jawa Tengah"),
        ("33.16.09", "Kecamatan Blora", RegionLevel.KECAMATAN, "Jawa Tengah"),
    ],
)
def test_a_code_names_its_unit_as_the_codebook_does(code: str, name: str, level: RegionLevel, province: str | None) -> None:
    assert region_of(code) == Region(name, level, code, province)


def test_a_code_of_no_unit() -> None:
    assert region_of("99") is None


def test_a_bare_name_means_the_highest_units_that_bear_it() -> None:
    assert codes_named("blora") == ("33.16",)  # not its kecamatan of the same name, which lies in it
    assert codes_named("kecamatan blora") == ("33.16.09",)
    assert set(codes_named("pasuruan")) == {"35.14", "35.75"}
    assert len(codes_named("gorontalo")) == 3
    assert codes_named("33.16.09") == ("33.16.09",)
    assert codes_named("antahberantah") == ()


def test_short_forms_of_the_level() -> None:
    assert codes_named("kab blora") == codes_named("kabupaten blora") == ("33.16",)
    assert codes_named("distrik blora") == codes_named("kec blora") == ("33.16.09",)


def test_codes_bring_their_parents() -> None:
    kecamatan, nameless = region_of("33.16.09"), Region("Desa Tanpa Kode", RegionLevel.DESA)
    assert kecamatan is not None
    assert region_codes([kecamatan, nameless]) == ["33", "33.16", "33.16.09"]


def test_the_table_is_made_in_a_moment() -> None:
    start = time.perf_counter()
    codes_named("blora")
    assert time.perf_counter() - start < 5  # about 0.4 s the first time
