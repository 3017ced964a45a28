"""Every value shows its passage, reason, component and confidence; a refused reading says that it was refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extraction.model import CodedArticle, Source
from extraction.worker import code
from search_ui.i18n import Words
from search_ui.show.origins import KINDS, Origin, origins

TEXT = """Bawaslu Kabupaten Rembang Klarifikasi Camat

REMBANG - Bawaslu Kabupaten Rembang meminta klarifikasi Camat Sulang, Wiryawan Adi, Rabu (9/10/2024),
terkait dugaan pelanggaran netralitas ASN pada Pilkada 2024.

Ketua Bawaslu Kabupaten Rembang, Ningsih Hartati, mengatakan ada tiga laporan. "Perkara ini masih kami kaji," kata Ningsih."""


@pytest.fixture(scope="module")
def coded() -> CodedArticle:
    return code(Source(TEXT.encode(), "text/plain", "rekaan.txt", datetime(2024, 10, 10, tzinfo=UTC)))


def one(found: list[Origin], kind: str, value: str) -> Origin:
    return next(origin for origin in found if origin.kind == kind and value in origin.value)


def test_every_value_of_the_record_has_an_origin(coded: CodedArticle, say: Words) -> None:
    found = origins(coded, say)
    counts = {kind: sum(o.kind == kind and o.taken for o in found) for kind in KINDS}
    assert counts["relevansi"] == 1
    assert counts["peristiwa"] == len(coded.events) > 0
    assert counts["kasus"] == len(coded.cases) > 0
    assert counts["tokoh"] == len(coded.people) > 0
    assert counts["wilayah"] == len(coded.regions) > 0
    assert counts["lembaga"] == sum(a.name is not None for a in coded.agencies) > 0
    assert counts["tanggal"] == len(coded.dates) > 0
    assert counts["kutipan"] > 0
    assert [KINDS.index(o.kind) for o in found] == sorted(KINDS.index(o.kind) for o in found)


def test_origins_name_passage_component_and_words(coded: CodedArticle, say: Words) -> None:
    found, whole = origins(coded, say), coded.version.whole
    camat = one(found, "tokoh", "Wiryawan Adi")
    assert camat.spans[0].of(whole) == "Wiryawan Adi" and camat.component.startswith("netra_people_v") and camat.confidence is not None
    event = one(found, "peristiwa", "Klarifikasi")
    assert "9 Oktober 2024" in event.said and "Dugaan" in event.said and "Rabu (9/10/2024)" in event.spans[0].of(whole)
    day = one(found, "tanggal", "9 Oktober 2024")
    assert day.said == "kejadian"
    assert {o.said for o in found if o.kind == "kutipan" and o.value == "Ningsih Hartati"} == {"kutipan langsung", "kutipan tak langsung"}


def test_refused_readings_stand_behind_with_their_reason(say: Words) -> None:
    text = TEXT.replace("Rabu (9/10/2024)", "Rabu (31/2/2024)")
    found = origins(code(Source(text.encode(), "text/plain", "rekaan.txt", datetime(2024, 10, 10, tzinfo=UTC))), say)
    refused = [o for o in found if not o.taken]
    assert any(o.kind == "tanggal" and "31/2/2024" in o.value and o.why for o in refused)
