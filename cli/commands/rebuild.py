"""Membangun ulang basis data dan indeks dari arsip dan buku besar (ledger), dengan hasil yang sama.

Yang lama baru dibuang setelah arsip terbukti dapat dibaca.
"""

from __future__ import annotations

import argparse
import json
import shutil

import msgspec

from cli.commands.ingest import summary
from cli.exits import Exit, Stop
from cli.folder import DataFolder, read_folder
from cli.pipeline import Pipeline, PipelineReport
from cli.progress import bar, say
from cli.settings import Settings
from cli.wiring import registry_of, sources_of, store_of
from crawler.archive import Archive, ArchiveProblem


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
    """Drop the embedded store (Elasticsearch takes the same versions as done) and code the whole archive again. Raises Stop."""
    try:
        with Archive(folder.archive) as archive:
            total = len(archive)
            if settings.store == "embedded" and folder.index.exists():
                shutil.rmtree(folder.index)
            with store_of(folder, settings) as store:
                sources = sources_of(archive, registry_of(folder))
                return Pipeline(store).run(bar(sources, "mengodekan", total=total, quiet=quiet))
    except ArchiveProblem as problem:
        raise Stop(str(problem)) from problem
