"""Menjalankan semua uji, setelah memasang yang diperlukan.

Uji indeks memerlukan Elasticsearch nyata: yang sudah ada (NETRA_TEST_ELASTICSEARCH=URL), atau yang dipasang sendiri sebagai root
atau dengan --install. Argumen lain diteruskan ke pytest, misalnya: ./netra test tests/cli -x
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from cli.exits import Exit
from cli.progress import say
from cli.settings import Settings
from tests.services.elasticsearch import ensure_server
from tests.services.missing import Missing

PASSES_ON = True  # what is not ours is pytest's
ROOT = Path(__file__).resolve().parents[2]


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be installed; the rest is pytest's."""
    parser.add_argument("--install", action="store_true", help="pasang yang kurang tanpa bertanya (root)")


def run(options: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001
    """Run all suites. A suite that could not run is named, and the exit code says so."""
    chosen = [argument for argument in options.rest if argument != "--"]
    say("menyiapkan uji")
    try:
        with ensure_server(options.install or os.geteuid() == 0, say) as url:
            return _pytest(chosen, {"NETRA_TEST_ELASTICSEARCH": url})
    except Missing as missing:
        code = _pytest(["-m", "not elasticsearch", *chosen], {})
        print(f"netra test: TIDAK DIJALANKAN: uji Elasticsearch ({missing})", file=sys.stderr)
        return code or Exit.UNAVAILABLE


def _pytest(arguments: list[str], extra: dict[str, str]) -> int:
    command = [sys.executable, "-P", "-m", "pytest", *arguments]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("NETRA_") or k.startswith("NETRA_TEST_")}
    return subprocess.run(command, cwd=ROOT, env={**environment, **extra}, check=False).returncode  # noqa: S603  (our own arguments)
