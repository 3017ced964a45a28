"""Of 1,000 ordinary pages that hold none of the subject, at most one is called relevant."""

from __future__ import annotations

from datetime import UTC, datetime

from extraction.model import Source
from extraction.worker import code
from tests.eval.ordinary import ordinary_pages

SEED = 20241127


def test_ordinary_pages_are_not_called_relevant() -> None:
    wrong = []
    for number, (title, text) in enumerate(ordinary_pages(1000, SEED)):
        source = Source(text.encode(), "text/plain", f"{number}.txt", datetime(2025, 1, 1, tzinfo=UTC), title=title)
        coded = code(source)
        if coded.version.relevant:
            wrong.append(f"{title}: {coded.version.relevance_reason}")
    assert len(wrong) <= 1, "\n".join(wrong[:20])
