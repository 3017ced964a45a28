"""`netra kliping`: a file, or one line that says what is mistaken."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.exits import Exit
from cli.main import main

TEXT = """Bawaslu Rembang Panggil Camat

Bawaslu Kabupaten Rembang memanggil Camat Sulang, Wiryawan Adi, Rabu (9/10/2024), terkait dugaan pelanggaran netralitas ASN
pada Pilkada 2024.
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NETRA_DATA", str(tmp_path / "data"))
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["ingest", str(tmp_path / "a.txt")]) == Exit.OK
    return tmp_path


def kliping(*options: str) -> int:
    return main(["kliping", "--from", "2024-10-01", *options])


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (["--region", "99"], "netra: Wilayah dengan kode 99 tidak dikenal.\n"),
        (["--region", "Atlantis"], "netra: Wilayah dengan kode Atlantis tidak dikenal.\n"),
        (["--to", "2024-09-01"], "netra: --to lebih awal daripada --from\n"),
        (["--to", "2029-09-01"], "netra: Kliping paling panjang"),
    ],
)
def test_a_mistake_gets_one_line_and_no_file(data: Path, capsys: pytest.CaptureFixture[str], options: list[str], line: str) -> None:
    capsys.readouterr()
    assert kliping(*options, "--output", str(data / "k.html")) == Exit.USAGE
    said = capsys.readouterr().err
    assert said.startswith(line) and said.count("\n") == 1
    assert not (data / "k.html").exists()


def test_a_day_that_is_none_is_shown_how_to_write(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        kliping("--to", "kemarin")
    assert ended.value.code == Exit.USAGE
    assert "'kemarin' bukan tanggal: tulis 2024-11-01" in capsys.readouterr().err


def test_a_kliping_of_a_region_is_written(data: Path) -> None:
    assert kliping("--region", "33", "--output", str(data / "k.html")) == Exit.OK
    assert "Jawa Tengah" in (data / "k.html").read_text(encoding="utf-8")
