"""The figures of a pass are what Prometheus' text format wants, and never half written."""

from __future__ import annotations

import re
from pathlib import Path

from crawler.health import Alert, OutletHealth
from crawler.job import CrawlReport
from crawler.metrics import exposition, write_metrics

REPORT = CrawlReport(
    outlets={"b.example": {"fetched": 2}, 'a"\\\n.example': {"failed": 1, "listed": 3}},
    requests=1_234_567,
    archived=2,
    seconds=1.5,
    peak_mb=80,
    waiting=7,
    problems=["x"],
)

ALARMED = [OutletHealth("b.example", [3, 0], {}, [Alert("silent", "diam"), Alert("wall", "dinding")])]


def test_every_line_is_lawful() -> None:
    text = exposition(REPORT, ALARMED, 1_700_000_000.4)
    for line in text.splitlines():
        assert re.fullmatch(
            r'# (HELP|TYPE) \S+ .+|netra_[a-z_]+(\{outlet="(\\.|[^"\\])*",(status|kind)="[a-z_]+"\})? -?\d+(\.\d+)?', line
        ), line
    assert "netra_crawl_requests 1234567\n" in text
    assert 'netra_crawl_addresses{outlet="b.example",status="fetched"} 2\n' in text
    assert r'outlet="a\"\\\n.example",status="listed"} 3' in text
    assert 'netra_outlet_alert{outlet="b.example",kind="wall"} 1\n' in text
    assert f"netra_crawl_peak_bytes {80 << 20}\n" in text


def test_they_are_written_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "netra.prom"
    write_metrics(REPORT, [], 1.0, path)
    write_metrics(REPORT, ALARMED, 2.0, path)
    assert "netra_crawl_finished_seconds 2\n" in path.read_text()
    assert [p.name for p in tmp_path.iterdir()] == ["netra.prom"]
