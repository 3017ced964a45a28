"""The command line as a user meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli.exits import Exit
from cli.main import COMMANDS, main
from cli.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


def test_help_names_every_command_and_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == Exit.OK
    page = capsys.readouterr().out
    assert all(name in page for name in COMMANDS)
    assert all(str(code.value) in page for code in Exit)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself_in_indonesian(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([name, "--help"])
    assert stopped.value.code == 0
    assert COMMANDS[name][1].split()[0].startswith("me")
    assert f"netra {name}" in capsys.readouterr().out


def test_an_unknown_command_and_a_wrong_argument_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["krawl"]) == Exit.USAGE
    assert len(capsys.readouterr().err.splitlines()) == 1
    with pytest.raises(SystemExit) as stopped:
        main(["export", "articles", "--bentuk", "x"])
    assert stopped.value.code == Exit.USAGE
    (line,) = capsys.readouterr().err.splitlines()
    assert "--bentuk" in line and "--help" in line


def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NETRA_PORT", "abc")
    assert main(["settings"]) == Exit.USAGE
    assert "NETRA_PORT" in capsys.readouterr().err


def test_every_setting_is_documented_and_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings", "--json"]) == Exit.OK
    rows = json.loads(capsys.readouterr().out)
    assert {row["name"] for row in rows} == {f"NETRA_{name.upper()}" for name in Settings.model_fields}
    assert all(row["meaning"] for row in rows)


def test_a_secret_is_never_printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NETRA_ELASTICSEARCH_API_KEY", "rahasia-sekali")
    main(["settings"])
    assert "rahasia-sekali" not in capsys.readouterr().out


def test_the_overview_does_not_wait_for_heavy_imports() -> None:
    code = "import sys, cli.main; sys.exit(any(m in sys.modules for m in ('spacy', 'trafilatura', 'scrapy', 'tantivy')))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == Exit.OK
    assert "CodedArticle" in json.dumps(json.loads(capsys.readouterr().out))
