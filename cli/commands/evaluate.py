"""Mengukur mutu pengodean terhadap gold: memasukkan artikel, mengekspor, lalu menilai menurut codebook.

GOLD: satu objek JSON per baris (kunci "id" atau "file"). ARTIKEL: folder, berkas teks atau JSONL dengan artikel yang sama, atau folder
data Netra, misalnya: ./netra eval tests/eval/gold/demo.jsonl data-demo
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from cli.commands.ingest import ingest
from cli.evaluation import Row, read_rows, score
from cli.exits import Exit, Stop
from cli.folder import STAMP, open_folder, read_folder
from cli.progress import say
from cli.settings import Settings
from cli.wiring import store_of
from extraction.article import canonical_url
from index.export import article_row


def configure(parser: argparse.ArgumentParser) -> None:
    """Gold and its articles."""
    parser.add_argument("gold", type=Path, metavar="GOLD", help="fakta gold (JSONL)")
    parser.add_argument("articles", type=Path, metavar="ARTIKEL", help="artikel yang dinilai")
    parser.add_argument("--json", action="store_true", help="cetak hasil sebagai JSON")
    parser.add_argument("--misses", metavar="MEDAN", help="daftar kesalahan satu medan saja")
    parser.add_argument("--errors", action="store_true", help="daftar kesalahan semua medan")


def run(options: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001
    """Code the articles in a folder of its own and print the figures."""
    try:
        gold = read_rows(options.gold)
    except (OSError, ValueError) as error:
        raise Stop(f"gold {options.gold} tidak dapat dibaca: {error}", Exit.USAGE) from error
    if not options.articles.exists():
        raise Stop(f"tidak ada berkas atau folder bernama {options.articles}", Exit.USAGE)
    say(f"mengodekan {options.articles}", options.json)
    rows = stored_articles(options.articles) if (options.articles / STAMP).exists() else code_articles(options.articles)
    measures = score(gold, by_gold_key(gold, rows))
    if options.misses or options.errors:
        names = [options.misses] if options.misses else list(measures)
        print("\n".join(f"{name}: {line}" for name in names for line in measures[name].misses))
    elif options.json:
        print(json.dumps({name: m.row() for name, m in measures.items()}))
    else:
        for name, measure in measures.items():
            print(f"{name:24}" + "  ".join(f"{k} {v}" for k, v in measure.row().items()))
    return Exit.OK


def code_articles(articles: Path) -> list[Row]:
    """The export rows of all articles of a file or folder, made by ingest → store → export in a folder that is then gone."""
    with tempfile.TemporaryDirectory(prefix="netra-eval-") as scratch:
        settings = Settings(data=Path(scratch) / "data", store="embedded")
        ingest([articles], open_folder(settings.data), settings)
        return stored_articles(settings.data)


def stored_articles(data: Path) -> list[Row]:
    """The export rows of all articles of a data folder's embedded store."""
    with store_of(read_folder(data), Settings(data=data, store="embedded")) as store:
        return [json.loads(json.dumps(article_row(coded))) for coded in store.articles()]


def by_gold_key(gold: dict[str, Row], rows: list[Row]) -> dict[str, Row]:
    """The rows by the key that gold has for them: the id given at ingest, else the address."""
    keys = {canonical_url(str(row["url"]), None): key for key, row in gold.items() if row.get("url")}
    return {str(row["id"]) if row["id"] in gold else keys.get(row["url"], str(row["id"])): row for row in rows}
