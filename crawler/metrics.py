"""Figures of a pass in Prometheus' text format, for node_exporter's textfile collector: no port is opened for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from crawler.health import OutletHealth
from crawler.job import CrawlReport


def exposition(report: CrawlReport, alarmed: Sequence[OutletHealth], finished: float) -> str:
    """The figures of a pass that ended at `finished` (seconds since the epoch), and what there is to tell of its outlets."""
    lines = [
        *_metric("netra_crawl_requests", "Requests of the last pass.", [("", report.requests)]),
        *_metric("netra_crawl_archived", "Pages archived in the last pass.", [("", report.archived)]),
        *_metric("netra_crawl_waiting", "Addresses that wait for the next pass.", [("", report.waiting)]),
        *_metric("netra_crawl_seconds", "Length of the last pass.", [("", report.seconds)]),
        *_metric("netra_crawl_peak_bytes", "Largest resident size of the crawling process.", [("", report.peak_mb << 20)]),
        *_metric("netra_crawl_problems", "Faults of our own in the last pass.", [("", len(report.problems))]),
        *_metric("netra_crawl_finished_seconds", "When the last pass ended.", [("", round(finished))]),
        *_metric("netra_crawl_addresses", "Addresses by outlet and status in the last pass.", _by_outlet(report)),
        *_metric("netra_outlet_alert", "Outlets whose yield has changed, by kind of change.", _alerts(alarmed)),
    ]
    return "\n".join(lines) + "\n"


def write_metrics(report: CrawlReport, alarmed: Sequence[OutletHealth], finished: float, path: Path) -> None:
    """Write them in one step: a collector never reads half a file."""
    part = path.with_name(path.name + ".part")
    part.write_text(exposition(report, alarmed, finished), encoding="utf-8")
    part.replace(path)


def _alerts(alarmed: Sequence[OutletHealth]) -> list[tuple[str, float]]:
    return [(f'{{outlet="{_escaped(found.outlet)}",kind="{alert.kind}"}}', 1) for found in alarmed for alert in found.alerts]


def _by_outlet(report: CrawlReport) -> list[tuple[str, float]]:
    return [
        (f'{{outlet="{_escaped(outlet)}",status="{_escaped(status)}"}}', number)
        for outlet, counts in sorted(report.outlets.items())
        for status, number in sorted(counts.items())
    ]


def _metric(name: str, text: str, values: Iterable[tuple[str, float]]) -> list[str]:
    return [f"# HELP {name} {text}", f"# TYPE {name} gauge", *(f"{name}{labels} {value}" for labels, value in values)]


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
