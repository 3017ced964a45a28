"""The same invented articles told of each of the 552 units: no name, alias or capital form may get lost or be taken for something else."""

from __future__ import annotations

import pytest

from extraction.model import RegionLevel
from extraction.places.gazetteer import Unit, gazetteer
from tests.extraction.places.helper import agencies, mains, reading_of, regions

_LOCAL = [unit for unit in gazetteer().units.values() if unit.level != RegionLevel.PROVINSI]
_PROVINCES = [unit for unit in gazetteer().units.values() if unit.level == RegionLevel.PROVINSI]
_ALIASES = [
    (name.printed, gazetteer().units[name.codes[0]].name)
    for name in gazetteer().names.values()
    if name.kind in ("abbreviation", "short", "variant", "former", "guarded") and len(name.codes) == 1
]


def government(unit: Unit) -> str:
    return "Pemkab" if unit.level == RegionLevel.KABUPATEN else "Pemkot"


@pytest.mark.parametrize("unit", _LOCAL, ids=lambda unit: unit.code)
def test_headline_dateline_and_bodies(unit: Unit) -> None:
    reading = reading_of(
        f"{unit.bare.upper()}, Kabar.id – Bawaslu {unit.bare} mengingatkan ASN agar netral.\n"
        f"Ketua Bawaslu {unit.name} Ari Contoh mengatakan warga {unit.bare} boleh melapor. {government(unit)} {unit.bare} mendukung.",
        title=f"ASN {unit.bare} Diminta Netral",
    )
    assert mains(reading) == {unit.name}
    assert regions(reading) == {unit.name}
    assert agencies(reading) == {f"Bawaslu {unit.name}", f"Pemerintah {unit.name}"}


@pytest.mark.parametrize("unit", _LOCAL, ids=lambda unit: unit.code)
def test_offices_and_names_behind_the_place(unit: Unit) -> None:
    reading = reading_of(
        f"Kepala Dinas Pendidikan {unit.name} Ari Contoh dipanggil.\n"
        f"Sekda {unit.bare} Joko Contoh diam. Menurut Ketua KPU {unit.bare} Rudi Contoh, semua aman.",
        title=f"Bawaslu {unit.bare} Panggil Kadis",
    )
    assert regions(reading) == {unit.name}
    assert {f"Bawaslu {unit.name}", f"KPU {unit.name}", f"Dinas Pendidikan {unit.name}"} <= agencies(reading)


@pytest.mark.parametrize("unit", _PROVINCES, ids=lambda unit: unit.code)
def test_provinces(unit: Unit) -> None:
    reading = reading_of(
        f"Bawaslu {unit.bare} mencatat 20 kasus netralitas.\nKetua Bawaslu Provinsi {unit.bare} Ari Contoh mengatakan "
        f"ASN Pemprov {unit.bare} diminta netral. Polda {unit.bare} membantu.",
        title=f"Bawaslu {unit.bare} Catat 20 Kasus",
    )
    assert mains(reading) == {unit.name}
    assert regions(reading) == {unit.name}
    assert {f"Bawaslu {unit.name}", f"Pemerintah {unit.name}", f"Polda {unit.bare}"} == agencies(reading)


@pytest.mark.parametrize(("alias", "unit"), _ALIASES)
def test_aliases_behind_a_body(alias: str, unit: str) -> None:
    reading = reading_of(
        f"KABAR – Bawaslu {alias} memanggil pegawai.\nKetua KPU {alias} Ari Contoh hadir.", title=f"Bawaslu {alias} Panggil Pegawai"
    )
    assert mains(reading) == {unit}
    assert regions(reading) == {unit}
    assert agencies(reading) == {f"Bawaslu {unit}", f"KPU {unit}"}
