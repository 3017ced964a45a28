"""Which region a bare name means, and what several institutions in one article mean to each other."""

from __future__ import annotations

import time

import pytest

from tests.extraction.places.helper import agencies, reading_of


def named(text: str, printed: str, title: str | None = None) -> list[str | None]:
    return [m.name for m in reading_of(text, title).agencies if m.printed == printed]


def test_the_nearest_full_name_before() -> None:
    text = "Bawaslu Kabupaten Blora rapat. Bawaslu diam. Bawaslu Kabupaten Rembang datang. Bawaslu bicara."
    assert named(text, "Bawaslu") == ["Bawaslu Kabupaten Blora", "Bawaslu Kabupaten Rembang"]


def test_the_first_full_name_behind_where_none_stands_before() -> None:
    assert named("Bawaslu diam. Bawaslu Kabupaten Rembang datang.", "Bawaslu") == ["Bawaslu Kabupaten Rembang"]


def test_setempat() -> None:
    assert agencies(reading_of("ASN Pemkab setempat ditegur Bawaslu.", title="ASN Blora Ditegur")) == {
        "Pemerintah Kabupaten Blora",
        "Bawaslu Kabupaten Blora",
    }


def test_a_government_of_another_level_is_not_guessed() -> None:
    reading = reading_of("Bawaslu Kabupaten Blora rapat. Pemkot menunggu.")
    assert agencies(reading) == {"Bawaslu Kabupaten Blora"}
    assert next(m.reason for m in reading.agencies if m.printed == "Pemkot")


def test_a_provincial_speaker_about_one_kabupaten() -> None:
    text = "Bawaslu Riau menyebut 23 kasus. Di Kabupaten Siak, akun Pemda menandai paslon."
    assert "Pemerintah Kabupaten Siak" in agencies(reading_of(text, title="Bawaslu Riau Catat 23 Kasus"))


def test_gakkumdu_of_the_bawaslu_behind_it() -> None:
    text = "Sentra Gakkumdu Bawaslu Provinsi Sulawesi Selatan memeriksa kepala sekolah di Makassar."
    assert "Sentra Gakkumdu Provinsi Sulawesi Selatan" in agencies(reading_of(text))


def test_pemprov_of_a_kabupatens_province() -> None:
    assert "Pemerintah Provinsi Jawa Tengah" in agencies(reading_of("Bawaslu Kabupaten Blora menyurati Pemprov."))


@pytest.mark.parametrize("printed", ["Panwascam", "Koramil", "Polsek", "RSUD", "Setda"])
def test_bare_local_bodies_stay_unnamed(printed: str) -> None:
    assert named(f"Bawaslu Kabupaten Blora rapat. Menurut {printed} aman.", printed) == [None]


def test_long_texts_take_time_in_proportion() -> None:
    """A text twenty times as long takes at most forty times as long, and names the same institutions."""
    text = "Bawaslu Kabupaten Blora memanggil Camat Cepu. KPU, Bawaslu, dan Sentra Gakkumdu rapat di Kota Semarang.\n" * 20
    short = time.perf_counter()
    one = agencies(reading_of(text))
    short = time.perf_counter() - short
    long = time.perf_counter()
    many = agencies(reading_of(text * 20))
    long = time.perf_counter() - long
    assert one == many
    assert long < 40 * short + 0.5


def test_no_text_no_agencies() -> None:
    assert reading_of("").agencies == []
    assert reading_of("\n\n…\n").agencies == []
