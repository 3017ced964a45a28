"""The time of a pass."""

from __future__ import annotations

import time
from collections.abc import Callable


def steady_clock() -> Callable[[], float]:
    """A clock of seconds since the epoch that only goes forward, by what has passed: where the machine's clock is set in the middle of a
    pass, the pauses between requests must neither vanish nor last for hours."""
    began, monotonic = time.time(), time.monotonic()
    return lambda: began + (time.monotonic() - monotonic)
