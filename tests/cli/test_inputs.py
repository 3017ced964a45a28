"""Reading by hand: every kind of input, and a reason for each that can't be taken."""

from __future__ import annotations

import gzip
import json
import os
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from cli.inputs import MAX_BYTES, read_paths
from cli.raw import Item, RawInput, Refusal
from crawler.archive import Archive, Exchange

TEXT = "Bawaslu Kabupaten Rekaan menggelar ikrar netralitas ASN."


def read(*paths: Path) -> list[Item]:
    return list(read_paths(list(paths)))


def test_folder_is_read_in_the_order_of_names_with_same_names_apart(tmp_path: Path) -> None:
    for folder in ("b", "a"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "001.txt").write_text(f"{TEXT} {folder}", encoding="utf-8")
    items = read(tmp_path)
    assert [item.body.decode()[-1] for item in items if isinstance(item, RawInput)] == ["a", "b"]
    assert len({item.origin for item in items if isinstance(item, RawInput)}) == 2


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("kosong.txt", b" \n", "kosong"),
        ("gambar.txt", b"\x89PNG\0\0\0", "biner"),
        ("latin.txt", "café".encode("latin-1"), "bukan UTF-8 (bita ke-4)"),
        ("utf16.txt", TEXT.encode("utf-16"), "UTF-16"),
        ("besar.txt", b"a" * (MAX_BYTES + 1), "batas satu artikel"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason_and_the_rest_goes_on(tmp_path: Path, name: str, body: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(body)
    (tmp_path / "z.txt").write_text(TEXT, encoding="utf-8")
    refused, taken = read(tmp_path)
    assert isinstance(refused, Refusal) and reason in refused.reason
    assert isinstance(taken, RawInput) and taken.name == "z.txt"


def test_a_file_of_50_mb_is_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "raksasa.html").open("wb") as file:
        file.truncate(50_000_000)
    (refused,) = read(tmp_path)
    assert refused == Refusal("raksasa.html", "50 MB; batas satu artikel 20 MB")


def test_html_is_known_by_its_name_or_its_first_bytes(tmp_path: Path) -> None:
    page = f"<!doctype html><title>x</title><p>{TEXT}</p>"
    for name in ("a.htm", "b.html", "c"):
        (tmp_path / name).write_text(page, encoding="utf-8")
    assert [item.media_type for item in read(tmp_path) if isinstance(item, RawInput)] == ["text/html"] * 3


def test_jsonl_rows_carry_what_the_giver_knows(tmp_path: Path) -> None:
    row = {
        "id": "k1",
        "url": "https://kabar.example/1",
        "outlet_domain": "kabar.example",
        "text": TEXT,
        "title": "Ikrar",
        "published": "2024-10-01",
    }
    lines = [json.dumps(row), "", "{rusak", "[1]", json.dumps({"id": "k2"}), json.dumps({"id": 3, "text": TEXT})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    first, *refused = read(tmp_path)
    assert isinstance(first, RawInput)
    assert (first.name, first.url, first.title, first.published) == ("k1", "https://kabar.example/1", "Ikrar", "2024-10-01")
    assert [type(item) for item in refused] == [Refusal] * 4
    reasons = [item.reason for item in refused if isinstance(item, Refusal)]
    assert reasons[0].startswith("bukan JSON") and reasons[1] == "bukan objek JSON"
    assert "text atau html" in reasons[2] and "medan id" in reasons[3]


def test_warc_gives_its_pages_and_passes_over_the_rest(tmp_path: Path) -> None:
    bodies = {"https://kabar.example/1": ("text/html; charset=utf-8", b"<p>x</p>"), "https://kabar.example/i.png": ("image/png", b"x")}
    with Archive(tmp_path) as archive:
        for url, (media_type, body) in bodies.items():
            archive.write_response(Exchange(url, 200, body, datetime(2024, 10, 1, tzinfo=UTC), headers=[("Content-Type", media_type)]))
    page, image = read(*tmp_path.glob("*.warc.gz"))
    assert isinstance(page, RawInput) and page.url == "https://kabar.example/1" and page.body == b"<p>x</p>"
    assert isinstance(image, Refusal) and "image/png" in image.reason


def test_a_missing_path_is_said(tmp_path: Path) -> None:
    (refused,) = read(tmp_path / "tiada")
    assert isinstance(refused, Refusal) and "tidak ada" in refused.reason


def foreign_warc(path: Path, moment: str) -> Path:
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        made = writer.create_warc_record(
            "https://kabar.example/1",
            "response",
            payload=BytesIO(b"<p>x</p>"),
            length=8,
            http_headers=http,
            warc_headers_dict={"WARC-Date": moment},
        )
        writer.write_record(made)
    return path


def test_a_foreign_warc_date_without_zone_is_utc(tmp_path: Path) -> None:
    (page,) = read(foreign_warc(tmp_path / "a.warc.gz", "2024-10-09T10:00:00"))
    assert isinstance(page, RawInput) and page.fetched == datetime(2024, 10, 9, 10, tzinfo=UTC)


@pytest.mark.parametrize("moment", ["2024", "kemarin sore"])
def test_a_page_whose_moment_cannot_be_read_is_refused(tmp_path: Path, moment: str) -> None:
    assert read(foreign_warc(tmp_path / "a.warc.gz", moment)) == [Refusal("https://kabar.example/1", "WARC-Date tidak terbaca")]


@pytest.mark.parametrize("body", [b"", b"WARC/1.0\r\nContent-Length: zzz\r\n\r\n", b"sampah" * 400])
def test_a_warc_that_gives_nothing_is_said_in_one_short_line(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(body)
    (refused,) = read(tmp_path / "a.warc")
    assert isinstance(refused, Refusal) and len(refused.reason) < 150 and "\n" not in refused.reason


@pytest.mark.parametrize("url", ["http://kabar.example/1\r\nX: y", "http://kabar.example/a b", "http://kabar.example/\u2028"])
def test_a_url_that_would_forge_a_header_is_refused(tmp_path: Path, url: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "k", "url": url, "text": TEXT}), encoding="utf-8")
    assert read(tmp_path) == [Refusal("a.jsonl:1", "url bukan alamat http atau https yang terbaca")]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "http://[::1", "tidak-diketahui"])
def test_a_url_that_is_no_address_of_the_web_is_refused(tmp_path: Path, url: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "k", "url": url, "text": TEXT}), encoding="utf-8")
    assert read(tmp_path) == [Refusal("a.jsonl:1", "url bukan alamat http atau https yang terbaca")]


@pytest.mark.parametrize("domain", ["<script>", "a\r\nX: y", "kabar.example/berita", "../.."])
def test_an_outlet_domain_that_is_none_is_refused(tmp_path: Path, domain: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "k", "outlet_domain": domain, "text": TEXT}), encoding="utf-8")
    (refused,) = read(tmp_path)
    assert isinstance(refused, Refusal) and "bukan nama domain" in refused.reason


def test_jsonl_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "k", "text": TEXT}), encoding="utf-8-sig")
    (item,) = read(tmp_path)
    assert isinstance(item, RawInput) and item.name == "k"


def test_a_file_name_that_is_no_utf8_is_written_out(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text(TEXT, encoding="utf-8")
    (item,) = read(tmp_path)
    assert isinstance(item, RawInput) and item.name == "\\xff.txt" and item.origin.encode("utf-8").endswith(b"/\\xff.txt")


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.txt")
    assert read(tmp_path) == [Refusal("pipa.txt", "bukan berkas biasa")]


@pytest.mark.parametrize("published", ["9/10/2024", "Rabu, 9 Oktober 2024", "2024-10", "0001-01-01", "2024-02-30", "<script>"])
def test_a_day_of_publication_that_is_none_is_refused(tmp_path: Path, published: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "k", "published": published, "text": TEXT}), encoding="utf-8")
    (refused,) = read(tmp_path)
    assert isinstance(refused, Refusal) and refused.reason.startswith("published bukan hari atau saat ISO 8601")


def record(url: str, body: bytes, head: bytes = b"Content-Type: text/html\r\n", date: str = "2024-09-18T07:30:00Z") -> bytes:
    http = b"HTTP/1.1 200 OK\r\n" + head + b"\r\n" + body
    names = f"WARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\nContent-Type: application/http;msgtype=response\r\n"
    return f"WARC/1.0\r\n{names}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


@pytest.mark.attack(23)
@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (
            record("https://kabar.example/x", b"\xff" * 600, b"Content-Type: text/html\r\nContent-Encoding: br\r\n"),
            "isi tidak dapat dibuka",
        ),
        (record("https://kabar.example/x", b"x", date="9999-12-31T23:59:59-14:00"), "WARC-Date tidak terbaca"),
        (record("https://kabar.example/x", b"x", date="0001-01-01T00:00:00Z"), "WARC-Date tidak terbaca"),
        (record("https://kabar.example/x", b"a" * 11_000_000), "lebih dari 10 MB"),
        (record("file:///etc/passwd", b"x"), "bukan alamat web"),
        (b"WARC/1.0\r\nX: " + b"a" * 30_000_000 + b"\r\n\r\n", "WARC rusak"),
    ],
)
def test_a_hostile_warc_costs_only_the_record_that_it_is(tmp_path: Path, bad: bytes, reason: str) -> None:
    good = [record(f"https://kabar.example/{n}", TEXT.encode() + str(n).encode()) for n in range(2)]
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(good[0]) + gzip.compress(bad) + gzip.compress(good[1]))
    items = read(tmp_path)
    assert [item.name for item in items if isinstance(item, RawInput)] == ["https://kabar.example/0", "https://kabar.example/1"]
    assert any(reason in item.reason for item in items if isinstance(item, Refusal)), items


def test_a_wacz_and_a_wordpress_export_give_their_pages(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as packed:
        packed.writestr("archive/data.warc", record("https://kabar.example/1", TEXT.encode()))
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"'
    post = "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_date>2024-09-17 08:00:00</wp:post_date>"
    item = f"<item><title>Camat</title><link>https://kabar.example/2</link><content:encoded>{TEXT}</content:encoded>{post}</item>"
    (tmp_path / "b.xml").write_text(f'<?xml version="1.0"?><rss {names}><channel>{item}</channel></rss>', encoding="utf-8")
    (tmp_path / "c.wacz").write_bytes(b"bukan zip")
    one, two, broken = read(tmp_path)
    assert isinstance(one, RawInput) and one.url == "https://kabar.example/1" and one.body == TEXT.encode()
    assert isinstance(two, RawInput) and (two.url, two.title, two.published) == ("https://kabar.example/2", "Camat", "2024-09-17T08:00:00")
    assert isinstance(broken, Refusal) and broken.name == "c.wacz"
