"""Merayapi media terdaftar satu putaran, dengan sopan, lalu mengodekan yang baru.

Tanpa MEDIA: semua media terdaftar, masing-masing sesering ia memberi yang baru (paling jarang sekali sehari).
Contoh: ./netra crawl bacaini.id batasmedia99.com --province 33
Perayapan menyebut pengelolanya: isi NETRA_CONTACT. Ctrl-C (atau SIGTERM) menghentikan dengan rapi; jalankan lagi untuk melanjutkan.
Media yang dikarantina dilewati, kecuali disebut namanya. Catatan untuk mesin: --log json (stderr) dan --metrics (Prometheus).
"""

from __future__ import annotations

import argparse
import json
import time
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from cli.crawling import crawl_outlets, crawl_summary, load_coding
from cli.exits import Exit, Stop
from cli.folder import DataFolder, open_folder
from cli.logs import Log
from cli.outlets import chosen_outlets, resolved
from cli.settings import Settings
from crawler.frontier import Frontier
from crawler.health import OutletHealth, health
from crawler.job import CrawlReport
from crawler.metrics import write_metrics
from crawler.registry import Entry


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
    parser.add_argument("--log", choices=("text", "json"), help="bentuk catatan di stderr (bawaan: NETRA_LOG)")
    parser.add_argument("--json", action="store_true", help="cetak laporan sebagai JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Crawl and code, once or on a schedule."""
    log = Log(options.log or settings.log, quiet=options.json)
    try:
        return _passes(options, settings, log)
    except Stop as stop:
        log.event("error", message=str(stop), code=int(stop.code))
        if log.json:
            return stop.code
        raise


def _passes(options: argparse.Namespace, settings: Settings, log: Log) -> int:
    chosen = chosen_outlets(settings, options.outlets, options.province, options.shard)
    if options.every <= 0:
        raise Stop("--every lebih dari 0 menit", Exit.USAGE)
    while True:
        began = time.monotonic()
        code = _pass(chosen, options, settings, log)
        if not options.forever or code == Exit.INTERRUPTED:
            return code
        rest = max(0.0, options.every * 60 - (time.monotonic() - began))
        log.say(f"putaran berikut {rest / 60:.0f} menit lagi (Ctrl-C menghentikan)")
        log.event("waiting", seconds=round(rest))
        try:
            time.sleep(rest)
        except KeyboardInterrupt:
            return Exit.INTERRUPTED


def _pass(chosen: list[Entry], options: argparse.Namespace, settings: Settings, log: Log) -> int:
    folder = open_folder(settings.data)
    log.say(f"merayapi {len(chosen)} media")
    log.event("pass_started", outlets=len(chosen))
    history = (options.since, options.until) if options.since or options.until else None
    crawled = crawl_outlets(
        chosen,
        folder,
        settings,
        resolve=resolved(settings),
        recheck=options.recheck,
        adaptive=not (options.outlets or options.recheck or history),
        history=history,
        log=log,
    )
    if crawled.stopped:
        log.say("dihentikan; mengodekan yang sudah diambil (Ctrl-C sekali lagi berhenti sekarang juga)")
    log.event("pass_ended", **_figures(crawled))
    alarmed = _alarmed(folder, chosen)
    for found in alarmed:
        for alert in found.alerts:
            log.event("alert", outlet=found.outlet, kind=alert.kind, message=alert.text)
    if options.metrics:
        _write_metrics(crawled, alarmed, options.metrics)
    _code(crawled, folder, options, settings, log)
    if alarmed:
        log.say(f"{len(alarmed)} media dengan peringatan; lihat ./netra outlet health")
    if crawled.stopped:
        return Exit.INTERRUPTED
    return Exit.OK if crawled.ok else Exit.FAILED


def _code(crawled: CrawlReport, folder: DataFolder, options: argparse.Namespace, settings: Settings, log: Log) -> None:
    """Code what came, and print the report of both."""
    load_coding().join()
    from cli.coding import code_archive  # noqa: PLC0415  (loaded during the crawl)
    from cli.commands.ingest import summary  # noqa: PLC0415

    coded = code_archive(folder, settings, quiet=log.quiet)
    log.event("coded", new=coded.new, new_versions=coded.new_versions, relevant=coded.relevant, refused=len(coded.refused))
    if options.json:
        print(json.dumps({"crawl": msgspec.to_builtins(crawled), "coding": msgspec.to_builtins(coded)}, ensure_ascii=False), flush=True)
    elif not log.json:
        print(crawl_summary(crawled), summary(coded), sep="\n", flush=True)


def _figures(crawled: CrawlReport) -> dict[str, object]:
    return {name: value for name, value in msgspec.to_builtins(crawled).items() if name not in ("type", "outlets")}


def _alarmed(folder: DataFolder, chosen: list[Entry]) -> list[OutletHealth]:
    """The outlets of this pass that there is something to tell of."""
    ids = {entry.id for entry in chosen}
    with Frontier(folder.frontier) as frontier:
        return [found for found in health(frontier, datetime.now(UTC).date()) if found.alerts and found.outlet in ids]


def _write_metrics(crawled: CrawlReport, alarmed: list[OutletHealth], path: Path) -> None:
    try:
        write_metrics(crawled, alarmed, time.time(), path)
    except OSError as error:
        raise Stop(f"metrik tidak dapat ditulis ({path}): {error.strerror}") from error
