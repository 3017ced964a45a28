"""The moment of publication: what is given, and what pages of misconfigured systems print; nothing impossible gets further."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

import pytest

from extraction.article import given_moment
from extraction.article.published import crawl_prefix, time_line
from extraction.model import Source
from extraction.worker import NotAnArticle, code

# every kind of day that is counted from the day of publication
TEXT = (
    "Bawaslu Kabupaten Rembang memeriksa Camat Sulang, Wiryawan Adi, Rabu (9/10), terkait netralitas ASN pada Pilkada 2024. "
    "Kemarin, pekan lalu, bulan lalu, tahun lalu, minggu depan, dua hari lalu dan Jumat mendatang disebut Ketua Bawaslu Kabupaten "
    "Rembang, Ningsih Hartati."
)


def source(media_type: Literal["text/html", "text/plain"], body: str, published: str | None = None) -> Source:
    return Source(body.encode(), media_type, "a", datetime(2024, 10, 10, tzinfo=UTC), published=published)


def page(stamp: str, shown: str = "") -> str:
    paragraphs = "".join(f"<p>{TEXT} Bagian {n}.</p>" for n in range(4))
    head = f"<title>Bawaslu Rembang Periksa Camat</title><meta property='article:published_time' content='{stamp}'>"
    data = f'<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"{stamp}","dateModified":"{stamp}"}}</script>'
    body = f"<article><h1>Bawaslu Rembang Periksa Camat</h1><p>{shown}</p>{paragraphs}</article>"
    return f"<html><head>{head}{data}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("label", "moment"),
    [
        ("2024-10-09", "2024-10-09"),
        (" 2024-10-09 ", "2024-10-09"),
        ("2024-10-09T10:00:00+07:00", "2024-10-09T10:00:00+07:00"),
        ("2024-10-09T03:00:00Z", "2024-10-09T03:00:00+00:00"),
        ("2024-10-09 10:00", "2024-10-09T10:00:00+09:00"),  # the outlet's zone
        ("2024-10-09T10:00:00.123456789+0700", "2024-10-09T10:00:00.123456+07:00"),
    ],
)
def test_what_is_given_is_a_day_or_a_moment_with_its_zone(label: str, moment: str) -> None:
    assert given_moment(label, "WIT") == moment


@pytest.mark.parametrize(
    "label",
    ["", "9/10/2024", "20241009", "2024-W41-3", "2024-10", "2024-02-30", "2024-10-09T99:99", "2024-10-09Tx", "0001-01-01", "٢٠٢٤-١٠-٠٩"],
)
def test_anything_else_is_none(label: str) -> None:
    assert given_moment(label, "WIB") is None


@pytest.mark.parametrize("published", ["kemarin", "0001-01-01", "9999-12-31"])
def test_an_archived_input_with_no_such_day_is_refused_and_stops_nothing(published: str) -> None:
    with pytest.raises(NotAnArticle, match="tanggal terbit yang diberikan"):
        code(source("text/plain", TEXT, published))


@pytest.mark.parametrize("stamp", ["0001-01-01T00:00:00", "0001-01-01T00:00:00+09:00", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59-11:00"])
def test_a_page_whose_system_knows_no_day_is_undated(stamp: str) -> None:
    coded = code(source("text/html", page(stamp)))
    assert coded.version.published is None and coded.version.modified is None
    assert all(date.iso is None or date.iso.startswith("2024") for date in coded.dates)


@pytest.mark.parametrize("shown", ["Rabu, 1/1/0001 10:00 WIB", "31 Desember 9999"])
def test_a_printed_line_with_no_such_day_dates_nothing(shown: str) -> None:
    assert time_line(shown, "WIB") is None
    assert code(source("text/html", page("", shown))).version.published is None


def test_a_prefix_that_is_no_day_dates_nothing() -> None:
    assert crawl_prefix("date 2024-13-45 Bawaslu") == (None, "Bawaslu")
    assert crawl_prefix("date 2024-10-09 Bawaslu") == ("2024-10-09", "Bawaslu")
