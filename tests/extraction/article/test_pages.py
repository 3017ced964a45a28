"""Several pages of one article become one."""

from __future__ import annotations

import pytest

from extraction.article import join_pages
from extraction.model import ArticleText


def test_paragraphs_once_each_metadata_of_the_first() -> None:
    first = ArticleText("Satu.\nDua.", title="Judul", authors=["Sarno Hadi"], next_page="u?page=2", confidence=1.0)
    second = ArticleText("Dua.\nTiga.", title="Judul", authors=["Wulan Sari"], captions=["Foto"], editor="Darto", confidence=0.5)
    joined = join_pages([first, second])
    assert joined.text == "Satu.\nDua.\nTiga."
    assert (joined.title, joined.authors, joined.captions, joined.editor) == ("Judul", ["Sarno Hadi", "Wulan Sari"], ["Foto"], "Darto")
    assert (joined.next_page, joined.confidence) == (None, 0.5)


def test_refused_pages_add_nothing() -> None:
    good, bad = ArticleText("Satu."), ArticleText("", refused="halaman galat")
    assert join_pages([bad, good]).text == "Satu."
    assert join_pages([bad, bad]).refused == "halaman galat"


def test_no_page_at_all() -> None:
    with pytest.raises(ValueError, match="no pages"):
        join_pages([])
