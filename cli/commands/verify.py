"""Membaca seluruh arsip WARC dan memeriksa bahwa setiap catatan utuh dan sidik jarinya cocok."""

from __future__ import annotations

import argparse
import json

import msgspec

from cli.exits import Exit
from cli.folder import read_folder
from cli.progress import say
from cli.settings import Settings
from crawler.archive import verify


def configure(parser: argparse.ArgumentParser) -> None:
    """No paths: the data folder is a setting."""
    parser.add_argument("--json", action="store_true", help="cetak laporan sebagai JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Verify; FAILED where a record is torn or altered."""
    say("memeriksa arsip", options.json)
    found = verify(read_folder(settings.data).archive)
    print(json.dumps(msgspec.to_builtins(found), ensure_ascii=False) if options.json else found)
    return Exit.OK if found.good else Exit.FAILED
