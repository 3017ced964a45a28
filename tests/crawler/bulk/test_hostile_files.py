"""WARC files that lie, are torn, or unpack without an end (reliability.md, attack 23): what is sound is taken, the rest told."""

from __future__ import annotations

import gzip
import resource
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from crawler.archive import Archive, verify
from crawler.bulk import BulkReport, backfill
from crawler.bulk.warc import Response, read_responses
from tests.crawler.world import article

pytestmark = pytest.mark.attack(23)
HOST = "https://bacaini.id"  # registered, for only such are taken
HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
MEGABYTE = b"a" * (1 << 20)


def record(name: str, http: bytes, length: int | str | None = None, date: str = "2024-09-18T07:30:00Z", more: bytes = b"") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {HOST}/{name}\r\nWARC-Date: {date}\r\n"
        f"WARC-Record-ID: <urn:uuid:{name}>\r\nContent-Type: application/http; msgtype=response\r\n"
    )
    return head.encode() + more + f"Content-Length: {len(http) if length is None else length}\r\n\r\n".encode() + http + b"\r\n\r\n"


def page(name: str) -> bytes:
    return HTML + b"\r\n" + article(name)


FIRST, LAST = record("pertama.html", page("pertama")), record("terakhir.html", page("terakhir"))
BODY = article("Camat ditegur")
SKIPPED: dict[str, tuple[bytes, set[str]]] = {
    "length negative": (record("a", page("a"), length=-5), {"rusak", "bukan jawaban 200"}),
    "length no number": (record("a", page("a"), length="x7"), {"rusak", "bukan jawaban 200"}),
    "length too short": (record("a", page("a"), length=20), {"rusak", "bukan jawaban 200"}),
    "no answer": (record("a", b""), {"bukan jawaban 200"}),
    "no HTTP": (record("a", b"\0\xff" * 5000), {"bukan jawaban 200"}),
    "a status in words": (record("a", b"HTTP/1.1 dua ratus\r\n\r\n" + BODY), {"bukan jawaban 200"}),
    "gzip bomb": (record("a", HTML + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(MEGABYTE * 100)), {"terlalu besar"}),
    "broken gzip": (record("a", HTML + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08" + b"a" * 600), {"rusak"}),
    "broken brotli": (record("a", HTML + b"Content-Encoding: br\r\n\r\n" + b"\xff" * 600), {"rusak"}),
    "broken zstd": (record("a", HTML + b"Content-Encoding: zstd\r\n\r\n" + b"\xff" * 600), {"rusak"}),
    "a day before the web": (record("a", page("a"), date="0001-01-01T00:00:00Z"), {"rusak"}),
    "a day after all days": (record("a", page("a"), date="9999-12-31T23:59:59-14:00"), {"rusak"}),
    "a header of 20 MB": (record("a", page("a"), more=b"X-A: " + MEGABYTE * 20 + b"\r\n"), {"rusak"}),
    "200,000 headers": (record("a", page("a"), more=b"X-A: b\r\n" * 200_000), {"rusak"}),
    "a header of the server of 20 MB": (record("a", HTML + b"X: " + MEGABYTE * 20 + b"\r\n\r\n" + BODY), {"bukan jawaban 200"}),
    "another file's bytes": ("WARC/1.0\r\n".encode("utf-16") * 50, {"rusak"}),
}


def take(tmp_path: Path, *pieces: bytes) -> tuple[BulkReport, set[str]]:
    """Take a file of these pieces; the report and the names that are in the archive."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(pieces))
    report = backfill([path], tmp_path / "arsip")
    assert verify(tmp_path / "arsip").ok
    with Archive(tmp_path / "arsip") as archive:
        return report, {archived.name.removeprefix(f"{HOST}/") for archived in archive.pages()}


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize("case", SKIPPED)
def test_a_bad_record_costs_none_of_its_neighbours(tmp_path: Path, case: str, packed: bool) -> None:
    bad, reasons = SKIPPED[case]
    report, names = take(tmp_path, *((gzip.compress(r) if packed else r) for r in (FIRST, bad, LAST)))
    assert names == {"pertama.html", "terakhir.html"}
    assert set(report.skipped) <= reasons and report.skipped and report.problems == []


@pytest.mark.parametrize("longer", [50, 10**12])
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_a_length_that_swallows_what_follows_costs_that_at_most(tmp_path: Path, packed: bool, longer: int) -> None:
    lying = record("a", page("a"), length=len(page("a")) + longer)
    _, names = take(tmp_path, *((gzip.compress(r) if packed else r) for r in (FIRST, lying, LAST)))
    assert {"pertama.html"} <= names <= {"pertama.html", "a", "terakhir.html"}


def test_what_is_labelled_packed_but_stored_unpacked_is_read(tmp_path: Path) -> None:
    labels = (b"Content-Encoding: gzip", b"Content-Encoding: br", b"Transfer-Encoding: chunked", b"Content-Encoding: zstd, gzip")
    pages = [record(f"{n}.html", HTML + label + b"\r\n\r\n" + article(f"{n}")) for n, label in enumerate(labels)]
    assert take(tmp_path, *pages)[1] == {"0.html", "1.html", "2.html", "3.html"}


def test_names_lead_nowhere(tmp_path: Path) -> None:
    names = ("../../../../tmp/jahat", "a\0b", "a%0d%0aWARC-Type:%20resource", "\u202egnp.exe")
    report, _ = take(tmp_path, *[record(name, page(str(n))) for n, name in enumerate(names)])
    assert report.taken == len(names)
    assert {p.name for p in tmp_path.iterdir()} == {"a.warc.gz", "arsip"}


@pytest.mark.parametrize("head", [record("a", HTML, length=3 << 30)[:-4], b"WARC/1.0\r\nX: "], ids=["body", "header"])
def test_a_member_that_unpacks_to_a_gigabyte_costs_no_memory(tmp_path: Path, head: bytes) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS + 16)
    bomb = b"".join([packer.compress(head), *(packer.compress(MEGABYTE) for _ in range(1024)), packer.flush()])
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    report, names = take(tmp_path, gzip.compress(FIRST), bomb)
    assert names == {"pertama.html"} and report.skipped
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 << 10
    assert time.monotonic() - began < 30


def test_a_page_can_not_smuggle_a_record_in(tmp_path: Path) -> None:
    """What a server sent may look like records; a header that is too long or a large body is no reason to look for them there."""
    forged = record("palsu.html", page("palsu"))
    carriers = [
        record("kepala", HTML + b"X: " + MEGABYTE + b"\r\n\r\n" + forged),
        record("besar", HTML + b"\r\n" + forged + MEGABYTE * 11 + forged),
    ]
    for number, carrier in enumerate(carriers):
        for packed in (gzip.compress(carrier, 0), carrier):
            place = tmp_path / f"{number}-{packed[:2].hex()}"
            place.mkdir()
            assert take(place, packed, gzip.compress(LAST) if packed is not carrier else LAST)[1] == {"terakhir.html"}


@pytest.mark.parametrize("cut", [10, 200, 500])
def test_a_file_that_ends_in_a_record_gives_what_is_whole(tmp_path: Path, cut: int) -> None:
    report, names = take(tmp_path, gzip.compress(FIRST), gzip.compress(record("robek.html", page("robek") + b"x" * 3000))[:-cut])
    assert "pertama.html" in names and len(names) + sum(report.skipped.values()) <= 2


def test_reading_on_from_any_byte_finds_whole_records_only(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record(f"{n}.html", page(f"{n}"))) for n in range(6)))
    with path.open("rb") as file:
        whole = {found.offset: found.url for found in read_responses(file) if isinstance(found, Response)}
        for start in range(0, path.stat().st_size, 37):
            found = {f.offset: f.url for f in read_responses(file, start) if isinstance(f, Response) and f.whole}
            assert found == {offset: url for offset, url in whole.items() if offset >= start}


def test_a_wacz_that_unpacks_without_an_end(tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("archive/a.warc", FIRST + record("bom", HTML + b"\r\n" + MEGABYTE * 300) + LAST)
    assert path.stat().st_size < 1 << 20
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    report = backfill([path], tmp_path / "arsip")
    assert (report.taken, report.skipped) == (2, {"terlalu besar": 1})
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 << 10
