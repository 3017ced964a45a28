"""Further pages of an article are told from other links."""

from __future__ import annotations

import pytest

from crawler.policy.limits import MAX_PARTS
from crawler.spiders.parts import WHOLE, further_pages

URL = "https://kabar.example/read/7/camat"


def links(*hrefs: str) -> bytes:
    return "".join(f'<a href="{href}">x</a>' for href in hrefs).encode()


@pytest.mark.parametrize(
    ("url", "hrefs", "numbers"),
    [
        (URL, ["?page=2", "?page=3"], [2, 3]),
        (URL, ["/read/7/camat/2", "/read/7/camat/3/"], [2, 3]),
        (URL + "/", ["2/", "3"], [2, 3]),
        (URL, ["?page=2", "?page=all"], [WHOLE]),
        (URL, ["/read/7/camat/all"], [WHOLE]),
        (URL + "?page=2", ["/read/7/camat", "?page=1", "?page=2", "?page=3"], [3]),
        (URL + "/2", ["/read/7/camat/2", "/read/7/camat/3"], [3]),
        ("https://kabar.example/?p=9", ["/?p=9&page=2", "/?p=8&page=2", "/2"], [2]),
        (URL, ["/read/8/lurah", "/read/8/lurah/2", "/read/8/lurah?page=2"], []),
        (URL, ["https://lain.example/read/7/camat/2", "http://[::1"], []),
        (URL, ["?page=99999999", "?page=-1", "?page=0", "?replytocom=2", "/2"], []),
        (URL, ["?page=2#komentar", "?page=2"], [2]),
    ],
)
def test_further_pages(url: str, hrefs: list[str], numbers: list[int]) -> None:
    assert list(further_pages(links(*hrefs), url)) == numbers


def test_rel_next_to_another_article_is_not_followed() -> None:
    assert further_pages(b'<link rel="next" href="/read/8/lurah">', URL) == {}


def test_their_number_is_bounded() -> None:
    assert list(further_pages(links(*(f"?page={n}" for n in range(1000))), URL)) == list(range(2, MAX_PARTS + 1))
