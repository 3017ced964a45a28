"""Text dumps in the shapes in which common publishing systems leave them."""

from __future__ import annotations

import pytest

from tests.extraction.article.test_plain import LEAD, SECOND, THIRD, read

TITLE = "Bawaslu Tanjung Raya Ingatkan ASN Tetap Netral"
BODY = [LEAD, SECOND, THIRD]


SYSTEMS = {
    "jnews": [
        "Home",
        "Politik",
        TITLE,
        "by Redaksi",
        "November 5, 2024",
        "in Politik",
        "0",
        "SHARES",
        "12",
        "VIEWS",
        *BODY,
        "Share4Tweet2",
        "Related Posts",
        "Kapal Karam",
    ],
    "newspaper": [
        "Daerah",
        TITLE,
        "Oleh Sarno Hadi - November 5, 2024 - 120 views",
        *BODY,
        "Artikel sebelumnyaHarga Cabai Naik",
        "Artikel berikutnyaKapal Karam",
    ],
    "tribun": [
        "Kabarkita.com",
        TITLE,
        "Selasa, 5 November 2024 15:20 WIB",
        "Penulis: Sarno Hadi | Editor: Wulan Sari",
        "Kabarkita/Sarno Hadi",
        *BODY,
        "1 2 3",
    ],
    "detik": [
        "detikKita",
        "Berita",
        TITLE,
        "Tim detikKita - detikKita",
        "Selasa, 05 Nov 2024 10:10 WIB",
        *BODY,
        "(sar/wul)",
        "bawaslu",
        "asn",
    ],
    "rmol": [TITLE, "LAPORAN: SARNO HADI", "SELASA, 5 NOVEMBER 2024, 10:10 WIB", *BODY, "EDITOR: WULAN SARI"],
    "drupal": ["Skip to main content", "Berita", TITLE, "Submitted by admin on Tue, 11/05/2024 - 10:10", *BODY, "Penulis : Sarno"],
    "antara": [
        TITLE,
        "Selasa, 5 November 2024 15:20 WIB",
        "Waktu baca 2 menit",
        *BODY,
        "Pewarta: Sarno Hadi",
        "Copyright © KABARKITA 2024",
    ],
}


@pytest.mark.parametrize("system", SYSTEMS)
def test_dumps_of_publishing_systems(system: str) -> None:
    page = read(*SYSTEMS[system])
    assert page.title == TITLE
    assert page.text == "\n".join(BODY)
    assert (page.published or "")[:10] == "2024-11-05"


def test_headline_that_is_a_quotation() -> None:
    title = "“ASN Harus Tetap Netral”, Kata Ketua Bawaslu Tanjung Raya"
    page = read(title, *BODY)
    assert (page.title, page.text) == (title, "\n".join(BODY))


def test_names_in_capitals_are_written_as_names() -> None:
    page = read(TITLE, "LAPORAN: SARNO HADI", *BODY, "EDITOR: WULAN SARI")
    assert (page.authors, page.editor) == (["Sarno Hadi"], "Wulan Sari")
