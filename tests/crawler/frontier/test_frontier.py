"""Every address has exactly one final status, with its reason and time, and waits only when it should."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crawler.archive import Pointer
from crawler.frontier import Decision, Found, Frontier, FrontierProblem, Role, Status
from crawler.policy.robots import Robots

SLOT = "kabar.example"
DAY = 86_400.0


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def frontier(tmp_path: Path, clock: Clock) -> Iterator[Frontier]:
    with Frontier(tmp_path / "antrean.sqlite", clock) as opened:
        yield opened


def found(path: str, role: Role = Role.ARTICLE, **changes: object) -> Found:
    url = f"https://{SLOT}/{path}"
    given: dict[str, object] = {"url": url, "fetch_url": url, "outlet": SLOT, "slot": SLOT, "role": role, "found_by": "uji", **changes}
    return Found(**given)  # type: ignore[arg-type]


def decide(frontier: Frontier, status: Status = Status.FETCHED, *more: Found, **changes: object) -> str:
    """Decide what is next; gives its path."""
    address = frontier.next(SLOT)
    assert address
    frontier.decide(address, Decision(status, **changes), more)  # type: ignore[arg-type]
    return address.url.rpartition("/")[2]


def test_an_address_waits_once_and_is_decided_once(frontier: Frontier, clock: Clock) -> None:
    assert frontier.add([found("a"), found("a")]) == 1
    pointer = Pointer("f.warc.gz", 7, "<urn:uuid:1>", "00")
    assert decide(frontier, sha256="00", pointer=pointer, etag='"x"', http=200, reason="baik") == "a"
    address = frontier.get(f"https://{SLOT}/a")
    assert address and (address.status, address.reason, address.http, address.decided) == (Status.FETCHED, "baik", 200, clock.now)
    assert (address.pointer, address.etag, address.due) == (pointer, '"x"', None)
    assert frontier.next(SLOT) is None
    assert frontier.add([found("a")]) == 0


def test_listings_come_first_then_parts_then_the_newest_articles(frontier: Frontier) -> None:
    frontier.add(
        [found("lama", told=1.0), found("baru", told=9.0), found("entah"), found("bagian", Role.PART, part=2), found("umpan", Role.FEED)]
    )
    assert [decide(frontier) for _ in range(5)] == ["umpan", "bagian", "baru", "lama", "entah"]


def test_what_is_found_is_added_with_the_decision(frontier: Frontier) -> None:
    frontier.add([found("umpan", Role.FEED)])
    decide(frontier, Status.LISTED, found("a"), found("b"))
    assert frontier.counts() == {SLOT: {"listed": 1, "waiting": 2}}


def test_a_decision_and_what_it_found_are_one(frontier: Frontier) -> None:
    frontier.add([found("umpan", Role.FEED)])
    address = frontier.next(SLOT)
    assert address

    def broken() -> Iterator[Found]:
        yield found("a")
        raise RuntimeError("listrik padam")

    with pytest.raises(RuntimeError, match="listrik padam"):
        frontier.decide(address, Decision(Status.LISTED), broken())
    assert frontier.next(SLOT) == address
    assert frontier.get(f"https://{SLOT}/a") is None


def test_outlets_that_had_their_share_keep_their_articles_waiting(frontier: Frontier) -> None:
    frontier.add([found("a"), found("umpan", Role.FEED)])
    assert decide(frontier, Status.LISTED) == "umpan"
    assert frontier.next(SLOT, [SLOT]) is None
    assert frontier.next(SLOT) is not None


def test_another_attempt_waits_for_its_time(frontier: Frontier, clock: Clock) -> None:
    frontier.add([found("a")])
    address = frontier.next(SLOT)
    assert address
    frontier.postpone(address, 30.0, "HTTP 503")
    assert frontier.next(SLOT) is None and frontier.soonest(SLOT, clock.now) == clock.now + 30
    clock.now += 30
    again = frontier.next(SLOT)
    assert again and (again.attempts, again.reason, again.status) == (1, "HTTP 503", None)


def test_a_redirect_of_one_page_is_no_attempt(frontier: Frontier) -> None:
    frontier.add([found("a")])
    address = frontier.next(SLOT)
    assert address
    frontier.move(address, "https://www.kabar.example/a", "lain.example", 1, "dialihkan")
    assert frontier.next(SLOT) is None
    again = frontier.next("lain.example")
    assert again and (again.url, again.fetch_url, again.hops, again.attempts) == (address.url, "https://www.kabar.example/a", 1, 0)


@pytest.mark.parametrize(
    ("status", "told", "asked_again"),
    [
        (Status.FETCHED, None, False),
        (Status.FETCHED, 50.0, False),
        (Status.FETCHED, 1_002_000.0, True),
        (Status.FETCHED, 2_000_000.0, False),
        (Status.OFF_TOPIC, 1_002_000.0, True),
        (Status.OFF_TOPIC, None, False),
        (Status.FAILED, None, True),
        (Status.BOT_WALL, None, True),
        (Status.REFUSED_BY_ROBOTS, None, True),
        (Status.GONE, None, False),
        (Status.FORBIDDEN, None, False),
    ],
)
def test_what_is_listed_again_is_asked_again_if_it_may_have_changed(
    frontier: Frontier, clock: Clock, status: Status, told: float | None, asked_again: bool
) -> None:
    frontier.add([found("a", told=50.0)])
    decide(frontier, status)
    assert frontier.add([found("a", told=told)]) == 0  # not twice in one pass
    clock.now += 3600
    frontier.begin_pass([], [SLOT])
    assert frontier.add([found("a", told=told)]) == asked_again


def test_a_pass_revisits_what_has_fallen_due_and_with_recheck_all(frontier: Frontier, clock: Clock) -> None:
    frontier.add([found("a"), found("b")])
    decide(frontier)
    decide(frontier, Status.OFF_TOPIC)
    clock.now += DAY / 2
    frontier.begin_pass([], [SLOT])
    assert frontier.next(SLOT) is None
    frontier.begin_pass([], ["lain.example"], recheck=True)
    assert frontier.next(SLOT) is None
    frontier.begin_pass([], [SLOT], recheck=True)
    assert decide(frontier, Status.UNCHANGED) == "a"
    clock.now += DAY / 2
    frontier.begin_pass([], [SLOT])
    assert decide(frontier, Status.UNCHANGED) == "a"
    assert frontier.next(SLOT) is None


def visits(frontier: Frontier, clock: Clock, hours: int, news: set[int], *, adaptive: bool = True) -> list[int]:
    """Hours (of hourly passes, which begin up to five minutes late and take up to half an hour to come to the feed) in which the feed was
    asked; in those of `news` it gives an article that was not there before."""
    began, asked = clock.now, []
    for hour in range(hours):
        clock.now = began + hour * 3600 + (hour * 7 % 6) * 60
        frontier.begin_pass([found("umpan", Role.FEED)], [SLOT], adaptive=adaptive)
        clock.now += (hour * 11 % 4) * 600
        while address := frontier.next(SLOT):
            listing = address.role is Role.FEED
            asked += [hour] if listing else []
            given = [found(f"berita-{n}") for n in news if n <= hour] if listing else []
            frontier.decide(address, Decision(Status.LISTED if listing else Status.OFF_TOPIC), given)
    return asked


def test_a_feed_that_gives_nothing_new_is_asked_ever_less_but_once_a_day(frontier: Frontier, clock: Clock) -> None:
    assert visits(frontier, clock, 24 * 5, set()) == [0, 1, 3, 7, 15, 31, 55, 79, 103]


def test_a_lively_feed_is_asked_in_every_pass_and_one_that_wakes_up_more_often_again(frontier: Frontier, clock: Clock) -> None:
    assert visits(frontier, clock, 24, set(range(24))) == list(range(24))
    asked = visits(frontier, clock, 24 * 6, set(range(72, 144)))
    assert len([hour for hour in asked if hour < 72]) < 10
    assert asked[-10:] == list(range(134, 144))


def test_who_asks_for_an_outlet_by_name_gets_it_at_once(frontier: Frontier, clock: Clock) -> None:
    assert visits(frontier, clock, 5, set(), adaptive=False) == [0, 1, 2, 3, 4]


def test_a_change_told_of_in_the_pass_that_has_seen_the_page_is_not_forgotten(frontier: Frontier, clock: Clock) -> None:
    frontier.begin_pass([], [SLOT])
    frontier.add([found("a", told=clock.now)])
    decide(frontier)
    clock.now += 10
    assert frontier.add([found("a", told=clock.now)]) == 0  # by another listing, after the page was seen
    clock.now += 3600
    frontier.begin_pass([], [SLOT])
    assert frontier.add([found("a", told=clock.now - 3600)]) == 1


def test_a_page_dated_in_the_far_future_is_not_asked_for_in_every_pass(frontier: Frontier, clock: Clock) -> None:
    for expected in (1, 0, 0):
        frontier.begin_pass([], [SLOT])
        assert frontier.add([found("a", told=clock.now + 400 * DAY)]) == expected
        if expected:
            decide(frontier)
        clock.now += 3600


def test_what_was_withdrawn_or_failed_is_seen_again_on_the_next_day_of_the_plan(frontier: Frontier, clock: Clock) -> None:
    frontier.add([found("a")])
    decide(frontier)
    seen = []
    for day, status in (
        (1, Status.FAILED),
        (2, None),
        (3, Status.GONE),
        (7, Status.GONE),
        (30, Status.UNCHANGED),
        (120, None),
        (121, Status.GONE),
    ):
        clock.now = 1_000_000 + day * DAY
        frontier.begin_pass([], [SLOT])
        waits = frontier.next(SLOT) is not None
        assert waits == (status is not None), day
        if status:
            seen.append(decide(frontier, status))
    assert seen == ["a"] * 5


@pytest.mark.parametrize("jump", [400 * DAY, -400 * DAY])
def test_a_clock_that_jumps_and_comes_back_stops_nothing(frontier: Frontier, clock: Clock, jump: float) -> None:
    """While it is wrong a pass runs; when it is right again, the next pass asks for all that is due, and robots.txt anew."""
    right = clock.now
    clock.now += jump
    frontier.begin_pass([found("umpan", Role.FEED)], [SLOT], adaptive=True)
    decide(frontier, Status.LISTED, found("a"))
    decide(frontier)
    frontier.keep_robots("https://kabar.example", Robots("rules", "robots.txt 200", ""))
    clock.now = right + DAY
    frontier.begin_pass([found("umpan", Role.FEED)], [SLOT], adaptive=True)
    assert frontier.robots("https://kabar.example") is None
    assert decide(frontier, Status.LISTED, found("a"), found("b")) == "umpan"
    assert {decide(frontier), decide(frontier)} == {"a", "b"}
    assert frontier.next(SLOT) is None


def test_what_waits_of_other_outlets_is_left_alone(frontier: Frontier, clock: Clock) -> None:
    frontier.add([found("a"), found("b", outlet="tetangga.example")])
    frontier.begin_pass([], ["tetangga.example"])
    assert frontier.waiting([SLOT]) == {SLOT: clock.now}
    assert decide(frontier) == "b"
    assert frontier.next(SLOT) is None and frontier.waiting([SLOT]) == {}
    frontier.begin_pass([], [SLOT])
    assert decide(frontier) == "a"


def test_parts_are_asked_for_again_with_their_first_page(frontier: Frontier) -> None:
    part = found("a#2", Role.PART, part=2, part_of="<urn:uuid:1>")
    frontier.add([part])
    decide(frontier)
    assert frontier.add([part]) == 0
    assert frontier.add([found("a#2", Role.PART, part=2, part_of="<urn:uuid:2>")]) == 1


def test_robots_are_forgotten_after_a_day(frontier: Frontier, clock: Clock) -> None:
    rules = Robots("rules", "robots.txt 200", "User-agent: *\nDisallow: /a")
    frontier.keep_robots("https://kabar.example", rules)
    clock.now += DAY - 1
    assert frontier.robots("https://kabar.example") == rules
    clock.now += 2
    assert frontier.robots("https://kabar.example") is None


def test_robots_that_could_not_be_read_are_tried_again_within_the_hour(frontier: Frontier, clock: Clock) -> None:
    frontier.keep_robots("https://kabar.example", Robots("none", "robots.txt 503"))
    clock.now += 3500
    assert frontier.robots("https://kabar.example")
    clock.now += 200
    assert frontier.robots("https://kabar.example") is None


def test_it_outlives_its_process(tmp_path: Path, clock: Clock) -> None:
    with Frontier(tmp_path / "f.sqlite", clock) as first:
        first.add([found("a"), found("b")])
        decide(first)
        first.touch(SLOT)
    with Frontier(tmp_path / "f.sqlite", clock) as second:
        assert second.counts() == {SLOT: {"fetched": 1, "waiting": 1}}
        assert second.ended(SLOT) == clock.now
        assert second.waiting([SLOT, "lain"]) == {SLOT: clock.now}
        assert [a.url for a in second.all(SLOT)] == [f"https://{SLOT}/a", f"https://{SLOT}/b"]
        assert list(second.all("lain")) == []


def test_a_frontier_of_the_first_form_is_brought_up_to_date(tmp_path: Path) -> None:
    with Frontier(tmp_path / "f.sqlite") as first:
        first.add([found("a")])
        decide(first)
    with closing(sqlite3.connect(tmp_path / "f.sqlite")) as old:
        old.execute("DROP INDEX addresses_again")
        for column in ("unmodified", "again", "interval"):
            old.execute(f"ALTER TABLE addresses DROP COLUMN {column}")
        old.commit()
    with Frontier(tmp_path / "f.sqlite") as second:
        address = second.get(f"https://{SLOT}/a")
        assert address and (address.status, address.unmodified) == (Status.FETCHED, 0)
        assert address.first_fetched and address.again == address.first_fetched + DAY


def test_a_place_that_can_not_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"bukan basis data" * 100)
    with pytest.raises(FrontierProblem, match="tidak dapat dibuka"):
        Frontier(tmp_path / "f")
