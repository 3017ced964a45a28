"""The ledger: appended only, read by all, and true after a crash."""

from __future__ import annotations

import multiprocessing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extraction.model import Review
from index.ledger import Ledger, LedgerDamaged, Mint


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "buku" / "ledger.jsonl"


def test_ids_are_found_by_their_keys_after_reopening(path: Path) -> None:
    Ledger(path).append([Mint("event", "e1", ("laporan|33.16",), ("m1",)), Mint("person", "p1", ("budi|wilayah:33",))])
    ledger = Ledger(path)
    assert ledger.id_for("event", "laporan|33.16") == ledger.id_for("event", "m1") == "e1"
    assert ledger.id_for("person", "laporan|33.16") is None
    assert ledger.keys_of("event", "e1") == {"laporan|33.16"}


def test_a_merge_leads_from_the_old_id_to_the_kept_one(path: Path) -> None:
    ledger = Ledger(path)
    ledger.append([Mint("event", name, (f"kunci-{name}",)) for name in ("e1", "e2", "e3")])
    ledger.merge("event", "e2", "e1", "peninjau", "satu laporan")
    ledger.merge("event", "e1", "e3", "peninjau", "satu laporan")
    ledger = Ledger(path)
    assert ledger.resolve("event", "e2") == ledger.id_for("event", "kunci-e1") == "e3"
    assert ledger.keys_of("event", "e3") == {"kunci-e1", "kunci-e2", "kunci-e3"}
    with pytest.raises(ValueError, match="sudah satu"):
        ledger.merge("event", "e3", "e2", "peninjau", "berputar")


def test_what_others_append_is_seen(path: Path) -> None:
    one, other = Ledger(path), Ledger(path)
    one.take_down(["a1"], "redaksi", "putusan")
    assert other.taken_down == set()
    other.refresh()
    assert other.taken_down == {"a1"}


def test_reviews_and_not_the_same_are_kept(path: Path) -> None:
    review = Review("r1", "confirmation", "m1", "peninjau", datetime(2024, 12, 1, tzinfo=UTC), "sesuai naskah", {"status": "dugaan"})
    ledger = Ledger(path)
    ledger.review(review)
    ledger.keep_apart("m1", "m2", "peninjau", "dua camat")
    ledger = Ledger(path)
    assert ledger.reviews == [review]
    assert (ledger.apart_from("m1"), ledger.apart_from("m2"), ledger.apart_from("m3")) == ({"m2"}, {"m1"}, set())


def test_a_torn_last_line_was_never_acknowledged_and_is_cut(path: Path) -> None:
    Ledger(path).take_down(["a1"], "redaksi", "putusan")
    whole = path.read_bytes()
    path.write_bytes(whole + whole[: len(whole) // 2])
    ledger = Ledger(path)
    assert ledger.taken_down == {"a1"}
    ledger.take_down(["a2"], "redaksi", "putusan")
    assert path.read_bytes().count(b"\n") == 2
    assert Ledger(path).taken_down == {"a1", "a2"}


def test_a_damaged_line_stops_and_says_where(path: Path) -> None:
    Ledger(path).take_down(["a1"], "redaksi", "putusan")
    size = path.stat().st_size
    with path.open("ab") as file:
        file.write(b'{"type":"mint"}\n')
    with pytest.raises(LedgerDamaged, match=f"bita {size}"):
        Ledger(path)


def _take_down(path: Path, name: str) -> None:
    ledger = Ledger(path)
    for number in range(20):
        ledger.take_down([f"{name}-{number}"], "redaksi", "uji")


def test_several_processes_append_without_loss(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_take_down, args=(path, name)) for name in ("a", "b", "c")]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    assert Ledger(path).taken_down == {f"{name}-{number}" for name in "abc" for number in range(20)}
