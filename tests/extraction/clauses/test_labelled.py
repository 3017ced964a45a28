"""The training clauses as data: their number, their labels, and that they are filled."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from extraction.clauses import labelled
from extraction.clauses.labelled import HAPPENED, clauses, filled, frames, lower_words, slots
from extraction.model import EventType, Status


def test_there_are_as_many_frames_and_clauses_as_the_card_says() -> None:
    texts = [one.text for one in frames()]
    assert len(texts) == 1433
    made = clauses()
    assert len(made) >= 3000
    assert len({one.text for one in made}) >= 0.99 * len(made)


def test_hard_negatives_name_no_type() -> None:
    modes = Counter(one.mode for one in frames())
    assert set(modes) == labelled.MODES
    assert sum(count for mode, count in modes.items() if mode != HAPPENED) >= 400
    assert all(not one.types for one in frames() if one.mode != HAPPENED)


def test_every_type_has_frames_of_its_own() -> None:
    told = Counter(kind for one in frames() for kind in one.types)
    assert set(told) == set(EventType)


def test_status_is_one_of_the_codebook() -> None:
    assert {one.status for one in frames()} <= {"-", *(status.value for status in Status)}


def test_no_clause_keeps_a_slot_or_a_choice() -> None:
    assert not [one.text for one in clauses() if "{" in one.text or "|" in one.text]


def test_choices_and_slots_inside_slots() -> None:
    words = {"O": ["lurah {N}"], "N": ["Sarimin"]}
    assert filled("[Ini|Ini] {O}", random.Random(1), words) == "Ini lurah Sarimin"


def test_an_unknown_slot_is_an_error() -> None:
    with pytest.raises(KeyError):
        filled("{Q}", random.Random(1), slots())


def test_lower_words_hold_no_names() -> None:
    known = lower_words()
    assert "dilaporkan" in known
    assert not known & {"sarimin", "wiryo", "handoko"}
