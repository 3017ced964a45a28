"""Who is called proven, punished or cleared: hard sentences of many kinds, and whole stories (codebook 4, 12.7, 12.16, 12.21, 12.26)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extraction.model import Status
from index.rows import accused_rows
from tests.extraction.events.helper import case, coded

DATA = Path(__file__).parent / "claims"
ACCUSED = "Wirya Kusnadi"
ABOVE = {Status.TERBUKTI, Status.SANKSI, Status.TIDAK_TERBUKTI}


def lists(name: str) -> list[tuple[str, str]]:
    table: dict[str, list[str]] = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))
    return [(kind, sentence) for kind, sentences in table.items() for sentence in sentences]


def stories() -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = tomllib.loads((DATA / "stories.toml").read_text("utf-8"))["stories"]
    return told


def statuses_of(text: str) -> tuple[set[str], dict[str, str]]:
    """The statuses above an allegation that any event has, and each accused person's."""
    article = coded(text)
    return {e.status.value for e in article.events if e.status in ABOVE}, {row["name"]: row["status"] for row in accused_rows(article)}


@pytest.mark.parametrize(("kind", "sentence"), lists("unreal"), ids=str)
def test_nobody_is_proven_punished_or_cleared(kind: str, sentence: str) -> None:
    said, accused = statuses_of(case(sentence))
    assert (said, set(accused.values()) - {"dugaan"}) == (set(), set()), kind


@pytest.mark.parametrize(("status", "sentence"), lists("real"), ids=str)
def test_what_was_found_comes_out(status: str, sentence: str) -> None:
    said, accused = statuses_of(case(sentence))
    assert status in said
    assert accused[ACCUSED] == status


@pytest.mark.parametrize("story", stories(), ids=lambda story: str(story["kind"]))
def test_story(story: dict[str, Any]) -> None:
    said, accused = statuses_of(story["text"])
    assert accused == story["accused"]
    assert said == set(story["said"])
