"""A store filled beside the one in use takes its place at once; until then, and where it never does, readers see the old one."""

from __future__ import annotations

import pytest

from index.store import Question, Store
from tests.index.conftest import Opener
from tests.index.world import article, world


def titles(store: Store) -> set[str | None]:
    return {coded.version.title for coded in store.articles()}


def test_a_store_beside_begins_empty_and_changes_nothing_until_it_takes_the_place(reopen: Opener) -> None:
    old = reopen()
    old.put(world())
    old.settle()
    events, people = [event.id for event in old.all_events()], [person.id for person in old.all_people()]
    fresh = reopen(beside=True)
    assert list(fresh.articles()) == []
    fresh.put([*world(), article("statistik", title="Judul baru", fetched="2024-12-25T00:00:00+00:00")])
    fresh.settle()
    assert "Judul baru" in titles(fresh) and "Judul baru" not in titles(old)
    fresh.take_place()
    now = reopen()
    assert "Judul baru" in titles(now)
    assert [event.id for event in now.all_events()] == events and [person.id for person in now.all_people()] == people
    assert now.search(Question()).counts.articles > 0


def test_a_rebuild_that_was_stopped_leaves_the_old_store_and_the_next_begins_anew(reopen: Opener) -> None:
    old = reopen()
    old.put(world())
    old.settle()
    here = titles(old)
    stopped = reopen(beside=True)
    stopped.put([article("statistik", title="Setengah jalan", fetched="2024-12-25T00:00:00+00:00")])
    stopped.close()
    assert titles(reopen()) == here
    again = reopen(beside=True)
    assert list(again.articles()) == []
    again.put(world())
    again.settle()
    again.take_place()
    assert titles(reopen()) == here


def test_what_is_put_after_the_change_is_found_with_what_was_there(reopen: Opener) -> None:
    reopen().close()
    for number in range(3):
        fresh = reopen(beside=True)
        fresh.put(world())
        fresh.settle()
        fresh.take_place()
        now = reopen()
        now.put([article("statistik", title=f"Judul ke-{number}", fetched="2025-01-25T00:00:00+00:00")])
        now.settle()
        assert f"Judul ke-{number}" in titles(now)
        now.close()


def test_a_store_in_use_takes_no_place(store: Store) -> None:
    with pytest.raises(ValueError, match="in use"):
        store.take_place()
