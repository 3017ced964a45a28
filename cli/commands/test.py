"""Menjalankan semua uji, setelah memasang yang diperlukan.

Uji indeks memerlukan Elasticsearch nyata: yang sudah ada (NETRA_TEST_ELASTICSEARCH=URL), atau yang dipasang sendiri sebagai root
atau dengan --install; begitu pula WordPress (PHP dan MariaDB dari Debian, 34 MB) dan pywb (20 MB)
untuk uji perayap. Argumen lain diteruskan ke pytest, misalnya: ./netra test tests/cli -x
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from cli.exits import Exit
from cli.progress import say
from cli.settings import Settings
from tests.services.elasticsearch import ensure_server
from tests.services.missing import Missing
from tests.services.replay import ensure_player
from tests.services.wordpress import ensure_packages

PASSES_ON = True  # what is not ours is pytest's
ROOT = Path(__file__).resolve().parents[2]


def configure(parser: argparse.ArgumentParser) -> None:
    """What may be installed; the rest is pytest's."""
    parser.add_argument("--install", action="store_true", help="pasang yang kurang tanpa bertanya (root)")


def run(options: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001
    """Run all suites. A suite that could not run is named, and the exit code says so."""
    chosen = [argument for argument in options.rest if argument != "--"]
    install = options.install or os.geteuid() == 0
    say("menyiapkan uji")
    missing: dict[str, str] = {}
    with ExitStack() as stack:
        extra = {}
        try:
            extra["NETRA_TEST_ELASTICSEARCH"] = stack.enter_context(ensure_server(install, say))
        except Missing as error:
            missing["elasticsearch"] = str(error)
        for marker, ensure in (("wordpress", ensure_packages), ("replay", ensure_player)):
            try:
                ensure(install, say)
            except Missing as error:
                missing[marker] = str(error)
        left_out = ["-m", " and ".join(f"not {marker}" for marker in missing)] if missing else []
        code = _pytest([*left_out, *chosen], extra)
    for marker, reason in missing.items():
        print(f"netra test: TIDAK DIJALANKAN: uji {marker} ({reason})", file=sys.stderr)
    return code or (Exit.UNAVAILABLE if missing else Exit.OK)


def _pytest(arguments: list[str], extra: dict[str, str]) -> int:
    command = [sys.executable, "-P", "-m", "pytest", *arguments]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("NETRA_") or k.startswith("NETRA_TEST_")}
    return subprocess.run(command, cwd=ROOT, env={**environment, **extra}, check=False).returncode  # noqa: S603  (our own arguments)
