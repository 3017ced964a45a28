"""How far an office reaches, and what of it is role, agency and place."""

from __future__ import annotations

import pytest

from extraction.people.offices import Office, find_offices, is_private, is_public
from extraction.people.text import Text
from tests.extraction.people.build import reading

PLACES = {"Kabupaten Randu": "Kabupaten Randu", "Randu": "Kabupaten Randu", "Nusa": "Provinsi Nusa", "Sumur": "Kecamatan Sumur"}
AGENCIES = {"Bawaslu Randu": "Bawaslu Kabupaten Randu", "Dinas Sosial Randu": "Dinas Sosial Kabupaten Randu"}


def text_of(text: str) -> Text:
    return Text(reading(text, places=PLACES, agencies=AGENCIES))


def printed(text: Text, office: Office) -> str:
    return text.whole[text.words[office.first].start : text.words[office.last - 1].end]


def offices(text: str) -> list[str]:
    made = text_of(text)
    return [printed(made, office) for office in find_offices(made)]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Ketua Bawaslu Randu Xqzt hadir", "Ketua Bawaslu Randu"),
        ("Ketua Bawaslu Randu, Xqzt, hadir", "Ketua Bawaslu Randu"),
        ("Plt Kepala Dinas Sosial Randu Xqzt hadir", "Plt Kepala Dinas Sosial Randu"),
        ("Penjabat (Pj) Bupati Randu Xqzt hadir", "Penjabat (Pj) Bupati Randu"),
        ("Camat Sumur, Kabupaten Randu, Nusa, Xqzt hadir", "Camat Sumur, Kabupaten Randu, Nusa"),
        (
            "Koordinator Divisi Hukum, Pencegahan, dan Humas Bawaslu Randu Xqzt hadir",
            "Koordinator Divisi Hukum, Pencegahan, dan Humas Bawaslu Randu",
        ),
        ("Kordiv Hukum, Bawaslu Randu, Xqzt hadir", "Kordiv Hukum, Bawaslu Randu"),
        ("Kepala Bidang Poldagri Kesbangpol Randu Xqzt hadir", "Kepala Bidang Poldagri Kesbangpol Randu"),
        ("Bupati Daerag Randu Xqzt hadir", "Bupati Daerag Randu"),
        ("Kades Wangi Indah Xqzt hadir", "Kades Wangi Indah"),
        ("Kades Wangi, Xqzt, hadir", "Kades Wangi"),
        ("Dandim 0912/Sakti Letkol Xqzt hadir", "Dandim 0912/Sakti"),
        ("Anggota Komisi II DPRD Randu Xqzt hadir", "Anggota Komisi II DPRD Randu"),
        ("Ketua LSM Suara Jernih (LSJ), Xqzt, hadir", "Ketua LSM Suara Jernih (LSJ"),
        ("Direktur RSUD dr. R. Wiryodipuro Randu, Xqzt, hadir", "Direktur RSUD dr. R. Wiryodipuro Randu"),
        ("Wali Kota Randu Bima Xqzt hadir", "Wali Kota Randu"),
    ],
)
def test_reach_of_an_office(text: str, office: str) -> None:
    assert offices(text)[0] == office


@pytest.mark.parametrize(
    "text",
    [
        "Kantor Bupati Randu ramai",
        "Peraturan Bupati Randu terbit",
        "istri Bupati Randu hadir",
        "Nasir Hakim Jaya hadir",
        "Divisi Xqzt Utama kalah",
    ],
)
def test_things_and_names_are_no_offices(text: str) -> None:
    assert offices(text) == []


def test_offices_of_the_headline_are_left_out() -> None:
    made = Text(reading("Camat Sumur hadir.", title="Bupati Randu Marah", places=PLACES))
    assert [printed(made, office) for office in find_offices(made)] == ["Camat Sumur"]


@pytest.mark.parametrize(
    ("text", "public", "private"),
    [
        ("Ketua Bawaslu Randu", True, False),
        ("Ketua DPC Partai Demokrat Randu", False, True),
        ("Kepala Samsat Randu", True, False),
        ("Ketua Xqzt", False, False),
        ("Calon bupati Randu", False, True),
        ("Guru SDN 1 Randu", True, False),
        ("ASN", False, False),
        ("Staf Kecamatan Sumur", True, False),
        ("Anggota DPRD Randu dari Partai Demokrat", True, False),
        ("Direktur PT Sumur", False, True),
    ],
)
def test_public_and_private(text: str, public: bool, private: bool) -> None:
    made = text_of(text)
    office = find_offices(made)[0]
    assert (is_public(made, office), is_private(made, office)) == (public, private)


def test_acting_former_and_plural() -> None:
    acting, former, plural = (find_offices(text_of(text))[0] for text in ("Plh. Sekda Randu", "mantan Bupati Randu", "dua Camat"))
    assert acting.acting == "Plh"
    assert former.former
    assert plural.plural
