"""A file for the user is whole or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.exits import Stop
from cli.files import whole_file


def test_a_whole_file_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("lama", encoding="utf-8")
    with whole_file(path) as out:
        out.write("baru\r\n")
        assert path.read_text(encoding="utf-8") == "lama"
    assert path.read_bytes() == b"baru\r\n"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_breaks_leaves_nothing_half_written(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "a.csv"
    path.write_text("lama", encoding="utf-8")
    with pytest.raises((Stop, KeyboardInterrupt)), whole_file(path) as out:
        out.write("separuh")
        raise error
    assert list(tmp_path.iterdir()) == [path] and path.read_text(encoding="utf-8") == "lama"


@pytest.mark.parametrize("name", ["tiada/a.csv", "."])
def test_a_place_that_cannot_be_written_is_told_in_one_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(Stop, match="tidak dapat ditulis"), whole_file(tmp_path / name) as out:
        out.write("x")
