"""Building WARC records: each group (metadata, request, response) is one run of gzip members, its main record last.

The main record comes last so that a torn group never leaves a page without its metadata.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b32encode
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, NamedTuple
from urllib.parse import quote, quote_from_bytes

import msgspec
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

# Our metadata stands as JSON in a field of this type: players of archives show a metadata record of another type in its page's place.
METADATA_TYPE = "application/warc-fields"
_FIELD = b"netra: "
OLD_METADATA_TYPE = "application/json"  # as the first archives have it
# Headers that speak of the bytes on the wire, which the archived body no longer is (Common Crawl keeps them under X-Crawler-).
_OF_THE_WIRE = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_BREAKS = re.compile(r"[\r\n\0]+")  # a header value with a line break would forge another header
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff]")  # never part of an address (RFC 3986); surrogates have no UTF-8


class Group(NamedTuple):
    """The bytes of one group, and the id of its main record."""

    data: bytes
    record: str


def warc_date(moment: datetime) -> str:
    """WARC-Date with microseconds, UTC (WARC 1.1, 5.4).

    Raises ValueError where the moment has no zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone can't be archived")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"  # strftime prints the year 1 as "1"


def read_warc_date(printed: str) -> datetime:
    """The moment of a WARC-Date. Raises ValueError where it is none."""
    moment = datetime.fromisoformat(printed)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def target_of(name: str, url: str | None) -> str:
    """WARC-Target-URI of a hand-given input: its URL where known, else a urn made of its name."""
    known = url is not None and url.startswith(("http://", "https://"))
    return url if url and known else f"urn:netra:{quote(name, safe='/')}"


def _one_line(target: str) -> str:
    """An address as a header holds it: what would end the line, and so forge a header or a record, is escaped."""
    return _UNSAFE.sub(lambda found: quote_from_bytes(found[0].encode("utf-8", "surrogatepass")), target)


def response_headers(status: int, reason: str, headers: list[tuple[str, str]], size: int) -> StatusAndHeaders:
    """The status line and headers of a decoded body of `size` bytes."""
    kept = [(f"X-Crawler-{n}" if n.lower() in _OF_THE_WIRE else n, _BREAKS.sub(" ", v)) for n, v in headers]
    return StatusAndHeaders(f"{status} {reason or 'OK'}", [*kept, ("Content-Length", str(size))], protocol="HTTP/1.1")


class GroupBuilder:
    """Collects the records of one group; `close` gives their bytes."""

    def __init__(self) -> None:
        self._out = BytesIO()
        self._writer = WARCWriter(self._out, gzip=True, warc_version="1.1")

    def warcinfo(self, filename: str, info: dict[str, str]) -> Group:
        """The record that opens each file; a group of its own."""
        self._writer.write_record(self._writer.create_warcinfo_record(filename, info))
        return Group(self._out.getvalue(), "")

    def metadata(self, target: str, refers_to: str, moment: datetime, values: dict[str, Any]) -> GroupBuilder:
        """What is known about the main record that follows. Raises TypeError where a value has no JSON form."""
        payload = _FIELD + msgspec.json.encode(values, order="sorted") + b"\r\n"
        headers = {
            "WARC-Record-ID": self._writer._make_warc_id(),
            "WARC-Date": warc_date(moment),
            "WARC-Refers-To": refers_to,
            "Content-Type": METADATA_TYPE,
        }
        self._write(target, "metadata", headers, payload)
        return self

    def request(self, url: str, concurrent_to: str, moment: datetime, line: str, headers: list[tuple[str, str]]) -> GroupBuilder:
        """The request that a response answers."""
        http = StatusAndHeaders(line, headers, is_http_request=True)
        self._write(url, "request", {"WARC-Date": warc_date(moment), "WARC-Concurrent-To": concurrent_to}, b"", http)
        return self

    def main(self, target: str, kind: str, headers: dict[str, str], body: bytes, http: StatusAndHeaders | None = None) -> Group:
        """The main record; ends the group."""
        self._write(target, kind, headers, body, http)
        return Group(self._out.getvalue(), headers["WARC-Record-ID"])

    def revisit(self, url: str, headers: dict[str, str], digest: str, of: tuple[str, str], http: StatusAndHeaders | None) -> Group:
        """The main record of a page that did not change; `digest` is the payload digest, `of` the URL and WARC-Date of the record that
        holds it."""
        record = self._writer.create_revisit_record(
            _one_line(url), digest, _one_line(of[0]), of[1], http_headers=http, warc_headers_dict=headers
        )
        self._writer.write_record(record)
        return Group(self._out.getvalue(), headers["WARC-Record-ID"])

    def _write(self, target: str, kind: str, headers: dict[str, str], body: bytes, http: StatusAndHeaders | None = None) -> None:
        record: ArcWarcRecord = self._writer.create_warc_record(
            _one_line(target), kind, payload=BytesIO(body), length=len(body), http_headers=http, warc_headers_dict=headers
        )
        self._writer.write_record(record)


def metadata_of(kind: str, payload: bytes) -> dict[str, Any] | None:
    """What a metadata record of ours says; None where it is another tool's. Raises ValueError where it can't be read."""
    if kind == OLD_METADATA_TYPE:
        values = msgspec.json.decode(payload)
    elif kind == METADATA_TYPE and payload.startswith(_FIELD):
        values = msgspec.json.decode(payload.removeprefix(_FIELD))
    else:
        return None
    return values if isinstance(values, dict) else {}


def payload_digest(body: bytes) -> str:
    """WARC-Payload-Digest, as warcio writes it."""
    return "sha1:" + b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()


def record_id() -> str:
    """A new WARC-Record-ID."""
    made: str = WARCWriter._make_warc_id()
    return made


def sha256_of(body: bytes) -> str:
    """Hex SHA-256 of a body."""
    return hashlib.sha256(body).hexdigest()
