"""Who said it: labelled passages (invented), each read as an article of its own."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from extraction.model import ArticleText, Quote, Source
from extraction.worker import read

GOLD = Path(__file__).parent / "gold" / "quotes.jsonl"
_LEAD = "Dugaan pelanggaran netralitas ASN pada Pilkada 2024 di daerah itu sedang ditangani."


class Passage(msgspec.Struct, forbid_unknown_fields=True):
    """A passage; `speaker` is who says `words`, `kind` where the speaker stands (behind, before, between, nya, …)."""

    kind: str
    speaker: str
    words: str
    text: str


def passages() -> list[Passage]:
    """All labelled passages."""
    return [msgspec.convert(json.loads(line), Passage) for line in GOLD.read_text("utf-8").splitlines()]


def quote_of(passage: Passage) -> Quote | None:
    """The quote that holds the words, the shortest where several do; None where the reader doesn't find them."""
    page = ArticleText(text=f"{_LEAD}\n{passage.text}", title="Dugaan Pelanggaran Netralitas ASN pada Pilkada 2024 Ditangani")
    coded = read(Source(b"", "text/plain", "kutipan", datetime(2024, 10, 15, tzinfo=UTC), identity=passage.words), page)
    at = coded.version.whole.index(passage.words)
    said = [quote for quote in coded.quotes if quote.span.start <= at < quote.span.end]
    return min(said, key=lambda quote: quote.span.end - quote.span.start, default=None)


def right(passage: Passage, quote: Quote | None) -> bool:
    """Whether the speaker is the labelled one (a name without its first particle, such as "I", is the same)."""
    return quote is not None and quote.speaker is not None and set(passage.speaker.split()) <= set(quote.speaker.split())
