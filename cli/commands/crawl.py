"""Merayapi media terdaftar satu putaran, dengan sopan, lalu mengodekan yang baru.

Tanpa MEDIA: semua media terdaftar, masing-masing sesering ia memberi yang baru (paling jarang sekali sehari).
Contoh: ./netra crawl bacaini.id batasmedia99.com --province 33
Perayapan menyebut pengelolanya: isi NETRA_CONTACT. Ctrl-C (atau SIGTERM) menghentikan dengan rapi; jalankan lagi untuk melanjutkan.
"""

from __future__ import annotations

import argparse
import json
import time
from datetime import date
from pathlib import Path

import msgspec

from cli.crawling import crawl_outlets, crawl_summary
from cli.exits import Exit, Stop
from cli.folder import open_folder
from cli.progress import say
from cli.settings import Settings
from crawler.job import CrawlReport
from crawler.metrics import write_metrics
from crawler.registry import Entry, Registry
from crawler.sharding import outlets_of_shard, read_shard


def configure(parser: argparse.ArgumentParser) -> None:
    """Which outlets."""
    parser.add_argument("outlets", nargs="*", metavar="MEDIA", help="id atau domain media (lihat ./netra outlet list)")
    parser.add_argument("--province", metavar="KODE", help="semua media provinsi ini (kode Kemendagri)")
    parser.add_argument("--shard", metavar="I/N", help="hanya bagian ke-I dari N, untuk beberapa perayap tanpa antrean bersama")
    parser.add_argument("--since", metavar="TANGGAL", type=date.fromisoformat, help="cari riwayat sejak tanggal ini (2024-09-01)")
    parser.add_argument("--until", metavar="TANGGAL", type=date.fromisoformat, help="cari riwayat sampai tanggal ini")
    parser.add_argument("--recheck", action="store_true", help="periksa lagi semua artikel yang sudah dikenal")
    parser.add_argument("--forever", action="store_true", help="ulangi terus, satu putaran tiap --every menit")
    parser.add_argument("--every", type=float, default=60.0, metavar="MENIT", help="jarak dua putaran dengan --forever (60)")
    parser.add_argument("--metrics", type=Path, metavar="BERKAS", help="tulis angka tiap putaran dalam format Prometheus")
    parser.add_argument("--json", action="store_true", help="cetak laporan sebagai JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Crawl and code, once or on a schedule."""
    chosen = _chosen(options.outlets, options.province)
    if options.shard:
        chosen = _of_shard(chosen, options.shard)
    if options.every <= 0:
        raise Stop("--every lebih dari 0 menit", Exit.USAGE)
    while True:
        began = time.monotonic()
        code = _pass(chosen, options, settings)
        if not options.forever or code == Exit.INTERRUPTED:
            return code
        rest = max(0.0, options.every * 60 - (time.monotonic() - began))
        say(f"putaran berikut {rest / 60:.0f} menit lagi (Ctrl-C menghentikan)", options.json)
        try:
            time.sleep(rest)
        except KeyboardInterrupt:
            return Exit.INTERRUPTED


def _pass(chosen: list[Entry], options: argparse.Namespace, settings: Settings) -> int:
    folder = open_folder(settings.data)
    say(f"merayapi {len(chosen)} media", options.json)
    history = (options.since, options.until) if options.since or options.until else None
    crawled = crawl_outlets(
        chosen,
        folder,
        settings,
        recheck=options.recheck,
        adaptive=not (options.outlets or options.recheck or history),
        history=history,
        quiet=options.json,
    )
    if options.metrics:
        _write_metrics(crawled, options.metrics)
    if crawled.stopped:
        say("dihentikan; mengodekan yang sudah diambil (Ctrl-C sekali lagi berhenti sekarang juga)", options.json)
    from cli.coding import code_archive  # noqa: PLC0415  (loaded during the crawl)
    from cli.commands.ingest import summary  # noqa: PLC0415

    coded = code_archive(folder, settings, quiet=options.json)
    if options.json:
        print(json.dumps({"crawl": msgspec.to_builtins(crawled), "coding": msgspec.to_builtins(coded)}, ensure_ascii=False), flush=True)
    else:
        print(crawl_summary(crawled), summary(coded), sep="\n", flush=True)
    if crawled.stopped:
        return Exit.INTERRUPTED
    return Exit.OK if crawled.ok else Exit.FAILED


def _write_metrics(crawled: CrawlReport, path: Path) -> None:
    try:
        write_metrics(crawled, time.time(), path)
    except OSError as error:
        raise Stop(f"metrik tidak dapat ditulis ({path}): {error.strerror}") from error


def _of_shard(chosen: list[Entry], text: str) -> list[Entry]:
    try:
        number, of = read_shard(text)
    except ValueError as error:
        raise Stop(str(error), Exit.USAGE) from error
    return outlets_of_shard(chosen, Registry.load(), number, of)


def _chosen(names: list[str], province: str | None) -> list[Entry]:
    registry = Registry.load()
    unknown = [name for name in names if registry.get(name) is None]
    if unknown:
        raise Stop(f"media tidak terdaftar: {', '.join(unknown)}. Daftar: ./netra outlet list", Exit.USAGE)
    named = [entry for name in names if (entry := registry.get(name))]
    inside = [entry for entry in registry if entry.province == province] if province else []
    if province and not inside:
        raise Stop(f"tidak ada media terdaftar di provinsi {province} (kode Kemendagri dua angka, misalnya 33)", Exit.USAGE)
    chosen = {entry.id: entry for entry in named + inside} or {entry.id: entry for entry in registry}
    return list(chosen.values())
