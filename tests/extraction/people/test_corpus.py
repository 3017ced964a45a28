"""Invented sentences (invented persons, real regions) in the many shapes of news print, read by the real chain up to persons.

`shapes.csv`: a text and the officials that it names, in any order; none where the column is empty.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from extraction.agencies import read_agencies
from extraction.people import read_people, read_quotes
from extraction.places import read_places
from tests.extraction.people.build import reading

ROWS = list(csv.DictReader((Path(__file__).parent / "shapes.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:40] for row in ROWS])
def test_officials_of_a_shape(row: dict[str, str]) -> None:
    made = reading(row["text"])
    read_places(made)
    read_agencies(made)
    read_people(made)
    read_quotes(made)
    named = sorted(person.name for person in made.people if person.official)
    assert named == sorted(name for name in row["officials"].split(";") if name)
    for person in made.people:
        assert all(0 <= span.start < span.end <= len(made.whole) for span in person.mentions)
