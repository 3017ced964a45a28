"""Totals are one statistik and nothing else (codebook 12.2)."""

from __future__ import annotations

from tests.extraction.events.helper import coded, events, proven, types

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


def test_data_of_a_national_body_speak_of_no_region() -> None:
    told = events(
        "Pemerintah Kabupaten Blora menggelar ikrar netralitas ASN pada Pilkada 2024, Senin (9/9/2024).\n"
        "Ia menyebut data Komisi Aparatur Sipil Negara (KASN): 417 laporan masuk dan 197 ASN terbukti melanggar."
    )
    assert {(e.type.value, e.region.name if e.region else None) for e in told} == {("ikrar", "Kabupaten Blora"), ("statistik", None)}


def test_a_count_that_opens_with_a_province_is_its_total() -> None:
    told = events(
        "Seorang lurah di Kabupaten Blora dilaporkan ke Bawaslu Kabupaten Blora karena diduga tidak netral pada Pilkada 2024, kata"
        " Anggota Bawaslu Jawa Tengah, Sekar Palupi, Senin (14/10/2024).\nDi Provinsi Jawa Tengah ada tiga laporan pelanggaran."
    )
    assert ("statistik", "Provinsi Jawa Tengah") in {(e.type.value, e.region.name if e.region else None) for e in told}


def test_a_rank_of_risk_told_without_a_gathering_is_a_map_of_risk() -> None:
    told = events(
        "Kerawanan pelanggaran netralitas ASN pada Pilkada 2024 masih tinggi di Kabupaten Blora.\n"
        "Menurut Anggota Bawaslu Jawa Tengah, Sekar Palupi, Senin (9/9/2024), kabupaten itu berkategori rawan tinggi."
    )
    assert {"pemetaan_kerawanan"} == {e.type.value for e in told}
