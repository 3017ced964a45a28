from __future__ import annotations

import pytest

from extraction.agencies.lexicon import Entry, entries, find, national_members, units, words
from extraction.places.tokens import tokenize
from tests.extraction.places.helper import agencies, reading_of

_ENTRIES = [entry for found in entries().values() for entry in found]
_SCOPES = {
    "national", "either", "regional", "kabupaten", "kota", "provinsi", "kecamatan", "place", "unit", "head", "implied", "plain", "ministry",
    "branch", "places", "printed", "hospital", "council", "parliament", "government", "aceh",
}  # fmt: skip


def found(text: str) -> list[tuple[str, str]]:
    return [(text[tokenize(text)[f.first].start : tokenize(text)[f.last].end], f.entry.canonical) for f in find(tokenize(text))]


def test_entries_are_well_formed() -> None:
    assert len(_ENTRIES) > 300
    assert {entry.scope for entry in _ENTRIES} <= _SCOPES
    assert all(entry.canonical for entry in _ENTRIES)
    assert all(word == word.lower() for entry in _ENTRIES for word in entry.words)


def test_no_form_means_two_things() -> None:
    forms = [entry.words for entry in _ENTRIES]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize("entry", [e for e in _ENTRIES if e.scope == "regional"], ids=lambda e: " ".join(e.words))
def test_every_regional_form_takes_a_region(entry: Entry) -> None:
    printed = " ".join(word.upper() if entry.capitals else word.capitalize() for word in entry.words)
    assert agencies(reading_of(f"Ketua {printed} Kabupaten Blora hadir.")) == {f"{entry.canonical} Kabupaten Blora"}


@pytest.mark.parametrize("entry", [e for e in _ENTRIES if e.scope == "national"], ids=lambda e: " ".join(e.words))
def test_every_national_form_stands_alone(entry: Entry) -> None:
    printed = " ".join(word.upper() if entry.capitals else word.capitalize() for word in entry.words)
    assert agencies(reading_of(f"Menurut {printed} aturan itu jelas.")) == {entry.canonical}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dinas Pertanian, Pangan, dan Perikanan", [("Dinas Pertanian, Pangan, dan Perikanan", "Dinas Pertanian, Pangan, dan Perikanan")]),
        ("Dinas Komunikasi & Informatika", [("Dinas Komunikasi & Informatika", "Dinas Komunikasi dan Informatika")]),
        ("DINAS KESEHATAN", [("DINAS KESEHATAN", "Dinas Kesehatan")]),
        ("Dinas PUPR-TRLH", [("Dinas PUPR-TRLH", "Dinas PUPR-TRLH")]),
        ("Badan Kepegawaian Daerah", [("Badan Kepegawaian Daerah", "Badan Kepegawaian Daerah")]),
        ("Kepala Dinas hadir", []),
        ("Perjalanan dinas kepala daerah", []),
        ("badan usaha milik desa", []),
        ("KPU, Bawaslu", [("KPU", "KPU"), ("Bawaslu", "Bawaslu")]),
        ("Badan Pengawas Pemilihan Umum", [("Badan Pengawas Pemilihan Umum", "Bawaslu")]),
        ("bawaslu", [("bawaslu", "Bawaslu")]),
        ("kpu", []),
        ("pn", []),
        ("Man", []),
    ],
)
def test_find(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_units_and_members() -> None:
    assert units()["Korem", "133"] == "Nani Wartabone"
    assert set(national_members()) == {"Bawaslu", "KPU"}
    assert national_members()["Bawaslu"].match(", Rahmat Bagja, hadir")
    assert not national_members()["Bawaslu"].match(" Kabupaten Blora, Rahmat Bagja")


def test_word_lists_are_lower_case() -> None:
    for name, section in words().items():
        for key, listed in section.items():
            if (name, key) != ("national", "neighbours"):
                assert all(word == word.lower() for word in listed), (name, key)
