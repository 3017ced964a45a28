"""Confidences come from counted shares: sure grounds score higher, seldom ones lean on their kind, refused readings have none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extraction import confidence as module
from extraction.confidence import Counts, confidence, ground, table, taken, values
from extraction.model import CodedArticle, Source
from extraction.worker import code

TEXT = """REMBANG - Bawaslu Kabupaten Rembang meminta klarifikasi Camat Sulang, Wiryawan Adi, Rabu (9/10/2024), terkait dugaan pelanggaran
netralitas ASN pada Pilkada 2024.

Ketua Bawaslu Kabupaten Rembang, Ningsih Hartati, mengatakan ada tiga laporan. "Perkara ini masih kami kaji," kata Ningsih.
Kajian selesai Rabu (31/2/2024)."""


@pytest.fixture(scope="module")
def coded() -> CodedArticle:
    return code(Source(TEXT.encode(), "text/plain", "rekaan.txt", datetime(2024, 10, 10, tzinfo=UTC)))


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = {"dates": {"sure": Counts(99, 100), "unsure": Counts(10, 40)}}
    monkeypatch.setattr(module, "table", lambda: counts)
    confidence.cache_clear()


def test_every_value_that_was_taken_has_a_confidence_and_a_refused_one_none(coded: CodedArticle) -> None:
    found = values(coded)
    assert {ground(value)[0] for value in found} >= {"events", "cases", "people", "regions", "agencies", "dates", "quotes"}
    for value in found:
        assert 0 < value.confidence < 1 if taken(value) else value.confidence == 0
    assert [value for value in found if not taken(value)]


@pytest.mark.usefixtures("counted")
def test_a_surer_ground_gives_a_higher_confidence_and_a_new_one_the_share_of_its_kind() -> None:
    share = 110 / 142
    assert confidence("dates", "sure") > 0.95
    assert confidence("dates", "unsure") == round((10 + 4 * share) / 44, 2)
    assert confidence("dates", "never met") == round(share, 2)
    assert confidence("nothing known", "x") == 0.5
    confidence.cache_clear()


def test_the_table_holds_counts_that_can_be() -> None:
    assert set(table()) == {"agencies", "cases", "dates", "events", "figures", "people", "quotes", "regions"}
    assert all(0 <= c.right <= c.of for grounds in table().values() for c in grounds.values())
