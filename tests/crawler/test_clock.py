"""A pass is timed by what has passed, whatever the machine's clock is set to meanwhile."""

from __future__ import annotations

import time

import pytest

from crawler.clock import steady_clock
from crawler.policy.politeness import Politeness


@pytest.mark.parametrize("jump", [3600.0, -3600.0])
def test_a_clock_that_is_set_changes_no_pause(monkeypatch: pytest.MonkeyPatch, jump: float) -> None:
    real = time.time()
    clock = steady_clock()
    politeness = Politeness(clock, lambda _slot: None)
    assert politeness.wait("a", 9.0) == 0.0
    politeness.begin("a")
    monkeypatch.setattr(time, "time", lambda: real + jump)
    politeness.end("a", failed=False)
    waiting = politeness.wait("a", 9.0)
    assert waiting is not None and 8.0 < waiting <= 9.0
    assert abs(clock() - real) < 60
