"""Ctrl-C at any moment of a command: exit code 130, one line, no traceback, and the next run goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.exits import Exit
from crawler.frontier import Frontier
from tests.crawler.world import Page, Site, World, article, rss

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


@pytest.mark.parametrize("moment", ["merayapi 1 media", "putaran berikut"])
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_crawl_on_a_schedule_ends_with_what_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str, sign: signal.Signals
) -> None:
    """At its first line a page hangs in the air; between two passes nothing is at work."""
    host = "kabarsungai.example"
    hangs = 60.0 if moment.startswith("merayapi") else 0.0
    site = Site(host, {"/satu": Page(article("Satu")), "/dua": Page(article("Dua"), wait=hangs)})
    site.pages["/feed/"] = Page(rss([f"{site.base}/satu", f"{site.base}/dua"]))
    entry = f'id = "{host}"\nname = "Kabar"\ndomains = ["{host}"]\nprovince = "33"\ndiscovery = ["feed /feed/"]\nscheme = "http"\n'
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / f"{host}.toml").write_text(entry, encoding="utf-8")
    with World(site) as world:
        monkeypatch.setenv("NETRA_OUTLETS", str(tmp_path / "media"))
        monkeypatch.setenv("NETRA_RESOLVE", f"{host}=127.0.0.1:{world.port}")
        monkeypatch.setenv("NETRA_DELAY", "0")
        how = ("-c", AS_IN_A_TERMINAL) if sign is signal.SIGINT else ("-m", "cli")
        process = start(tmp_path / "data", "crawl", host, "--forever", how=how)
        while hangs and "/satu" not in world.paths(host):
            time.sleep(0.05)
        code, said = interrupted(process, lambda line: moment.encode() in line, sign)
    assert code == Exit.INTERRUPTED and "Traceback" not in said
    assert not list((tmp_path / "data").rglob("*.open"))
    with Frontier(tmp_path / "data" / "frontier.sqlite") as frontier:
        statuses = Counter(str(address.status) for address in frontier.all())
    assert statuses["listed"] == 1 and statuses["fetched"] == (1 if hangs else 2)


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
