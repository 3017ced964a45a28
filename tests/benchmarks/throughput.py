"""Throughput on one core: articles/s, p50 and p95 of each stage, beside trafilatura alone on the same pages in the same run.

Times are the processor's, so that other work on the machine does not count. Then the figures that are to be reached (targets.py).

usage: python -m tests.benchmarks.throughput [--repeat N] [FOLDER…]    FOLDER: HTML or text files; default ../shared, else the demo world
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import trafilatura

from demo.sites import article_path, find_page
from demo.world import edition
from extraction import components
from extraction.article import read_html, read_plain
from extraction.model import Source
from extraction.reading import Reading
from extraction.worker import read as code_text
from tests.benchmarks import targets

SHARED = Path(__file__).resolve().parents[3] / "shared"
T = TypeVar("T")
NOW = datetime(2025, 1, 1, tzinfo=UTC)


def sources(folders: list[Path]) -> list[Source]:
    """The articles measured: files of the folders, else pages and seeds of ../shared, else the demo world's pages."""
    if not folders and SHARED.is_dir():
        folders = [SHARED / "pages" / "html", SHARED / "seeds"]
    files = [path for folder in folders for path in sorted(folder.iterdir())]
    if files:
        return [Source(p.read_bytes(), "text/html" if p.suffix == ".html" else "text/plain", p.name, NOW) for p in files]
    pages = [(s, a, find_page(s, article_path(s, a), f"http://{h}")) for h, s in edition(1).items() for a in s.articles]
    return [Source(page.body, "text/html", a.slug, NOW, url=f"http://{s.outlet.host}{article_path(s, a)}") for s, a, page in pages if page]


class Clock:
    """Times by stage, in milliseconds."""

    def __init__(self) -> None:
        self.stages: dict[str, list[float]] = defaultdict(list)

    def time(self, stage: str, call: Callable[[], T]) -> T:
        """Run the call and note how long it took."""
        start = time.process_time()
        result = call()
        self.stages[stage].append(1000 * (time.process_time() - start))
        return result

    def rows(self) -> Iterator[str]:
        """A line a stage: calls, calls per second, p50, p95."""
        for stage, times in self.stages.items():
            p95 = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
            rate = 1000 * len(times) / sum(times)
            yield f"{stage:34} {len(times):6} {rate:9.1f}/s   p50 {statistics.median(times):7.2f} ms   p95 {p95:7.2f} ms"


def timed_components(clock: Clock) -> None:
    """Let the clock see each component."""
    for name, component in components.pipeline().pipeline:
        assert isinstance(component, components.Component)
        component.read = _timed(clock, name, components.READERS[name])


def _timed(clock: Clock, name: str, reader: components.Reader) -> components.Reader:
    def read(reading: Reading) -> None:
        clock.time(name, lambda: reader(reading))

    return read


def measure(clock: Clock, source: Source) -> None:
    """One article through all stages, and through trafilatura alone."""
    if source.media_type == "text/html":
        html = source.body.decode("utf-8", "replace")
        clock.time("trafilatura alone", lambda: trafilatura.bare_extraction(html, favor_precision=True, with_metadata=True))
        page = clock.time("article text (HTML)", lambda: read_html(source))
    else:
        page = clock.time("article text (plain)", lambda: read_plain(source))
    if page.text and not page.refused:
        relevant = clock.time("coding after the text", lambda: code_text(source, page)).version.relevant
        clock.stages[f"coding after the text, {'relevant' if relevant else 'irrelevant'}"].append(clock.stages["coding after the text"][-1])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--repeat", type=int, default=5, help="how often each article is read")
    options = parser.parse_args()
    articles = sources(options.folders)
    warm = Clock()
    for source in articles[:3] + articles[-3:]:
        measure(warm, source)
    clock = Clock()
    timed_components(clock)
    for _ in range(options.repeat):
        for source in articles:
            measure(clock, source)
    print(f"{len(articles)} articles, each {options.repeat} times, one core")
    print("\n".join(clock.rows()))
    print("\n".join(targets.rows([s for s in articles if s.media_type == "text/html"], options.repeat)))


if __name__ == "__main__":
    main()
