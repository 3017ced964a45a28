"""Several crawlers without a shared queue: a stable hash of the slot (registrable domain or network) says which crawler has an outlet."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from crawler.registry import Entry, Registry

_FORM = re.compile(r"(\d{1,5})/(\d{1,5})")


def read_shard(text: str) -> tuple[int, int]:
    """`2/5` is the second of five. Raises ValueError where it is no such pair."""
    match = _FORM.fullmatch(text.strip())
    number, of = (int(match[1]), int(match[2])) if match else (0, 0)
    if not 1 <= number <= of:
        raise ValueError(f"{text!r}: bagian ditulis i/n, dengan i dari 1 sampai n (misalnya 2/5)")
    return number, of


def shard_of(slot: str, of: int) -> int:
    """Which of `of` crawlers has a slot, from 1; the same on every machine and in every version."""
    return int.from_bytes(hashlib.sha256(slot.encode()).digest()[:8], "big") % of + 1


def outlets_of_shard(entries: Iterable[Entry], registry: Registry, number: int, of: int) -> list[Entry]:
    """The outlets of one crawler: all of one slot are together, so that its spacing is kept by one process."""
    return [entry for entry in entries if shard_of(registry.slot(entry.base), of) == number]
