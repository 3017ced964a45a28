"""Article text and metadata on real pages beside the checkout, with floors that only rise and hold for one gold."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from extraction.article import read_html
from extraction.model import Source

FLOORS = tomllib.loads((Path(__file__).parent / "pages.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    """The given scorer of pages, loaded from its file."""
    path = shared / "tools" / "score_pages.py"
    spec = importlib.util.spec_from_file_location("score_pages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_pages"] = module
    spec.loader.exec_module(module)
    return module


def test_pages_reach_their_floors(shared: Path, scorer: ModuleType) -> None:
    gold_file = shared / "pages" / "gold.jsonl"
    assert hashlib.sha256(gold_file.read_bytes()).hexdigest() == FLOORS["gold"], (
        "the gold changed: measure anew, set hash and floors together"
    )
    gold = [json.loads(line) for line in gold_file.read_text("utf-8").splitlines()]
    rows = []
    for page in gold:
        body = (shared / "pages" / page["file"]).read_bytes()
        found = read_html(Source(body, "text/html", page["name"], datetime(2026, 1, 1, tzinfo=UTC), url=page["url"]))
        coded = {"name": page["name"], "text": found.text, "title": found.title, "published": found.published, "authors": found.authors}
        rows.append(scorer.score(page, coded))
    hit, extra, missed = (sum(getattr(row, name) for row in rows) for name in ("hit", "extra", "missed"))
    assert 2 * hit / (2 * hit + extra + missed) >= FLOORS["text_f1"]
    assert min(row.f1 for row in rows if row.article) >= FLOORS["text_f1_worst"]
    assert sum(row.junk_left for row in rows) <= FLOORS["junk_left"]
    for name in ("first8", "title", "date", "authors_found"):
        assert sum(getattr(row, name) for row in rows) >= FLOORS[name], name
    assert sum(row.authors_wrong for row in rows) <= FLOORS["authors_wrong"]


def test_pages_that_are_no_articles_are_refused(shared: Path) -> None:
    files = [*(shared / "pages" / "html").glob("*-index.html"), *(shared / "pages" / "html").glob("*challenge*.html")]
    assert files
    for file in files:
        found = read_html(Source(file.read_bytes(), "text/html", file.stem, datetime(2026, 1, 1, tzinfo=UTC)))
        assert found.refused is not None, file.name
