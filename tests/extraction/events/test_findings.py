"""Nobody is called proven, punished or cleared without ground (codebook 4, 12.7, 12.16, 12.21, 12.26): the worst error of this system."""

from __future__ import annotations

import itertools

import pytest

from extraction.model import Status
from tests.extraction.events.helper import LEAD, case, events, proven, statuses

PROVEN = [
    "Bawaslu Kabupaten Blora menyatakan camat itu terbukti melanggar netralitas ASN.",
    "Rapat pleno Bawaslu menyimpulkan Wirya melanggar netralitas, Selasa (15/10/2024).",
    "Menurut Bawaslu, perbuatan Wirya merupakan pelanggaran netralitas ASN.",
    "Bawaslu menilai perbuatan camat itu memenuhi unsur pelanggaran.",
]
HEDGES = ["diduga", "patut diduga", "terindikasi", "belum tentu", "mungkin", "jika nanti", "apakah", "disinyalir", "bisa saja", "tidak"]
PREDICATES = ["melanggar netralitas ASN", "terbukti melanggar netralitas", "merupakan pelanggaran netralitas", "bersalah"]
OPEN = [
    "Warga menuding camat itu terbukti tidak netral.",
    "Camat yang terbukti melanggar akan diproses Bawaslu.",
    "Bawaslu meneruskan dugaan pelanggaran camat itu ke BKN.",
    "Unsur pidana tidak terpenuhi menurut Gakkumdu, tetapi perkara diteruskan ke BKN sebagai pelanggaran hukum lainnya.",
    "Jaksa menuntut camat itu tiga bulan penjara di Pengadilan Negeri Blora.",
    "Laporan itu memenuhi syarat formil dan materiel, kata Bawaslu.",
    "Bawaslu menjelaskan, bila terbukti camat itu bisa diberhentikan.",
    "Polisi menilai berkas belum cukup bukti sehingga tidak dapat dilanjutkan.",
]


@pytest.mark.parametrize("sentence", PROVEN)
def test_the_supervisors_own_finding_is_proven(sentence: str) -> None:
    assert statuses(case(sentence)).get("putusan") == "terbukti"


@pytest.mark.parametrize(("hedge", "predicate"), list(itertools.product(HEDGES, PREDICATES)))
def test_no_hedged_finding_is_proven(hedge: str, predicate: str) -> None:
    assert not proven(case(f"Bawaslu Kabupaten Blora mengatakan Camat Randugung {hedge} {predicate}."))


@pytest.mark.parametrize("sentence", OPEN)
def test_open_cases_are_neither_proven_nor_cleared(sentence: str) -> None:
    found = events(case(sentence))
    assert all(e.status is not Status.TERBUKTI and e.status is not Status.SANKSI for e in found)
    assert not any(e.status is Status.TIDAK_TERBUKTI and e.participants for e in found)


def test_headline_that_outruns_the_body_proves_nothing() -> None:
    assert not proven(case("Perkara camat itu masih dikaji."), title="Camat Randugung Terbukti Tidak Netral")


@pytest.mark.parametrize(
    "sentence",
    [
        "Bawaslu menghentikan laporan itu karena tidak cukup bukti.",
        "Laporan terhadap camat itu tidak diregistrasi Bawaslu.",
        "Bawaslu menyatakan Wirya tidak terbukti melanggar netralitas.",
        "Hasil klarifikasi tidak menunjukkan pelanggaran, kata Bawaslu.",
    ],
)
def test_dropped_case_is_cleared(sentence: str) -> None:
    assert statuses(case(sentence)).get("putusan") == "tidak_terbukti"


def test_two_accused_with_two_outcomes_keep_them_apart() -> None:
    text = (
        "Bawaslu Kabupaten Blora menyatakan Lurah Mekarwangi, Darto Winarno, terbukti melanggar netralitas pada Pilkada 2024.\n"
        "Sementara itu laporan terhadap Camat Randugung, Wirya Kusnadi, dihentikan karena tidak memenuhi unsur.\n"
        '"Untuk lurah, kami teruskan ke BKN," kata Ketua Bawaslu Kabupaten Blora, Sekar Palupi, Rabu (16/10/2024).'
    )
    told = {(e.type.value, e.status.value if e.status else None, tuple(p.name for p in e.participants)) for e in events(text)}
    assert ("putusan", "terbukti", ("Darto Winarno",)) in told
    assert ("putusan", "tidak_terbukti", ("Wirya Kusnadi",)) in told
    assert ("rekomendasi", "terbukti", ("Darto Winarno",)) in told


def test_verdict_is_proven_and_acquittal_is_not() -> None:
    court = "Majelis hakim Pengadilan Negeri Blora memvonis {} dalam perkara pidana pemilihan, Kamis (17/10/2024)."
    assert statuses(f"{LEAD}\n{court.format('Wirya dua bulan penjara')}")["pidana"] == "terbukti"
    assert statuses(f"{LEAD}\n{court.format('bebas Wirya')}")["pidana"] == "tidak_terbukti"


def test_suspension_during_examination_stays_alleged() -> None:
    assert statuses(case("Bupati Blora menonaktifkan sementara Camat Randugung, Senin (14/10/2024)."))["sanksi"] == "dugaan"


def test_imposed_discipline_is_a_sanction() -> None:
    assert statuses(case("Bupati Blora telah menjatuhkan sanksi teguran tertulis kepada Camat Randugung."))["sanksi"] == "sanksi"


def test_commission_that_recommends_a_sanction_proves() -> None:
    assert statuses(case("KASN merekomendasikan sanksi disiplin sedang bagi camat itu."))["rekomendasi"] == "terbukti"
    assert statuses(case("Bawaslu merekomendasikan camat itu ke KASN."))["rekomendasi"] == "dugaan"


def test_terbukti_that_only_means_as_one_sees_finds_nothing() -> None:
    assert not proven(case("Terbukti Bawaslu Kabupaten Blora gencar menggandeng tokoh masyarakat."))
    assert not proven(case("Koordinasi itu terbukti mempercepat kerja Bawaslu Kabupaten Blora."))


def test_terbukti_at_the_start_of_a_sentence_still_finds_a_wrong() -> None:
    assert proven(case("Terbukti melanggar netralitas, Wirya dinyatakan bersalah dalam pleno Bawaslu Kabupaten Blora."))
