"""robots.txt: 30 cases of RFC 9309, and of our stricter rule where it is stricter (401, 403, 429, 5xx and failures disallow)."""

from __future__ import annotations

import pytest

from crawler.policy.limits import MAX_ROBOTS_BYTES
from crawler.policy.robots import robots_of, unreachable

HOST = "https://kabar.example"
CASES = [
    # name, status, robots.txt, path, allowed
    ("empty file", 200, "", "/a", True),
    ("no rule for us", 200, "User-agent: Lain\nDisallow: /", "/a", True),
    ("all are shut out", 200, "User-agent: *\nDisallow: /", "/a", False),
    ("our group beats *", 200, "User-agent: *\nDisallow: /\n\nUser-agent: Netra\nAllow: /", "/a", True),
    ("our group shuts us out", 200, "User-agent: Netra\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
    ("names ignore case", 200, "user-agent: NETRA\ndisallow: /a", "/a", False),
    ("keys ignore case", 200, "USER-AGENT: netra\nDISALLOW: /a", "/a", False),
    ("paths do not", 200, "User-agent: *\nDisallow: /A", "/a", True),
    ("a path is a prefix", 200, "User-agent: *\nDisallow: /berita", "/beritahu/1", False),
    ("other paths stay open", 200, "User-agent: *\nDisallow: /admin", "/berita/1", True),
    ("the longest match decides", 200, "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
    ("whatever the order", 200, "User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", False),
    ("equal length: allow", 200, "User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
    ("an empty disallow opens all", 200, "User-agent: *\nDisallow:", "/a", True),
    ("* within a path", 200, "User-agent: *\nDisallow: /*/cetak", "/berita/cetak", False),
    ("$ ends a path", 200, "User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
    ("$ does not match more", 200, "User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x=1", True),
    ("queries count", 200, "User-agent: *\nDisallow: /*?s=", "/?s=netral", False),
    ("percent-encoding is equal", 200, "User-agent: *\nDisallow: /caf%C3%A9", "/caf\u00e9", False),
    ("groups of one name join", 200, "User-agent: Netra\nDisallow: /a\n\nUser-agent: Netra\nDisallow: /b", "/b", False),
    ("two names share a group", 200, "User-agent: Lain\nUser-agent: Netra\nDisallow: /a", "/a", False),
    ("comments and blanks", 200, "# halo\n\nUser-agent: *  # semua\nDisallow: /a # ini\n", "/a", False),
    ("old Macs' line ends", 200, "User-agent: *\rDisallow: /a\r", "/a", False),
    ("a byte order mark", 200, "\ufeffUser-agent: *\nDisallow: /a", "/a", False),
    ("unknown keys between", 200, "User-agent: *\nHost: x\nCrawl-delay: 3\nDisallow: /a", "/a", False),
    ("a page of HTML is no rule", 200, "<!DOCTYPE html><html>Halaman utama</html>", "/a", True),
    ("robots.txt itself", 200, "User-agent: *\nDisallow: /", "/robots.txt", True),
    ("404 opens all", 404, "User-agent: *\nDisallow: /", "/a", True),
    ("410 opens all", 410, "", "/a", True),
    ("401: stricter than the RFC", 401, "", "/a", False),
    ("403: stricter than the RFC", 403, "", "/a", False),
    ("429: stricter than the RFC", 429, "", "/a", False),
    ("500 shuts", 500, "", "/a", False),
    ("503 shuts", 503, "User-agent: *\nAllow: /", "/a", False),
]


@pytest.mark.parametrize(("status", "text", "path", "allowed"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_case(status: int, text: str, path: str, allowed: bool) -> None:
    assert robots_of(status, text.encode()).allows(HOST + path) == allowed


def test_there_are_at_least_thirty() -> None:
    assert len(CASES) >= 30


def test_what_can_not_be_reached_is_shut() -> None:
    robots = unreachable("ConnectionRefusedError")
    assert not robots.allows(f"{HOST}/a") and "ConnectionRefusedError" in robots.reason


def test_of_a_long_file_the_whole_lines_within_the_limit_count() -> None:
    filler = b"# x\n" * (MAX_ROBOTS_BYTES // 4 - 10)
    body = b"User-agent: *\nDisallow: /awal\n" + filler + b"Disallow: /akhir-yang-terpotong-di-tengah\n" * 3
    assert len(body) > MAX_ROBOTS_BYTES
    robots = robots_of(200, body)
    assert not robots.allows(f"{HOST}/awal")
    assert robots.allows(f"{HOST}/akhir")


@pytest.mark.parametrize(
    ("line", "delay"),
    [
        ("", None), ("Crawl-delay: 20", 20.0), ("Crawl-delay: 0.5", 0.5), ("Crawl-delay: 99999", 120.0),
        ("Crawl-delay: -1", None), ("Crawl-delay: x", None),
    ],
)  # fmt: skip
def test_crawl_delay_is_honoured_up_to_a_ceiling(line: str, delay: float | None) -> None:
    assert robots_of(200, f"User-agent: *\n{line}\nDisallow: /x".encode()).crawl_delay == delay
    assert robots_of(503, f"User-agent: *\n{line}".encode()).crawl_delay is None


def test_sitemaps_are_told() -> None:
    assert robots_of(200, b"Sitemap: https://kabar.example/s.xml\nUser-agent: *\n").sitemaps == ["https://kabar.example/s.xml"]
    assert robots_of(500, b"Sitemap: https://kabar.example/s.xml").sitemaps == []
