"""Several processes that make the list of one archive at once all get it."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from crawler.archive.catalogue import Catalogue

PROCESSES, ROUNDS = 4, 15  # without waiting some 5 of 100 openings were refused


def opened(folder: Path) -> bool:
    Catalogue(folder)
    return True


def test_a_new_list_is_opened_by_all_who_come_at_once(tmp_path: Path) -> None:
    with ProcessPoolExecutor(PROCESSES, mp_context=multiprocessing.get_context("spawn")) as pool:
        for number in range(ROUNDS):
            folder = tmp_path / str(number)
            folder.mkdir()
            assert all(pool.map(opened, [folder] * PROCESSES))
