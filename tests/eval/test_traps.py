"""The trap set is whole and speaks the codebook's words."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from extraction.model import DateKind, EventType, Form, Status, Subject

TRAPS = Path(__file__).parent / "gold" / "traps"
KINDS = {
    "dateline", "outlet", "headline", "mixed", "whether", "nihil", "weekday", "regulation", "totals", "notaccused", "names", "spelling",
    "levels", "ppk", "noise",
}  # fmt: skip


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (TRAPS / f"{name}.jsonl").read_text("utf-8").splitlines()]


def test_each_trap_has_three_cases_with_gold() -> None:
    gold = rows("gold")
    assert Counter(row["trap"] for row in gold) == dict.fromkeys(KINDS, 3)
    assert [row["id"] for row in rows("articles")] == [row["id"] for row in gold]


def test_gold_uses_the_codebooks_values_and_what_is_printed() -> None:
    texts = {row["id"]: row["text"] for row in rows("articles")}
    for row in rows("gold"):
        for event in row["events"]:
            assert event["type"] in set(EventType)
            assert event["status"] is None or event["status"] in set(Status)
            assert set(event["subjects"]) <= set(Subject)
            assert set(event["violation_forms"]) <= set(Form)
        assert all(day["text"] in texts[row["id"]] and day["kind"] in set(DateKind) for day in row["dates"])
        assert all(who["name"] in texts[row["id"]] for who in row["officials"])
        assert row["relevant"] or not row["events"]
