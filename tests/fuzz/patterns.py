"""All compiled patterns of extraction, also those that are made on first use, and the time that each takes on hostile text.

The whole run, some ten minutes: `python -m tests.fuzz.patterns`
"""

from __future__ import annotations

import gc
import re
import sys
import time
from collections.abc import Iterator
from typing import Any

from tests.benchmarks.cms import sources
from tests.fuzz.mutations import BOMBS, bomb
from tests.fuzz.run import Outcome, one, pages

LENGTH = 100_000
_DEEPEST = 4  # containers in containers


def compiled() -> dict[str, re.Pattern[Any]]:
    """Every pattern held by a module of extraction or by one of its caches, by the name that holds it."""
    found: dict[str, re.Pattern[Any]] = {}
    for module in [m for name, m in sys.modules.items() if name.startswith("extraction")]:
        for name, value in list(vars(module).items()):
            cached = hasattr(value, "cache_info") and value.__module__ == module.__name__
            for pattern in _cached(value) if cached else _inside(value, 0):
                found[f"{module.__name__}.{name}: {pattern.pattern[:60]!r}"] = pattern
    return found


def _cached(function: Any) -> Iterator[re.Pattern[Any]]:
    """What a cached function has given until now, for whatever parameters: its results are what the collector sees behind it."""
    for held in gc.get_referents(function):
        if isinstance(held, dict | list | tuple) or type(held).__name__ == "_lru_list_elem":
            yield from _results(held, 0)


def _results(held: Any, depth: int) -> Iterator[re.Pattern[Any]]:
    yield from _inside(held, 0)
    if type(held).__name__ == "_lru_list_elem" and depth < _DEEPEST:
        for further in gc.get_referents(held):
            yield from _results(further, depth + 1)
    elif isinstance(held, dict) and depth < _DEEPEST:
        for further in held.values():
            if type(further).__name__ == "_lru_list_elem":
                yield from _results(further, depth + 1)


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


def warm() -> None:
    """Make the patterns that are made on first use, by pages of several kinds."""
    given = [*sources(4), *sources(2, relevant=False)]
    for name, body in [*pages(), *((source.name, source.body) for source in given)]:
        one(name, body, Outcome())


def slowest(pattern: re.Pattern[Any], runs: list[str] = BOMBS) -> tuple[float, str]:
    """The longest time in seconds that finding all matches took on one of the hostile texts, and its run."""
    worst = (0.0, "")
    for run in runs:
        text: Any = bomb(run, LENGTH) if isinstance(pattern.pattern, str) else bomb(run, LENGTH).encode()
        began = time.thread_time()
        for _ in pattern.finditer(text):
            pass
        worst = max(worst, (time.thread_time() - began, run))
    return worst


def main() -> None:
    """Print how many patterns keep 50 ms, and the slowest."""
    warm()
    took = sorted(((*slowest(pattern), name) for name, pattern in compiled().items()), reverse=True)
    print(f"{len(took)} patterns on {LENGTH} characters of {len(BOMBS)} runs, {sum(row[0] > 0.05 for row in took)} above 50 ms")
    print("\n".join(f"{1000 * seconds:6.0f} ms {run!r:24} {name}" for seconds, run, name in took[:20]))


if __name__ == "__main__":
    main()
