"""The accused by what a name is announced as, what stands behind it, and whose object it is (codebook 8)."""

from __future__ import annotations

import pytest

from tests.extraction.events.helper import case, coded, proven

_LEAD = "Bawaslu Kabupaten Blora memeriksa laporan dugaan pelanggaran netralitas ASN dan kepala desa pada Pilkada 2024."


def accused(text: str) -> set[str]:
    return {c.accused for c in coded(text).cases}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Laporan itu menyebut nama terlapor Darmo Sukandar.", {"Darmo Sukandar"}),
        ("Bawaslu meneruskan dugaan pelanggaran atas nama Retno Wulansari ke BKN, Senin (14/10/2024).", {"Retno Wulansari"}),
        (
            "Keduanya adalah Retno Wulansari (Cepu) dan Darmo Sukandar (Jepon), yang dipanggil Bawaslu.",
            {"Retno Wulansari", "Darmo Sukandar"},
        ),
        ("Kedua ASN itu adalah KL dan DS yang diperiksa Bawaslu.", {"KL", "DS"}),
        ("Kepala Desa Sumberagung, Kecamatan Jepon, Kabupaten Blora, Darmo Sukandar, diperiksa Bawaslu.", {"Darmo Sukandar"}),
        ("Darmo Sukandar, Kepala Desa Sumberagung, dipanggil Bawaslu Blora.", {"Darmo Sukandar"}),
        ("Perkara yang menyeret Sekretaris Dinas Perhubungan, Darmo Sukandar, kini didalami Bawaslu.", {"Darmo Sukandar"}),
        ("Camat Randugung, Darmo Sukandar, memenuhi panggilan Bawaslu atas dugaan pelanggaran itu.", {"Darmo Sukandar"}),
    ],
)
def test_named_in_many_ways(sentence: str, names: set[str]) -> None:
    assert accused(f"{_LEAD}\n{sentence}") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Saksi bernama Darmo Sukandar memberi keterangan kepada Bawaslu.",
        "Pelapor bernama Darmo Sukandar membawa rekaman.",
        "Camat itu diduga mengampanyekan calon bupati, Darmo Sukandar.",
        "Berkas perkara diserahkan ketua kepada Penjabat Bupati Blora, Darmo Sukandar.",
        "Dalam laporannya ke Bawaslu, Darmo Sukandar menjelaskan bahwa camat itu diduga tidak netral.",
        "Terdakwa Darmo Sukandar, salah satu caleg, diputus bersalah karena kampanye hitam.",
        "Selain camat itu, Darmo Sukandar juga melaporkan hal lain ke Bawaslu.",
    ],
)
def test_witness_complainant_candidate_and_superior_are_not(sentence: str) -> None:
    assert "Darmo Sukandar" not in accused(case(sentence))


def test_full_name_of_the_defendant_replaces_the_short_one() -> None:
    text = (
        "Terdakwa Darmo Sukandar menjalani sidang perkara netralitas kepala desa pada Pilkada 2024 di Pengadilan Negeri Blora.\n"
        "Kades Darmo diduga mengampanyekan seorang calon bupati."
    )
    assert accused(text) == {"Darmo Sukandar"}


def test_what_the_staff_commission_advises_is_no_punishment() -> None:
    text = (
        "Komisi ASN merekomendasikan sanksi disiplin bagi dua ASN Kabupaten Blora yang tidak netral pada Pilkada 2020, yakni KL dan DS.\n"
        "DS dijatuhi sanksi moral dalam rekomendasi Komisi ASN itu."
    )
    assert all(e.status != "sanksi" for e in proven(text))
