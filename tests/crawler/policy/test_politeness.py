"""One request at a time to a slot, a pause after each, and what servers ask for within reason."""

from __future__ import annotations

from email.utils import formatdate

import pytest

from crawler.policy.limits import MAX_RETRY_AFTER_SECONDS, SLOT_FAILURES
from crawler.policy.politeness import Politeness, backoff, retry_after


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_slot_is_busy_and_then_rests(clock: Clock) -> None:
    polite = Politeness(clock, lambda _slot: None)
    assert polite.wait("a.example", 9.0) == 0.0
    polite.begin("a.example")
    assert polite.wait("a.example", 9.0) is None
    assert polite.wait("b.example", 9.0) == 0.0
    clock.now += 3
    polite.end("a.example", failed=False)
    assert polite.wait("a.example", 9.0) == 9.0
    clock.now += 9
    assert polite.wait("a.example", 9.0) == 0.0


def test_the_pause_outlives_the_process(clock: Clock) -> None:
    polite = Politeness(clock, lambda slot: clock.now - 4 if slot == "a.example" else None)
    assert polite.wait("a.example", 9.0) == 5.0
    assert Politeness(clock, lambda _slot: clock.now + 500).wait("a.example", 9.0) == 9.0  # a clock that was set back


def test_a_delay_is_lengthened_and_never_shortened(clock: Clock) -> None:
    polite = Politeness(clock, lambda _slot: None)
    polite.slot("a.example", 9.0)
    for asked in (30.0, None, 1.0):
        polite.lengthen("a.example", asked)
    polite.begin("a.example")
    polite.end("a.example", failed=False)
    assert polite.wait("a.example", 9.0) == 30.0


def test_the_server_may_ask_for_more(clock: Clock) -> None:
    polite = Politeness(clock, lambda _slot: None)
    polite.slot("a.example", 9.0)
    polite.begin("a.example")
    polite.end("a.example", failed=True, hold=60.0)
    assert polite.wait("a.example", 9.0) == 60.0


def test_a_slot_that_keeps_failing_is_given_up(clock: Clock) -> None:
    polite = Politeness(clock, lambda _slot: None)
    slot = polite.slot("a.example", 1.0)
    for turn in range(SLOT_FAILURES):
        assert not slot.given_up
        polite.begin("a.example")
        polite.end("a.example", failed=turn >= 0)
    assert slot.given_up and polite.wait("a.example", 1.0) is None


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("", None),
        ("30", 30.0),
        (" 0 ", 0.0),
        ("1000000000", MAX_RETRY_AFTER_SECONDS),
        ("9" * 400, MAX_RETRY_AFTER_SECONDS),
        ("-5", None),
        ("nanti", None),
        (formatdate(1_000_060, usegmt=True), 60.0),
        (formatdate(900_000, usegmt=True), 0.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", MAX_RETRY_AFTER_SECONDS),
        ("²", None),
    ],
)
def test_retry_after_has_a_ceiling(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, 1_000_000.0) == seconds


def test_waits_double_up_to_a_ceiling() -> None:
    assert [backoff(n, 30.0) for n in (1, 2, 3)] == [30.0, 60.0, 120.0]
    assert backoff(10**6) == MAX_RETRY_AFTER_SECONDS
