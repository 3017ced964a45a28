"""The language gate, and foreign texts, which are taken as trafilatura gives them: the rules on lines are Indonesian."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import trafilatura
from trafilatura.settings import Document

from extraction.article import read_html
from extraction.article.language import is_foreign, language_of
from extraction.model import Source
from tests.benchmarks.cms import sources

INDONESIAN = "Bawaslu Kabupaten Rembang mengatakan bahwa laporan itu akan dikaji dalam lima hari oleh anggota yang menerimanya. " * 4
ENGLISH = "The mayor said on Monday that the road to the old harbour will be closed for repairs until the end of the month. " * 4
GERMAN = "Der Bürgermeister erklärte gestern, die Straße zum alten Hafen bleibe bis Monatsende wegen Bauarbeiten gesperrt. " * 4
CHINESE = "市長星期一表示，通往舊港口的道路將關閉維修，直到本月底。居民可以使用北面的小路，巴士也會改道。" * 20
MALAY = "Pengerusi suruhanjaya berkata, penjawat awam tidak dibenarkan berkempen untuk mana-mana parti kerana beliau mahu adil. " * 4


@pytest.mark.parametrize(
    ("text", "language", "foreign"),
    [
        (INDONESIAN, "id", False),
        (ENGLISH, "en", True),
        (GERMAN, "und", True),
        (CHINESE, "und", True),
        (MALAY, "ms", False),
        ("Rembang: Ya.", "id", False),
        ("", "id", False),
        ("Budi Contoh Sari Contoh Wahyu Contoh " * 3, "id", False),
    ],
)
def test_languages_are_told_apart(text: str, language: str, foreign: bool) -> None:
    assert (language_of(text), is_foreign(text)) == (language, foreign)


def foreign_page(language: str, lang: str = "") -> Source:
    lines = [f"<p>{language.strip()} {n}.</p>" for n in range(4)]
    related = "<p>Read also: The harbour opens again</p><p>Editor: Jane Sample</p>"
    body = f"<html lang='{lang}'><head><title>Harbour road closed for repairs</title><meta property='og:type' content='article'></head>"
    body += f"<body><article><h1>Harbour road closed for repairs</h1>{''.join(lines)}{related}</article></body></html>"
    return Source(body.encode(), "text/html", "harbour", datetime(2025, 1, 1, tzinfo=UTC), url="https://harbour.example/2024/road/")


@pytest.mark.parametrize("text", [ENGLISH, GERMAN])
def test_a_foreign_text_is_trafilaturas_own(text: str) -> None:
    source = foreign_page(text)
    document = trafilatura.bare_extraction(source.body.decode(), favor_precision=True, include_comments=False)
    assert isinstance(document, Document)
    read = read_html(source)
    assert (read.choice, read.refused) == ("foreign", None)
    assert read.text == document.text
    assert read.title == "Harbour road closed for repairs"


def test_a_page_that_calls_itself_indonesian_is_read_by_the_rules() -> None:
    read = read_html(foreign_page(ENGLISH, "id-ID"))
    assert read.choice != "foreign" and "Editor" not in read.text and read.editor == "Jane Sample"


def test_indonesian_pages_are_not_foreign() -> None:
    assert {read_html(source).choice for source in sources(4)} == {"container"}
