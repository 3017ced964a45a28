"""The many forms of one page's address are one; different pages stay apart (architecture.md, "Identity")."""

from __future__ import annotations

import pytest

from crawler.frontier import canonical, fetchable
from crawler.registry import Entry
from extraction.article import canonical_url

ENTRY = Entry(id="kabar.example", name="Kabar", domains=["kabar.example", "kabar-lama.example"], province="16", discovery=["feed /"])
DISWAY = Entry(id="warta.example", name="Warta", domains=["warta.example"], province="16", discovery=["feed /"], cms="disway")
PAGE = "https://kabar.example/2024/09/camat-ditegur"


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        PAGE + "/",
        "http://www.kabar.example/2024/09/camat-ditegur",
        "https://m.kabar.example/2024/09/camat-ditegur?m=1",
        "https://mail.kabar.example:443/2024/09/camat-ditegur",
        "https://kabar-lama.example/2024//09/camat-ditegur#komentar",
        "https://KABAR.example./2024/09/camat-ditegur/amp/",
        "https://amp.kabar.example/amp/2024/09/camat-ditegur",
        PAGE + "?amp=1",
        PAGE + "?page=2",
        PAGE + "?page=all&utm_source=fb&fbclid=x&gclid=y&UTM_Medium=z",
        PAGE + "?outputType=amp",
        PAGE + ";jsessionid=0123ABCD",
        PAGE + "?PHPSESSID=abc&ASPSESSIONIDQQ=x&cfid=1&cftoken=2",
        "https://kabar.example/../2024/09/camat%2Dditegur".replace("%2D", "-"),
    ],
)
def test_one_page_has_one_address(url: str) -> None:
    assert canonical(url, ENTRY) == PAGE


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://kabar.example/?p=1424", "https://kabar.example/?p=1424"),
        ("https://kabar.example/a?id=7&page=2", "https://kabar.example/a?id=7"),
        ("https://kabar.example/a/2", "https://kabar.example/a/2"),
        ("https://kabar.example/", "https://kabar.example/"),
        ("https://kabar.example/amp", "https://kabar.example/"),
        ("https://kabar.example/amplop-serangan", "https://kabar.example/amplop-serangan"),
        ("https://kabar.example/kafé baru", "https://kabar.example/kaf%C3%A9%20baru"),
        ("https://kabar.example/a?pages=2&spmx=1", "https://kabar.example/a?pages=2&spmx=1"),
        ("https://kabar.example/a?m=1&amp=1&z=2&a=1", "https://kabar.example/a?z=2&a=1"),
        ("https://kabar.example/baca.php?cid=7&source=3", "https://kabar.example/baca.php?cid=7&source=3"),
    ],
)
def test_what_identifies_a_page_stays(url: str, address: str) -> None:
    assert canonical(url, ENTRY) == address
    assert canonical(address, ENTRY) == address


@pytest.mark.parametrize(
    "path",
    [
        "/2024/09/camat-ditegur/",
        "/a?id=7&page=2",
        "/amp/a-b-c",
        "/a/amp/",
        "/kafé baru",
        "/a?utm_source=x&b=1",
        "//a//b/",
        "/?p=1424",
        "/A/B.html",
    ],
)
def test_the_record_knows_a_page_by_the_same_address(path: str) -> None:
    """What the frontier takes for one page, extraction does not count as two articles."""
    entry = Entry(id="example.com", name="Kabar", domains=["example.com"], province="16", discovery=["feed /"])
    forms = [f"https://example.com{path}", f"http://www.example.com{path}", f"https://m.example.com{path}#x"]
    assert len({canonical(form, entry) for form in forms}) == 1
    assert len({canonical_url(form, None) for form in forms}) == 1
    assert canonical_url(canonical(forms[0], entry), None) == canonical_url(forms[0], None)


def test_amp_pages_of_the_disway_network_stand_beside_read() -> None:
    assert canonical("https://warta.example/amp/123/camat-ditegur", DISWAY) == "https://warta.example/read/123/camat-ditegur"


def test_the_address_to_ask_for_keeps_its_form() -> None:
    assert fetchable(" http://www.kabar.example/a/?page=2&utm_id=1#x ") == "http://www.kabar.example/a/?page=2"
    assert fetchable("http://kabar.example") == "http://kabar.example/"
    assert fetchable("http://[2001:db8::1]:80/a") == "http://[2001:db8::1]/a"
    assert fetchable("http://a:b@kabar.example:8080/") == "http://a:b@kabar.example:8080/"


@pytest.mark.parametrize("url", ["", "/a", "mailto:a@b.example", "javascript:void(0)", "http://", "http://[::1", "http://a:x/"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        canonical(url, ENTRY)
