"""A rebuild beside what is in use: stopped, twice at once, and under a running server."""

from __future__ import annotations

import fcntl
import json
from pathlib import Path

import pytest

from cli.commands import rebuild as command
from cli.commands.ingest import ingest
from cli.commands.serve import StoreInUse
from cli.exits import Exit
from cli.folder import DataFolder, open_folder
from cli.main import main
from cli.pipeline import Pipeline
from cli.settings import Settings
from index.store import Question

TEXT = "BLORA - Bawaslu Kabupaten Blora menerima laporan dugaan pelanggaran netralitas camat pada Pilkada 2024, Senin (9/9/2024)."


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("NETRA_DATA", str(tmp_path / "data"))
    return Settings(data=tmp_path / "data", store="embedded")


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> DataFolder:
    source = tmp_path / "a.jsonl"
    source.write_text("\n".join(json.dumps({"id": f"a{n}", "text": f"{TEXT} Laporan ke-{n}."}) for n in range(3)), encoding="utf-8")
    made = open_folder(settings.data)
    assert ingest([source], made, settings).new == 3
    return made


def articles(store: StoreInUse) -> int:
    return store().search(Question(irrelevant=True)).counts.articles


def test_a_stopped_rebuild_leaves_what_was_in_use(folder: DataFolder, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with StoreInUse(folder, settings) as before:
        assert articles(before) == 3
    with monkeypatch.context() as patched:
        patched.setattr(Pipeline, "run", stop)
        assert main(["rebuild"]) == Exit.INTERRUPTED
    with StoreInUse(folder, settings) as after:
        assert articles(after) == 3
    assert main(["rebuild"]) == Exit.OK
    assert not folder.index.with_name("index.new").exists() and not folder.index.with_name("index.old").exists()


def test_a_running_server_goes_over_to_the_rebuilt_store(folder: DataFolder, settings: Settings, tmp_path: Path) -> None:
    with StoreInUse(folder, settings) as store:
        old = store()
        assert articles(store) == 3
        command.rebuild(folder, settings)
        assert store() is not old
        assert articles(store) == 3
        (tmp_path / "b.txt").write_text(f"{TEXT} Laporan lain.", encoding="utf-8")
        ingest([tmp_path / "b.txt"], folder, settings)
        assert articles(store) == 4


def test_one_rebuild_at_a_time(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    with (folder.root / "rebuild.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert main(["rebuild"]) == Exit.FAILED
    assert "rebuild lain sedang berjalan" in capsys.readouterr().err
