"""Where sentences end, on invented text."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from extraction.model import ArticleVersion, Outlet
from extraction.reading import Reading
from extraction.sentences import LONGEST, read_sentences, split


def sentences(paragraph: str) -> list[str]:
    return [paragraph[a:b] for a, b in split(paragraph)]


@pytest.mark.parametrize(
    "whole",
    [
        "Sekda H. Darto Wiyono, S.Sos, M.Si. hadir di aula.",
        "Pj. Bupati dan PJs. Camat hadir bersama Kompol Sarno di Kec. Tanjung Raya.",
        "Surat No. 12 Tahun 2024 diteken M. Ilham Saputra di Jl. Merdeka.",
        "Denda Rp 1.500.000 dijatuhkan kepada 2.5 persen pegawai.",
        "Dr. Sulastri dan Prof. K.H. Abd. Hamid menjadi narasumber.",
        "Menurut UU No. 7 jo. UU No. 10 hal itu dilarang.",
        "1. Menjaga netralitas selama masa kampanye.",
        "Hal itu dimuat di kabarkita.id dan Kabarkita.Com pada pagi hari.",
        "“Saya siap!” jawab Darto.",
        "Camat itu, berinisial D.W, dipanggil.",
    ],
)
def test_one_sentence(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Rapat digelar. Warga hadir.", ["Rapat digelar.", "Warga hadir."]),
        ("“Kami awasi.” Ia menolak berkomentar.", ["“Kami awasi.”", "Ia menolak berkomentar."]),
        ("Ia hadir. “Kami awasi,” katanya.", ["Ia hadir.", "“Kami awasi,” katanya."]),
        ('Ia hadir. "[...]," katanya.', ["Ia hadir.", '"[...]," katanya.']),
        ("Benarkah begitu? Ya! Tentu… Begitulah.", ["Benarkah begitu?", "Ya!", "Tentu…", "Begitulah."]),
        ("Diatur huruf J. Putusan itu final.", ["Diatur huruf J.", "Putusan itu final."]),
        ("Ia menjaring mereka.Tawaran itu ditolak.", ["Ia menjaring mereka.", "Tawaran itu ditolak."]),
        ("Sampai di pengadilan.”Berproses terus.", ["Sampai di pengadilan.”", "Berproses terus."]),
        ("Ada 21 orang. 12 di antaranya hadir.", ["Ada 21 orang.", "12 di antaranya hadir."]),
        ("“Tanda kutip ini tidak ditutup. Begitu katanya.", ["“Tanda kutip ini tidak ditutup.", "Begitu katanya."]),
        ("Kalimat tanpa titik", ["Kalimat tanpa titik"]),
        ("  Ada blank.   Dua.  ", ["Ada blank.", "Dua."]),
        ("", []),
        ("   ", []),
    ],
)
def test_bounds(paragraph: str, expected: list[str]) -> None:
    assert sentences(paragraph) == expected


def test_every_character_but_blanks_belongs_to_one_sentence() -> None:
    paragraph = "Rapat digelar di aula. “Kami awasi,” kata H. Darto. Benarkah? Ya."
    assert "".join(sentences(paragraph)).replace(" ", "") == paragraph.replace(" ", "")


def test_headline_is_one_sentence_and_spans_address_the_whole() -> None:
    version = ArticleVersion(
        "v", "a", "Rapat Digelar. Warga Hadir", "Satu kalimat. Dua kalimat.\nTiga.", datetime(2025, 1, 1, tzinfo=UTC), "h"
    )
    reading = Reading(version, Outlet(), None)
    read_sentences(reading)
    assert [s.text for s in reading.sentences] == ["Rapat Digelar. Warga Hadir", "Satu kalimat.", "Dua kalimat.", "Tiga."]
    assert [s.paragraph for s in reading.sentences] == [0, 1, 1, 2]
    assert [s.title for s in reading.sentences] == [True, False, False, False]
    assert all(s.span.of(reading.whole) == s.text for s in reading.sentences)


@pytest.mark.parametrize("hostile", ["." * 100_000, ". " * 50_000, "”" * 100_000, "Dr. " * 25_000, "a." + " " * 100_000, "?!" * 50_000])
def test_time_grows_with_the_text(hostile: str) -> None:
    started = time.perf_counter()
    split(hostile)
    assert time.perf_counter() - started < 1.0  # 100 kB; a pattern that backtracks needs minutes


def test_a_sentence_without_end_is_cut_behind_a_blank() -> None:
    text = "kata " * 3000
    bounds = split(text)
    assert "".join(text[a:b] for a, b in bounds).replace(" ", "") == text.replace(" ", "")
    assert max(b - a for a, b in bounds) <= LONGEST
    assert all(text[a:b].startswith("kata") and text[a:b].endswith("kata") for a, b in bounds)
