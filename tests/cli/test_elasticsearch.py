"""The same way of the data on Elasticsearch, and what happens when it can't be reached."""

from __future__ import annotations

import json
import uuid
from pathlib import Path

import pytest

from cli.exits import Exit
from cli.main import main

TEXT = """Bawaslu Kabupaten Rembang Klarifikasi Camat

REMBANG - Bawaslu Kabupaten Rembang meminta klarifikasi Camat Sulang, Wiryawan Adi, Rabu (9/10/2024), terkait dugaan pelanggaran netralitas
ASN pada Pilkada 2024.

Ketua Bawaslu Kabupaten Rembang, Ningsih Hartati, mengatakan perkara itu masih dikaji.
"""


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NETRA_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("NETRA_ELASTICSEARCH_PREFIX", f"uji-{uuid.uuid4().hex[:12]}")
    (tmp_path / "masukan").mkdir()
    (tmp_path / "masukan" / "rembang.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "masukan"


def export(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    rows = {}
    for kind in ("articles", "events", "mentions", "people", "cases"):
        capsys.readouterr()
        assert main(["export", kind]) == Exit.OK
        rows[kind] = capsys.readouterr().out
    return rows


@pytest.mark.elasticsearch
def test_both_stores_export_the_same(
    inputs: Path, server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NETRA_ELASTICSEARCH_URL", server)
    assert main(["ingest", str(inputs)]) == Exit.OK
    embedded = export(capsys)
    monkeypatch.setenv("NETRA_STORE", "elasticsearch")
    assert main(["rebuild"]) == Exit.OK
    assert export(capsys) == embedded
    assert main(["rebuild"]) == Exit.OK
    assert export(capsys) == embedded
    assert main(["search", "klarifikasi", "--json"]) == Exit.OK
    assert json.loads(capsys.readouterr().out)["counts"]["articles"] == 1


def test_a_dead_server_is_one_line_and_nothing_that_was_taken_is_lost(
    inputs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NETRA_ELASTICSEARCH_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("NETRA_STORE", "elasticsearch")
    assert main(["ingest", str(inputs), "--json"]) == Exit.UNAVAILABLE
    (line,) = capsys.readouterr().err.splitlines()
    assert "127.0.0.1:9" in line
    monkeypatch.setenv("NETRA_STORE", "embedded")
    assert main(["ingest", str(inputs)]) == Exit.OK
    assert '"Wiryawan Adi"' in export(capsys)["articles"]
