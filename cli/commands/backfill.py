"""Memasukkan berkas besar: WARC (juga CC-NEWS), WACZ, dan ekspor WordPress (XML); lalu mengodekan yang baru.

Hanya halaman media terdaftar yang memuat kata pokok bahasan yang diambil. Berkas yang terputus dilanjutkan dari tempatnya.
Contoh: ./netra backfill unduhan/*.warc.gz --processes 4
"""

from __future__ import annotations

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from pathlib import Path

import msgspec

from cli.coding import code_archive
from cli.commands.ingest import summary
from cli.exits import Exit, Stop
from cli.folder import open_folder
from cli.progress import say
from cli.settings import Settings
from crawler.archive import ArchiveProblem
from crawler.bulk import BulkReport, backfill


def configure(parser: argparse.ArgumentParser) -> None:
    """Which files, and how."""
    parser.add_argument("files", nargs="+", type=Path, metavar="BERKAS", help=".warc, .warc.gz, .wacz atau .xml (ekspor WordPress)")
    parser.add_argument("--any-outlet", action="store_true", help="ambil juga halaman media yang tidak terdaftar")
    parser.add_argument("--processes", type=int, default=1, metavar="N", help="jumlah proses, satu berkas masing-masing")
    parser.add_argument("--json", action="store_true", help="cetak laporan sebagai JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Take, then code."""
    if options.processes < 1:
        raise Stop("--processes paling sedikit 1", Exit.USAGE)
    folder = open_folder(settings.data)
    done = 0

    def tell(path: Path, report: BulkReport) -> None:
        nonlocal done
        done += 1
        say(f"{done}/{len(options.files)} {path.name}: {_line(report)}", options.json)

    pool = ProcessPoolExecutor(options.processes) if options.processes > 1 else nullcontext()
    try:
        with pool as executor:
            taken = backfill(
                options.files,
                folder.archive,
                registered_only=not options.any_outlet,
                keep_all=settings.keep == "all",
                executor=executor,
                on_progress=tell,
            )
    except ArchiveProblem as problem:
        raise Stop(str(problem)) from problem
    coded = code_archive(folder, settings, quiet=options.json)
    if options.json:
        print(json.dumps({"backfill": msgspec.to_builtins(taken), "coding": msgspec.to_builtins(coded)}, ensure_ascii=False))
    else:
        print(_line(taken), *(f"  masalah: {problem}" for problem in taken.problems), summary(coded), sep="\n")
    return Exit.FAILED if taken.problems else Exit.OK


def _line(report: BulkReport) -> str:
    skipped = "".join(f", {number} {reason}" for reason, number in sorted(report.skipped.items()))
    return f"{report.records} catatan: {report.taken} diambil, {report.known} sudah ada{skipped}"
