"""Words, the gaps between them, and where places and agencies begin."""

from __future__ import annotations

import pytest

from extraction.people.text import Text
from extraction.people.tokens import Words
from tests.extraction.people.build import reading


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Koordiv HP2H (P3S) hadir", ["Koordiv", "HP2H", "P3S", "hadir"]),
        ("Kodim 0912/Randu, 12.30", ["Kodim", "0912", "Randu", "12.30"]),
        ("Satpol-PP dan Ma'aruf", ["Satpol-PP", "dan", "Ma'aruf"]),
        ("S.H., M.Si", ["S", "H", "M", "Si"]),
        ("", []),
        ("… – “”", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [word.text for word in Words(text).list] == words


def test_gaps_are_what_is_printed_between_words() -> None:
    words = Words("Ketua, Joko (JL).")
    assert [words.gap(i) for i in range(4)] == [".\n", ", ", " (", ").\n"]
    assert Words("").gap(0) == ".\n"


def test_offsets_address_the_text() -> None:
    text = "Camat Sumur, Joko Lestari."
    assert all(text[word.start : word.end] == word.text for word in Words(text).list)


def test_word_at_an_offset() -> None:
    words = Words("Camat Sumur hadir")
    assert [words.at(offset) for offset in (0, 1, 6, 12, 99)] == [0, 1, 1, 2, 3]


def test_phrases_match_within_their_gaps_only() -> None:
    words = Words("Kepala Desa, kepala desa dan Kepala\nDesa")
    assert words.matches(0, ("kepala", "desa"))
    assert not words.matches(1, ("desa", "kepala"))
    assert not words.matches(5, ("kepala", "desa"))
    assert not words.matches(6, ("desa", "kepala"))


def test_places_and_agencies_begin_at_words() -> None:
    text = Text(
        reading(
            "Camat Sumur Hilir hadir di Bawaslu Randu.", places={"Sumur Hilir": "Kecamatan Sumur Hilir"}, agencies={"Bawaslu Randu": "B"}
        )
    )
    assert {first: last for first, (last, _) in text.places.items()} == {1: 3}
    assert {first: last for first, (last, _) in text.agencies.items()} == {5: 7}
    assert text.inside == {1, 2}
    assert ("sumur", "hilir") in text.place_names


def test_an_agency_gives_back_the_person_that_it_took() -> None:
    text = Text(reading("Rektor Universitas Sumur Prof. Joko Lestari hadir.", agencies={"Universitas Sumur Prof. Joko Lestari": "U"}))
    assert {first: last for first, (last, _) in text.agencies.items()} == {1: 3}


def test_a_school_gives_back_the_name_behind_its_place() -> None:
    text = Text(reading("Kepala SMP Negeri 2 Sumur Joko hadir.", agencies={"SMP Negeri 2 Sumur Joko": "S"}))
    assert {first: last for first, (last, _) in text.agencies.items()} == {1: 5}


def test_speakers_stand_beside_verbs_of_speech() -> None:
    text = Text(reading("Menurut Xqzt, itu benar. Vrbn mengatakan hal lain. Wrtz hadir."))
    assert {"xqzt", "vrbn"} <= text.speakers
    assert "wrtz" not in text.speakers


def test_abbreviations_of_the_words_before_them() -> None:
    text = Text(reading("Lembaga Musyawarah Kelurahan (LMK) rapat. Joko Lestari (JL) hadir."))
    assert "LMK" in text.abbreviations
    assert "JL" not in text.abbreviations


def test_sentence_of_a_word() -> None:
    text = Text(reading("Joko hadir. Dewi tidak hadir."))
    assert [text.sentence(i) for i in (0, 1, 2, 4)] == [0, 0, 1, 1]
