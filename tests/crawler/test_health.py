"""A change of an outlet is told when it is more than chance, and a steady one is left in peace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from crawler.frontier import Decision, Found, Frontier, Role, Status
from crawler.health import BEFORE_DAYS, RECENT_DAYS, Alert, OutletHealth, health

TODAY = date(2024, 10, 20)
OUTLET = "kabar.example"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def healthy(tmp_path: Path, days: Sequence[Sequence[Status]], *, same: bool = False) -> OutletHealth:
    """The health after these days (the last is today), each a list of what addresses got."""
    clock = Clock()
    with Frontier(tmp_path / "f.sqlite", clock) as frontier:
        for ago, statuses in zip(reversed(range(len(days))), days, strict=True):
            clock.now = datetime.combine(TODAY - timedelta(days=ago), datetime.min.time(), UTC).timestamp() + 3600
            for number, status in enumerate(statuses):
                url = f"https://{OUTLET}/{ago}-{number}"
                frontier.add([Found(url, url, OUTLET, OUTLET, Role.ARTICLE, "uji")])
                address = frontier.get(url)
                assert address
                frontier.decide(address, Decision(status, sha256="sama" if same else url))
        (found,) = health(frontier, TODAY)
    return found


STEADY = [[Status.LISTED, *[Status.FETCHED] * 2, *[Status.OFF_TOPIC] * 4]] * BEFORE_DAYS


@pytest.mark.parametrize(
    ("recent", "alert"),
    [
        (STEADY[:RECENT_DAYS], None),
        ([[Status.LISTED]] * RECENT_DAYS, "diam: tidak ada halaman baru dalam 3 hari, biasanya 18"),
        ([[Status.LISTED, *[Status.FETCHED] * 15]] * RECENT_DAYS, "melonjak: 45 halaman baru dalam 3 hari, biasanya 18"),
        ([[Status.LISTED, Status.OFF_TOPIC]] * RECENT_DAYS, None),
        ([[Status.LISTED, *[Status.FETCHED] * 8]] * RECENT_DAYS, None),
        ([[Status.LISTED, *[Status.FETCHED] * 2, *[Status.COPY] * 1]] * RECENT_DAYS, None),
        ([[Status.LISTED, *[Status.BOT_WALL] * 3, Status.FETCHED]] * RECENT_DAYS, "dinding bot: 9 dari 12 halaman"),
    ],
)
def test_a_change_is_told(tmp_path: Path, recent: list[list[Status]], alert: str | None) -> None:
    found = healthy(tmp_path, [*STEADY, *recent])
    assert [told.text for told in found.alerts] == ([alert] if alert else [])
    assert len(found.new) == BEFORE_DAYS + RECENT_DAYS


def test_an_outlet_that_can_not_be_read_is_told(tmp_path: Path) -> None:
    (alert,) = healthy(tmp_path, [[Status.REFUSED_BY_ROBOTS], [Status.FAILED]]).alerts
    assert alert == Alert("unreadable", "tidak terbaca: 2 permintaan, semuanya gagal atau ditolak")


def test_pages_that_are_all_the_same_are_told(tmp_path: Path) -> None:
    assert healthy(tmp_path, [[Status.FETCHED] * 6], same=True).alerts == [Alert("copies", "salinan: 6 halaman isinya sama persis")]


def test_copies_of_other_pages_are_told_where_they_are_many(tmp_path: Path) -> None:
    (alert,) = healthy(tmp_path, [[Status.COPY] * 6 + [Status.FETCHED] * 4]).alerts
    assert alert == Alert("copies", "salinan: 6 dari 10 halaman isinya sama dengan halaman lain")


def test_a_new_outlet_is_given_time(tmp_path: Path) -> None:
    assert healthy(tmp_path, [[Status.FETCHED] * 50]).alerts == []
