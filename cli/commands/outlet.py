"""Menampilkan media terdaftar dan jumlahnya menurut keadaan.

Contoh: ./netra outlet list --province 33
"""

from __future__ import annotations

import argparse
import json
from collections import Counter

from cli.exits import Exit
from cli.settings import Settings
from crawler.registry import Registry


def configure(parser: argparse.ArgumentParser) -> None:
    """What to list."""
    parser.add_argument("action", choices=("list",), nargs="?", default="list", help="list: daftar media")
    parser.add_argument("--province", metavar="KODE", help="hanya provinsi ini (kode Kemendagri, misalnya 33)")
    parser.add_argument("--json", action="store_true", help="cetak sebagai JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001
    """List the outlets with home, kind and state."""
    entries = [e for e in Registry.load() if options.province in (None, e.province)]
    if options.json:
        rows = [{"id": e.id, "name": e.name, "province": e.province, "home": e.home, "cms": e.cms, "state": e.state.value} for e in entries]
        print(json.dumps(rows, ensure_ascii=False))
        return Exit.OK
    for entry in entries:
        print(f"{entry.id:40} {entry.name:40} {entry.home or entry.province:7} {entry.cms:10} {entry.state.value}")
    states = Counter(e.state.value for e in entries)
    print(f"{len(entries)} media: " + ", ".join(f"{count} {state}" for state, count in states.most_common()))
    return Exit.OK
