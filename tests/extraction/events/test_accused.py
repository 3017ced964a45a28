"""Accused are those said to have broken neutrality: no complainant, superior, speaker or body (codebook 8)."""

from __future__ import annotations

import time

from extraction.events.frames import acts
from tests.extraction.events.helper import LEAD, case, coded


def accused(text: str) -> set[str]:
    return {c.accused for c in coded(text).cases}


def test_complainant_superior_and_speaker_are_not_accused() -> None:
    text = case(
        "Ketua LSM Cahaya, Bonar Siregar, melaporkan camat itu ke Bawaslu, Senin (14/10/2024).",
        "Bawaslu meneruskan perkara itu kepada Bupati Blora, Handoko Priyambodo.",
    )
    assert accused(text) == {"Wirya Kusnadi"}


def test_initials_also_behind_a_misprint() -> None:
    text = (
        "Lurah di Kabupaten Blora berinsial RK dilaporkan ke Bawaslu Kabupaten Blora karena diduga tidak netral pada Pilkada 2024.\n"
        "RK belum menjawab."
    )
    assert accused(text) == {"RK"}


def test_who_punishes_is_not_accused() -> None:
    assert accused(case("Bupati Blora, Handoko Priyambodo, menjatuhkan sanksi kepada Wirya Kusnadi.")) == {"Wirya Kusnadi"}


def test_superior_named_before_the_accused_is_not_accused() -> None:
    text = (
        "Bupati Blora, Handoko Priyambodo, menjatuhkan sanksi kepada dua ASN yang melanggar netralitas menjelang Pilkada 2024.\n"
        "Kedua ASN itu yakni Camat Randugung, Wirya Kusnadi, dan Lurah Mekarwangi, Darto Winarno."
    )
    assert accused(text) == {"Wirya Kusnadi", "Darto Winarno"}


def test_adversarial_text_stays_cheap() -> None:
    hostile = ["laporan " * 12_500, "menerima " * 11_000, "yang akan " * 10_000, '"' * 100_000, "dua puluh " * 10_000]
    for text in hostile:
        for act in acts():
            begun = time.perf_counter()
            sum(1 for _ in act.cue.finditer(text))
            assert time.perf_counter() - begun < 1.0, (act.name, text[:20])


def test_same_text_gives_the_same_ids() -> None:
    first, second = coded(LEAD + "\nWarga melaporkan camat itu ke Bawaslu."), coded(LEAD + "\nWarga melaporkan camat itu ke Bawaslu.")
    assert [e.id for e in first.events] == [e.id for e in second.events]
    assert len({e.id for e in first.events}) == len(first.events)


def test_whom_others_are_asked_to_choose_is_not_accused() -> None:
    told = coded(
        "Camat Randugung di Kabupaten Blora diduga berkampanye pada Pilkada 2024 dan mengajak masyarakat memilih peserta tunggal dari"
        " petahana Bupati Blora Karto Wiguna dan Wakil Bupati Danang Prawoto.\n"
        "Hasil kajian Bawaslu Kabupaten Blora, Rabu (16/10/2024), menyimpulkan camat itu terbukti melanggar netralitas ASN."
    )
    assert {entry.accused for entry in told.cases} & {"Karto Wiguna", "Danang Prawoto"} == set()
