"""The timeline draws what the bars say, month by month."""

from __future__ import annotations

from index.store import TimelineBar
from search_ui.charts.timeline import MOST_BARS, month_bounds, timeline

BARS = [TimelineBar("2023-11", 2, 1, 3), TimelineBar("2024-02", 8, 0, 5)]


def test_months_without_anything_are_drawn_as_gaps_and_left_out_of_the_table() -> None:
    drawn = timeline(BARS, lambda month: f"/?m={month}", None)
    assert drawn is not None
    assert [bar.period for bar in drawn.bars] == ["2023-11", "2023-12", "2024-01", "2024-02"]
    assert [bar.period for bar in drawn.rows] == ["2023-11", "2024-02"]
    assert (drawn.highest, drawn.rows[0].link) == (8, "/?m=2023-11")


def test_heights_are_in_proportion_and_the_said_part_is_on_top() -> None:
    drawn = timeline(BARS, str, None)
    assert drawn is not None
    low, high = drawn.rows
    tall, short = drawn.floor - high.top, drawn.floor - low.top
    assert abs(tall / short - 4) < 0.01
    assert abs((low.said_bottom - low.top) * 2 - short) < 0.05
    assert high.said_bottom == high.top


def test_the_incomplete_month_is_marked_and_drawn_also_where_it_is_empty() -> None:
    drawn = timeline(BARS, str, "2024-04")
    assert drawn is not None
    assert [(bar.period, bar.count) for bar in drawn.bars if bar.incomplete] == [("2024-04", 0)]
    far = timeline(BARS, str, "2026-04")
    assert far is not None and not any(bar.incomplete for bar in far.bars)


def test_bars_never_overlap_or_leave_the_drawing() -> None:
    drawn = timeline([TimelineBar("1945-08", 1), TimelineBar("2024-02", 1)], str, None)
    assert drawn is not None and len(drawn.bars) == MOST_BARS
    for left, right in zip(drawn.bars, drawn.bars[1:], strict=False):
        assert left.x + left.width <= right.x
    assert drawn.bars[-1].x + drawn.bars[-1].width <= 720
    assert len({tick.text for tick in drawn.years}) == len(drawn.years)


def test_no_bars_no_drawing() -> None:
    assert timeline([], str, "2024-01") is None


def test_a_month_ends_on_its_last_day() -> None:
    assert month_bounds("2024-02") == ("2024-02-01", "2024-02-29")
    assert month_bounds("2023-12") == ("2023-12-01", "2023-12-31")
