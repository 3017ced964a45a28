"""Memasukkan berkas HTML, teks, JSONL, WARC, atau folder berisi semuanya, ke arsip dan catatan.

Masukan yang sama dua kali tidak mengubah apa-apa; teks yang berubah menjadi versi baru. Berkas yang tidak dapat dibaca disebut
dengan alasannya dan yang lain diteruskan. JSONL: id, url, outlet_domain, text atau html, dan bila ada title, published.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec

from cli.exits import Exit, Stop
from cli.folder import DataFolder, open_folder
from cli.inputs import Item, RawInput, Refusal, read_paths
from cli.pipeline import Pipeline, PipelineReport, Refused
from cli.progress import bar, say
from cli.settings import Settings
from cli.wiring import source_of, store_of
from crawler.archive import Archive
from crawler.registry import Registry
from extraction.model import Source, input_identity


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
    registry = Registry.load()
    refused: list[Refused] = []
    with Archive(folder.archive) as archive, store_of(folder, settings) as store:
        keeper = Keeper(archive)
        items = bar(read_paths(paths), "memasukkan", quiet=quiet)
        report = Pipeline(store).run(_sources(items, keeper, registry, refused))
    report.refused[:0] = refused
    return report


def _sources(items: Iterator[Item], keeper: Keeper, registry: Registry, refused: list[Refused]) -> Iterator[Source]:
    for item in items:
        if isinstance(item, Refusal):
            refused.append(Refused(item.name, item.reason))
        else:
            yield source_of(keeper.keep(item), registry)


class Keeper:
    """Puts raw inputs into the archive once, and remembers which article an origin was first."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._known = {}
        self._identities = {}
        for page in archive.pages():
            if origin := page.metadata.get("origin"):
                self._known[origin, page.sha256] = page
                self._identities.setdefault(origin, page.metadata["identity"])
