"""The identity of an address."""

from __future__ import annotations

import pytest

from extraction.article import canonical_url
from extraction.article.canonical import is_front, names_index, page_number, same_article


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://kabarkita.id/?p=1424", "https://kabarkita.id/?p=1424"),
        ("http://www.kabarkita.id/a-b?utm_source=x&utm_medium=y&fbclid=1#isi", "https://kabarkita.id/a-b"),
        ("https://m.kabarkita.id/a-b/?page=all", "https://kabarkita.id/a-b"),
        ("https://mail.kabarkita.id/a-b?page=2", "https://kabarkita.id/a-b"),
        ("https://amp.kabarkita.co.id/read/a-b", "https://kabarkita.co.id/read/a-b"),
        ("https://jatim.kabarkita.id/amp/read/a-b", "https://jatim.kabarkita.id/read/a-b"),
        ("https://kabarkita.id/a-b/amp/", "https://kabarkita.id/a-b"),
        ("https://kabarkita.id/a-b/?amp=1", "https://kabarkita.id/a-b"),
        ("https://kabarkita.id:443/a-b", "https://kabarkita.id/a-b"),
        ("https://kabarkita.id/berita.php?kode=77&page=3", "https://kabarkita.id/berita.php?kode=77"),
        ("https://kota.disway.id/amp/3598/asn-diminta-netral/15", "https://kota.disway.id/read/3598/asn-diminta-netral"),
        ("https://web.archive.org/web/20220721150811/https://www.kabarkita.id/a-b", "https://kabarkita.id/a-b"),
        ("http://127.0.0.1:8123/a/x.html?utm_source=1", "http://127.0.0.1:8123/a/x.html"),
    ],
)
def test_what_does_not_change_the_article_leaves_the_address(url: str, canonical: str) -> None:
    assert canonical_url(url, None) == canonical
    assert canonical_url(canonical, None) == canonical


@pytest.mark.parametrize("url", [None, "", "ftp://kabarkita.id/a", "javascript:void(0)", "http://[::1", "https://", "x" * 3000])
def test_no_web_address_has_no_identity(url: str | None) -> None:
    assert canonical_url(url, None) is None


def test_declared_address_counts_only_on_the_same_site() -> None:
    own = "https://kabarkita.id/?p=12"
    assert canonical_url(own, "https://www.kabarkita.id/berita/asn-netral/") == "https://kabarkita.id/berita/asn-netral"
    assert canonical_url(own, "https://lain.id/berita/asn-netral") == own
    assert canonical_url("https://satu.blogspot.com/a.html", "https://dua.blogspot.com/b.html") == "https://satu.blogspot.com/a.html"


def test_declared_front_page_of_a_deeper_address_is_refused() -> None:
    assert canonical_url("https://kabarkita.id/2024/a.html", "https://kabarkita.id/") == "https://kabarkita.id/2024/a.html"
    assert canonical_url(None, "https://kabarkita.id/") is None


def test_relative_declaration() -> None:
    assert canonical_url("https://kabarkita.id/x?p=1", "/berita/a-b") == "https://kabarkita.id/berita/a-b"


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://k.id/a-b", 1),
        ("https://k.id/a-b?page=3", 3),
        ("https://k.id/a-b?page=all", 0),
        ("https://k.id/a-b/2", 2),
        ("https://k.id/a-b/page/4", 4),
    ],
)
def test_page_numbers(url: str, number: int) -> None:
    assert page_number(url) == number


def test_pages_of_one_article() -> None:
    assert same_article("https://k.id/a-b", "https://k.id/a-b?page=2")
    assert same_article("https://k.id/a-b/2", "https://k.id/a-b/3")
    assert not same_article("https://k.id/a-b", "https://k.id/c-d")
    assert not same_article("https://k.id/?p=1", "https://k.id/?p=2")


@pytest.mark.parametrize(
    ("url", "index"),
    [
        ("https://k.id/", False),
        ("https://k.id/category/politik/", True),
        ("https://k.id/tag/asn/page/3", True),
        ("https://k.id/indeks", True),
        ("https://k.id/?p=12", False),
        ("https://k.id/category/politik/bawaslu-ingatkan-asn", False),
        ("https://k.id/read/12/asn", False),
        (None, False),
    ],
)
def test_addresses_of_lists(url: str | None, index: bool) -> None:
    assert names_index(url) is index


def test_front_page() -> None:
    assert is_front("https://k.id")
    assert is_front("https://www.k.id/?utm_source=x#isi")
    assert not is_front("https://k.id/?p=3")  # a query may name an article
    assert not is_front("https://k.id/a-b")
    assert not is_front(None)
