"""Which kabupaten a provincial speaker tells a case of (codebook 12.2, 12.23)."""

from __future__ import annotations

import pytest

from extraction.places.cues import any_of
from extraction.places.gazetteer import gazetteer
from extraction.places.told import told_alone, told_apart, told_in_lead
from tests.extraction.places.helper import reading_of


def names(codes: set[str]) -> set[str]:
    return {gazetteer().units[code].bare for code in codes}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Di Buru, perkara seorang camat dihentikan. Di Seram Bagian Barat, seorang kades diperiksa.", {"Buru", "Seram Bagian Barat"}),
        ("Di Buru ada dua kasus. Di Seram Bagian Barat ada tiga laporan.", set()),
        ("Kasus terjadi di Buru, Seram Bagian Barat, dan Maluku Tengah.", set()),
        ("Terbanyak di Buru, disusul kasus lain.", set()),
        ("Bawaslu Buru menangani perkara itu.", set()),
    ],
)
def test_apart(text: str, expected: set[str]) -> None:
    reading = reading_of(text)
    assert names(told_apart(reading, reading.places)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bawaslu DKI meminta gubernur menegur bawahannya, menyusul ulah RT dan RW di Jakarta Barat.", {"Jakarta Barat"}),
        ("Bawaslu Jateng menggelar ikrar di Gedung Contoh, Kota Semarang.", set()),
        ("Bawaslu Jateng menegur ASN di Blora dan camat di Rembang.", set()),
        ("Bawaslu Jateng rapat.", set()),
    ],
)
def test_in_lead(text: str, expected: set[str]) -> None:
    reading = reading_of(text)
    assert names(told_in_lead(reading, reading.places)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pelanggaran terjadi lagi. Di Donggala seorang kepala desa terbukti melanggar.", {"Donggala"}),
        ("Ada 12 kasus di Sulteng. Di Donggala seorang kepala desa terbukti melanggar.", set()),
        ("Sejumlah ASN dilaporkan. Di Donggala seorang camat diperiksa.", set()),
        ("Pelanggaran terjadi lagi. Di Donggala seorang caleg terbukti melanggar.", set()),
        ("Terjadi lagi. Di Donggala seorang kades diperiksa. Warga Poso, Sigi, dan Buol resah.", set()),
    ],
)
def test_alone(text: str, expected: set[str]) -> None:
    reading = reading_of(text)
    assert names(told_alone(reading, reading.places)) == expected


def test_cue_lists() -> None:
    assert any_of("holders").startswith("(?:")
    with pytest.raises(KeyError):
        any_of("no such list")
