"""A real player of web archives for the tests: pywb, in an environment of its own (its pins are not ours)."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.services.missing import Missing

_ROOT = Path(__file__).resolve().parents[2]
_LOCK = Path(__file__).with_name("pywb.lock")
_VENV = _ROOT / ".venv-replay"
_STAMP = _VENV / ".installed"
_SECONDS = 60  # pywb starts in 3


def is_there() -> bool:
    """Whether the pinned pywb is installed."""
    return _STAMP.exists() and _STAMP.read_text() == _LOCK.read_text()


def ensure_player(install: bool, say: Callable[[str], None]) -> None:
    """Install pywb into its environment, if `install` allows it (20 MB to download). Raises Missing with one line where it can't be had."""
    if is_there():
        return
    if not install:
        raise Missing("pywb untuk uji belum terpasang: jalankan ./netra test --install")
    say("memasang pywb untuk uji (20 MB)")
    uv = Path(sys.executable).with_name("uv")
    commands = [
        [sys.executable, "-m", "venv", "--clear", str(_VENV)],
        [str(uv), "pip", "install", "-q", "--require-hashes", "--python", str(_VENV / "bin" / "python"), "-r", str(_LOCK)],
    ]
    for command in commands:
        done = subprocess.run(command, env={**os.environ, "UV_SYSTEM_CERTS": "1"}, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Missing(f"pywb tidak dapat dipasang: {(done.stderr or done.stdout).strip().rpartition(chr(10))[2][:200]}")
    _STAMP.write_text(_LOCK.read_text())


@contextmanager
def playing(files: Sequence[Path], folder: Path) -> Iterator[str]:
    """pywb with these WARC files, on loopback, until the end of the block; gives the address of its collection."""
    _manage(folder, "init", "uji")
    _manage(folder, "add", "uji", *(str(path) for path in files))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (folder / "log").open("w") as log:
        command = [str(_VENV / "bin" / "wayback"), "-p", str(port), "-b", "127.0.0.1"]
        player = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, start_new_session=True)
    try:
        url = f"http://127.0.0.1:{port}/uji"
        _await(url, player, folder / "log")
        yield url
    finally:
        os.killpg(player.pid, signal.SIGTERM)
        player.wait()


def _manage(folder: Path, *arguments: str) -> None:
    done = subprocess.run([str(_VENV / "bin" / "wb-manager"), *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _await(url: str, player: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _SECONDS
    while player.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{url}/cdx?url=x.example", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(log.read_text())
