"""Nobody is proven or cleared on the word of complainants, candidates, lawyers, scholars or the accused (codebook 4, 12.7)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extraction.model import Status
from tests.extraction.events.helper import case, events

DATA = Path(__file__).parent / "claims" / "others.toml"
ABOVE = {Status.TERBUKTI, Status.SANKSI, Status.TIDAK_TERBUKTI}


def sentences() -> list[str]:
    table: dict[str, list[str]] = tomllib.loads(DATA.read_text("utf-8"))
    return [sentence for told in table.values() for sentence in told]


@pytest.mark.parametrize("sentence", sentences())
def test_word_of_others_finds_nothing(sentence: str) -> None:
    assert not [e for e in events(case(sentence)) if e.status in ABOVE]
