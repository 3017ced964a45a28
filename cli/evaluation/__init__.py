"""Scoring of coded articles against gold facts, by the codebook's sections 10 and 12."""

from __future__ import annotations

import json
from pathlib import Path

from cli.evaluation.fields import Row, score
from cli.evaluation.measures import Measure, Measures

__all__ = ["Measure", "Measures", "Row", "read_rows", "score"]


def read_rows(path: Path) -> dict[str, Row]:
    """Rows of a JSONL file by their `id` or `file`. Raises OSError or ValueError where it can't be read."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return {str(row.get("id") or row.get("file")): row for row in rows}
