"""Each status has a word, and no word is left over."""

from __future__ import annotations

from cli.statuses import in_words, words
from crawler.frontier import Status


def test_every_status_has_a_word() -> None:
    assert set(words()) == {str(status) for status in Status}
    assert len(set(words().values())) == len(words())


def test_counts_are_told_in_their_order() -> None:
    assert in_words([("failed", 2), ("fetched", 1)]) == "2 gagal, 1 diarsipkan"
