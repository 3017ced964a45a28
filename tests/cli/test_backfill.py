"""Bulk files from the command line: taken, coded, and told what was left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.main import main
from tests.crawler.bulk.test_backfill import hits, warc


def test_a_warc_is_taken_and_coded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NETRA_DATA", str(tmp_path / "data"))
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc(*hits(3), ("https://lain.example/1", b"netralitas ASN", {})))
    assert main(["backfill", str(path), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)["backfill"]
    assert (report["taken"], report["skipped"]) == (3, {"bukan media terdaftar": 1})
    assert main(["backfill", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["backfill"]["taken"] == 0


def test_a_file_that_is_none_makes_the_exit_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NETRA_DATA", str(tmp_path / "data"))
    (tmp_path / "a.warc").write_bytes(b"bukan warc")
    assert main(["backfill", str(tmp_path / "a.warc")]) != 0
    assert "tidak dapat dibaca" in capsys.readouterr().out
