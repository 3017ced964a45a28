"""Words as gazetteers walk over them."""

from __future__ import annotations

from extraction.places.tokens import fold, tokenize


def test_an_accent_set_by_a_slip_changes_no_name() -> None:
    (token,) = tokenize("Cìlegon")
    assert (token.text, token.low, token.start, token.end) == ("Cìlegon", "cilegon", 0, 7)
    assert fold("Cìlegon") == fold("CILEGON")
