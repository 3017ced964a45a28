"""Mengekspor artikel, peristiwa, sebutan, tokoh atau kasus sebagai JSONL atau CSV.

Tanpa --output hasilnya ke keluaran baku. --query memakai bahasa pencarian, misalnya: jenis:sanksi wilayah:"Jawa Tengah".
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from cli.exits import Exit, Stop
from cli.files import whole_file
from cli.folder import read_folder
from cli.progress import say
from cli.settings import Settings
from cli.wiring import store_of
from index.export import KINDS, write_export
from index.store import QueryError, Question


def configure(parser: argparse.ArgumentParser) -> None:
    """What, in which form, where to."""
    parser.add_argument("kind", choices=KINDS, help="apa yang diekspor")
    parser.add_argument("--format", choices=("jsonl", "csv"), default="jsonl", help="bentuk (bawaan: jsonl)")
    parser.add_argument("--query", default="", metavar="KUERI", help="hanya yang cocok dengan kueri")
    parser.add_argument("--output", type=Path, metavar="BERKAS", help="tulis ke berkas ini")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Stream the rows; a file appears under its name only when it is whole."""
    folder = read_folder(settings.data)
    question = Question(query=options.query, irrelevant=not options.query)
    with store_of(folder, settings) as store:
        try:
            if options.output is None:
                write_export(store, options.kind, options.format, sys.stdout, question, fiction=folder.fiction)
                return Exit.OK
            with whole_file(options.output) as out:
                count = write_export(store, options.kind, options.format, out, question, fiction=folder.fiction)
        except QueryError as error:
            raise Stop(f"kueri salah di posisi {error.position + 1}: {error}", Exit.USAGE) from error
    say(f"{count} baris ditulis ke {options.output}")
    return Exit.OK
