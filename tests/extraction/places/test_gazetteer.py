from __future__ import annotations

import pytest

from extraction.model import RegionLevel
from extraction.places.gazetteer import gazetteer, words
from extraction.places.tokens import fold, tokenize


def test_holds_all_units_of_the_three_levels() -> None:
    levels = [unit.level for unit in gazetteer().units.values()]
    assert levels.count(RegionLevel.PROVINSI) == 38
    assert len(levels) - 38 == 514
    assert levels.count(RegionLevel.KOTA) == 98


def test_every_alias_leads_to_units_that_exist() -> None:
    gaz = gazetteer()
    for key, name in gaz.names.items():
        assert name.codes, key
        for code in name.codes:
            assert code in gaz.units, (key, code)


def test_no_alias_shadows_an_official_name() -> None:
    gaz = gazetteer()
    for unit in gaz.units.values():
        assert unit.code in gaz.names[fold(unit.bare)].codes


def test_shared_names_keep_all_their_units() -> None:
    names = gazetteer().names
    assert set(names["pasuruan"].codes) == {"35.14", "35.75"}
    assert set(names["gorontalo"].codes) == {"75", "75.01", "75.71"}
    assert set(names["banjar"].codes) == {"63.03", "32.79"}
    shared = [n for n in names.values() if n.kind == "name" and len(n.codes) > 1]
    assert len(shared) >= 26


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        ("Jatim", "35"),
        ("Sulsel", "73"),
        ("Babel", "19"),
        ("NTB", "52"),
        ("HSS", "63.06"),
        ("HSU", "63.08"),
        ("PPU", "64.09"),
        ("Kukar", "64.02"),
        ("Mahulu", "64.11"),
        ("Bolmong", "71.01"),
        ("Touna", "72.09"),
        ("Polman", "76.04"),
        ("Inhu", "14.02"),
        ("Rohil", "14.07"),
        ("Gubri", "14"),
        ("Jakpus", "31.71"),
        ("Kota Sate", "33.16"),
        ("Irian Jaya", "91"),
    ],
)
def test_aliases(alias: str, code: str) -> None:
    assert gazetteer().names[fold(alias)].codes == (code,)


def test_regions_carry_their_province() -> None:
    region = gazetteer().region("33.16")
    assert (region.name, region.level, region.code, region.province) == (
        "Kabupaten Blora",
        RegionLevel.KABUPATEN,
        "33.16",
        "Provinsi Jawa Tengah",
    )
    assert gazetteer().region("31").name == "Provinsi DKI Jakarta"
    assert gazetteer().region("31.74").name == "Kota Jakarta Selatan"


def test_unknown_code() -> None:
    with pytest.raises(KeyError):
        gazetteer().region("99")


def test_smaller_units_by_parent() -> None:
    gaz = gazetteer()
    assert gaz.kecamatan("33.16")["cepu"][1] == "Cepu"
    assert "cepu" not in gaz.kecamatan("33.17")
    assert gaz.desa("33.16")
    assert len(gaz.kecamatan_anywhere["ngawen"]) > 1
    assert gaz.kecamatan("00.00") == {}


def test_word_lists_are_lower_case() -> None:
    for section in words().values():
        for entries in section.values():
            assert all(word == word.lower() for word in entries)


def test_tokens_address_the_text() -> None:
    text = "Bawaslu Toli-Toli, 2024"
    tokens = tokenize(text)
    assert [t.text for t in tokens] == ["Bawaslu", "Toli", "Toli", "2024"]
    assert [t.gap for t in tokens] == ["", " ", "-", ", "]
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert fold("Toli-Toli") == fold("Tolitoli")
