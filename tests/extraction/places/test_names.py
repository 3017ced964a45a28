"""Printed names of provinces, kabupaten and kota: found, refused with a reason, resolved or left open."""

from __future__ import annotations

import pytest

from tests.extraction.places.helper import reading_of, reason, regions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rapat di Kabupaten Blora.", {"Kabupaten Blora"}),
        ("Rapat di Kab. Blora.", {"Kabupaten Blora"}),
        ("Rapat di Kab.Blora.", {"Kabupaten Blora"}),
        ("RAPAT DI BLORA", {"Kabupaten Blora"}),
        ("Warga Musi Rawas Utara hadir.", {"Kabupaten Musi Rawas Utara"}),
        ("Warga Gunung Kidul dan Kulonprogo hadir.", {"Kabupaten Gunungkidul", "Kabupaten Kulon Progo"}),
        ("Warga Tolitoli dan Tojo Una-Una hadir.", {"Kabupaten Toli-Toli", "Kabupaten Tojo Una Una"}),
        ("Warga Pangkalpinang hadir.", {"Kota Pangkal Pinang"}),
        ("Warga Kep. Meranti hadir.", {"Kabupaten Kepulauan Meranti"}),
        ("Bawaslu DKI memantau Jakarta Barat.", {"Provinsi DKI Jakarta", "Kota Jakarta Barat"}),
        ("Sosialisasi di Provinsi Kepulauan Bangka Belitung (Babel).", {"Provinsi Kepulauan Bangka Belitung"}),
        ("Ikrar di kabupaten blora.", {"Kabupaten Blora"}),
        ("Pilkada serentak di Kabupaten dan Kota Kediri.", {"Kabupaten Kediri", "Kota Kediri"}),
        ("Perjanjian antara Blora dan Rembang.", {"Kabupaten Blora", "Kabupaten Rembang"}),
        ("Rapat di Kuningan, Jakarta Selatan.", {"Kota Jakarta Selatan"}),
        ("Sebanyak 35 kabupaten/kota di Jawa Tengah.", {"Provinsi Jawa Tengah"}),
    ],
)
def test_found(text: str, expected: set[str]) -> None:
    assert regions(reading_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Acara digelar di Hotel Blora Indah.",
        "Kantornya di Jalan Semarang nomor 3.",
        "Ia guru SMAN 2 Kendal.",
        "Sidang di Pengadilan Negeri Kendal.",
        "Ia kuliah di Universitas Jember.",
        "Demikian dikutip Jawa Pos.",
        "Demikian tulis Radar Bogor.",
        "Demikian tulis Kendari Pos.",
        "Lihat blora.example.co.id untuk rincian.",
        "Unggahan #Blora ramai.",
        "Kaur Umum desa itu hadir.",
        "Kapolres Metro memberi arahan.",
        "Menurut Yan Bima Indrajaya acara lancar.",
        "Kabar ini menyebar di seluruh pulau.",
        "Tim itu solid dan demak.",
    ],
)
def test_names_inside_other_names_are_no_regions(text: str) -> None:
    assert regions(reading_of(text)) == set()


@pytest.mark.parametrize(
    ("text", "printed", "part"),
    [
        ("Acara digelar di Hotel Blora.", "Blora", "Hotel"),
        ("Sidang di Pengadilan Negeri Kendal.", "Kendal", "Pengadilan"),
        ("Pelajar SMAN 1 Semarang Utara hadir.", "Semarang", "SMAN"),
        ("Bawaslu menyebut Mitra dalam daftar.", "Mitra", "singkatan"),
    ],
)
def test_refusals_carry_their_reason(text: str, printed: str, part: str) -> None:
    assert part in reason(reading_of(text), printed)


def test_an_explicit_prefix_behind_a_hotel_counts() -> None:
    assert regions(reading_of("Rapat di Hotel Melati, Kota Mojokerto.")) == {"Kota Mojokerto"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bupati Kediri memberi sambutan.", "Kabupaten Kediri"),
        ("Wali Kota Kediri memberi sambutan.", "Kota Kediri"),
        ("Pemkot Kediri menerbitkan surat.", "Kota Kediri"),
        ("Sekdakab Tegal hadir.", "Kabupaten Tegal"),
        ("Gubernur Gorontalo hadir.", "Provinsi Gorontalo"),
        ("Bupati Gorontalo hadir.", "Kabupaten Gorontalo"),
        ("Pemkot Gorontalo hadir.", "Kota Gorontalo"),
    ],
)
def test_the_adjacent_office_tells_the_level(text: str, expected: str) -> None:
    assert regions(reading_of(text)) == {expected}


def test_a_full_name_elsewhere_decides() -> None:
    assert regions(reading_of("Bawaslu Kota Pasuruan menggelar rapat. Warga Pasuruan hadir.")) == {"Kota Pasuruan"}


def test_the_last_full_name_before_decides_between_two() -> None:
    reading = reading_of("Kota Kediri aman. Warga Kediri tenang. Kabupaten Kediri rawan. Warga Kediri gelisah.")
    bare = [m.region.name for m in reading.places if m.printed == "Kediri" and m.region]
    assert bare == ["Kota Kediri", "Kabupaten Kediri"]


def test_a_kecamatan_of_one_of_them_decides() -> None:
    assert "Kota Semarang" in regions(reading_of("Camat Gajahmungkur, Semarang, dipanggil."))


def test_village_heads_decide() -> None:
    text = "Bawaslu Tasikmalaya memeriksa seorang kades. Kades itu hadir di kampanye."
    assert regions(reading_of(text)) == {"Kabupaten Tasikmalaya"}
    assert regions(reading_of(text + " Lurah juga hadir.")) == set()


def test_the_seat_is_a_town_not_a_body() -> None:
    assert regions(reading_of("Bawaslu Serang meneruskan berkas ke KASN.")) == set()
    assert "Kota Serang" in regions(reading_of("KASN membuka posko di Serang."))


def test_offices_of_another_unit_do_not_decide() -> None:
    reading = reading_of("Bupati Sukoharjo menegur pegawai. Bus itu menuju Bekasi.")
    assert regions(reading) == {"Kabupaten Sukoharjo"}


def test_a_shared_name_in_a_dateline_is_the_town() -> None:
    assert "Kota Jambi" in regions(reading_of("KABAR.COM, JAMBI - Bawaslu Tanjung Jabung Timur rapat."))
    assert "Provinsi Gorontalo" in regions(reading_of("Kabar.id (Gorontalo) – Bawaslu Bone Bolango rapat."))


def test_offices_at_a_distance_decide() -> None:
    assert regions(reading_of("Bawaslu Madiun menegur pegawai. Surat dari bupati sudah terbit.")) == {"Kabupaten Madiun"}


def test_the_outlets_home_decides_last() -> None:
    text = "Bawaslu Madiun menegur pegawai."
    assert regions(reading_of(text, home="35.77")) == {"Kota Madiun"}
    open_one = reading_of(text)
    assert regions(open_one) == set()
    mention = next(m for m in open_one.places if m.printed == "Madiun")
    assert set(mention.candidates) == {"35.19", "35.77"}
    assert mention.reason


def test_banjar_by_province() -> None:
    assert regions(reading_of("Bawaslu Banjar, Kalimantan Selatan, rapat.")) == {"Kabupaten Banjar", "Provinsi Kalimantan Selatan"}
    assert regions(reading_of("Bawaslu Banjar, Jawa Barat, rapat.")) == {"Kota Banjar", "Provinsi Jawa Barat"}


def test_provincial_seat() -> None:
    reading = reading_of("SERANG, Kabar - Bawaslu Provinsi Banten merekomendasikan dua ASN.")
    assert "Kota Serang" in regions(reading)
    assert any(m.reason == "provincial_seat" for m in reading.places)


def test_a_provinces_name_alone_is_the_province() -> None:
    assert regions(reading_of("Bawaslu Jambi mencatat sepuluh aduan.")) == {"Provinsi Jambi"}


def test_short_aliases_need_support() -> None:
    assert regions(reading_of("Kabupaten Musi Rawas (Mura) rawan. Warga Mura resah.")) == {"Kabupaten Musi Rawas"}
    assert "Kabupaten Minahasa Tenggara" in regions(reading_of("Bawaslu Mitra memeriksa seorang lurah."))
    assert regions(reading_of("Ketua kelompok, Babar Hasan, hadir.")) == set()


def test_nicknames_only_beside_the_name() -> None:
    assert regions(reading_of("ASN di Kota Sate diminta netral.")) == set()
    both = reading_of("ASN Blora diminta netral. Warga Kota Sate setuju.")
    assert regions(both) == {"Kabupaten Blora"}
    assert len(both.regions[0].spans) == 2


def test_spans_address_the_text_and_hold_the_prefix() -> None:
    reading = reading_of("Rapat di Kabupaten Blora.", title="Rapat Blora")
    assert [m.span.of(reading.whole) for m in reading.places] == ["Blora", "Kabupaten Blora"]
    assert all(m.printed == m.span.of(reading.whole) for m in reading.places)


def test_marks_agencies_and_datelines() -> None:
    reading = reading_of("BLORA, Kabar – Bawaslu Rembang bersama Kodim 0720/Rembang hadir di Pati.")
    flags = {(m.printed, m.dateline, m.in_agency) for m in reading.places}
    assert flags == {("BLORA", True, False), ("Rembang", False, True), ("Pati", False, False)}


def test_the_second_print_of_a_person_named_like_a_kabupaten_is_no_region() -> None:
    reading = reading_of("Andi Bone Mattola dilaporkan ke Bawaslu Wajo.\nBone Mattola membantah.")
    assert regions(reading) == {"Kabupaten Wajo"}
