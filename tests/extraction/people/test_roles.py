"""Role, printed role and agency of an office (codebook 8, 12.11, 12.17)."""

from __future__ import annotations

import pytest

from extraction.model import Person
from tests.extraction.people.build import people

PLACES = {
    "Kabupaten Randu": "Kabupaten Randu",
    "Randu": "Kabupaten Randu",
    "Kota Sawit": "Kota Sawit",
    "Provinsi Nusa": "Provinsi Nusa",
}
AGENCIES = {
    "Bawaslu Randu": "Bawaslu Kabupaten Randu",
    "Bawaslu Provinsi Nusa": "Bawaslu Provinsi Nusa",
    "Dinas Pertanian Randu": "Dinas Pertanian Kabupaten Randu",
    "Badan Kepegawaian Daerah (BKD) Randu": "Badan Kepegawaian Daerah Kabupaten Randu",
    "Satpol-PP": "Satpol PP Kabupaten Randu",
    "Pengadilan Negeri Randu": "Pengadilan Negeri Randu",
    "SMP Negeri 2 Wangi": "SMP Negeri 2 Wangi",
    "Universitas Sumur": "Universitas Sumur",
}


def only(text: str) -> Person:
    """The one official of the text."""
    found = [p for p in people(text, places=PLACES, agencies=AGENCIES) if p.official]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "role", "agency"),
    [
        ("Sekdakot Sawit, Joko Lestari, hadir di Kota Sawit.", "Sekretaris Daerah", "Pemerintah Kota Sawit"),
        ("Sekretaris Daerah Kabupaten Randu, Joko Lestari, hadir.", "Sekretaris Daerah", "Pemerintah Kabupaten Randu"),
        ("Bupati Randu Joko Lestari hadir.", "Bupati", "Pemerintah Kabupaten Randu"),
        ("Plt. Wakil Bupati Randu Joko Lestari hadir.", "Plt Wakil Bupati", "Pemerintah Kabupaten Randu"),
        ("Asisten Pemerintahan dan Kesra Kota Sawit Joko Lestari hadir.", "Asisten Pemerintahan dan Kesra", "Pemerintah Kota Sawit"),
        ("Staf Ahli Hukum, Politik dan Pemerintahan Kabupaten Randu, Joko Lestari, hadir.", None, "Pemerintah Kabupaten Randu"),
        ("Kepala Dinas Pertanian Randu Joko Lestari hadir.", "Kepala", "Dinas Pertanian Kabupaten Randu"),
        ("Kepala Badan Kepegawaian Daerah (BKD) Randu Joko Lestari hadir.", "Kepala", "Badan Kepegawaian Daerah Kabupaten Randu"),
        ("Kepala Bidang Mutasi dan Promosi Dinas Pertanian Randu Joko Lestari hadir.", None, "Dinas Pertanian Kabupaten Randu"),
        ("Komisioner Bawaslu Randu, Divisi Penanganan Pelanggaran, Joko Lestari, hadir.", None, "Bawaslu Kabupaten Randu"),
        ("Kapolres Randu AKBP Joko Lestari hadir.", "Kapolres", "Polres Randu"),
        ("Dandim 0912/Randu Letkol Inf Joko Lestari hadir.", "Dandim", "Kodim 0912/Randu"),
        ("Danrem 099/Sumur Sakti, Brigjen TNI Joko Lestari, hadir.", "Danrem", "Korem 099/Sumur Sakti"),
        ("Mendagri Joko Lestari hadir.", "Menteri Dalam Negeri", "Kementerian Dalam Negeri"),
        ("Camat Sumur, Joko Lestari, hadir.", "Camat", None),
        ("Perbekel Sumur I Made Lestari hadir.", "Perbekel", None),
        ("Keuchik Gampong Sumur, Joko Lestari, hadir.", "Keuchik", None),
        ("Kepala SMP Negeri 2 Wangi Joko Lestari hadir.", "Kepala Sekolah", "SMP Negeri 2 Wangi"),
        ("Dosen Fakultas Hukum Universitas Sumur Joko Lestari hadir.", None, "Fakultas Hukum Universitas Sumur"),
        ("ASN dari unsur Satpol-PP berinisial MR dilaporkan.", "ASN", "Satpol PP Kabupaten Randu"),
    ],
)
def test_role_and_agency(text: str, role: str | None, agency: str | None) -> None:
    person = only(text)
    assert person.agency == agency
    assert role is None or person.role == role


def test_fields_belong_to_the_role_and_brackets_do_not() -> None:
    person = only("Koordinator Divisi (Kordiv) Hukum, Pencegahan, dan Humas (HPH) Bawaslu Randu, Joko Lestari hadir.")
    assert person.role == "Koordinator Divisi Hukum, Pencegahan, dan Humas"
    assert person.role_printed == "Koordinator Divisi (Kordiv) Hukum, Pencegahan, dan Humas (HPH) Bawaslu Randu"


def test_division_behind_the_agency_belongs_to_the_role() -> None:
    person = only("Anggota Bawaslu Randu, Divisi Penindakan Pelanggaran, Joko Lestari menyebut hal itu.")
    assert person.role == "Anggota Divisi Penindakan Pelanggaran"


def test_division_without_its_body_belongs_to_the_supervisor_named_before() -> None:
    text = "Berkas dibawa Ketua Bawaslu Randu Joko Lestari dan Koordiv HP2H Dewi Anggraini."
    found = people(text, places=PLACES, agencies=AGENCIES)
    assert [(p.name, p.agency) for p in found] == [
        ("Joko Lestari", "Bawaslu Kabupaten Randu"),
        ("Dewi Anggraini", "Bawaslu Kabupaten Randu"),
    ]


def test_judges_belong_to_the_court_of_the_article() -> None:
    text = "Pengadilan Negeri Randu memutus perkara itu. Ketua majelis hakim, Joko Lestari, didampingi hakim anggota, Firdaus dan Dewi."
    found = people(text, places=PLACES, agencies=AGENCIES)
    assert [(p.name, p.role, p.agency) for p in found] == [
        ("Joko Lestari", "Ketua Majelis Hakim", "Pengadilan Negeri Randu"),
        ("Firdaus", "Hakim Anggota", "Pengadilan Negeri Randu"),
        ("Dewi", "Hakim Anggota", "Pengadilan Negeri Randu"),
    ]


def test_bare_head_of_region_serves_the_place_of_the_article() -> None:
    found = people("Warga Kabupaten Randu hadir. Pj Bupati, Joko Lestari, membuka acara.", places=PLACES)
    assert [(p.name, p.agency) for p in found] == [("Joko Lestari", "Pemerintah Kabupaten Randu")]


@pytest.mark.parametrize(
    "text",
    [
        "Ketua DPD Partai Golkar Randu Joko Lestari hadir.",
        "Ketua LSM Sumur Jernih (LSJ), Joko Lestari, hadir.",
        "Direktur Eksekutif Perludem Joko Lestari hadir.",
        "Pengamat politik, Joko Lestari, menilai.",
        "Kuasa hukum terlapor, Joko Lestari, hadir.",
        "Caleg DPRD Randu dari Partai Perindo, Joko Lestari, hadir.",
        "Mantan Bupati Randu Joko Lestari hadir.",
        "Ketua tim pemenangan Joko Lestari hadir.",
        "Wartawan Joko Lestari hadir.",
    ],
)
def test_no_officials_but_persons(text: str) -> None:
    assert [(p.name, p.official) for p in people(text, places=PLACES)] == [("Joko Lestari", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Istri Bupati Randu, Joko Lestari, hadir.",
        "Di Kantor Bupati Randu, Jalan Pemuda, warga berkumpul.",
        "Pemilihan Bupati Randu, Selasa besok, berjalan aman.",
        "Bupati dan Wakil Bupati Randu hadir bersama Camat dan Lurah.",
        "Netralitas ASN Randu dijaga. Para kepala dinas hadir.",
    ],
)
def test_offices_without_a_holder_name_nobody(text: str) -> None:
    assert [p for p in people(text, places=PLACES) if p.official] == []


def test_village_that_no_gazetteer_knows() -> None:
    assert [
        p.name for p in people("Hukum Tua Desa Sumur Jootje Lasut hadir.", places={"Desa Sumur Jootje Lasut": "Desa Sumur Jootje Lasut"})
    ] == ["Jootje Lasut"]


def test_public_office_is_told_apart_from_a_clerk() -> None:
    found = people(
        "Bupati Randu Joko Lestari dan Honorer Dinas Pertanian Randu bernama Dewi Anggraini hadir.", places=PLACES, agencies=AGENCIES
    )
    assert [(p.name, p.public_office) for p in found] == [("Joko Lestari", True), ("Dewi Anggraini", False)]


def test_workplace_told_in_a_clause_of_its_own() -> None:
    text = "Bawaslu menelusuri ASN berinisial RAG. RAG yang berdinas di Dinas Pertanian Randu diduga ikut kampanye."
    found = people(text, places=PLACES, agencies=AGENCIES)
    assert [(p.name, p.role, p.agency, p.official) for p in found] == [("RAG", "ASN", "Dinas Pertanian Kabupaten Randu", True)]


def test_civil_servants_without_a_public_body_are_persons_only_by_initials_and_officials_by_name() -> None:
    found = people("Dua ASN berinisial AB dan CD diperiksa.")
    assert [(p.name, p.official) for p in found] == [("AB", False), ("CD", False)]
    named = only("Berkas ASN bernama Joko Lestari diteruskan.")
    assert (named.name, named.role, named.official, named.public_office) == ("Joko Lestari", "ASN", True, False)


def test_command_spelled_out_and_misspelt_secretary() -> None:
    assert only("Komandan Distrik Militer (Dandim) 0721 Blora, Letkol Arm Joko Lestari, hadir.").role == "Komandan Distrik Militer"
    assert only("Sekertaris Dinas Perhubungan, Joko Lestari, hadir.").role == "Sekretaris"


def test_misprinted_fields_stay_out_of_the_name() -> None:
    person = only("Kordiv Penangann Pelanggaran Bawaslu Randu, Joko Lestari, hadir.")
    assert person.name == "Joko Lestari"


def test_secretary_who_speaks_for_the_head() -> None:
    found = people("Kepala Dinas Pertanian Randu melalui Sekretaris Xqzt, menyebut hal itu.", places=PLACES, agencies=AGENCIES)
    assert [(p.name, p.role, p.agency, p.official) for p in found] == [("Xqzt", "Sekretaris", "Dinas Pertanian Kabupaten Randu", True)]


def test_bare_bawaslu_belongs_to_the_article_s_one_kabupaten() -> None:
    text = "Warga Randu hadir. Ketua Bawaslu, Joko Lestari, menyebut hal itu."
    found = people(text, places=PLACES, agencies={"Bawaslu": "Bawaslu RI"})
    assert [(p.name, p.agency) for p in found] == [("Joko Lestari", "Bawaslu Kabupaten Randu")]


def test_bare_bawaslu_beside_the_local_one_stays_national() -> None:
    text = "Ketua Bawaslu, Joko Lestari, dan Ketua Pengawas Randu, Dewi Anggraini, hadir."
    agencies = {"Bawaslu": "Bawaslu RI", "Pengawas Randu": "Bawaslu Kabupaten Randu"}
    found = people(text, places=PLACES, agencies=agencies)
    assert [(p.name, p.agency) for p in found] == [("Joko Lestari", "Bawaslu RI"), ("Dewi Anggraini", "Bawaslu Kabupaten Randu")]


def test_minister_s_field_names_the_ministry() -> None:
    person = only("Menteri Keuangan (Menkeu) Joko Lestari hadir.")
    assert (person.role, person.agency) == ("Menteri Keuangan", "Kementerian Keuangan")


def test_names_joined_before_their_office() -> None:
    text = "Ia mengadukan Joko Lestari dan Budi Santoso (Anggota Bawaslu Randu)."
    found = people(text, places=PLACES, agencies=AGENCIES)
    assert [(p.name, p.role) for p in found] == [("Joko Lestari", "Anggota"), ("Budi Santoso", "Anggota")]


def test_each_village_head_has_his_own_initials() -> None:
    text = "Kades Sumur berinisial SW, Kades Getas berinisial KT dan Camat Wangi inisial MB diperiksa."
    found = people(text)
    assert [(p.name, p.role) for p in found] == [("SW", "Kepala Desa"), ("KT", "Kepala Desa"), ("MB", "Camat")]
