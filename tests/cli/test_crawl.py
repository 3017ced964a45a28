"""The crawl command: its mistakes are one line, `--forever` goes on until it is interrupted, its figures are written if asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

import cli.commands.crawl as command
from cli.main import main
from crawler.job import CrawlReport


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[int]:
    """Stands for the web, which tests don't reach: each pass gives a report at once. The crawl itself is tested in tests/crawler."""
    done: list[int] = []

    def crawl_outlets(chosen: list[object], *_more: object, **_settings: object) -> CrawlReport:
        done.append(len(chosen))
        return CrawlReport(outlets={}, requests=3, archived=0, seconds=0.1, stopped=len(done) == 3)

    monkeypatch.setenv("NETRA_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(command, "crawl_outlets", crawl_outlets)
    return done


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["tidak-ada.example"], "media tidak terdaftar: tidak-ada.example"),
        (["--province", "99"], "tidak ada media terdaftar di provinsi 99"),
        (["--shard", "3/2"], "bagian ditulis i/n"),
        (["--every", "0"], "--every lebih dari 0 menit"),
        (["bacaini.id"], "NETRA_CONTACT"),
    ],
)
def test_a_mistake_gets_one_line(
    arguments: list[str], line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NETRA_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("NETRA_CONTACT", raising=False)
    assert main(["crawl", *arguments]) != 0
    assert line in capsys.readouterr().err


def test_forever_goes_on_until_it_is_interrupted(passes: list[int], tmp_path: Path) -> None:
    assert main(["crawl", "bacaini.id", "kuasakata.com", "--forever", "--every", "0.001", "--metrics", str(tmp_path / "m.prom")]) == 130
    assert passes == [2, 2, 2]
    assert "netra_crawl_requests 3\n" in (tmp_path / "m.prom").read_text()


def test_shards_of_a_province_together_are_the_province(passes: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    for shard in ("1/2", "2/2"):
        main(["crawl", "--province", "33", "--shard", shard])
    main(["outlet", "list", "--province", "33"])
    assert f"{sum(passes)} media: " in capsys.readouterr().out


def test_figures_that_can_not_be_written_are_told(passes: list[int], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["crawl", "bacaini.id", "--metrics", str(tmp_path / "tidak" / "ada.prom")]) != 0
    assert "metrik tidak dapat ditulis" in capsys.readouterr().err
