"""Features of invented clauses."""

from __future__ import annotations

import pytest

from extraction.clauses.features import LONGEST, features_of, kind_of, stem


@pytest.mark.parametrize(
    ("word", "bare"),
    [("melaporkan", "lapor"), ("dilaporkan", "lapor"), ("membantah", "bantah"), ("dibantah", "bantah"), ("kades", "kades")],
)
def test_forms_of_one_word_meet(word: str, bare: str) -> None:
    assert stem(word) == bare


@pytest.mark.parametrize(("word", "kind"), [("panwascam", "SUP"), ("kasn", "COM"), ("belum", "NEG"), ("bakal", "FUT"), ("jalan", None)])
def test_kinds_of_actor_and_modality(word: str, kind: str | None) -> None:
    assert kind_of(word) == kind


def test_names_and_numbers_are_masked() -> None:
    first = features_of("Bawaslu memeriksa Wuryanto Pakubadi pada 14 Oktober.")
    second = features_of("Bawaslu memeriksa Sarimin pada 15 Oktober.")
    assert first == second
    assert not any("wuryanto" in one for one in first)


def test_who_stands_before_and_behind_a_verb() -> None:
    found = features_of("Warga melapor ke Bawaslu")
    assert {"k=CIT>lapor", "r=lapor>SUP"} <= set(found)


def test_headlines_are_told_from_sentences() -> None:
    assert "caps" in features_of("Camat Dilaporkan ke Bawaslu")
    assert "caps" not in features_of("Seorang camat dilaporkan warga ke Bawaslu kemarin sore.")


@pytest.mark.parametrize("text", ["", "   ", "…"])
def test_nothing_to_read_gives_the_bias(text: str) -> None:
    assert "bias" in features_of(text)


def test_a_long_list_is_cut() -> None:
    assert features_of("kata " * LONGEST) == features_of("kata " * (LONGEST * 10))
