"""Progress on stderr: a bar on a terminal, plain lines elsewhere, nothing with --json."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from tqdm import tqdm

T = TypeVar("T")
LOG_EVERY = 100  # lines in a log file instead of a bar


def bar(items: Iterable[T], label: str, total: int | None = None, quiet: bool = False) -> Iterator[T]:
    """Pass the items on, showing how far it is."""
    if quiet:
        yield from items
    elif sys.stderr.isatty():
        yield from tqdm(items, desc=label, total=total, unit=" hal", file=sys.stderr, leave=False)
    else:
        print(f"{label} …", file=sys.stderr, flush=True)
        for number, item in enumerate(items, 1):
            yield item
            if number % LOG_EVERY == 0:
                print(f"{label}: {number}{f'/{total}' if total else ''}", file=sys.stderr, flush=True)


def say(text: str, quiet: bool = False) -> None:
    """One line of progress."""
    if not quiet:
        print(text, file=sys.stderr, flush=True)
