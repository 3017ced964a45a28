"""Mencari dari baris perintah, dengan cuplikan dan faset.

Contoh: ./netra search 'netralitas AND camat' --wilayah 33 --jenis sanksi
"""

from __future__ import annotations

import argparse
import json

import msgspec

from cli.exits import Exit, Stop
from cli.folder import read_folder
from cli.settings import Settings
from cli.wiring import store_of
from index.store import FACETS, Answer, QueryError, Question

SHOWN_VALUES = 6  # choices of a facet that a terminal line holds
AROUND = 60  # characters of a mistaken query shown on each side of the mistake: one line of a terminal


def configure(parser: argparse.ArgumentParser) -> None:
    """The query and the facets."""
    parser.add_argument("query", nargs="?", default="", metavar="KUERI", help='kata, "frasa", AND OR NOT, medan:nilai')
    for facet in FACETS:
        parser.add_argument(f"--{facet}", action="append", default=[], metavar="NILAI", help=f"saring menurut {facet}")
    parser.add_argument("--since", metavar="TGL", help="peristiwa sejak hari ini (2024-09-01)")
    parser.add_argument("--until", metavar="TGL", help="peristiwa sampai hari ini")
    parser.add_argument("--page", type=int, default=1, metavar="N", help="halaman hasil")
    parser.add_argument("--json", action="store_true", help="cetak hasil sebagai JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Search and print; a mistake in the query points at its place."""
    facets = {facet: tuple(getattr(options, facet)) for facet in FACETS}
    page = {"query": options.query, "since": options.since, "until": options.until, "page": max(1, options.page)}
    question = msgspec.convert({**facets, **page}, Question)
    with store_of(read_folder(settings.data), settings) as store:
        try:
            answer = store.search(question)
        except QueryError as error:
            raise Stop(f"kueri salah: {error}\n{_place(options.query, error.position)}", Exit.USAGE) from error
    print(json.dumps(msgspec.to_builtins(answer), ensure_ascii=False) if options.json else _page(answer))
    return Exit.OK


def _place(query: str, position: int) -> str:
    """The query, of a long one what stands around the place, with a mark below it."""
    begin = max(0, position - AROUND)
    return f"  {query[begin : position + AROUND]}\n  {' ' * (position - begin)}^"


def _page(answer: Answer) -> str:
    counts = answer.counts
    lines = [
        f"{counts.articles} artikel, {counts.texts} teks berbeda, {counts.events} peristiwa, {counts.people} tokoh "
        f"dari {counts.outlets} media; halaman {answer.page} dari {answer.pages}",
        "",
    ]
    for hit in answer.hits:
        title = f"[tanpa judul] {hit.title}" if hit.title_is_excerpt else hit.title
        basis = "" if hit.day_basis == "published" else " (tanggal pengambilan)"
        lines += [title, f"  {hit.outlet or 'media tak dikenal'}, {hit.day}{basis}  {hit.url or hit.article}"]
        lines += ["  " + "".join(f"«{p.text}»" if p.hit else p.text for p in hit.snippet).replace("\n", " "), ""]
    for facet, values in answer.facets.items():
        if values:
            lines.append(f"{facet}: " + ", ".join(f"{v.label} ({v.count})" for v in values[:SHOWN_VALUES]))
    return "\n".join(lines)
