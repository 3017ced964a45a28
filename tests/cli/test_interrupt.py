"""Ctrl-C at any moment of a command: exit code 130, one line, no traceback, and the next run goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.exits import Exit

ROOT = Path(__file__).parents[2]
# A process that a shell put behind `&` ignores SIGINT, and so do its children; this one may be such a child.
AS_IN_A_TERMINAL = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from cli.main import run; run()"
WAIT = 60  # seconds; what is awaited takes 1 to 5


def start(data: Path, *command: str, how: tuple[str, str] = ("-c", AS_IN_A_TERMINAL)) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", *how, *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "NETRA_DATA": str(data), "PYTHONUNBUFFERED": "1"},
        start_new_session=True,
    )


def interrupted(process: subprocess.Popen[bytes], when: Callable[[bytes], bool], sign: signal.Signals = signal.SIGINT) -> tuple[int, str]:
    """Send a signal once a printed line fits; the exit code and all that was printed."""
    assert process.stdout
    said = b""
    for line in process.stdout:
        said += line
        if when(line):
            break
    os.killpg(process.pid, sign)
    rest, _ = process.communicate(timeout=WAIT)
    return process.returncode, (said + rest).decode()


@pytest.mark.parametrize("moment", ["memuat", "edisi 1", "25 alamat", "edisi 2", "mengodekan"])
def test_the_demo_ends_at_once_wherever_it_is(tmp_path: Path, moment: str) -> None:
    code, said = interrupted(start(tmp_path / "data-demo", "demo", "--no-serve"), lambda line: moment.encode() in line)
    assert moment in said
    assert code == Exit.INTERRUPTED
    assert "Traceback" not in said and said.splitlines()[-1].startswith("netra: dihentikan")


@pytest.mark.parametrize("moment", ["memuat", "edisi 1", "mengodekan"])
def test_a_supervisors_sigterm_ends_it_as_cleanly(tmp_path: Path, moment: str) -> None:
    process = start(tmp_path / "data-demo", "demo", "--no-serve", how=("-m", "cli"))
    code, said = interrupted(process, lambda line: moment.encode() in line, signal.SIGTERM)
    assert code == Exit.INTERRUPTED
    assert "Traceback" not in said and said.splitlines()[-1].startswith("netra: dihentikan")
    assert not list((tmp_path / "data-demo").rglob("*.open"))


def test_an_interrupt_while_libraries_load_leaves_no_traceback(tmp_path: Path) -> None:
    """A library that interrupts while it is loaded stands for a key pressed in that half second."""
    (tmp_path / "pydantic.py").write_text("raise KeyboardInterrupt\n", encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-P", "-m", "cli", "settings"],
        env=os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (Exit.INTERRUPTED, b"")
