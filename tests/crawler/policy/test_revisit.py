"""Known articles are seen again on day 1, 3, 7, 30 and then every quarter."""

from __future__ import annotations

import pytest

from crawler.policy.revisit import is_due, is_newer

DAY = 86_400.0


def test_a_year_of_daily_passes_visits_on_the_days_that_were_promised() -> None:
    last, visits = 0.0, []
    for day in range(1, 366):
        if is_due(0.0, last, day * DAY):
            visits.append(day)
            last = day * DAY
    assert visits == [1, 3, 7, 30, 121, 212, 303]


def test_passes_every_hour_visit_no_more_often() -> None:
    last, visits = 0.0, 0
    for hour in range(1, 24 * 40):
        if is_due(0.0, last, hour * 3600.0):
            visits, last = visits + 1, hour * 3600.0
    assert visits == 4


def test_days_that_were_missed_are_made_up_by_one_visit() -> None:
    assert is_due(0.0, 0.0, 20 * DAY)
    assert not is_due(0.0, 20 * DAY, 21 * DAY)


@pytest.mark.parametrize(
    ("told", "before", "newer"),
    [(None, None, False), (5.0, None, False), (15.0, None, True), (5.0, 4.0, True), (5.0, 5.0, False), (4.0, 5.0, False)],
)
def test_a_listing_tells_of_a_change(told: float | None, before: float | None, newer: bool) -> None:
    assert is_newer(told, before, last=10.0) == newer
