"""What a source becomes, or why it becomes nothing, on invented text."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from extraction.components import pipeline
from extraction.model import Source
from extraction.worker import LONGEST, NotAnArticle, code

LEAD = "Bawaslu Kabupaten Rembang menangani dugaan pelanggaran netralitas ASN pada Pilkada 2024."


def source(text: str) -> Source:
    return Source(text.encode(), "text/plain", "uji", datetime(2024, 10, 15, tzinfo=UTC), title="Bawaslu Rembang Tangani Netralitas ASN")


def test_a_text_that_no_news_article_reaches_is_refused_with_its_reason() -> None:
    with pytest.raises(NotAnArticle, match="karakter"):
        code(source("\n".join(f"Laporan ke-{n}: {LEAD}" for n in range(LONGEST // len(LEAD)))))


@pytest.mark.parametrize("run", ["9" * 10_000, "1.000" + ".000" * 3000, "satu " * 4000, "Rp" * 9000, "(" * 9000, "“" * 9000])
def test_a_hostile_run_in_the_text_is_only_text(run: str) -> None:
    assert code(source(f"{LEAD}\n{run} laporan masuk pada Senin (7/10/2024), kata Ketua Bawaslu.")).version.relevant


@pytest.mark.parametrize("text", ["", " ", "a  b", " a", "a\n\nb ", "a\t b", "“Kata,”  ujar\u00a0dia. ", "a-b/c d'e."])
def test_tokens_lose_nothing_of_the_text(text: str) -> None:
    assert pipeline().make_doc(text).text == text


@pytest.mark.parametrize(
    "url", ["http://[::1", "//[::1/a", "http://a]b/", "http://\u2100.example/", "javascript:alert(1)", "https://a:99999999/"]
)
def test_an_address_that_cannot_be_read_is_none_and_stops_nothing(url: str) -> None:
    coded = code(msgspec.structs.replace(source(LEAD), url=url))
    assert coded.article.url is None and coded.version.url is None and coded.version.relevant
