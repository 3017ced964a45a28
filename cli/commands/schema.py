"""Mencetak JSON Schema catatan Netra (artikel terkode dan semua bagiannya)."""

from __future__ import annotations

import argparse
import json

import msgspec

from cli.exits import Exit
from cli.settings import Settings
from extraction import model

RECORDS = {"article": model.CodedArticle, "event": model.Event, "review": model.Review}


def configure(parser: argparse.ArgumentParser) -> None:
    """Which record."""
    parser.add_argument("record", nargs="?", choices=sorted(RECORDS), default="article", help="catatan yang skemanya dicetak")


def run(options: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001
    """Print the schema."""
    print(json.dumps(msgspec.json.schema(RECORDS[options.record]), ensure_ascii=False, indent=2))
    return Exit.OK
