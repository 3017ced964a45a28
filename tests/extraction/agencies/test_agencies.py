"""Agencies in canonical form (codebook 8, 12.11, 12.20). All persons and incidents are invented."""

from __future__ import annotations

import pytest

from extraction.agencies import agency_at, canonical
from tests.extraction.places.helper import agencies, reading_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bawaslu Blora rapat.", {"Bawaslu Kabupaten Blora"}),
        ("Badan Pengawas Pemilihan Umum (Bawaslu) Kabupaten Blora rapat.", {"Bawaslu Kabupaten Blora"}),
        ("Bawaslu RI rapat.", {"Bawaslu RI"}),
        ("Bawaslu Provinsi Jatim rapat.", {"Bawaslu Provinsi Jawa Timur"}),
        ("Panwaslih Aceh rapat.", {"Panwaslih Provinsi Aceh"}),
        ("Panitia Pengawas Pemilu (Panwaslih) Kabupaten Aceh Utara rapat.", {"Panwaslih Kabupaten Aceh Utara"}),
        ("KIP Aceh rapat.", {"KIP Provinsi Aceh"}),
        ("Panwaslu Inhil rapat.", {"Panwaslu Kabupaten Indragiri Hilir"}),
        ("KPUD Bangli rapat.", {"KPU Kabupaten Bangli"}),
        ("Panwascam Cepu, Kabupaten Blora, rapat.", {"Panwaslu Kecamatan Cepu"}),
        ("Bawaslu Kecamatan Cepu, Kabupaten Blora, rapat.", {"Panwaslu Kecamatan Cepu"}),
        (
            "KASN, BKN, Kemendagri, dan Menpan-RB rapat.",
            {
                "Komisi Aparatur Sipil Negara",
                "Badan Kepegawaian Negara",
                "Kementerian Dalam Negeri",
                "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
            },
        ),
        ("Komisi ASN menerima berkas.", {"Komisi Aparatur Sipil Negara"}),
        ("Pemkab Blora dan Pemerintah Provinsi Jawa Tengah rapat.", {"Pemerintah Kabupaten Blora", "Pemerintah Provinsi Jawa Tengah"}),
        ("Pemda DIY rapat.", {"Pemerintah Provinsi Daerah Istimewa Yogyakarta"}),
        (
            "Kepala Dinas Pertanian dan Ketahanan Pangan Kabupaten Blora, Budi, hadir.",
            {"Dinas Pertanian dan Ketahanan Pangan Kabupaten Blora"},
        ),
        ("Kepala Dinas PUPR Blora hadir.", {"Dinas Pekerjaan Umum dan Penataan Ruang Kabupaten Blora"}),
        ("Kadis Pertanian Blora hadir.", {"Dinas Pertanian Kabupaten Blora"}),
        ("Kadisdik Blora hadir.", {"Dinas Pendidikan Kabupaten Blora"}),
        ("Badan Kepegawaian Daerah (BKD) Blora rapat.", {"Badan Kepegawaian Daerah Kabupaten Blora"}),
        ("Kepala Badan Kesatuan Bangsa dan Politik Kota Semarang hadir.", {"Badan Kesatuan Bangsa dan Politik Kota Semarang"}),
        ("Kesbangpol Kota Semarang rapat.", {"Badan Kesatuan Bangsa dan Politik Kota Semarang"}),
        ("Kapolres Bangka Barat hadir.", {"Polres Bangka Barat"}),
        ("Kapolres Pulau Buru hadir.", {"Polres Pulau Buru"}),
        ("Kapolda Sultra hadir.", {"Polda Sulawesi Tenggara"}),
        ("Kapolda Metro Jaya hadir.", {"Polda Metro Jaya"}),
        ("Kepolisian Daerah (Polda) Papua tegas.", {"Polda Papua"}),
        ("Dandim 1628/Sumbawa Barat hadir.", {"Kodim 1628/Sumbawa Barat"}),
        ("Pasi Kodim 0903 Bulungan hadir.", {"Kodim 0903/Bulungan"}),
        ("Kodim 0821/Lumajang rapat. Dandim Lumajang hadir.", {"Kodim 0821/Lumajang"}),
        ("Kapolres dan Dandim Sragen hadir. Dandim 0725/Srg bicara.", {"Polres Sragen", "Kodim 0725/Sragen"}),
        (
            "Kepala Kantor Wilayah Kemenkumham NTT hadir.",
            {"Kantor Wilayah Kementerian Hukum dan Hak Asasi Manusia Provinsi Nusa Tenggara Timur"},
        ),
        (
            "Kabid BKPP (Badan Kepegawaian Pendidikan dan Pelatihan) Kendal.",
            {"Badan Kepegawaian, Pendidikan, dan Pelatihan Kabupaten Kendal"},
        ),
        ("Danrem 133/NW hadir di Makorem 133/Nani Wartabone.", {"Korem 133/Nani Wartabone"}),
        ("Pangdam V/Brawijaya hadir.", {"Kodam V/Brawijaya"}),
        ("Jaksa Kejari Flores Timur hadir.", {"Kejaksaan Negeri Flores Timur"}),
        ("Pengadilan Negeri (PN) Larantuka memutus.", {"Pengadilan Negeri Larantuka"}),
        ("Sentra Gakkumdu Kabupaten Blora rapat.", {"Sentra Gakkumdu Kabupaten Blora"}),
        ("Guru SMAN 3 Cepu ditegur.", {"SMA Negeri 3 Cepu"}),
        ("Dosen Universitas Negeri Semarang Budi Santoso hadir.", {"Universitas Negeri Semarang"}),
        ("Kepala SMPN 2 Nguter Sukadi Contoh hadir.", {"SMP Negeri 2 Nguter"}),
        ("Kunjungan kerja DPD RI ramai.", {"DPD RI"}),
        ("Kesepakatan Pemerintah Daerah Provinsi Kalsel.", {"Pemerintah Provinsi Kalimantan Selatan"}),
        ("Persatuan Guru Republik Indonesia (PGRI) hadir.", {"Persatuan Guru Republik Indonesia"}),
        ("Kasubag KCD Pendidikan Serang-Cilegon hadir.", {"KCD Pendidikan Serang-Cilegon"}),
        ("Kepala UPT Dinas Pendidikan Ngawen, Kecamatan Ngawen, Kabupaten Blora.", {"UPT Dinas Pendidikan Kecamatan Ngawen"}),
        ("Satpol-PP Banyuwangi menegur.", {"Satpol PP Kabupaten Banyuwangi"}),
        ("Ketua DPRD Blora hadir.", {"DPRD Kabupaten Blora"}),
        ("Kantor Kementerian Agama Kabupaten Blora rapat.", {"Kantor Kementerian Agama Kabupaten Blora"}),
    ],
)
def test_canonical_form(text: str, expected: set[str]) -> None:
    assert agencies(reading_of(text), implied=False) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ASN, TNI, dan Polri wajib netral.",
        "Caleg DPRD Blora berkampanye.",
        "Kantor Kecamatan Cepu dan Kelurahan Balun di Kabupaten Blora ramai.",
        "Rumahnya di depan SMAN 3 Cepu.",
        "Ia caleg DPR RI Dapil Jawa Tengah III.",
        "Kepala OPD hadir.",
        "Upacara Hari Korpri dan HUT PGRI ramai.",
        "Hal itu diatur Peraturan Mahkamah Agung.",
        "Paslon diminta tertib oleh panitia.",
    ],
)
def test_no_agencies(text: str) -> None:
    assert agencies(reading_of(text)) == set()


def test_a_bare_name_is_the_one_named_in_full() -> None:
    reading = reading_of("Bawaslu Kota Pasuruan rapat. Menurut Bawaslu, aturan jelas. Sentra Gakkumdu dan BKPSDM hadir.")
    assert agencies(reading) == {
        "Bawaslu Kota Pasuruan",
        "Sentra Gakkumdu Kota Pasuruan",
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kota Pasuruan",
    }


def test_a_bare_name_takes_the_main_region() -> None:
    assert agencies(reading_of("Bawaslu memeriksa pegawai.", title="ASN Blora Diperiksa")) == {"Bawaslu Kabupaten Blora"}


def test_a_bare_bawaslu_among_national_bodies() -> None:
    reading = reading_of("Bawaslu Kota Semarang rapat. Dasarnya keputusan Kepala BKN, Ketua KASN dan Ketua Bawaslu.")
    assert "Bawaslu RI" in agencies(reading)


def test_a_bare_bawaslu_without_any_region() -> None:
    assert agencies(reading_of("JAKARTA – Bawaslu melimpahkan berkas kepada BKN.")) == {"Bawaslu RI", "Badan Kepegawaian Negara"}


def test_the_national_body_by_its_members() -> None:
    reading = reading_of(
        "Ketua Bawaslu, Rahmat Bagja, menyebut camat di Pemkab Dompu. Bawaslu sudah memeriksa.", title="Camat di Dompu Diperiksa"
    )
    assert agencies(reading) == {"Bawaslu RI", "Pemerintah Kabupaten Dompu"}


def test_the_national_body_beside_a_regional_one() -> None:
    reading = reading_of("Bawaslu Kabupaten Bantul menyurati KASN melalui Bawaslu RI. Bawaslu menunggu, kata Ketua Bawaslu Bantul.")
    assert agencies(reading) == {"Bawaslu Kabupaten Bantul", "Bawaslu RI", "Komisi Aparatur Sipil Negara"}


def test_a_level_without_a_name() -> None:
    reading = reading_of(
        "Bawaslu Pangkalpinang rapat. Bawaslu Provinsi dan BKPSDM Provinsi hadir. Bawaslu Kota menunggu. KPU kabupaten/kota aman."
    )
    assert agencies(reading) >= {
        "Bawaslu Kota Pangkal Pinang",
        "Bawaslu Provinsi Kepulauan Bangka Belitung",
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Provinsi Kepulauan Bangka Belitung",
    }


def test_a_bare_dinas_of_a_provincial_matter() -> None:
    reading = reading_of("Bawaslu Provinsi Banten memeriksa Kepala Dinas Pertanian Ahmad Contoh (AC). Bawaslu Banten tegas.")
    assert "Dinas Pertanian Provinsi Banten" in agencies(reading)


def test_the_cities_of_jakarta_have_no_dinas() -> None:
    reading = reading_of("Bawaslu Jakarta Barat menyoal kapal Dishub.", title="Kapal Dishub di Jakarta Barat")
    assert "Dinas Perhubungan Provinsi DKI Jakarta" in agencies(reading)


def test_an_abbreviation_that_the_article_explains() -> None:
    reading = reading_of("Dinas Pemberdayaan Masyarakat dan Kalurahan (DPMK) Kabupaten Bantul rapat. Menurut DPMK aman.")
    assert agencies(reading) == {"Dinas Pemberdayaan Masyarakat dan Kalurahan Kabupaten Bantul"}


def test_persons_behind_a_dinas_are_no_part_of_its_name() -> None:
    reading = reading_of("Kepala Dinas Perindustrian dan Perdagangan Babar Contoso hadir di rapat Bawaslu Blora.")
    assert "Dinas Perindustrian dan Perdagangan Kabupaten Blora" in agencies(reading)


def test_offices_imply_their_government() -> None:
    reading = reading_of("Bupati Blora Ari Contoh hadir bersama Sekda Blora.")
    assert agencies(reading) == {"Pemerintah Kabupaten Blora"}
    assert agencies(reading, implied=False) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Calon Bupati Blora hadir.",
        "Pemilihan Gubernur dan Wakil Gubernur Papua aman.",
        "Paslon Bupati dan Wakil Bupati Blora.",
        "Pasangan calon (Paslon) Bupati dan Wakil Bupati Blora.",
    ],
)
def test_what_people_run_for_implies_nothing(text: str) -> None:
    assert agencies(reading_of(text)) == set()


def test_an_open_region_is_kept_as_printed_with_its_reason() -> None:
    reading = reading_of("Bawaslu Madiun rapat.")
    mention = reading.agencies[0]
    assert (mention.name, mention.region) == ("Bawaslu Madiun", None)
    assert mention.reason


def test_what_cannot_be_told_has_no_name_but_a_reason() -> None:
    reading = reading_of("Menurut Inspektorat semua beres.")
    assert [(m.name, m.reason != "") for m in reading.agencies] == [(None, True)]


def test_spans_and_regions() -> None:
    reading = reading_of("Ketua Badan Pengawas Pemilu (Bawaslu) Kabupaten Blora hadir.")
    mention = reading.agencies[0]
    assert mention.printed == mention.span.of(reading.whole) == "Badan Pengawas Pemilu (Bawaslu) Kabupaten Blora"
    assert mention.region is not None
    assert mention.region.code == "33.16"


def test_agency_at() -> None:
    reading = reading_of("Ketua Bawaslu Blora, Ari Contoh, dan Bupati Blora, Budi Contoh, hadir.")
    start = reading.whole.index("Ketua")
    found = agency_at(reading, start, start + len("Ketua Bawaslu Blora"))
    assert found is not None
    assert found.name == "Bawaslu Kabupaten Blora"
    office = reading.whole.index("Bupati")
    implied = agency_at(reading, office, office + len("Bupati Blora"))
    assert implied is not None
    assert (implied.name, implied.implied) == ("Pemerintah Kabupaten Blora", True)
    assert agency_at(reading, 0, 3) is None


def test_canonical() -> None:
    reading = reading_of("Ketua Bawaslu Blora hadir.")
    found = canonical("Bawaslu Blora", reading)
    assert found is not None
    assert found.name == "Bawaslu Kabupaten Blora"
    assert canonical("Bawaslu Rembang", reading) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sidang digelar di Pengadilan Negeri Gedong Tataan.", {"Pengadilan Negeri Gedong Tataan"}),
        ("Berkas dilimpahkan ke PN Lubuk Pakam.", {"Pengadilan Negeri Lubuk Pakam"}),
        ("Kapolda Jawa Tengah hadir. Kapolda Irjen Budi Wiraguna berpesan.", {"Polda Jawa Tengah"}),
        ("Kapolres AKBP Budi Wiraguna hadir.", set()),
        ("Danlantamal V Surabaya hadir.", {"Lantamal V/Surabaya"}),
        ("Komandan Denpom IV/3 hadir.", {"Denpom IV/3"}),
        ("Pangdam Iskandar Muda hadir.", {"Kodam Iskandar Muda"}),
        ("Pangdam Diponegoro hadir.", {"Kodam Diponegoro"}),
        ("Komisioner Kompolnas hadir.", {"Komisi Kepolisian Nasional"}),
        ("Honorer berinisial AR, MK, dan SA diperiksa.", set()),
        ("Ketua Bawaslu Blora Rini Wiraguna,MA saat membuka kegiatan.", {"Bawaslu Kabupaten Blora"}),
        ("Perkara dibawa ke KPK, MA, dan MK.", {"Komisi Pemberantasan Korupsi", "Mahkamah Agung", "Mahkamah Konstitusi"}),
        ("Wakapolres Humbang hasundutan hadir.", {"Polres Humbang Hasundutan"}),
        ("Pejabat Kementrian PUPR hadir di Jayapura.", {"Kementerian Pekerjaan Umum dan Perumahan Rakyat"}),
        (
            "Badan Kepegawaian dan Pengembangan SDM Kabupaten Blora rapat.",
            {"Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Blora"},
        ),
        ("Kantor Kementerian Agama (Kemenag) Kabupaten Blora rapat.", {"Kantor Kementerian Agama Kabupaten Blora"}),
        ("Badan Narkotika Nasional (BNN) Kabupaten Blora rapat.", {"Badan Narkotika Nasional Kabupaten Blora"}),
        ("Kapolda Maluku Utara hadir, lalu Kapolda Wiraguna berpesan.", {"Polda Maluku Utara"}),
        ("Kapolres Tanjung Perak hadir.", {"Polres Tanjung Perak"}),
        ("Dinas PMPTSP Kabupaten Blora rapat.", {"Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten Blora"}),
    ],
)
def test_units_and_courts(text: str, expected: set[str]) -> None:
    """Towns of two words that no gazetteer knows are kept whole; a rank behind an office is no town; commands by name."""
    assert agencies(reading_of(text)) == expected
