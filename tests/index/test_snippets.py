"""Excerpts: the best window, matched words told apart, nothing changed in between."""

from __future__ import annotations

from index.query import parse_query
from index.regions import codes_named
from index.snippets import Marker, snippet
from tests.index.world import article

FILLER = " ".join(f"kata{i}" for i in range(100))


def pieces(query: str, text: str) -> list[tuple[str, bool]]:
    coded = article("kutipan", title="Judul", text=text)
    return [(piece.text, piece.hit) for piece in snippet(coded, Marker(parse_query(query, codes_named)))]


def hits(query: str, text: str) -> list[str]:
    return [text for text, hit in pieces(query, text) if hit]


def test_the_window_lies_where_most_different_words_match() -> None:
    text = f"Camat datang. {FILLER} Camat melanggar netralitas. {FILLER} Camat pulang, camat tidur."
    shown = pieces("camat pelanggaran netralitas", text)
    assert [word for word, hit in shown if hit] == ["Camat", "melanggar", "netralitas"]
    assert shown[0][0].startswith("… ") and shown[-1][0].endswith(" …")


def test_the_pieces_are_the_text_itself() -> None:
    text = "Camat <b>melanggar</b>\nnetralitas & lari."
    shown = pieces("melanggar", text)
    assert "".join(word for word, _ in shown) == text.replace("\n", " ")
    assert [word for word, hit in shown if hit] == ["melanggar"]


def test_phrases_prefixes_and_words_near_each_other_are_marked() -> None:
    assert hits('"aparatur sipil"', "Aparatur negara, aparatur sipil.") == ["aparatur", "sipil"]
    assert hits("netral*", "Netralitas dan kenetralan, netral.") == ["Netralitas", "netral"]
    assert hits('"camat kampanye"~5', "Camat itu ikut kampanye.") == ["Camat", "kampanye"]
    assert hits("ASN", "Aparatur Sipil Negara (ASN)") == ["Aparatur", "Sipil", "Negara", "ASN"]


def test_what_is_forbidden_is_never_marked() -> None:
    assert hits("camat NOT lurah", "Camat dan lurah.") == ["Camat"]


def test_without_a_match_the_evidence_is_shown() -> None:
    coded = article(
        "lurah-disanksi", text=f"{FILLER} {FILLER} Pemerintah Kota Pasuruan menjatuhkan sanksi disiplin kepada lurah Bambang Raharjo."
    )
    shown = "".join(piece.text for piece in snippet(coded, Marker(parse_query("", codes_named))))
    assert shown == "… Pemerintah Kota Pasuruan menjatuhkan sanksi disiplin kepada lurah Bambang Raharjo."


def test_a_text_without_words_has_no_excerpt() -> None:
    assert pieces("camat", "…") == []
