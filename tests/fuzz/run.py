"""Codes mutated pages one by one under a hard stop and tells crashes, hangs and the times they took."""

from __future__ import annotations

import random
import signal
import time
import traceback
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from demo.sites.pages import find_page
from demo.sites.routes import article_path
from demo.world import edition
from extraction.model import Source
from extraction.worker import NotAnArticle, code
from tests.fuzz.mutations import extremes, mutated

HARD_STOP = 10  # seconds
SHARED_PAGES = Path(__file__).resolve().parents[3] / "shared" / "pages" / "html"
_FETCHED = datetime(2026, 1, 1, tzinfo=UTC)


class TooLongError(Exception):
    """The hard stop was reached."""


@dataclass
class Outcome:
    """What became of the pages of one run; `times` in seconds."""

    times: list[float] = field(default_factory=list)
    slow: list[tuple[float, str]] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)
    hangs: list[str] = field(default_factory=list)
    refused: int = 0

    def percentile(self, share: float) -> float:
        """The time in seconds that this share of the pages did not exceed."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    def __str__(self) -> str:
        p50, p99 = 1000 * self.percentile(0.5), 1000 * self.percentile(0.99)
        worst = "".join(f"\n  {1000 * seconds:.0f} ms {name}" for seconds, name in sorted(self.slow, reverse=True)[:10])
        return (
            f"{len(self.times)} pages, {len(self.crashes)} crashes, {len(self.hangs)} hangs, {self.refused} refused; "
            f"p50 {p50:.0f} ms, p99 {p99:.0f} ms, longest {1000 * max(self.times):.0f} ms{worst}"
        )


def _stop(number: int, frame: FrameType | None) -> None:
    raise TooLongError


def one(name: str, page: bytes, outcome: Outcome) -> None:
    """Code one page and note what became of it."""
    source = Source(page, "text/html", name, _FETCHED, url="http://uji.example/2024/10/15/halaman/")
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, HARD_STOP)
    began = time.perf_counter()
    try:
        code(source)
    except NotAnArticle:
        outcome.refused += 1
    except TooLongError:
        outcome.hangs.append(name)
    except Exception:  # noqa: BLE001  (whatever it raises is the finding)
        outcome.crashes.append(f"{name}\n{traceback.format_exc(limit=-4)}")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    took = time.perf_counter() - began
    outcome.times.append(took)
    if took > 0.5:
        outcome.slow.append((took, name))


def pages() -> list[tuple[str, bytes]]:
    """The demo world's article pages, and the real ones beside the checkout where they are."""
    own = []
    for host, shown in edition(1).items():
        for article in shown.articles:
            page = find_page(shown, article_path(shown, article), f"http://{host}")
            own += [(article.slug, page.body)] if page else []
    real = [(path.name, path.read_bytes()) for path in sorted(SHARED_PAGES.glob("*.html"))]
    return own + real


def run(count: int, seed: int, known: list[tuple[str, bytes]]) -> Outcome:
    """Code `count` mutated pages drawn by the seed."""
    rnd = random.Random(seed)
    outcome = Outcome()
    for number in range(count):
        name, page = rnd.choice(known)
        how, changed = mutated(page, rnd)
        one(f"{number}:{name}:{how}", changed, outcome)
    return outcome


def run_extremes(known: list[tuple[str, bytes]]) -> Outcome:
    """Code the few largest pages."""
    outcome = Outcome()
    for how, page in extremes(known[0][1]):
        one(how, page, outcome)
    return outcome
