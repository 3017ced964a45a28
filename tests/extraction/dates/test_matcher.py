"""Date expressions are found whole and nothing else is."""

from __future__ import annotations

import time

import pytest

from extraction.dates.matcher import find


def printed(text: str) -> list[str]:
    return [item.span.of(text) for item in find(text)]


@pytest.mark.parametrize(
    "expression",
    [
        "Selasa (17/9/2024)",
        "17 September 2024",
        "Rabu (17/5)",
        "Selasa, 29 Oktober 2024",
        "Senin 23 September 2024",
        "Senin Pagi (23/9/24)",
        "Kamis malam (2/5)",
        "Kamis (10/1) siang",
        "Jumat (27/11) kemarin",
        "Rabu kemarin",
        "27-29 Agustus 2024",
        "28 Agustus - 3 September 2024",
        "19 September hingga 21 September 2022",
        "1 s/d 3 Juni 2024",
        "September 2024",
        "Ahad (3/3/2024)",
        "Jum'at (27/2)",
        "Jum’at, 5 Ags 2024",
        "senin (05/10/2020)",
        "Senin, (11/9/2023)",
        "Senin siang (05/02/2024)",
        "Kamis pagi, 31 Juli 2025",
        "Jumat 27/09/2024",
        "Minggu esok (14/4)",
        "31-03-2023",
        "2024-10-16",
        "23 November",
        "kemarin",
        "tadi malam",
        "hari ini",
        "lusa",
        "pekan lalu",
        "dua hari lalu",
        "3 hari yang lalu",
    ],
)
def test_forms_are_found_whole(expression: str) -> None:
    assert printed(f"kegiatan itu digelar di balai desa, {expression}, dan dihadiri warga.") == [expression]


def test_bare_weekday() -> None:
    found = find("kata Darto di Tanjung Raya, Selasa.")
    assert [(f.bare, f.weekday) for f in found] == [(True, 1)]


@pytest.mark.parametrize("day", ["7/10/2022", "20 Maret", "20 Maret 2021"])
def test_day_in_parentheses_is_printed_without_them(day: str) -> None:
    assert printed(f"KPU hadir di aula ({day}) bersama warga") == [day]


def test_full_stop_belongs_to_the_sentence() -> None:
    assert printed("Klarifikasi digelar 10 November. Besoknya libur.")[0] == "10 November"


def test_weekday_before_numbers_that_are_no_date() -> None:
    assert printed("masa tenang dimulai Minggu (14-16/2019) ini") == []


@pytest.mark.parametrize(
    "text",
    [
        "Peraturan Bersama Nomor 13 Tahun 2012",
        "Kodim 1628/Tanjung Raya",
        "SKB Nomor 2/2022",
        "sekitar 3/4 warga",
        "pukul 07.56 WIB",
        "denda Rp 1.500.000",
        "sebanyak 1.005 ASN",
        "selama dua minggu",
        "setiap hari Senin",
        "Minggu ini warga bekerja",
        "Pasal 73 ayat 1",
        "nomor urut 1 dan 2",
        "13/2/2024/PKE",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert printed(text) == []


@pytest.mark.parametrize(
    "hostile",
    [
        "Senin " * 16_000,
        "1" * 100_000,
        "(1/" * 33_000,
        "17 September " * 8_000,
        "senin" + " " * 100_000,
        "1-1-" * 25_000,
        "se lalu " * 12_000,
        "(" * 100_000,
    ],
)
def test_time_grows_with_the_text(hostile: str) -> None:
    started = time.perf_counter()
    find(hostile)
    assert time.perf_counter() - started < 2.0  # 100 kB; a pattern that backtracks needs minutes
