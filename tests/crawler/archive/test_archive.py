"""The archive gives back what it was given, in order, and only once it is on disk."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from warcio.checker import Checker
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archive import Archive, ArchivedPage, ArchiveProblem, Exchange, Pointer, read_warc, verify

MOMENT = datetime(2024, 9, 18, 7, 30, 0, 123456, tzinfo=UTC)
URL = "https://kabarsungai.example/berita/7?x=ä"


def exchange(body: bytes = b"<html>Bawaslu</html>", **changes: object) -> Exchange:
    given: dict[str, object] = {
        "url": URL,
        "status": 200,
        "reason": "OK",
        "body": body,
        "fetched": MOMENT,
        "headers": [("Content-Type", "text/html; charset=UTF-8"), ("Content-Encoding", "gzip"), ("Content-Length", "9")],
        "request_headers": [("Host", "kabarsungai.example"), ("User-Agent", "Netra")],
        "ip": "127.0.0.1",
    }
    return Exchange(**{**given, **changes})  # type: ignore[arg-type]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "arsip") as opened:
        yield opened


def check_with_warcio(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    inputs = [str(p) for p in sorted(folder.glob("*.warc.gz*"))]
    checker = Checker(SimpleNamespace(inputs=inputs, verbose=True))
    checker.process_all()
    assert checker.exit_value == 0
    return capsys.readouterr().out


def test_a_response_comes_back_with_its_metadata(archive: Archive) -> None:
    pointer = archive.write_response(exchange(), {"outlet": "kabar-sungai", "via": "feed"})
    (page,) = archive.pages()
    assert page.body == b"<html>Bawaslu</html>"
    assert (page.url, page.name, page.media_type, page.charset) == (URL, URL, "text/html", "utf-8")
    assert (page.fetched, page.kind, page.status) == (MOMENT, "response", 200)
    assert page.metadata["outlet"] == "kabar-sungai"
    assert page.pointer == pointer
    assert archive.read(pointer) == page


def test_a_resource_comes_back_with_its_name_and_metadata(archive: Archive) -> None:
    metadata = {"url": None, "title": "Camat Ditegur", "aliases": ["001.txt"], "published": "2024-09-17"}
    pointer = archive.write_resource("Camat ditegur.".encode("utf-16"), "text/plain", "satu/001.txt", metadata, fetched=MOMENT)
    page = archive.read(pointer)
    assert (page.name, page.url, page.media_type, page.kind) == ("satu/001.txt", None, "text/plain", "resource")
    assert page.body.decode("utf-16") == "Camat ditegur."
    assert {k: page.metadata[k] for k in metadata} == metadata
    assert page.fetched == MOMENT


def test_a_resource_with_a_known_address_carries_it(archive: Archive) -> None:
    pointer = archive.write_resource(b"<p>", "text/html", "a.html", {"url": "https://a.example/1"})
    assert archive.read(pointer).url == "https://a.example/1"


def test_pages_come_in_the_order_of_writing_over_several_files(tmp_path: Path) -> None:
    for run in range(3):
        with Archive(tmp_path) as archive:
            for number in range(3):
                archive.write_resource(f"{run}{number}".encode(), "text/plain", f"{run}/{number}")
    with Archive(tmp_path) as archive:
        names = [page.name for page in archive.pages()]
        assert names == [f"{run}/{number}" for run in range(3) for number in range(3)]
        assert [page.name for page in archive.pages()] == names
        assert len(archive) == 9
    assert len(list(tmp_path.glob("*.warc.gz"))) == 3


def test_reading_alone_makes_no_file(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        assert list(archive.pages()) == []
    assert list(tmp_path.glob("*.warc*")) == []


def test_has_knows_digest_and_name_across_runs(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        pointer = archive.write_resource(b"satu", "text/plain", "a.txt")
        assert archive.has(sha256=pointer.sha256, name="a.txt")
    with Archive(tmp_path) as archive:
        assert archive.has(sha256=pointer.sha256)
        assert archive.has(name="a.txt")
        assert not archive.has(sha256=pointer.sha256, name="b.txt")
        assert archive.latest("a.txt") == pointer
        assert archive.latest("b.txt") is None
        with pytest.raises(ValueError, match="digest or a name"):
            archive.has()


def test_latest_is_the_newest_of_a_name(archive: Archive) -> None:
    archive.write_response(exchange(b"lama"))
    newer = archive.write_response(exchange(b"baru", fetched=MOMENT + timedelta(days=1)))
    assert archive.latest(URL) == newer


def test_the_catalogue_can_be_deleted(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        first = archive.write_response(exchange())
        archive.write_response(exchange(b"dua", url=URL + "&page=2"), {"part_of": first.record, "part": 2})
        before = list(archive.pages())
    for path in tmp_path.glob("catalogue.sqlite*"):
        path.unlink()
    with Archive(tmp_path) as archive:
        assert list(archive.pages()) == before
        assert [p.body for p in archive.parts_of(before[0])] == [b"dua"]
        assert archive.has(name=URL)


def test_parts_come_in_the_order_of_their_numbers(archive: Archive) -> None:
    first = archive.write_response(exchange())
    for part in (3, 2):
        archive.write_response(exchange(f"bagian {part}".encode(), url=f"{URL}&page={part}"), {"part_of": first.record, "part": part})
    parts = archive.parts_of(archive.read(first))
    assert [(p.part, p.part_of, p.body) for p in parts] == [(n, first.record, f"bagian {n}".encode()) for n in (2, 3)]


def test_a_page_that_is_none_is_kept_but_is_no_page(archive: Archive) -> None:
    archive.write_response(exchange(status=404, reason="Not Found"))
    assert list(archive.pages()) == []
    assert verify(archive.folder).records == 4


def test_an_unchanged_page_is_a_revisit(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    first = archive.write_response(exchange())
    archive.write_revisit(exchange(b"", status=304, reason="Not Modified", fetched=MOMENT + timedelta(days=1)), first)
    assert len(list(archive.pages())) == 1
    check_with_warcio(archive.folder, capsys)
    with pytest.raises(ArchiveProblem, match="tidak ada di arsip"):
        archive.write_revisit(exchange(), Pointer("x", 0, "<urn:uuid:0>", ""))


def test_a_batch_is_found_before_and_after_its_end(archive: Archive) -> None:
    with archive.batch():
        pointer = archive.write_resource(b"satu", "text/plain", "a.txt")
        assert archive.has(sha256=pointer.sha256, name="a.txt")
        assert not archive.has(name="b.txt")
        archive.write_resource(b"dua", "text/plain", "b.txt")
    assert [page.name for page in archive.pages()] == ["a.txt", "b.txt"]


def test_other_tools_can_check_it(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    archive.write_response(exchange(), {"outlet": "x"})
    archive.write_resource(b"isi", "text/plain", "nama dengan spasi.txt", {"title": "Judul"})
    assert "digest pass" in check_with_warcio(archive.folder, capsys)


def test_a_header_can_not_forge_another(archive: Archive) -> None:
    pointer = archive.write_response(exchange(headers=[("X-A", "1\r\nX-B: 2"), ("Content-Type", "text/html")]))
    assert archive.read(pointer).body == exchange().body
    assert b"X-B" not in [line.split(b":")[0] for line in _raw(archive).splitlines()]


def _raw(archive: Archive) -> bytes:
    return b"".join(gzip.decompress(p.read_bytes()) for p in archive.folder.glob("*.warc.gz*"))


def test_verify_names_a_flipped_byte(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.write_resource(b"x" * 50, "text/plain", "a.txt")
    assert verify(tmp_path).ok
    (path,) = tmp_path.glob("*.warc.gz")
    data = bytearray(path.read_bytes())
    data[-20] ^= 0xFF
    path.write_bytes(data)
    assert not verify(tmp_path).ok


def test_a_foreign_warc_is_read(tmp_path: Path) -> None:
    path = tmp_path / "asing.warc"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=False)
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record("https://a.example/", "response", payload=BytesIO(b"<p>isi"), length=6, http_headers=http)
        )
    (page,) = read_warc(path)
    assert isinstance(page, ArchivedPage)
    assert (page.body, page.url) == (b"<p>isi", "https://a.example/")


@pytest.mark.parametrize("content", [b"", b"bukan warc", b"\x1f\x8b\x08rusak", b"\0" * 100])
def test_what_is_no_warc_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(content)
    if not content:
        assert list(read_warc(path)) == []
        return
    with pytest.raises(ArchiveProblem, match="bukan berkas WARC"):
        list(read_warc(path))


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ArchiveProblem, match="No such file"):
        list(read_warc(tmp_path / "tidak-ada.warc"))
    with pytest.raises(ArchiveProblem, match="folder arsip tidak ada"):
        verify(tmp_path / "x")


def test_a_moment_without_a_zone_is_refused(archive: Archive) -> None:
    with pytest.raises(ValueError, match="without a zone"):
        archive.write_response(exchange(fetched=datetime(2024, 1, 1)))


@pytest.mark.parametrize(
    "end", ["\r\nX-Forged: y", "\n\n\n\nWARC/1.1\r\nWARC-Type: resource\r\n", "\r\nContent-Length: 0\r\n\r\n\r\n\r\nWARC/1.1\r\n"]
)
@pytest.mark.parametrize("kind", ["response", "resource"])
def test_an_address_cannot_forge_a_header_or_a_record(archive: Archive, end: str, kind: str) -> None:
    url = f"http://kabarsungai.example/1{end}"
    if kind == "response":
        archive.write_response(exchange(url=url))
    else:
        archive.write_resource(b"Bawaslu", "text/plain", "a.txt", {"url": url})
    archive.write_resource(b"yang berikut", "text/plain", "b.txt")
    first, second = archive.pages()
    assert first.url and first.url.startswith("http://kabarsungai.example/1%0") and "\n" not in first.url
    assert second.body == b"yang berikut"
    assert verify(archive.folder).ok


def test_a_foreign_record_without_a_readable_moment_is_an_archive_problem(tmp_path: Path) -> None:
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    with (tmp_path / "a.warc").open("wb") as file:
        writer = WARCWriter(file, gzip=False)
        made = writer.create_warc_record(
            URL, "response", payload=BytesIO(b"x"), length=1, http_headers=http, warc_headers_dict={"WARC-Date": "kemarin"}
        )
        writer.write_record(made)
    with pytest.raises(ArchiveProblem, match="WARC-Date tidak terbaca"):
        list(read_warc(tmp_path / "a.warc"))


def test_metadata_of_the_first_archives_is_still_read(tmp_path: Path) -> None:
    """They hold it as a JSON record, which players of archives took for the page."""
    path, page = tmp_path / "netra-lama.warc.gz", "<urn:uuid:9f0f6b0e-0000-4000-8000-000000000001>"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.1")
        for kind, body, headers in (
            ("metadata", b'{"outlet":"kabar","part":2,"part_of":"x"}', {"WARC-Refers-To": page, "Content-Type": "application/json"}),
            ("resource", b"isi", {"WARC-Record-ID": page, "Content-Type": "text/plain", "WARC-Date": "2024-09-18T07:30:00Z"}),
        ):
            record = writer.create_warc_record(URL, kind, payload=BytesIO(body), length=len(body), warc_headers_dict=headers)
            writer.write_record(record)
    (read,) = read_warc(path)
    assert read.metadata == {"outlet": "kabar", "part": 2, "part_of": "x"} and (read.part, read.part_of) == (2, "x")
