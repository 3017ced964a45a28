"""The raw-bytes test is lenient: it loses no page about the subject, whatever its encoding or title of office."""

from __future__ import annotations

import time

import pytest

from crawler.policy.subject import is_wall, on_topic


@pytest.mark.parametrize(
    "text",
    [
        "Netralitas ASN jadi sorotan",
        "ASN diminta bersikap NETRAL",
        "Dugaan ketidaknetralan lurah",
        "Keuchik mengantar pasangan\n calon mendaftar",
        "Kepala  Desa hadir di kampanye",
        "Perbekel diperiksa Panwaslu Kecamatan",
        "Dua PNS ikut Pilkada",
        "Guru mendukung paslon",
        "<p>Camat</p><p>Bawaslu</p>",
    ],
)
def test_the_subject_is_found(text: str) -> None:
    assert on_topic(text.encode())
    assert on_topic(text.encode("utf-16"))


@pytest.mark.parametrize(
    "text",
    [
        "Harga cabai turun",
        "ASN menerima gaji ke-13",
        "Bawaslu menertibkan baliho",
        "Pasangan suami istri calon haji",
        "casna dan gurun di pemilunya kampanyeku",
        "",
    ],
)
def test_other_pages_are_not_kept(text: str) -> None:
    assert not on_topic(text.encode())


@pytest.mark.parametrize("piece", [b"netra ", b"a", b"pasangan ", b"pasangan\n", b"kepala \t\n\xa0 "])
def test_100_kb_of_adversarial_text_take_no_time(piece: bytes) -> None:
    body = piece * (100_000 // len(piece))
    began = time.perf_counter()
    on_topic(body)
    is_wall(body)
    assert time.perf_counter() - began < 0.2  # reliability.md wants 50 ms a pattern; there are four, on a busy machine


def test_a_bot_wall_is_known() -> None:
    assert is_wall(b"<html><head><TITLE>Just a moment...</title>")
    assert not is_wall(b"<p>Tunggu sebentar</p>")
