"""Spacing: one request at a time to a slot (registrable domain or network), and a pause after each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from crawler.policy.limits import MAX_RETRY_AFTER_SECONDS, RETRY_SECONDS, SLOT_FAILURES


@dataclass
class Slot:
    """One slot. `delay` in seconds; `free_at` on the clock of the whole; `failures` in a row."""

    delay: float
    free_at: float = 0.0
    busy: bool = False
    failures: int = 0

    @property
    def given_up(self) -> bool:
        """Whether it failed too often in a row to be asked again in this pass."""
        return self.failures >= SLOT_FAILURES


class Politeness:
    """All slots. `clock` gives seconds since the epoch, so that a pause outlives the process; `ended` the time of a slot's last request.

    The pause runs from the end of one request to the start of the next: so it holds in the server's log too, whatever the network does.
    """

    def __init__(self, clock: Callable[[], float], ended: Callable[[str], float | None]) -> None:
        self._clock = clock
        self._ended = ended
        self._slots: dict[str, Slot] = {}

    def slot(self, key: str, delay: float) -> Slot:
        """The slot of this key; `delay` lengthens it but never shortens it."""
        slot = self._slots.get(key)
        if slot is None:
            ended = self._ended(key)
            slot = self._slots[key] = Slot(delay, 0.0 if ended is None else min(ended, self._clock()) + delay)
        slot.delay = max(slot.delay, delay)
        return slot

    def wait(self, key: str, delay: float) -> float | None:
        """Seconds until the slot may be used: 0 for now, None while it is busy or after it was given up."""
        slot = self.slot(key, delay)
        return None if slot.busy or slot.given_up else max(0.0, slot.free_at - self._clock())

    def begin(self, key: str) -> None:
        """A request goes out."""
        self._slots[key].busy = True

    def end(self, key: str, *, failed: bool, hold: float = 0.0) -> None:
        """A request has come back; `hold` seconds, if more than the delay, were asked for by the server."""
        slot = self._slots[key]
        slot.busy = False
        slot.failures = slot.failures + 1 if failed else 0
        slot.free_at = self._clock() + max(slot.delay, hold)

    def lengthen(self, key: str, delay: float | None) -> None:
        """Honour a Crawl-delay."""
        if delay is not None:
            self._slots[key].delay = max(self._slots[key].delay, delay)


def retry_after(header: str | None, now: float) -> float | None:
    """Seconds that Retry-After asks for (a number or a date, RFC 9110, 10.2.3), at most MAX_RETRY_AFTER_SECONDS; None without one."""
    if not header:
        return None
    header = header.strip()
    if header.isascii() and header.isdigit():
        return min(float(header[:12]), MAX_RETRY_AFTER_SECONDS)
    try:
        asked = parsedate_to_datetime(header).timestamp() - now
    except (ValueError, OverflowError):
        return None
    return min(max(asked, 0.0), MAX_RETRY_AFTER_SECONDS)


def backoff(attempts: int, scale: float = RETRY_SECONDS) -> float:
    """Seconds before the next attempt, after so many; doubled each time, at most MAX_RETRY_AFTER_SECONDS."""
    return min(scale * 2.0 ** min(attempts - 1, 20), MAX_RETRY_AFTER_SECONDS)
