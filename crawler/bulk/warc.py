"""Reading WARC files of others, which may be torn, lying or hostile: record by record, in bounded memory."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import IO, Any, NamedTuple

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader
from fastwarc.warc import ArchiveIterator, WarcRecordType

from crawler.policy.limits import MAX_BODY_BYTES, MAX_HEADER_BYTES

_GZIP = b"\x1f\x8b\x08"
_PLAIN = b"WARC/1."
_WINDOW = 1 << 20
# WARC-Date, as for days of publication: no Indonesian outlet was on the web before, and systems print 0001 and 9999 for "unknown".
_YEARS = range(1995, 2101)


class Response(NamedTuple):
    """A response record. `raw` is None where it is larger than MAX_BODY_BYTES, `moment` where WARC-Date can't be read; `whole` says that
    the record is as long as it says."""

    offset: int
    url: str
    status: int | None
    type: str
    headers: list[tuple[str, str]]
    moment: datetime | None
    raw: bytes | None
    whole: bool

    def body(self) -> bytes | None:
        """The unpacked body; None where it is larger than MAX_BODY_BYTES. What was stored unpacked, though labelled otherwise, is left as
        it is (many crawlers store so). Raises ValueError where it is packed and can't be unpacked."""
        return None if self.raw is None else _unpacked(self.raw, {name.lower(): value.lower() for name, value in self.headers})


class Unwanted(NamedTuple):
    """A response record whose address was not wanted; it was not read."""

    offset: int


class Broken(NamedTuple):
    """A place that is no record, or one that can't be read on; reading went on behind it."""

    offset: int
    reason: str


def read_responses(
    file: IO[bytes], start: int = 0, wanted: Callable[[str], bool] = lambda _url: True
) -> Iterator[Response | Unwanted | Broken]:
    """The response records behind `start`, each with its offset.

    What is broken is told, and reading goes on at the next record that can be found.
    """
    while True:
        last = start
        try:
            for record in _records(file, start):
                last = record.stream_pos  # counted from the file's beginning
                url = record.headers.get("WARC-Target-URI") or ""
                yield _response(record, last, url) if wanted(url) else Unwanted(last)
            return
        except (OSError, ValueError) as error:
            yield Broken(last, str(error))
        following = _next_record(file, last + 1)
        if following is None:
            return
        start = following


def _records(file: IO[bytes], start: int) -> Any:  # noqa: ANN401  (fastwarc's iterator)
    file.seek(start)
    return ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=False, max_header_len=MAX_HEADER_BYTES, fsspec_args=False)


def _response(record: Any, offset: int, url: str) -> Response:  # noqa: ANN401  (fastwarc's)
    try:
        record.parse_http(auto_decode="none", max_header_len=MAX_HEADER_BYTES)
    except (OSError, ValueError):  # what a server sent is no reason to look for records inside of what it sent
        return Response(offset, url, None, "", [], None, None, whole=False)
    http = record.http_headers
    headers = list(http.items()) if http else []
    kind = next((value for name, value in headers if name.lower() == "content-type"), "")
    large = record.content_length > MAX_BODY_BYTES
    raw: bytes = b"" if large else record.reader.read(MAX_BODY_BYTES + 1)
    whole = large or len(raw) == record.content_length
    status, moment = http.status_code if http else None, _moment(record.headers.get("WARC-Date"))
    return Response(offset, url, status, kind, headers, moment, None if large else raw, whole)


def _moment(printed: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(printed or "")
    except ValueError:
        return None
    if moment.year not in _YEARS:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _unpacked(raw: bytes, headers: dict[str, str]) -> bytes | None:
    body: bytes | None = raw
    if "chunked" in headers.get("transfer-encoding", ""):
        body = _bounded(ChunkedReader, raw)
    for encoding in reversed(headers.get("content-encoding", "").split(",")):
        reader = _READERS.get(encoding.strip())
        if reader and body:
            body = _bounded(reader, body)
    return body


def _bounded(reader: Callable[[BytesIO], Any], packed: bytes) -> bytes | None:
    try:
        body: bytes = reader(BytesIO(packed)).read(MAX_BODY_BYTES + 1)
    except (OSError, zlib.error) as error:
        if b"<" in packed[:512]:
            return packed
        raise ValueError(str(error)) from error
    return None if len(body) > MAX_BODY_BYTES else body


class _Deflated:
    """A zlib stream, or (as some servers send) one without its header."""

    def __init__(self, packed: BytesIO) -> None:
        self._packed = packed.read()

    def read(self, size: int) -> bytes:
        """At most `size` bytes. Raises zlib.error."""
        try:
            return zlib.decompressobj().decompress(self._packed, size)
        except zlib.error:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(self._packed, size)


_READERS: dict[str, Callable[[BytesIO], Any]] = {
    "gzip": GzipReader, "x-gzip": GzipReader, "br": BrotliReader, "zstd": ZstdReader, "deflate": _Deflated,
}  # fmt: skip


def _next_record(file: IO[bytes], start: int) -> int | None:
    """The offset of the next record at or behind `start`; None where there is none."""
    file.seek(start)
    before, base = b"", start
    while piece := file.read(_WINDOW):
        window = before + piece
        for mark in (_GZIP, _PLAIN):
            at = window.find(mark)
            while at >= 0:
                if mark is _PLAIN or _begins(window[at : at + 512]):
                    return base + at
                at = window.find(mark, at + 1)
        before = window[-512:]
        base += len(window) - len(before)
    return None


def _begins(packed: bytes) -> bool:
    """Whether a gzip member begins a record."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS + 16).decompress(packed, len(_PLAIN)) == _PLAIN
    except zlib.error:
        return False
