"""Membaca seluruh arsip WARC dan memeriksa bahwa setiap catatan utuh dan sidik jarinya cocok."""

from __future__ import annotations

import argparse
import json

import msgspec

from cli.exits import Exit, Stop
from cli.folder import read_folder
from cli.progress import say
from cli.settings import Settings
from crawler.archive import ArchiveProblem, verify


def configure(parser: argparse.ArgumentParser) -> None:
    """No paths: the data folder is a setting."""
    parser.add_argument("--json", action="store_true", help="cetak laporan sebagai JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Verify; FAILED where a record is torn or altered."""
    say("memeriksa arsip", options.json)
    try:
        found = verify(read_folder(settings.data).archive)
    except ArchiveProblem as problem:
        raise Stop(str(problem)) from problem
    if options.json:
        print(json.dumps(msgspec.to_builtins(found), ensure_ascii=False))
    else:
        lines = [f"{found.files} berkas, {found.records} catatan, {found.pages} halaman; {len(found.problems)} masalah", *found.problems]
        print("\n".join(lines))
    return Exit.OK if found.ok else Exit.FAILED
