"""Shards share nothing: every outlet has exactly one, and one slot is never split."""

from __future__ import annotations

from collections import Counter

import pytest

from crawler.registry import Registry
from crawler.sharding import outlets_of_shard, read_shard, shard_of

REGISTRY = Registry.load()


@pytest.mark.parametrize("of", [1, 2, 7, 16])
def test_every_outlet_has_exactly_one_shard(of: int) -> None:
    shards = [outlets_of_shard(REGISTRY, REGISTRY, number, of) for number in range(1, of + 1)]
    assert Counter(entry.id for shard in shards for entry in shard) == Counter(entry.id for entry in REGISTRY)
    slots = [{REGISTRY.slot(entry.base) for entry in shard} for shard in shards]
    assert sum(len(s) for s in slots) == len(set().union(*slots))


def test_the_hash_is_stable() -> None:
    assert [shard_of(slot, 8) for slot in ("bawaslu.go.id", "tribunnews.com", "disway.id")] == [2, 4, 6]


@pytest.mark.parametrize(("text", "pair"), [("1/1", (1, 1)), (" 2/5 ", (2, 5)), ("16/16", (16, 16))])
def test_a_shard_is_read(text: str, pair: tuple[int, int]) -> None:
    assert read_shard(text) == pair


@pytest.mark.parametrize("text", ["", "0/5", "6/5", "2", "a/b", "-1/3", "1/0", "1/2/3"])
def test_what_is_no_shard_says_how_it_is_written(text: str) -> None:
    with pytest.raises(ValueError, match="i/n"):
        read_shard(text)
