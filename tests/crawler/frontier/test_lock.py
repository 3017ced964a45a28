"""One crawler at a time on a frontier; the lock of one that was killed is no obstacle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from crawler.frontier import FrontierLock, FrontierProblem

ROOT = Path(__file__).parents[3]
HOLD = """
import sys, time
from pathlib import Path
from crawler.frontier import FrontierLock
lock = FrontierLock(Path(sys.argv[1]))
print("ada", flush=True)
time.sleep(60)
"""


def holder(frontier: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-P", "-c", HOLD, str(frontier)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    assert process.stdout and process.stdout.readline() == "ada\n"
    return process


def test_a_second_one_is_told_who_has_it_and_a_killed_one_has_it_no_more(tmp_path: Path) -> None:
    frontier = tmp_path / "frontier.sqlite"
    process = holder(frontier)
    with process:
        with pytest.raises(FrontierProblem, match=rf"perayap lain sedang bekerja di sini \(proses {process.pid} di "):
            FrontierLock(frontier, patience=0.2)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert str(process.pid) in (tmp_path / "frontier.lock").read_text()  # what it left behind
    with FrontierLock(frontier, patience=0.0):
        assert (tmp_path / "frontier.lock").read_text().startswith(f"proses {os.getpid()} ")
    with FrontierLock(frontier, patience=0.0):
        pass


def test_one_that_leaves_within_the_patience_is_waited_for(tmp_path: Path) -> None:
    first = FrontierLock(tmp_path / "frontier.sqlite")
    threading.Timer(0.3, first.close).start()
    began = time.monotonic()
    with FrontierLock(tmp_path / "frontier.sqlite", patience=5.0):
        assert time.monotonic() - began < 2


def test_a_folder_that_takes_no_lock_is_told(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    with pytest.raises(FrontierProblem, match="tidak dapat dikunci"):
        FrontierLock(tmp_path / "berkas" / "frontier.sqlite")
