"""Reading WARC files: our own and those of others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from crawler.archive.pages import ArchivedPage, ArchiveProblem, Pointer
from crawler.archive.records import metadata_of, read_warc_date, sha256_of

# Hand-given input may be 50 MB large and is then refused by ingest; a record that unpacks to more than this is a bomb.
MAX_BODY = 64 << 20
_PIECE = 1 << 16


def read_warc(path: Path, *, start: int = 0, end: int | None = None, name: str | None = None) -> Iterator[ArchivedPage]:
    """The pages (responses with status 200, resources) of a `.warc` or `.warc.gz` file, in the file's order.

    `start` and `end` bound the offsets in compressed bytes; `name` is the file's lasting name.
    Raises ArchiveProblem where the file can't be read, is no WARC, or holds a body above MAX_BODY or no moment of fetching.
    """
    try:
        with path.open("rb") as file:
            yield from _pages(file, start, end, name or path.name)
    except OSError as error:
        raise ArchiveProblem(f"{path}: {error.strerror}") from error


def _pages(file: BinaryIO, start: int, end: int | None, name: str) -> Iterator[ArchivedPage]:
    file.seek(start)
    iterator = ArchiveIterator(file)
    metadata: dict[str, tuple[int, dict[str, Any]]] = {}  # by the record it speaks of: where it starts, what it says
    try:
        for record in iterator:
            offset: int = iterator.offset  # get_record_offset() would read the body away
            if end is not None and offset >= end:
                return
            if record.rec_type == "metadata":
                _keep_metadata(record, offset, metadata)
            elif record.rec_type in ("response", "resource"):
                identity = _header(record, "WARC-Record-ID")
                group, values = metadata.get(identity, (offset, {}))
                metadata.clear()
                page = _page(record, Pointer(name, group, identity, ""), values)
                if page:
                    yield page
    except (ArchiveLoadFailed, EOFError) as error:
        raise ArchiveProblem(f"{name}: bukan berkas WARC yang utuh ({error})") from error


def _keep_metadata(record: ArcWarcRecord, offset: int, metadata: dict[str, tuple[int, dict[str, Any]]]) -> None:
    """Only our own form counts; that of other tools says nothing that we use."""
    refers_to = _header(record, "WARC-Refers-To")
    try:
        values = metadata_of(record.content_type or "", _body(record)) if refers_to else None
    except ValueError as error:
        raise ArchiveProblem(f"catatan metadata rusak ({refers_to})") from error
    if values is not None:
        metadata[refers_to] = (offset, values)


def _page(record: ArcWarcRecord, where: Pointer, values: dict[str, Any]) -> ArchivedPage | None:
    status = 200
    if record.rec_type == "response":
        code = record.http_headers.get_statuscode() if record.http_headers else ""
        if code != "200":
            return None
        declared = record.http_headers.get_header("Content-Type") or ""
    else:
        declared = record.content_type or ""
    body = _body(record)
    target = _header(record, "WARC-Target-URI")
    url = target if target.startswith(("http://", "https://")) else None
    digest = sha256_of(body)
    return ArchivedPage(
        body=body,
        media_type=declared.split(";")[0].strip().lower(),
        url=url,
        name=str(values.get("name", target)),
        fetched=_fetched(record),
        metadata=values,
        sha256=digest,
        pointer=Pointer(where.file, where.offset, where.record, digest),
        kind=cast(Literal["response", "resource"], record.rec_type),
        status=status,
        charset=_charset(declared),
    )


def _body(record: ArcWarcRecord) -> bytes:
    """The whole body, unpacked by its Content-Encoding; a stream gives as little as it likes at a time."""
    stream = record.content_stream()
    pieces: list[bytes] = []
    left = MAX_BODY
    while piece := stream.read(_PIECE):
        left -= len(piece)
        if left < 0:
            raise ArchiveProblem(f"catatan lebih besar dari {MAX_BODY} bita ({_header(record, 'WARC-Target-URI')})")
        pieces.append(piece)
    return b"".join(pieces)


def _fetched(record: ArcWarcRecord) -> datetime:
    try:
        return read_warc_date(_header(record, "WARC-Date"))
    except ValueError as error:
        raise ArchiveProblem(f"WARC-Date tidak terbaca ({_header(record, 'WARC-Target-URI')})") from error


def _charset(declared: str) -> str | None:
    for piece in declared.split(";")[1:]:
        key, _, value = piece.partition("=")
        if key.strip().lower() == "charset":
            return value.strip(" \"'").lower() or None
    return None


def _header(record: ArcWarcRecord, name: str) -> str:
    return record.rec_headers.get_header(name) or ""
