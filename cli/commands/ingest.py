"""Memasukkan berkas HTML, teks, JSONL, WARC, atau folder berisi semuanya, ke arsip dan catatan.

Masukan yang sama dua kali tidak mengubah apa-apa; teks yang berubah menjadi versi baru. Berkas yang tidak dapat dibaca disebut
dengan alasannya dan yang lain diteruskan. JSONL: id, url, outlet_domain, text atau html, dan bila ada title, published.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import islice
from pathlib import Path

import msgspec

from cli.coding import coding
from cli.containers import Containers
from cli.exits import Exit, Stop
from cli.folder import DataFolder, open_folder
from cli.inputs import read_paths
from cli.outlets import registry
from cli.pipeline import Pipeline, PipelineReport, Refused
from cli.progress import bar, say
from cli.raw import Item, RawInput, Refusal
from cli.settings import Settings
from cli.wiring import source_of, store_of
from crawler.archive import Archive, ArchiveProblem, Pointer
from crawler.registry import Registry
from extraction.model import Source, input_identity

BATCH = 50  # inputs written with one sync: a sync took 6 ms, an input of 3 kB less than 1
SHOWN = 20  # refusals that a terminal page holds


def configure(parser: argparse.ArgumentParser) -> None:
    """Paths to take."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="berkas atau folder")
    parser.add_argument("--json", action="store_true", help="cetak laporan sebagai JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Take all inputs; exit code FAILED where nothing could be taken."""
    missing = [str(p) for p in options.paths if not p.exists()]
    if missing:
        raise Stop(f"tidak ada berkas atau folder bernama {', '.join(missing)}", Exit.USAGE)
    say("membaca masukan", options.json)
    report = ingest(options.paths, open_folder(settings.data), settings, quiet=options.json)
    print(json.dumps(msgspec.to_builtins(report), ensure_ascii=False) if options.json else summary(report))
    return Exit.OK if report.taken or report.unchanged or not report.refused else Exit.FAILED


def ingest(paths: list[Path], folder: DataFolder, settings: Settings, *, quiet: bool = True) -> PipelineReport:
    """Archive, code and put all inputs of the paths. Raises Stop where the store can't be reached; the archive keeps what was taken."""
    outlets = registry(settings)
    refused: list[Refused] = []
    try:
        with (
            coding(folder),
            Archive(folder.archive) as archive,
            store_of(folder, settings) as store,
            Containers(folder.containers) as containers,
        ):
            items = bar(read_paths(paths), "memasukkan", quiet=quiet)
            report = Pipeline(store, containers).run(_sources(items, archive, outlets, refused))
    except ArchiveProblem as problem:
        raise Stop(str(problem)) from problem
    report.refused[:0] = refused
    return report


def _sources(items: Iterator[Item], archive: Archive, outlets: Registry, refused: list[Refused]) -> Iterator[Source]:
    """Archive the inputs in batches, one sync each, and pass their sources on."""
    keeper = Keeper(archive)
    while chunk := list(islice(items, BATCH)):
        refused += [Refused(item.name, item.reason) for item in chunk if isinstance(item, Refusal)]
        inputs = [item for item in chunk if isinstance(item, RawInput)]
        with archive.batch() if any(keeper.is_new(item) for item in inputs) else nullcontext():
            pointers = [keeper.keep(item) for item in inputs]
        for pointer in pointers:
            yield source_of(archive.read(pointer), outlets)


class Keeper:
    """Puts raw inputs into the archive, each body of an origin once, and keeps which article an origin was first."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._kept: dict[str, tuple[Pointer, str]] = {}  # origin -> its newest record and its identity

    def is_new(self, item: RawInput) -> bool:
        """Whether this body of its origin is not the newest in the archive."""
        known = self._known(item.origin)
        return known is None or known[0].sha256 != hashlib.sha256(item.body).hexdigest()

    def keep(self, item: RawInput) -> Pointer:
        """The record of an input, written now or earlier. Raises ArchiveProblem where the disk does not take it."""
        known = self._known(item.origin)
        if known and not self.is_new(item):
            return known[0]
        identity = known[1] if known else input_identity(item.name, item.body)
        given = {"url": item.url, "outlet_domain": item.outlet_domain, "title": item.title, "published": item.published}
        metadata = {"input": item.name, "identity": identity} | {key: value for key, value in given.items() if value is not None}
        pointer = self.archive.write_resource(item.body, item.media_type, item.origin, metadata, fetched=item.fetched)
        self._kept[item.origin] = (pointer, identity)
        return pointer

    def _known(self, origin: str) -> tuple[Pointer, str] | None:
        if origin not in self._kept:
            latest = self.archive.latest(origin)
            if latest is None:
                return None
            self._kept[origin] = (latest, str(self.archive.read(latest).metadata["identity"]))
        return self._kept[origin]


def summary(report: PipelineReport) -> str:
    """The report in words, with each reason of refusal and the first inputs that it met."""
    counts = [(report.new, "artikel baru"), (report.new_versions, "versi baru"), (report.unchanged, "tidak berubah")]
    seldom = [(report.recoded, "dikodekan ulang"), (report.withheld, "ditahan menurut buku besar")]
    told = [*counts, *(pair for pair in seldom if pair[0]), (len(report.refused), "ditolak")]
    lines = [", ".join(f"{count} {what}" for count, what in told) + f"; {report.relevant} tentang netralitas"]
    lines += [f"  ditolak: {refused.name}: {refused.reason}" for refused in report.refused[:SHOWN]]
    if len(report.refused) > SHOWN:
        lines.append(f"  … dan {len(report.refused) - SHOWN} lagi; semua dengan --json")
    return "\n".join(lines)
