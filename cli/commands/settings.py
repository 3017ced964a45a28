"""Mencetak semua pengaturan (variabel lingkungan NETRA_…), nilainya sekarang dan gunanya."""

from __future__ import annotations

import argparse
import json

from cli.exits import Exit
from cli.settings import Settings


def configure(parser: argparse.ArgumentParser) -> None:
    """No paths: settings come from the environment."""
    parser.add_argument("--json", action="store_true", help="cetak sebagai JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print every setting."""
    rows = [
        {"name": f"NETRA_{name.upper()}", "value": _shown(name, getattr(settings, name)), "meaning": field.description or ""}
        for name, field in Settings.model_fields.items()
    ]
    if options.json:
        print(json.dumps(rows, ensure_ascii=False))
        return Exit.OK
    width = max(len(row["name"]) for row in rows)
    for row in rows:
        print(f"{row['name']:{width}}  {row['value'] or '(kosong)'}  — {row['meaning']}")
    return Exit.OK


def _shown(name: str, value: object) -> str:
    return "***" if name.endswith("_key") and value else str(value)
