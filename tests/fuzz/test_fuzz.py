"""A seeded sample of the fuzz run; the whole one is `python -m tests.fuzz --count 10000`."""

from __future__ import annotations

import random

from tests.fuzz.run import pages, run

SAMPLE = 150


def test_no_mutated_page_crashes_or_hangs_the_reader() -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    outcome = run(SAMPLE, seed, pages())
    assert not outcome.crashes, outcome.crashes[:3]
    assert not outcome.hangs, outcome.hangs
    assert len(outcome.times) == SAMPLE
    assert outcome.percentile(0.99) <= 2.0, str(outcome)  # twice the whole run's bound: a shared machine is noisy
