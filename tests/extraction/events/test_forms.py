"""Forms: alleged of somebody where a case leads, only named where the law or an appeal speaks (codebook 12.13)."""

from __future__ import annotations

import pytest

from tests.extraction.events.helper import case, events

REPORT = "Warga melaporkan camat itu ke Bawaslu."

ALLEGED = [
    ("Camat Wirya memberikan sambutan di acara partai itu.", "lainnya"),
    ("Ia tercatat masuk dalam SK tim kampanye pasangan nomor dua.", "lainnya"),
    ("Ia membagikan sembako kepada warga desa.", "lainnya"),
    ("Dalam percakapan itu ia disebut-sebut mengajak sejumlah warga untuk mengikuti kegiatan kampanye paslon.", "mobilisasi"),
    ("Camat itu ikut kampanye salah satu calon bupati.", "hadir_kampanye"),
    ("Ada yang memposting dukungan kepada paslon di media sosial.", "posting_dukungan"),
    ("Dugaan itu berupa komentar, seperti memberi tanda suka pada akun paslon.", "like_komentar_share"),
]
NOT_ALLEGED = [
    "ASN dilarang memberikan sambutan di acara partai.",
    "Setiap ASN harus menghindari foto bersama calon.",
    "Bentuk pelanggaran misalnya memasang baliho calon.",
    "Statusnya kini pegawai negeri sejak 2022.",
    "Sambutan itu mengarah pada pilihan calon penerima beasiswa.",
    "Secara aturan, ASN tidak dibenarkan ikut kampanye.",
]


@pytest.mark.parametrize(("sentence", "form"), ALLEGED)
def test_what_the_accused_did_is_alleged(sentence: str, form: str) -> None:
    told = {f.value for e in events(case(REPORT, sentence)) for f in e.forms}
    assert form in told


@pytest.mark.parametrize("sentence", NOT_ALLEGED)
def test_what_the_law_or_an_example_names_is_alleged_of_nobody(sentence: str) -> None:
    assert [f for e in events(case(REPORT, sentence)) for f in e.forms] == []
