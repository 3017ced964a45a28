"""The data files of this room hold together: every office has a known kind, every list is lower case, every degree is found."""

from __future__ import annotations

import pytest

from extraction.people.lexicon import (
    DATA,
    acting,
    agency_words,
    corps,
    degrees_behind,
    first_names,
    front_titles,
    grammar,
    heads,
    links_forward,
    links_initials,
    misprinted_field,
    not_names,
    office_words,
    one_degree,
    private_words,
    speech,
)

KINDS = {
    "executive",
    "village",
    "body",
    "part",
    "unit",
    "supervisor",
    "school",
    "service",
    "court",
    "police",
    "minister",
    "state",
    "post",
    "private",
}


def test_every_office_has_a_known_kind_and_a_role() -> None:
    rows = [head for group in heads().values() for head in group]
    assert {head.kind for head in rows} <= KINDS
    assert all(head.role and head.words for head in rows)
    assert len({head.words for head in rows}) == len(rows)


def test_longer_heads_come_first() -> None:
    for group in heads().values():
        lengths = [len(head.words) for head in group]
        assert lengths == sorted(lengths, reverse=True)


def test_printed_offices_and_lists_are_lower_case() -> None:
    assert all(word.islower() or not word.isalpha() for group in heads().values() for head in group for word in head.words)
    for words in (not_names(), office_words(), agency_words(), private_words(), corps(), first_names()):
        assert words
        assert all(word == word.lower() for word in words)


def test_units_of_bodies_are_their_head_s_last_word() -> None:
    for group in heads().values():
        for head in group:
            if head.unit_inside:
                assert head.words[-1] == head.unit.lower()


def test_acting_prefixes_and_links() -> None:
    assert dict(acting()["penjabat"])[("penjabat",)] == "Pj"
    assert acting()["penjabat"][0][0] == ("penjabat", "sementara")
    assert ("lainnya", "yaitu") in links_forward()
    assert ("inisial",) in links_initials()["inisial"]


def test_titles_are_of_three_kinds() -> None:
    assert {kind for rows in front_titles().values() for _, kind in rows} == {"degree", "rank", "address"}


@pytest.mark.parametrize(
    "printed", ["S.H", "SH", "S. H.", "M.Si", "MSi", "MSI", "S.Pd.I", "SPd", "S.IK", "SIK", "M.A.P", "MAP", "Ph.D", "Sp.PD"]
)
def test_degrees_with_and_without_dots(printed: str) -> None:
    assert one_degree().match(printed)
    assert degrees_behind().match(f", {printed}")


@pytest.mark.parametrize("printed", [" Menurut", " Senin", " Shinta", " mengatakan", " Sehat", " Mahmud"])
def test_words_are_no_degrees(printed: str) -> None:
    match = degrees_behind().match(printed)
    assert match is None or match.end() < len(printed)


def test_misprints_of_long_field_words_only() -> None:
    assert misprinted_field("penangann")
    assert not misprinted_field("hukmi")
    assert not misprinted_field("wibisono")


def test_speech_verbs_do_not_overlap_with_names() -> None:
    verbs = speech()
    assert not (verbs.inverted | verbs.forward) & first_names()


def test_grammar_is_lower_case() -> None:
    small = grammar()
    assert all(word == word.lower() for word in small.veto_before | small.plural_before | small.connectors | small.place_units)
    assert (DATA / "grammar.toml").is_file()
