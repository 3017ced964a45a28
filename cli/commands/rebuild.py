"""Membangun ulang basis data dan indeks dari arsip dan buku besar (ledger), dengan hasil yang sama."""

from __future__ import annotations

import argparse
import json

import msgspec

from cli.coding import code_anew, code_archive
from cli.commands.ingest import summary
from cli.exits import Exit, Stop
from cli.folder import DataFolder, read_folder
from cli.pipeline import PipelineReport
from cli.progress import say
from cli.settings import Settings


def configure(parser: argparse.ArgumentParser) -> None:
    """No paths: the data folder is a setting."""
    parser.add_argument("--json", action="store_true", help="cetak laporan sebagai JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Rebuild and say what was found."""
    say("membaca arsip", options.json)
    report = rebuild(read_folder(settings.data), settings, quiet=options.json)
    print(json.dumps(msgspec.to_builtins(report), ensure_ascii=False) if options.json else summary(report))
    return Exit.OK


def rebuild(folder: DataFolder, settings: Settings, *, quiet: bool = True) -> PipelineReport:
    """Code the whole archive again into a new store, which then takes the place of the old one; the ledger stays.

    Whoever reads or is interrupted keeps the old one. Raises Stop where there is no archive.
    """
    if not folder.archive.is_dir() or not any(folder.archive.iterdir()):
        raise Stop(f"arsip {folder.archive} kosong; tidak ada yang dapat dibangun ulang, dan yang lama dibiarkan")
    report = code_anew(folder, settings, quiet=quiet)
    code_archive(folder, settings)  # what came into the archive while the rest was coded
    return report
