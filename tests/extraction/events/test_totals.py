"""Totals are one statistik and nothing else (codebook 12.2)."""

from __future__ import annotations

from tests.extraction.events.helper import coded, proven, types

TOTALS = (
    "Bawaslu Provinsi Jawa Tengah mencatat 23 laporan dugaan pelanggaran netralitas ASN pada Pilkada 2024.\n"
    "Sebanyak 11 laporan terbukti, 7 direkomendasikan ke BKN, dan lima kasus dihentikan.\n"
    'Sisanya masih diproses," kata Ketua Bawaslu Jawa Tengah, Bagas Wiratama, Rabu (16/10/2024).'
)


def test_totals_silence_the_steps_that_they_count() -> None:
    assert types(TOTALS) == {"statistik"}


def test_share_of_many_people_proves_nobody() -> None:
    text = (
        "KASN mencatat 2.073 pengaduan pelanggaran netralitas ASN pada Pilkada 2020.\n"
        "Dari jumlah tersebut, 1.605 ASN atau 77,5 persen terbukti melanggar dan telah dijatuhi sanksi."
    )
    assert "statistik" in types(text) and not proven(text)


def test_batch_in_the_lead_is_the_step_itself() -> None:
    text = 'Bawaslu Kabupaten Blora merekomendasikan 12 ASN ke BKN karena diduga tidak netral pada Pilkada 2024.\n"Sudah dikirim," katanya.'
    assert "rekomendasi" in types(text)


def test_number_about_one_case_is_no_total() -> None:
    text = (
        "Camat Randugung dilaporkan ke Bawaslu Kabupaten Blora karena diduga tidak netral pada Pilkada 2024.\n"
        "Bawaslu telah memintai keterangan enam saksi, Selasa (15/10/2024)."
    )
    assert "statistik" not in types(text)


def test_parts_of_a_total_are_figures() -> None:
    assert {f.value for f in coded(TOTALS).figures} >= {23, 11, 7, 5}
