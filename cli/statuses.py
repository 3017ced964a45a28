"""What became of addresses, in words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def words() -> dict[str, str]:
    """Each status with its word."""
    return tomllib.loads(Path(__file__).with_name("statuses.toml").read_text(encoding="utf-8"))


def in_words(counts: Iterable[tuple[str, int]]) -> str:
    """Counts by status, in the order given: `3 diarsipkan, 1 gagal`."""
    return ", ".join(f"{number} {words()[status]}" for status, number in counts)
