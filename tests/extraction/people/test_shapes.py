"""The shapes in which an office stands beside a name (codebook 8)."""

from __future__ import annotations

import pytest

from tests.extraction.people.build import officials, people

BAWASLU = {"Bawaslu Kabupaten Randu": "Bawaslu Kabupaten Randu"}
PLACES = {"Randu": "Kabupaten Randu"}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Ketua Bawaslu Kabupaten Randu, Joko Lestari, mengatakan hal itu.", "Joko Lestari", "Ketua"),
        ("Ketua Bawaslu Kabupaten Randu Joko Lestari mengatakan hal itu.", "Joko Lestari", "Ketua"),
        ("Joko Lestari selaku Ketua Bawaslu Kabupaten Randu mengatakan hal itu.", "Joko Lestari", "Ketua"),
        ("Menurut Joko Lestari, Ketua Bawaslu Kabupaten Randu, hal itu benar.", "Joko Lestari", "Ketua"),
        ("Hal itu kata Joko Lestari (Ketua Bawaslu Kabupaten Randu).", "Joko Lestari", "Ketua"),
        ("Joko Lestari yang saat itu masih menjabat Ketua Bawaslu Kabupaten Randu hadir.", "Joko Lestari", "Ketua"),
        ("Kordiv HP2H Bawaslu Kabupaten Randu Joko Lestari hadir.", "Joko Lestari", "Koordinator Divisi HP2H"),
        (
            "Koordinator Divisi Hukum, Pencegahan, dan Humas (HPH) Bawaslu Kabupaten Randu, Joko Lestari hadir.",
            "Joko Lestari",
            "Koordinator Divisi Hukum, Pencegahan, dan Humas",
        ),
    ],
)
def test_role_beside_name(text: str, name: str, role: str) -> None:
    assert officials(text, places=PLACES, agencies=BAWASLU) == [(name, role)]


def test_agency_is_the_one_read_inside_the_office() -> None:
    person = people("Ketua Bawaslu Kabupaten Randu, Joko Lestari, hadir.", places=PLACES, agencies=BAWASLU)[0]
    assert person.agency == "Bawaslu Kabupaten Randu"
    assert person.role_printed == "Ketua Bawaslu Kabupaten Randu"


def test_members_in_a_list() -> None:
    text = "Anggota Bawaslu Kabupaten Randu lainnya, yaitu Joko Lestari, Sitio, dan Dewi Anggur, ikut hadir."
    assert officials(text, places=PLACES, agencies=BAWASLU) == [
        ("Joko Lestari", "Anggota"),
        ("Sitio", "Anggota"),
        ("Dewi Anggur", "Anggota"),
    ]


def test_list_of_villages_names_nobody() -> None:
    assert officials("Kades Wangi Sari, Sumur Luar, Sumur Lama, dan Ulin dilaporkan.") == []


def test_village_head_behind_village_kecamatan_and_kabupaten() -> None:
    text = "Majelis memutus bersalah Kepala Desa Wangi, Kecamatan Tamba, Kabupaten Randu, Joko Lestari dalam perkara itu."
    found = people(text, places={"Kabupaten Randu": "Kabupaten Randu", "Kecamatan Tamba": "Kecamatan Tamba"})
    assert [(p.name, p.role, p.agency, p.official) for p in found] == [("Joko Lestari", "Kepala Desa", None, True)]


def test_rank_and_degrees_are_split_off() -> None:
    found = people("Kapolres Randu AKBP Joko Lestari SIK MH hadir.", places=PLACES)
    assert [(p.name, p.role, p.agency, p.degrees) for p in found] == [("Joko Lestari", "Kapolres", "Polres Randu", ["AKBP", "SIK", "MH"])]


def test_acting_prefix_in_its_short_form() -> None:
    found = people("Penjabat (Pj) Bupati Randu, Drs. H. Joko Lestari, M.Si., hadir.", places=PLACES)
    assert [(p.name, p.role, p.agency) for p in found] == [("Joko Lestari", "Pj Bupati", "Pemerintah Kabupaten Randu")]


def test_candidates_and_lawyers_are_persons_but_no_officials() -> None:
    found = people("Calon bupati Joko Lestari didampingi kuasa hukum Budi Wangi, SH.")
    assert [(p.name, p.official) for p in found] == [("Joko Lestari", False), ("Budi Wangi", False)]


def test_party_chairman_is_no_official() -> None:
    found = people("Ketua DPC Partai Demokrat Joko Lestari hadir.")
    assert [p.official for p in found] == [False]


@pytest.mark.parametrize(
    ("text", "initials", "role"),
    [
        ("Oknum lurah Wangi berinisial MAB dilaporkan.", "MAB", "Lurah"),
        ("Terlapor ialah IM, Camat Wangi Tengah, dan dua orang lain.", "IM", "Camat"),
        ("Seorang guru PPPK berinisial T diperiksa.", "T", "Guru"),
    ],
)
def test_accused_office_holders_by_initials(text: str, initials: str, role: str) -> None:
    found = people(text)
    assert [(p.name, p.role, p.official, p.initials) for p in found] == [(initials, role, True, True)]


def test_headline_names_nobody() -> None:
    assert people("Rapat digelar di aula.", title="Kades Posting Joko Lestari Dipanggil") == []  # type: ignore[arg-type]


def test_short_mentions_join_their_person() -> None:
    text = "Ketua Bawaslu Kabupaten Randu, Joko Lestari, hadir. Menurut Joko, itu benar. Lestari menambahkan hal lain."
    found = people(text, places=PLACES, agencies=BAWASLU)
    assert [[m.of(text) for m in p.mentions] for p in found] == [["Joko Lestari", "Joko", "Lestari"]]


@pytest.mark.parametrize(
    "text",
    [
        "Ketua Bawaslu Kabupaten Randu yang baru, Joko Lestari, dilantik.",
        "Ketua Bawaslu Kabupaten Randu periode 2018-2023, Joko Lestari, hadir.",
        "Ketua Bawaslu Kabupaten Randu itu, Joko Lestari, hadir.",
    ],
)
def test_filler_between_office_and_comma(text: str) -> None:
    assert officials(text, places=PLACES, agencies=BAWASLU) == [("Joko Lestari", "Ketua")]


@pytest.mark.parametrize(
    "text",
    ["Kasus ini menjerat AN (45), Kepala Desa Sumur.", "Kasus ini menjerat Kepala Desa Sumur, AN (45).", "Kepala Desa Sumur AN diperiksa."],
)
def test_initials_beside_a_village_office(text: str) -> None:
    assert officials(text) == [("AN", "Kepala Desa")]


def test_dotted_initials_are_joined() -> None:
    assert officials("Lurah Sumur berinisial S.H. diperiksa.") == [("SH", "Lurah")]


def test_numbered_list_of_accused() -> None:
    text = "Para terlapor yaitu: 1. Andi Lestari (Camat Sumur), 2. Budi Lestari (Lurah Wangi)."
    assert officials(text) == [("Andi Lestari", "Camat"), ("Budi Lestari", "Lurah")]


@pytest.mark.parametrize(
    "text",
    [
        "Keputusan Bersama Menteri PANRB, Menteri Dalam Negeri, Ketua KASN dan Ketua Bawaslu Nomor 2 Tahun 2022 mengatur hal itu.",
        "Hadir Bupati Randu, Sekda Randu, Kapolres Randu, Dandim, Kajari, para camat, dan Kepala OPD.",
        "Menurut UU Pemilu, Kepala Desa, Perangkat Desa, dan Anggota BPD dilarang berkampanye.",
        "Ketua RT, LMK dan RW memilih. Lembaga Musyawarah Kelurahan (LMK) itu baru.",
    ],
)
def test_rows_of_offices_name_nobody(text: str) -> None:
    assert officials(text, places=PLACES) == []
