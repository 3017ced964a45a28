"""Kecamatan, desa and kelurahan, under their conditions."""

from __future__ import annotations

import pytest

from tests.extraction.places.helper import reading_of, regions


def small(text: str, title: str | None = None) -> set[str]:
    return {name for name in regions(reading_of(text, title)) if name.split()[0] in ("Kecamatan", "Desa", "Kelurahan")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acara di Kecamatan Cepu, Kabupaten Blora.", {"Kecamatan Cepu"}),
        ("Acara di Kec. Cepu, Blora.", {"Kecamatan Cepu"}),
        (
            "Kepala Desa Tegalrejo Makmur Sari, Kecamatan Pelangiran, Kabupaten Indragiri Hilir, hadir.",
            {"Desa Tegalrejo Makmur Sari", "Kecamatan Pelangiran"},
        ),
        ("Acara di Desa Cepu Indah, Kabupaten Blora.", {"Desa Cepu Indah"}),
        ("Kepala Desa Bogorejo Sutrisno mengatakan hal itu di Kabupaten Blora.", {"Desa Bogorejo"}),
        ("Lurah Sei Pelunggut, Kecamatan Sagulung, Kota Batam, dipanggil.", {"Kelurahan Sei Pelunggut", "Kecamatan Sagulung"}),
        ("MASOHI, Kabar – Bawaslu Kabupaten Maluku Tengah rapat.", {"Kecamatan Kota Masohi"}),
        ("PENAJAM – ASN Kabupaten Penajam Paser Utara dilaporkan.", {"Kecamatan Penajam"}),
        ("Bawaslu Kabupaten Konawe memberi keterangan di Kota Unaaha.", {"Kecamatan Unaaha"}),
        ("Pemerintah Kabupaten Barito Kuala (Batola), Marabahan, Kalimantan Selatan, rapat.", {"Kecamatan Marabahan"}),
        ("Kepala Desa Dausa, Kintamani, Bangli, dan Bawaslu Kabupaten Bangli hadir.", {"Desa Dausa", "Kecamatan Kintamani"}),
        ("Wali Nagari Melanggar, Bawaslu Kabupaten Solok Bertindak.", set()),
        ("ASN Kelurahan Dandangan Kecamatan Kota, Jumat, diperiksa Bawaslu Kota Kediri.", {"Kelurahan Dandangan", "Kecamatan Kota"}),
        ("Komandan Distrik Militer di Kabupaten Blora hadir.", set()),
        ("Camat Cepu, Kabupaten Blora, hadir.", {"Kecamatan Cepu"}),
        ("Panwascam Cepu melapor ke Bawaslu Blora.", {"Kecamatan Cepu"}),
        ("Pertemuan di Semarang Barat digerebek Bawaslu Kota Semarang.", {"Kecamatan Semarang Barat"}),
        ("Camat Aluh-aluh, Kabupaten Banjar, dipanggil.", {"Kecamatan Aluh Aluh"}),
        ("Distrik Kenyam di Kabupaten Nduga tenang.", {"Kecamatan Kenyam"}),
        ("Kapanewon Cangkringan, Sleman.", {"Kecamatan Cangkringan"}),
        (
            "Di Kota Semarang ada 3 kecamatan yakni Gajah Mungkur, Banyumanik dan Semarang Utara.",
            {"Kecamatan Gajahmungkur", "Kecamatan Banyumanik", "Kecamatan Semarang Utara"},
        ),
        (
            "Jadwal di Kecamatan Blora, Jepon, Jiken dan Tunjungan, Kabupaten Blora.",
            {"Kecamatan Blora", "Kecamatan Jepon", "Kecamatan Jiken", "Kecamatan Tunjungan"},
        ),
        ("Bawaslu Blora rapat. Esoknya di Bogorejo dan Ngawen.", {"Kecamatan Bogorejo", "Kecamatan Ngawen"}),
        ("Rumahnya di Cepu, Kabupaten Blora.", {"Kecamatan Cepu"}),
        ("Kelurahan Balun, Kecamatan Cepu, Kabupaten Blora.", {"Kelurahan Balun", "Kecamatan Cepu"}),
        ("Lurah Balun, Kabupaten Blora, ditegur.", {"Kelurahan Balun"}),
        ("Lurah Trirenggo, Kabupaten Bantul, ditegur.", {"Desa Trirenggo"}),
        ("Kades Harapan Makmur di Indragiri Hilir hadir.", {"Desa Harapan Makmur"}),
        ("Kepala Desa (Kades) Kaowa, Kabupaten Bima, hadir.", {"Desa Kaowa"}),
    ],
)
def test_found(text: str, expected: set[str]) -> None:
    assert small(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bawaslu Blora memanggil camat. Yang hadir tiga orang.",
        "Ia kepala desa. Prosesnya panjang di Kabupaten Blora.",
        "Pengurus Badan Permusyawaratan Desa (BPD) Kabupaten Blora hadir.",
        "Camat Sutrisno dari Kabupaten Blora hadir.",
        "Kepala Desa Sutrisno dari Kabupaten Blora hadir.",
        "Asosiasi Kepala Desa Lombok Barat hadir.",
        "Panwaslu Kecamatan Divisi Penanganan Pelanggaran Kota Semarang.",
        "Kecamatan se-Kabupaten Blora hadir.",
        "Lurah Agus Bambang, Bambang Irwanto, dan Surya dari Kabupaten Jember hadir.",
        "Kepala Dinas Pemberdayaan Masyarakat dan Desa Kabupaten Kendal hadir.",
        "Guru SMAN Rumbia, Lampung Tengah, ditegur.",
        "Yang dari dan untuk warga Kabupaten Blora.",
        "Rombongan menuju Cepu bersama Bawaslu Rembang.",
    ],
)
def test_not_found(text: str) -> None:
    assert small(text) == set()


def test_a_misprinted_kecamatan_gets_its_official_name() -> None:
    assert small("Kecamatan Titihena, Kabupaten Flores Timur.") == {"Kecamatan Titehena"}


def test_a_place_outside_the_gazetteer_is_kept_as_printed() -> None:
    reading = reading_of("Warga Desa Sukatani Asri, Kabupaten Blora, hadir.")
    desa = next(r.region for r in reading.regions if r.region.name.startswith("Desa"))
    assert (desa.name, desa.code) == ("Desa Sukatani Asri", None)


def test_a_known_place_carries_code_and_province() -> None:
    reading = reading_of("Camat Cepu, Kabupaten Blora, hadir.")
    kecamatan = next(r.region for r in reading.regions if r.region.name == "Kecamatan Cepu")
    assert kecamatan.code is not None
    assert kecamatan.code.startswith("33.16.")
    assert kecamatan.province == "Provinsi Jawa Tengah"


def test_a_dateline_may_be_a_kecamatan() -> None:
    assert small("Mentok, Babel (KABAR) - Bawaslu Kabupaten Bangka Barat rapat.") == {"Kecamatan Mentok"}


def test_a_second_dateline_behind_the_outlet() -> None:
    assert small("KabarKita, Sumbawa Barat — Taliwang, 24 September 2020. ASN berikrar.") == {"Kecamatan Taliwang"}


def test_a_kecamatan_named_in_full_is_known_when_bare() -> None:
    reading = reading_of("Camat Cepu, Kabupaten Blora, hadir. Menurut warga Cepu acara ramai.")
    one = next(r for r in reading.regions if r.region.name == "Kecamatan Cepu")
    assert [span.of(reading.whole) for span in one.spans] == ["Camat Cepu", "Cepu"]
