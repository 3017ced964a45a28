"""Mengukur kecepatan tiap tahap di satu inti, di samping trafilatura saja pada halaman yang sama."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from cli.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


def configure(parser: argparse.ArgumentParser) -> None:
    """How long, on what."""
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="berapa kali tiap artikel dibaca")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="folder HTML atau teks (bawaan: dunia contoh)")


def run(options: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001
    """Run the benchmark in a process of its own."""
    command = [sys.executable, "-P", "-m", "tests.benchmarks.throughput", "--repeat", str(options.repeat)]
    return subprocess.run([*command, *(str(f.resolve()) for f in options.folders)], cwd=ROOT, check=False).returncode  # noqa: S603
