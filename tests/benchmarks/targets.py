"""The figures of speed that are to be reached, each against trafilatura's own call on the same pages in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec
import trafilatura

from cli.bounded import Coder
from extraction.article import read_html
from extraction.article.container import agreed
from extraction.model import ArticleText, Source
from extraction.worker import NotAnArticle, code, read
from tests.benchmarks.cms import sources

T = TypeVar("T")
OUTLET_PAGES = 24  # of one outlet, as one system would serve them


def rows(pages: list[Source], repeat: int) -> Iterator[str]:
    """A line a figure: what was measured, and what is to be reached."""
    relevant, irrelevant = sources(OUTLET_PAGES), sources(OUTLET_PAGES, relevant=False)
    if pages:
        yield _record("HTML to the whole record, these pages", pages, repeat)
    yield _record("HTML to the whole record, relevant pages of one outlet", relevant, repeat)
    yield _record("HTML to the whole record, irrelevant pages of one outlet", irrelevant, repeat)
    container = agreed([name for source in relevant[:5] if (name := read_html(source).container)])
    hinted = [msgspec.structs.replace(source, container=container) for source in relevant]
    told = sum(read_html(source).choice == "learned" for source in hinted)
    alone, whole, learned = (_ms(call, given, repeat) for call, given in ((_alone, relevant), (read_html, relevant), (read_html, hinted)))
    yield (
        f"learned container, {told} of {len(hinted)} pages: {learned:.1f} ms a page, read whole {whole:.1f}, trafilatura {alone:.1f}: "
        f"{alone / learned:.1f} times as fast (to reach: 2)"
    )
    long, short = _coding(relevant, repeat), _coding(irrelevant, repeat)
    yield f"coding an irrelevant text {short:.1f} ms, a relevant one {long:.1f} ms: {short / long:.2f} (to reach: 0.10)"
    yield from _bounded(relevant + irrelevant)


def _alone(source: Source) -> object:
    return trafilatura.bare_extraction(source.body.decode("utf-8", "replace"), favor_precision=True, with_metadata=True)


def _whole(source: Source) -> object:
    try:
        return code(source)
    except NotAnArticle as refusal:
        return refusal


def _record(what: str, pages: list[Source], repeat: int) -> str:
    record, alone = _ms(_whole, pages, repeat), _ms(_alone, pages, repeat)
    return f"{what}: {record:.1f} ms a page, trafilatura {alone:.1f}: {record / alone:.2f} times its time (to reach: 1.5)"


def _coding(given: list[Source], repeat: int) -> float:
    texts: list[tuple[Source, ArticleText]] = [(source, read_html(source)) for source in given]
    return _ms(lambda pair: read(*pair), texts, repeat)


def _ms(call: Callable[[T], object], given: Iterable[T], repeat: int) -> float:
    """Milliseconds of the processor that one call takes: the mean of the quickest round."""
    listed, rounds = list(given), []
    for _ in range(max(2, repeat)):
        began = time.process_time()
        for one in listed:
            call(one)
        rounds.append(1000 * (time.process_time() - began) / len(listed))
    return min(rounds)


def _bounded(given: list[Source]) -> Iterator[str]:
    """By the clock, since the bounded process is another one."""
    coder = Coder()
    try:
        list(coder.run(given[:1]))
        began = time.perf_counter()
        list(coder.run(given))
        inside = len(given) / (time.perf_counter() - began)
    finally:
        coder.close()
    began = time.perf_counter()
    for source in given:
        _whole(source)
    yield f"pages/s in the bounded process {inside:.1f}, without it {len(given) / (time.perf_counter() - began):.1f}"
