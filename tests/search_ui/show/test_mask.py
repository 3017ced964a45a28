"""Accused people without public office are shown by initials, however their name is printed and marked."""

from __future__ import annotations

from index.store import PersonProfile, SnippetPiece
from search_ui.show.mask import Mask, mask_of
from tests.index.world import article

MASK = Mask([("Darmaji Sutopo", "D.S."), ("Sutopo", "D.S.")])


def test_names_are_replaced_in_any_case_and_over_line_breaks() -> None:
    assert MASK.text("Camat Darmaji\nSutopo hadir. DARMAJI SUTOPO diam; Sutopo pergi.") == "Camat D.S. hadir. D.S. diam; D.S. pergi."


def test_parts_of_other_words_stay() -> None:
    assert MASK.text("Sutopowati dan Kampung Sutopoan") == "Sutopowati dan Kampung Sutopoan"


def test_a_name_that_runs_over_marked_pieces_is_hidden_whole() -> None:
    pieces = [SnippetPiece("kata Darmaji "), SnippetPiece("Sutopo", hit=True), SnippetPiece(", camat itu")]
    masked = MASK.pieces(pieces)
    assert "".join(piece.text for piece in masked) == "kata D.S., camat itu"
    assert MASK.pieces([SnippetPiece("tanpa nama", hit=True)]) == [SnippetPiece("tanpa nama", hit=True)]


def test_any_value_is_masked_but_addresses_lead_on() -> None:
    row = {"accused": ["Darmaji Sutopo"], "n": 3, "url": "https://sinar.example/darmaji-sutopo", "in": {"x": ("Sutopo", None)}}
    assert MASK.value(row) == {"accused": ["D.S."], "n": 3, "url": row["url"], "in": {"x": ["D.S.", None]}}


def test_names_with_signs_of_patterns_are_taken_literally() -> None:
    hostile = Mask([("A.*(b)+ [c", "A.B."), ("x" * 3, "X.")])
    assert hostile.text("kata A.*(b)+ [c lalu aaaa") == "kata A.B. lalu aaaa"


def test_an_empty_mask_changes_nothing() -> None:
    assert Mask().text("Darmaji Sutopo") == "Darmaji Sutopo"
    assert Mask([("Al", "A.")]).text("Al datang") == "Al datang"


def test_only_whom_profiles_hide_is_hidden() -> None:
    coded = article("lapor-camat")
    ids = [coded.article.id]
    accused = PersonProfile("a", "Darmaji Sutopo", "D.S.", [], public_office=False, accused=True, articles=ids, history=[])
    officer = PersonProfile("b", "Lestari Wulandari", "Lestari Wulandari", [], public_office=True, accused=False, articles=ids, history=[])
    masked = mask_of([accused, officer], [coded]).text(coded.version.whole)
    assert "Darmaji" not in masked and "D.S." in masked and "Lestari Wulandari" in masked
