"""Titles before a name (codebook 8)."""

from __future__ import annotations

import pytest

from extraction.people.text import Text
from extraction.people.titles import read_titles
from tests.extraction.people.build import reading


@pytest.mark.parametrize(
    ("text", "after", "degrees"),
    [
        ("AKBP Joko", 1, ["AKBP"]),
        ("Irjen Pol. Dr. Joko", 3, ["Irjen Pol", "Dr"]),
        ("Letkol Inf Joko", 2, ["Letkol Inf"]),
        ("Kolonel Laut (P) Joko", 3, ["Kolonel Laut (P"]),
        ("Brigjen TNI (Purn) Joko", 3, ["Brigjen TNI (Purn"]),
        ("Ajun Komisaris Besar Polisi Joko", 4, ["Ajun Komisaris Besar Polisi"]),
        ("Drs. H. Joko", 2, ["Drs", "H"]),
        ("Hj.Dewi", 1, ["Hj"]),
        ("dr Puji", 1, ["dr"]),
        ("Pak Joko", 1, []),
        ("Joko Lestari", 0, []),
    ],
)
def test_titles(text: str, after: int, degrees: list[str]) -> None:
    titles = read_titles(Text(reading(text)), 0)
    assert (titles.after, titles.degrees) == (after, degrees)
    assert titles.any == (after > 0)


@pytest.mark.parametrize("text", ["Mayor hadir", "Kapten, Joko", "prof hadir", "Bang\nJoko", "Mas"])
def test_no_title_without_a_name_behind_it(text: str) -> None:
    assert read_titles(Text(reading(text)), 0).after == 0
