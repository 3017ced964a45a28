"""All compiled patterns of extraction, also those that are made on first use, and the time that each takes on hostile text."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from typing import Any

from tests.fuzz.mutations import BOMBS, bomb

LENGTH = 100_000
_DEEPEST = 4  # containers in containers


def compiled() -> dict[str, re.Pattern[Any]]:
    """Every pattern held by a module of extraction or by one of its caches, by the name that holds it."""
    found: dict[str, re.Pattern[Any]] = {}
    for module in [m for name, m in sys.modules.items() if name.startswith("extraction")]:
        for name, value in list(vars(module).items()):
            held = _cached(value) if hasattr(value, "cache_info") and value.__module__ == module.__name__ else value
            for pattern in _inside(held, 0):
                found[f"{module.__name__}.{name}: {pattern.pattern[:60]!r}"] = pattern
    return found


def _cached(function: Any) -> Any:
    """What a cached function without parameters gives."""
    try:
        return function()
    except TypeError:
        return None


def _inside(value: Any, depth: int) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < _DEEPEST:
        parts: list[Any] = []
        if isinstance(value, dict):
            parts = list(value.values())
        elif isinstance(value, list | tuple | set | frozenset):
            parts = list(value)
        elif hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
            parts = [getattr(value, name, None) for name in value.__dataclass_fields__]
        for part in parts[:3000]:
            yield from _inside(part, depth + 1)


def slowest(pattern: re.Pattern[Any]) -> tuple[float, str]:
    """The longest time in seconds that finding all matches took on one of the hostile texts, and its run."""
    worst = (0.0, "")
    for run in BOMBS:
        text: Any = bomb(run, LENGTH) if isinstance(pattern.pattern, str) else bomb(run, LENGTH).encode()
        began = time.thread_time()
        for _ in pattern.finditer(text):
            pass
        worst = max(worst, (time.thread_time() - began, run))
    return worst
