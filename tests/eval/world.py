"""The demo world, crawled by the real crawler into a folder of its own, as export rows."""

from __future__ import annotations

import tempfile
from pathlib import Path

from cli.commands.demo import build
from cli.commands.evaluate import stored_articles
from cli.evaluation import Row
from cli.folder import open_folder
from cli.settings import Settings


def crawl_world() -> list[Row]:
    """Crawl, archive, code and store the whole world; the newest version of each article."""
    with tempfile.TemporaryDirectory(prefix="netra-world-") as scratch:
        settings = Settings(data=Path(scratch) / "data", store="embedded")
        build(open_folder(settings.data, fiction=True), settings)
        return stored_articles(settings.data)
