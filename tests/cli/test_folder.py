"""The data folder: demo and real data are never mixed."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.exits import Stop
from cli.folder import open_folder, read_folder


def test_a_folder_is_stamped_once_and_read_back(tmp_path: Path) -> None:
    assert open_folder(tmp_path / "d", fiction=True).fiction
    assert read_folder(tmp_path / "d").fiction


@pytest.mark.parametrize("fiction", [True, False])
def test_demo_and_real_data_are_refused_in_one_folder(tmp_path: Path, fiction: bool) -> None:
    open_folder(tmp_path / "d", fiction=fiction)
    with pytest.raises(Stop, match="NETRA_DATA"):
        open_folder(tmp_path / "d", fiction=not fiction)


def test_a_folder_with_other_files_is_not_taken_over(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("x", encoding="utf-8")
    with pytest.raises(Stop, match="tidak kosong"):
        open_folder(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["surat.txt"]


@pytest.mark.parametrize("content", ["", "{}", '{"format": 99, "fiction": false}'])
def test_a_stamp_that_cannot_be_understood_stops(tmp_path: Path, content: str) -> None:
    (tmp_path / "netra.json").write_text(content, encoding="utf-8")
    with pytest.raises(Stop):
        read_folder(tmp_path)


def test_a_missing_folder_says_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="ingest"):
        read_folder(tmp_path / "tiada")
