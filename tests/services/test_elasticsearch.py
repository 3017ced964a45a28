"""The test server itself: it answers, leaves nothing behind, and where it can't be had one line says why."""

from __future__ import annotations

import os
import urllib.request
from pathlib import Path

import pytest

from tests.services import elasticsearch
from tests.services.elasticsearch import answers, ensure_server
from tests.services.missing import Missing


def test_a_named_server_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETRA_TEST_ELASTICSEARCH", "http://127.0.0.1:9")
    with pytest.raises(Missing, match="tidak menjawab"), ensure_server(install=True):
        pass


def test_without_leave_nothing_is_installed_and_the_size_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NETRA_TEST_ELASTICSEARCH", raising=False)
    monkeypatch.setenv("NETRA_CACHE", str(tmp_path / "kosong"))
    with pytest.raises(Missing, match=r"0,9 GB.*--install.*NETRA_TEST_ELASTICSEARCH"), ensure_server(install=False):
        pass
    assert not (tmp_path / "kosong").exists()


def test_java_is_taken_only_in_a_version_that_was_run(tmp_path: Path) -> None:
    for version, known in (("17.0.9", 17), ("1.8.0", 1), ("25", 25)):
        home = tmp_path / version
        (home / "bin").mkdir(parents=True)
        (home / "bin" / "java").touch()
        (home / "release").write_text(f'IMPLEMENTOR="uji"\nJAVA_VERSION="{version}"\n')
        assert elasticsearch._version(home) == known
    assert elasticsearch._version(tmp_path) == 0


@pytest.mark.elasticsearch
def test_it_answers_without_the_environment_of_the_one_who_started_it(server: str) -> None:
    assert answers(server)
    if os.environ.get("NETRA_TEST_ELASTICSEARCH"):
        return  # somebody else's server: how it was started is not ours
    with urllib.request.urlopen(f"{server}/_nodes/jvm,process,os,settings") as reply:
        told = reply.read().decode()
    assert '"host":"127.0.0.1"' in told.replace(" ", "")
