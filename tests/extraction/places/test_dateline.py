from __future__ import annotations

import pytest

from extraction.places.dateline import dateline_spans


def datelines(text: str, start: int = 0) -> list[str]:
    return [text[a:b] for a, b in dateline_spans(text, start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Manokwari, Kabar- Bawaslu Provinsi Papua Barat mencatat", "Manokwari, Kabar- "),
        ("Jakarta: Ketua badan itu", "Jakarta: "),
        ("KABARKITA.CO, Pekanbaru-Kepala Desa", "KABARKITA.CO, Pekanbaru-"),
        ("SERANG, Kabar - Bawaslu rapat.", "SERANG, Kabar - "),
        ("BLORA – Bawaslu rapat.", "BLORA – "),
        ("Mentok, Babel (KABAR) - Bawaslu rapat.", "Mentok, Babel (KABAR) - "),
        ("Kabar.id, KEDIRI – Sebagai pelayan.", "Kabar.id, KEDIRI – "),
        ("KABAR.ID — AMBON, — Bawaslu rapat.", "KABAR.ID — AMBON, — "),
        ("Pangkalpinang,Bawaslu Babel -- Sosialisasi.", "Pangkalpinang,Bawaslu Babel -- "),
        ("Kabarmedia.com,- KOTA PASURUAN. Dalam rangka itu.", "Kabarmedia.com,- KOTA PASURUAN."),
        ("KABAR, BLORA Seiring keterbukaan itu.", "KABAR, BLORA "),
        ("JAYAPURA | Kepolisian tegas.", "JAYAPURA | "),
        ("Pasangkayu; KPU rapat.", "Pasangkayu; "),
        ("Medan, KABAR.ID\nAdanya oknum pegawai.", "Medan, KABAR.ID"),
    ],
)
def test_found(text: str, expected: str) -> None:
    assert [d.strip() for d in datelines(text)] == [expected.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "Bawaslu Kabupaten Blora memanggil tiga pegawai - dua di antaranya camat.",
        "Ketua Bawaslu mengatakan hal itu di Blora – kota kecil di timur.",
        "“Kami akan memanggil mereka,” katanya.",
        "Aparatur wajib netral.",
        "",
    ],
)
def test_none(text: str) -> None:
    assert datelines(text) == []


def test_the_headline_is_left_out() -> None:
    text = "BLORA - Judul\nREMBANG - Isi berita."
    assert datelines(text, len("BLORA - Judul\n")) == ["REMBANG - "]


def test_only_the_first_paragraphs() -> None:
    text = "Kalimat pembuka yang panjang sekali.\n" * 8 + "BLORA - Isi."
    assert datelines(text) == []
