"""HTML pages: text, metadata, refusals."""

from __future__ import annotations

import json
import random

import pytest

from extraction.article import read_html
from extraction.model import Source
from tests.extraction.article.pages import BODY, FETCHED, LEAD, RELATED, TEXT, TITLE, URL, page, paragraphs, read


def article(content: str) -> str:
    return f"<article><h1>{TITLE}</h1><div class='content'>{content}</div></article>"


def test_text_title_and_nothing_else() -> None:
    found = read(page(article(paragraphs())))
    assert found.refused is None
    assert (found.title, found.text) == (TITLE, TEXT)


@pytest.mark.parametrize(
    "junk",
    [
        "<p><strong>Baca Juga: <a href='/x'>Harga Cabai Naik Jelang Lebaran</a></strong></p>",
        "<p><a href='/x'>Harga Cabai Naik Jelang Lebaran</a></p>",
        "<div class='related-post'><span>Lihat</span><a href='/x'>Harga Cabai Naik</a></div>",
        f"<ul>{RELATED}</ul>",
        "<h2>Jangan Lewatkan</h2><a href='/x'>'Harga' Cabai Naik Jelang Lebaran</a><br>",
        "<div class='share-buttons'>Bagikan artikel ini ke teman</div>",
        "<p>ADVERTISEMENT</p>",
        "<script>var x = 'Kalimat panjang dalam skrip yang bukan isi berita.';</script>",
        "<p style='display:none'>Teks tersembunyi yang tidak pernah dilihat pembaca halaman.</p>",
        "<p>Ikuti saluran WhatsApp kami untuk berita terbaru.</p>",
    ],
)
def test_junk_inside_the_article_is_cut(junk: str) -> None:
    assert read(page(article(paragraphs(junk)))).text == TEXT


@pytest.mark.parametrize(
    "caption",
    [
        "<figure><img src='a.jpg'><figcaption>Darto Wiyono di kantornya</figcaption></figure>",
        "<div class='wp-caption'><img src='a.jpg'><p class='wp-caption-text'>Darto Wiyono di kantornya</p></div>",
        "<p>Darto Wiyono di kantornya (Foto: Kabarkita/Sarno)</p>",
    ],
)
def test_captions_stand_apart(caption: str) -> None:
    found = read(page(article(paragraphs(caption))))
    assert found.text == TEXT
    assert any("Darto Wiyono di kantornya" in c for c in found.captions)


def test_lead_in_bare_text_beside_the_paragraphs_is_rescued() -> None:
    content = f"<h1>{TITLE}</h1><div class='isi'>{LEAD}<br><br><div>{'<br><br>'.join(BODY)}</div></div>"
    assert read(page(content)).text == TEXT


def test_paragraphs_parted_by_line_breaks() -> None:
    assert read(page(article("<br><br>".join([LEAD, *BODY])))).text == TEXT


def test_headings_inside_stay_but_an_echo_of_the_description_goes() -> None:
    deck = "Pengawasan dilakukan sampai ke tingkat kecamatan oleh para panwascam bersama pengawas"
    head = f"<meta property='og:description' content='{deck} desa'>"
    found = read(page(article(paragraphs("<h2>Tiga Laporan Netralitas Diterima Bawaslu</h2>", f"<h4>{deck} desa.</h4>")), head=head))
    assert "Tiga Laporan Netralitas Diterima Bawaslu" in found.text
    assert deck not in found.text


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} - Kabarkita.id",
        f"{TITLE} | Kabarkita.id",
        f"Kabarkita.id: {TITLE}",
        f"{TITLE} - Politik :: Kabarkita.id",
        f"{TITLE} » kabarkita.id",
    ],
)
def test_site_name_leaves_the_title(title: str) -> None:
    content = f"<div class='content'>{paragraphs()}</div>"
    assert read(page(content, title=title)).title == TITLE


def test_heading_of_the_channel_is_no_title() -> None:
    assert read(page(f"<h1>Kabar Politik Daerah</h1><h2>{TITLE}</h2><div>{paragraphs()}</div>")).title == TITLE


class TestAuthors:
    @pytest.mark.parametrize(
        "byline",
        [
            "<p>Penulis: Sarno Hadi</p>",
            "<div class='author'>Sarno Hadi - kabarkita</div>",
            "<span class='read__info__author'>Sarno Hadi</span>",
            "<a rel='author' href='/sarno'>Sarno Hadi</a>",
            "<table><tr><td>Penulis</td><td>: Sarno Hadi</td></tr></table>",
        ],
    )
    def test_printed(self, byline: str) -> None:
        found = read(page(article(paragraphs()) + byline))
        assert found.authors == ["Sarno Hadi"]
        assert "Sarno" not in found.text

    def test_structured_data(self) -> None:
        data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "author": {"@type": "Person", "name": "Sarno Hadi"}})
        assert read(page(article(paragraphs()), head=f"<script type='application/ld+json'>{data}</script>")).authors == ["Sarno Hadi"]

    @pytest.mark.parametrize(
        "name", ["Redaksi", "Kabarkita.id", "Admin", "Humas Bawaslu", "kabarkitadotcom", "https://facebook.com/kabarkita"]
    )
    def test_organisations_are_refused(self, name: str) -> None:
        assert read(page(article(paragraphs()), head=f"<meta name='author' content='{name}'>")).authors == []

    def test_editor_is_no_author(self) -> None:
        found = read(page(article(paragraphs("<p>Editor : <a class='author'>Wulan Sari</a></p>", at=5))))
        assert (found.authors, found.editor) == ([], "Wulan Sari")


class TestTimes:
    @pytest.mark.parametrize(
        ("label", "printed", "zone", "iso"),
        [
            ("2024-11-04T10:15:00+07:00", "", "WIB", "2024-11-04T10:15:00+07:00"),
            ("2024-11-04T03:15:00Z", "", "WIB", "2024-11-04T10:15:00+07:00"),
            ("2024-11-04T10:15:00Z", "Senin, 4 November 2024 10:15 WIB", "WIB", "2024-11-04T10:15:00+07:00"),
            ("2024-11-04T10:15:00+00:00", "Senin, 4 November 2024 10:15 WITA", "WIB", "2024-11-04T10:15:00+08:00"),
            ("2024-11-04 10:15:00", "", "WITA", "2024-11-04T10:15:00+08:00"),
            ("2024-11-04", "Senin, 4 November 2024 10:15", "WIT", "2024-11-04T10:15:00+09:00"),
        ],
    )
    def test_zones(self, label: str, printed: str, zone: str, iso: str) -> None:
        content = f"<article><h1>{TITLE}</h1><div>{printed}</div><div>{paragraphs()}</div></article>"
        found = read(page(content, head=f"<meta property='article:published_time' content='{label}'>"), zone=zone)
        assert (found.published, found.published_source) == (iso, "page")

    def test_printed_line_alone(self) -> None:
        found = read(page(f"<h1>{TITLE}</h1><span>Senin, 04/11/2024 10:15 WIB</span><div>{paragraphs()}</div>"))
        assert found.published == "2024-11-04T10:15:00+07:00"
        assert "10:15" not in found.text

    def test_address_alone(self) -> None:
        found = read(page(article(paragraphs())), url="https://kabarkita.id/2024/11/05/bawaslu-ingatkan-asn")
        assert (found.published, found.published_source) == ("2024-11-05", "url")

    def test_modified_is_never_before_publication(self) -> None:
        stamps = (
            "<meta property='article:published_time' content='2024-11-04T10:00:00+07:00'>"
            "<meta property='article:modified_time' content='{}'>"
        )
        assert read(page(article(paragraphs()), head=stamps.format("2024-11-05T09:00:00+07:00"))).modified == "2024-11-05T09:00:00+07:00"
        assert read(page(article(paragraphs()), head=stamps.format("2020-01-01T09:00:00+07:00"))).modified is None


class TestRefusals:
    @pytest.mark.parametrize(
        ("body", "reason"),
        [
            (b"", "bukan HTML yang terbaca"),
            (b"\x00\x01\x02\xff\xfe", "bukan HTML yang terbaca"),
            (
                b"<html><title>Just a moment...</title><body>Enable JavaScript and cookies to continue</body></html>",
                "halaman pemeriksaan bot",
            ),
            (b"<html><head><title>x</title><script>window._cf_chl_opt={}</script></head><body></body></html>", "halaman pemeriksaan bot"),
            (b"<html><body>" + b"<p>a</p>" * 61_000 + b"</body></html>", "halaman lebih dari 60000 elemen"),
            (b"x" * 8_000_001, "halaman lebih dari 8 MB"),
        ],
    )
    def test_reasons(self, body: bytes, reason: str) -> None:
        found = read(body)
        assert (found.refused, found.text) == (reason, "")

    def test_index_page(self) -> None:
        html = f"<html><head><title>Kabarkita.id - Berita Terbaru Hari Ini</title></head><body><ul>{RELATED * 12}</ul></body></html>"
        assert read(html, url="https://kabarkita.id/").refused is not None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    html = page(article(paragraphs())).replace("charset='utf-8'", f"charset='{encoding}'")
    assert read(html.encode(encoding)).text == TEXT


def test_nul_bytes_do_not_end_the_page() -> None:
    html = page(article(paragraphs())).replace("Darto Wiyono", "Dar\x00to Wiyono")
    assert read(html).text == TEXT


def test_canonical_and_next_page() -> None:
    head = f"<link rel='canonical' href='{URL}'><link rel='next' href='/read/124/berita-berikutnya'>"
    found = read(page(article(paragraphs()), head=head))
    assert (found.canonical, found.next_page) == (URL, None)
    more = read(page(article(paragraphs()) + f"<a href='{URL}?page=2'>2</a><a href='?page=3'>3</a>", head=head))
    assert more.next_page == f"{URL}?page=2"
    every = read(page(article(paragraphs()) + f"<a href='{URL}?page=2'>2</a><a href='{URL}?page=all'>Semua</a>", head=head))
    assert every.next_page == f"{URL}?page=all"


def test_mutated_pages_never_crash() -> None:
    """Bytes cut, doubled and changed at random; the seed is fixed, so a failure comes back."""
    chance = random.Random(7)
    whole = page(article(paragraphs())).encode()
    for _ in range(60):
        body = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            start = chance.randrange(len(body))
            piece = bytes(body[start : start + chance.randint(1, 80)])
            body[start : start + len(piece)] = chance.choice([b"", piece * 3, b"<div><table>", b"\xff\xfe", b"</", b"<!--", b"&#0;", b'"'])
        found = read_html(Source(bytes(body), "text/html", "uji.html", FETCHED, url=URL))
        assert found.refused is not None or found.text


def test_broken_addresses_are_passed_over() -> None:
    head = "<link rel='canonical' href='http://['><link rel='next' href='http://[::1'>"
    found = read(page(article(paragraphs()), head=head), url="http://[::1")
    assert (found.text, found.canonical, found.next_page) == (TEXT, None, None)


def test_odd_structured_data_says_nothing() -> None:
    odd = [
        '[[[{"@type":"NewsArticle"}]]]',
        '{"@type":"NewsArticle","author":{"name":null},"headline":{"a":1},"publisher":"x","datePublished":{"x":1}}',
        "{",
        "null",
    ]
    head = "".join(f"<script type='application/ld+json'>{data}</script>" for data in odd)
    stamp = "<meta property='article:published_time' content='9999-99-99T99:99:99+99:99'>"
    found = read(page(article(paragraphs()), head=head + stamp))
    assert (found.title, found.text, found.authors, found.published) == (TITLE, TEXT, [], None)


def test_deep_nesting_is_no_recursion_error() -> None:
    deep = "<div>" * 3000 + LEAD + "</div>" * 3000
    found = read(page(deep + article(paragraphs())))
    assert found.refused is not None or LEAD in found.text
