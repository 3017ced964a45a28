"""No pattern of extraction backtracks without bound."""

from __future__ import annotations

from tests.fuzz.patterns import LENGTH, compiled, slowest
from tests.fuzz.run import Outcome, one, pages

# The target is 50 ms on 100 kB; large word lists take up to 115 ms, linearly. A quadratic pattern takes seconds.
BOUND = 0.4


def test_every_pattern_is_fast_on_hostile_text() -> None:
    one("warm", pages()[0][1], Outcome())  # makes the patterns that are made on first use
    patterns = compiled()
    assert len(patterns) > 100
    slow = {name: took for name, pattern in patterns.items() if (took := slowest(pattern))[0] > BOUND}
    assert not slow, f"on {LENGTH} characters: {slow}"
