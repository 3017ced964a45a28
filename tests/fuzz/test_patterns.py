"""No pattern of extraction backtracks without bound."""

from __future__ import annotations

import random

from tests.fuzz.mutations import BOMBS
from tests.fuzz.patterns import LENGTH, compiled, slowest, warm

# The target is 50 ms on 100 kB; large word lists take up to 115 ms, linearly. A quadratic pattern takes seconds.
BOUND = 0.4
SEED, RUNS = 4, 8  # hostile runs drawn for each pattern; all of them: python -m tests.fuzz.patterns


def test_every_pattern_is_fast_on_hostile_text() -> None:
    warm()
    patterns = compiled()
    assert len(patterns) > 300
    chance = random.Random(SEED)
    print(f"seed {SEED}: {len(patterns)} patterns, {RUNS} of {len(BOMBS)} runs each")
    slow = {name: took for name, pattern in patterns.items() if (took := slowest(pattern, chance.sample(BOMBS, RUNS)))[0] > BOUND}
    assert not slow, f"on {LENGTH} characters: {slow}"
