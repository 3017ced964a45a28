"""Known articles are seen again on day 1, 3, 7, 30 and then every quarter; listings as often as they give something new."""

from __future__ import annotations

import pytest

from crawler.policy.revisit import believed, is_newer, next_interval, next_visit

DAY = 86_400.0


def visits(step: float, until: float) -> list[float]:
    """The moments (in days) of visits, with a pass every `step` seconds."""
    last, seen = 0.0, []
    for number in range(1, int(until * DAY / step) + 1):
        if next_visit(0.0, last) <= number * step:
            last = number * step
            seen.append(last / DAY)
    return seen


def test_a_year_of_daily_passes_visits_on_the_days_that_were_promised() -> None:
    assert visits(DAY, 365) == [1, 3, 7, 30, 121, 212, 303]


def test_passes_every_hour_visit_no_more_often() -> None:
    assert visits(3600.0, 40) == [1, 3, 7, 30]


def test_days_that_were_missed_are_made_up_by_one_visit() -> None:
    assert next_visit(0.0, 0.0) <= 20 * DAY
    assert next_visit(0.0, 20 * DAY) == 30 * DAY
    assert next_visit(0.0, 120.9 * DAY) == 121.9 * DAY  # a quarter's visit that follows a late one leaves a day between


@pytest.mark.parametrize(
    ("told", "before", "newer"),
    [
        (None, None, False), (5.0, None, False), (15.0, None, True), (5.0, 4.0, True), (5.0, 5.0, False), (4.0, 5.0, False),
        (15.0, 15.0, False), (None, 5.0, False),
    ],
)  # fmt: skip
def test_a_listing_tells_of_a_change(told: float | None, before: float | None, newer: bool) -> None:
    assert is_newer(told, before, last=10.0) == newer


def test_what_lies_in_the_far_future_is_not_believed() -> None:
    assert believed(14 * 3600.0, 0.0) == 14 * 3600.0  # a label of another zone
    assert believed(2 * DAY, 0.0) is None and believed(float("inf"), 0.0) is None
    assert believed(-1e12, 0.0) == -1e12 and believed(None, 0.0) is None


def test_the_interval_of_a_listing_stays_between_a_quarter_of_an_hour_and_a_day() -> None:
    interval: float | None = None
    intervals = []
    for new in [True] * 5 + [False] * 8:
        interval = next_interval(interval, new=new)
        intervals.append(interval)
    assert intervals[:5] == [3600.0, 1800.0, 900.0, 900.0, 900.0]
    assert intervals[-2:] == [DAY, DAY]
