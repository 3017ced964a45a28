"""Excerpts: what is proven is shown, the rest is left to the source."""

from __future__ import annotations

from extraction.model import ArticleVersion, CodedArticle, Span
from search_ui.i18n import Words
from search_ui.show.excerpt import SHARE, evidence_of, joined, sentence_at, shown_spans
from search_ui.show.marks import anchor, ends_with_gap, passages, title_pieces
from search_ui.show.mask import Mask
from tests.index.world import article

FILLER = " ".join(f"Kalimat pengisi nomor {n} tidak memuat apa pun." for n in range(40))
PROOF = "Bawaslu Kabupaten Rekaan menerima laporan."


def long_article() -> CodedArticle:
    event = {"type": "laporan", "sentence": PROOF, "region": "33.16", "status": "dugaan", "accused": ["enam lurah"]}
    return article("panjang", title="Judul rekaan", text=f"{FILLER}\n{PROOF} {FILLER}", events=[event], people=[])


def test_the_evidence_is_always_shown_and_the_rest_is_left_out() -> None:
    coded = long_article()
    shown = shown_spans(coded)
    assert any(span.of(coded.version.whole) == PROOF for span in shown)
    assert sum(s.end - s.start for s in shown) <= SHARE * len(coded.version.text)
    assert ends_with_gap(coded)


def test_an_irrelevant_article_shows_nothing() -> None:
    assert shown_spans(article("panen-raya", relevant=False)) == []


def test_passages_hold_the_text_with_its_gaps_and_numbers(say: Words) -> None:
    coded = long_article()
    found = passages(coded, say, Mask())
    proof = next(p for p in found if p.events)
    assert ("".join(piece.text for piece in proof.pieces), proof.events, proof.gap) == (PROOF, [1], True)


def test_pieces_lose_no_letter(say: Words) -> None:
    for name in ("lapor-camat", "camat-bebas", "lurah-disanksi"):
        coded = article(name)
        for span, passage in zip(shown_spans(coded), passages(coded, say, Mask()), strict=True):
            assert "".join(piece.text for piece in passage.pieces) == span.of(coded.version.whole)
        assert "".join(piece.text for piece in title_pieces(coded, say, Mask())) == coded.version.title


def test_masked_pieces_show_initials_and_are_marked_as_such(say: Words) -> None:
    coded = article("lapor-camat")
    pieces = [piece for p in passages(coded, say, Mask([("Darmaji Sutopo", "D.S.")])) for piece in p.pieces]
    assert "Darmaji" not in "".join(piece.text for piece in pieces)
    assert [piece.kind for piece in pieces if piece.text == "D.S."] == ["inisial"]


def test_every_evidence_sentence_has_its_anchor(say: Words) -> None:
    coded = article("lapor-camat")
    anchors = {a for p in passages(coded, say, Mask()) for piece in p.pieces for a in piece.anchors}
    assert anchors >= {anchor(span) for span in evidence_of(coded)}


def test_sentences_end_at_marks_before_blanks(say: Words) -> None:
    version: ArticleVersion = article("x", title="Judul", text="Satu 1.200 orang hadir. Dua pulang!\nTiga.").version
    at = version.whole.index("Dua")
    assert sentence_at(version, Span(at, at + 3)).of(version.whole) == "Dua pulang!"
    assert sentence_at(version, Span(6, 7)).of(version.whole) == "Satu 1.200 orang hadir."


def test_spans_that_touch_are_one() -> None:
    assert joined([Span(5, 9), Span(0, 3), Span(3, 5), Span(12, 13)]) == [Span(0, 9), Span(12, 13)]
    assert joined([]) == []
