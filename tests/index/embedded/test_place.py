"""The embedded store's folders are changed by renaming; a crash in between costs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import open_store
from index.embedded.place import settled_place, take_place
from index.store import StoreUnreachable
from tests.index.world import world


def test_a_crash_between_the_renamings_gives_the_store_of_before(tmp_path: Path) -> None:
    folder, ledger = tmp_path / "store", tmp_path / "ledger"
    store = open_store("embedded", folder, ledger)
    store.put(world())
    store.settle()
    store.close()
    folder.rename(tmp_path / "store.old")  # where the process was killed
    again = open_store("embedded", folder, ledger)
    assert len(list(again.articles())) == len({coded.article.id for coded in world()})
    again.close()


def test_what_a_change_left_behind_does_not_come_back(tmp_path: Path) -> None:
    folder, old = tmp_path / "store", tmp_path / "store.old"
    folder.mkdir()
    old.mkdir()
    assert settled_place(folder) == folder
    assert old.exists()
    fresh = tmp_path / "store.new"
    fresh.mkdir()
    (fresh / "baru").touch()
    take_place(fresh, folder)
    assert (folder / "baru").exists() and not old.exists() and not fresh.exists()


def test_a_refused_change_leaves_the_old_store(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / "lama").touch()
    with pytest.raises(StoreUnreachable, match="tidak dapat diganti"):
        take_place(tmp_path / "tiada", folder)
    assert (folder / "lama").exists()
