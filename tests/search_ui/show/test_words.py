"""Days, moments, numbers and statuses in words."""

from __future__ import annotations

import pytest

from extraction.model import EventType, Final, Form, Genre, Status, Subject
from search_ui.i18n import Words
from search_ui.show.days import day_in_words, moment_in_words, number
from search_ui.show.status import told


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2024-09-17", "17 September 2024"),
        ("2024-09", "September 2024"),
        ("2024", "2024"),
        ("2024-08-27/2024-08-29", "27–29 Agustus 2024"),
        ("2024-08-30/2024-09-02", "30 Agustus – 2 September 2024"),
        ("2023-12-30/2024-01-02", "30 Desember 2023 – 2 Januari 2024"),
        ("bukan tanggal", "bukan tanggal"),
        ("2024-13-01", "2024-13-01"),
        (None, ""),
    ],
)
def test_days(iso: str | None, said: str, say: Words) -> None:
    assert day_in_words(iso, say) == said


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2024-09-18T08:05:00+07:00", "18 September 2024, 08.05 WIB"),
        ("2024-09-18T08:05:00+08:00", "18 September 2024, 08.05 WITA"),
        ("2024-09-18T08:05:00+09:00", "18 September 2024, 08.05 WIT"),
        ("2024-09-18T20:05:00+00:00", "19 September 2024, 03.05 WIB"),
        ("2024-09-18", "18 September 2024"),
        ("kapan-kapan saja", "kapan-kapan saja"),
    ],
)
def test_moments_keep_their_zone(iso: str, said: str, say: Words) -> None:
    assert moment_in_words(iso, say) == said


def test_numbers() -> None:
    assert [number(n) for n in (7, 12345, 2.5, 1234.5, 600000.0)] == ["7", "12.345", "2,5", "1.234,5", "600.000"]


def test_a_status_says_by_whom_when_and_how_final(say: Words) -> None:
    whole = told(Status.TERBUKTI, "Bawaslu Kabupaten Blora", "2020-11-25", Final.NO, say)
    assert whole is not None
    assert whole.text == "Terbukti menurut Bawaslu Kabupaten Blora, 25 November 2020 · belum final"
    bare = told(Status.DUGAAN, None, None, Final.UNKNOWN, say)
    assert bare is not None
    assert bare.text == "Dugaan menurut berita, hari tidak disebut · final atau tidaknya tidak disebut"
    said = told(Status.SANKSI, None, "2024-10-04", Final.YES, say, said=True)
    assert said is not None and "4 Oktober 2024 (hari pernyataan) · final" in said.text
    assert told(None, "Bawaslu", "2024", Final.YES, say) is None


@pytest.mark.parametrize(
    ("section", "values"), [("jenis", EventType), ("status", Status), ("subjek", Subject), ("bentuk", Form), ("genre", Genre)]
)
def test_every_value_of_the_codebook_has_a_word(section: str, values: type[EventType], say: Words) -> None:
    for value in values:
        assert "_" not in say.label(section, value.value)
        assert say(f"{section}.{value.value}")
