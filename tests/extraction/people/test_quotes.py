"""Who said what: direct and reported, with the speaker behind, before, by pronoun or by '-nya' (codebook 1)."""

from __future__ import annotations

import pytest

from extraction.people import read_people, read_quotes
from extraction.reading import Reading
from tests.extraction.people.build import reading

LEAD = "Camat Wangi, Joko Lestari, hadir."


def quotes(text: str, title: str | None = None) -> list[tuple[str | None, str, bool]]:
    made = read(text, title)
    return [(q.speaker, q.span.of(made.whole), q.direct) for q in made.quotes]


def read(text: str, title: str | None = None) -> Reading:
    made = reading(text, title)
    read_people(made)
    read_quotes(made)
    return made


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("“Semua pegawai harus netral,” kata Joko.", "Semua pegawai harus netral,"),
        ('"Semua pegawai harus netral," ujar Camat Joko Lestari.', "Semua pegawai harus netral,"),
        ("‘‘Semua pegawai harus netral,’’ tuturnya.", "Semua pegawai harus netral,"),
        ("“Semua pegawai harus netral,’’ tegasnya.", "Semua pegawai harus netral,"),
        ("“Semua pegawai harus netral.", "Semua pegawai harus netral."),
        ("Joko mengatakan, “Semua pegawai harus netral.”", "Semua pegawai harus netral."),
        ("“Semua pegawai harus netral,” ujar dia.", "Semua pegawai harus netral,"),
        ("“Semua pegawai harus netral,” ungkap Camat.", "Semua pegawai harus netral,"),
    ],
)
def test_direct_speech(paragraph: str, words: str) -> None:
    assert ("Joko Lestari", words, True) in quotes(f"{LEAD}\n{paragraph}")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Joko mengatakan, semua pegawai harus netral.", "semua pegawai harus netral."),
        ("Joko menjelaskan bahwa semua pegawai harus netral.", "semua pegawai harus netral."),
        ("Menurut Joko, semua pegawai harus netral.", "semua pegawai harus netral."),
    ],
)
def test_reported_speech(sentence: str, words: str) -> None:
    assert quotes(f"{LEAD}\n{sentence}") == [("Joko Lestari", words, False)]


def test_pronouns_go_on_with_the_last_speaker() -> None:
    told = "Joko mengatakan, rapat berjalan lancar.\nIa menambahkan, semua pegawai harus netral.\nMenurutnya, pengawasan terus berjalan."
    text = f"{LEAD}\n{told}"
    assert [speaker for speaker, _, _ in quotes(text)] == ["Joko Lestari"] * 3


def test_hal_itu_disampaikan_tells_who_speaks_next() -> None:
    text = "Semua sudah siap. Hal itu disampaikan Camat Wangi, Joko Lestari.\n“Semua pegawai harus netral,” katanya."
    assert quotes(text) == [("Joko Lestari", "Semua pegawai harus netral,", True)]


def test_nameless_speaker_stays_open() -> None:
    made = read(f"{LEAD}\nJoko mengatakan, rapat berjalan lancar.\n“Kami tidak pernah diundang rapat,” kata seorang warga.")
    assert [(q.speaker, q.person) for q in made.quotes][-1] == (None, None)
    assert made.quotes[-1].reason == "penutur tanpa nama"


def test_quoted_terms_are_no_quotes() -> None:
    assert quotes(f"{LEAD} Spanduk “Relawan Sumur Jaya Bersatu” terpasang di balai.") == []


def test_two_speakers_in_turn() -> None:
    text = (
        "Camat Wangi, Joko Lestari, mengatakan, rapat berjalan lancar.\n"
        "Lurah Sumur, Dewi Anggraini, menyebut, warga sudah tahu aturan.\n"
        "“Kami sudah sosialisasi sejak Mei,” ucap Dewi.\n“Pengawasan terus berjalan di kecamatan,” kata Joko."
    )
    assert [speaker for speaker, _, _ in quotes(text)] == ["Joko Lestari", "Dewi Anggraini", "Dewi Anggraini", "Joko Lestari"]


def test_headline_is_not_quoted() -> None:
    assert quotes(LEAD, title="Camat Wangi: “Semua Pegawai Harus Netral Sekarang”") == []


def test_quote_points_to_its_person() -> None:
    made = read(f"{LEAD}\n“Semua pegawai harus netral,” kata Joko.")
    assert made.quotes[0].person == made.people[0].id
    assert made.quotes[0].id
