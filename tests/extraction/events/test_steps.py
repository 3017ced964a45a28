"""Every step of a case that happened is an event of its own (codebook 3, 12.1, 12.4 to 12.6, 12.22)."""

from __future__ import annotations

import pytest

from tests.extraction.events.helper import case, coded, events, statuses, types

STEPS = [
    ("laporan", "Camat itu dilaporkan ke Bawaslu oleh warga, Senin (14/10/2024)."),
    ("laporan", "Bawaslu telah menerima laporan warga terhadap camat itu."),
    ("temuan", "Panwaslu Kecamatan Randublatung menemukan camat itu mengajak warga memilih satu paslon."),
    ("klarifikasi", "Bawaslu memanggil dan memintai keterangan camat itu, Selasa (15/10/2024)."),
    ("rekomendasi", "Bawaslu meneruskan perkara camat itu ke Badan Kepegawaian Negara (BKN)."),
    ("rekomendasi", "Perkara camat itu dilimpahkan kepada Bupati Blora."),
    ("pidana", "Perkara camat itu naik ke tahap penyidikan di Polres Blora."),
    ("pengawasan", "Bawaslu masih menelusuri informasi awal tentang camat itu."),
    ("bantahan", "Camat itu membantah tuduhan tersebut."),
]


@pytest.mark.parametrize(("kind", "sentence"), STEPS)
def test_step_is_read_with_its_status(kind: str, sentence: str) -> None:
    assert statuses(case(sentence)).get(kind) == "dugaan"


def test_report_to_the_supervisor_and_forwarding_by_it_are_told_apart() -> None:
    assert "rekomendasi" not in types(case("Warga melaporkan camat itu ke Bawaslu."))
    assert "laporan" not in types(case("Bawaslu melaporkan camat itu ke BKN."))


def test_forwarding_to_the_police_alone_is_no_recommendation() -> None:
    assert "rekomendasi" not in types(case("Bawaslu meneruskan berkas ke Polres Blora."))


def test_steps_of_candidates_are_not_coded() -> None:
    text = case("Sementara laporan kedua, dugaan politik uang dengan terlapor seorang caleg, dihentikan Bawaslu.")
    assert "tidak_terbukti" not in {e.status for e in events(text)}


def test_every_event_has_evidence_that_stands_in_the_text() -> None:
    record = coded(case("Bawaslu memanggil camat itu, Selasa (15/10/2024)."))
    assert record.events
    for event in record.events:
        assert event.evidence and all(span.of(record.version.whole).strip() for span in event.evidence)


def test_case_entries_follow_the_accused_in_the_order_of_steps() -> None:
    record = coded(
        case("Warga melaporkan camat itu ke Bawaslu, Senin (14/10/2024).", "Bawaslu menyatakan Wirya terbukti melanggar netralitas.")
    )
    told = [(c.accused, c.status.value) for c in record.cases]
    assert told and {name for name, _ in told} == {"Wirya Kusnadi"}
    assert told[-1] == ("Wirya Kusnadi", "terbukti")
    assert all(c.person for c in record.cases)
