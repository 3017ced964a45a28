"""Invented articles through the whole reading, for the tests of this room."""

from __future__ import annotations

from datetime import UTC, datetime

from extraction.model import CodedArticle, EventMention, Source, Status
from extraction.worker import code

LEAD = "Bawaslu Kabupaten Blora menangani dugaan pelanggaran netralitas Camat Randugung, Wirya Kusnadi, pada Pilkada 2024."
SPEAKER = "kata Ketua Bawaslu Kabupaten Blora, Sekar Palupi, Rabu (16/10/2024)."


def coded(text: str, title: str | None = None, published: str | None = None) -> CodedArticle:
    """The coded record of a text."""
    return code(Source(text.encode(), "text/plain", "invented.txt", datetime(2025, 1, 1, tzinfo=UTC), title=title, published=published))


def events(text: str, title: str | None = None, published: str | None = None) -> list[EventMention]:
    """The event mentions of a text."""
    return coded(text, title, published).events


def types(text: str, title: str | None = None) -> set[str]:
    """The event types of a text."""
    return {e.type.value for e in events(text, title)}


def statuses(text: str, title: str | None = None) -> dict[str, str | None]:
    """Event type to status (the last one where a type occurs twice)."""
    return {e.type.value: e.status.value if e.status else None for e in events(text, title)}


def proven(text: str, title: str | None = None) -> list[EventMention]:
    """The events that call somebody proven or punished."""
    return [e for e in events(text, title) if e.status in {Status.TERBUKTI, Status.SANKSI}]


def case(*sentences: str) -> str:
    """A case article: the lead, the given sentences, and a supervisor who speaks."""
    return "\n".join([LEAD, *sentences, f'"Kami bekerja sesuai aturan," {SPEAKER}'])
