"""The archive of one folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from string import punctuation
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

from crawler.archive.catalogue import Catalogue, Row, row_of
from crawler.archive.pages import ArchivedPage, ArchiveProblem, Exchange, Pointer, TornTail
from crawler.archive.reader import read_warc
from crawler.archive.records import Group, GroupBuilder, payload_digest, record_id, response_headers, sha256_of, target_of, warc_date
from crawler.archive.segment import OPEN, SUFFIX, Segment, is_owned, locked, sync_folder
from crawler.archive.torn import cut_torn_tail

MAX_FILE = 1_000_000_000  # bytes; the WARC standard recommends files of less than 1 GB (ISO 28500, annex C)


class Archive:
    """WARC files in a folder, with a catalogue that can be made again from them.

    Opening it cuts what a crash tore (`torn` says where) and closes files whose process is gone. A write counts as done when its
    method returns: the bytes are on disk then. Several processes may write at once, each its own file.

    Raises ArchiveProblem where the folder can't be made or read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.torn: list[TornTail] = []
        self._segment: Segment | None = None
        self._pending: list[Row] | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._catalogue = Catalogue(folder)
            self._recover()
        except OSError as error:
            raise ArchiveProblem(f"arsip tidak dapat dibuka ({folder}): {error.strerror}") from error

    def write_response(self, exchange: Exchange, metadata: dict[str, Any] | None = None) -> Pointer:
        """Archive a response with its request and metadata.

        Raises ArchiveProblem where the disk does not take it (nothing is then half written).
        """
        record, moment, digest = record_id(), exchange.fetched, sha256_of(exchange.body)
        values = {**(metadata or {}), "sha256": digest}
        headers = {"WARC-Record-ID": record, "WARC-Date": warc_date(moment)}
        if exchange.ip:
            headers["WARC-IP-Address"] = exchange.ip
        http = response_headers(exchange.status, exchange.reason, exchange.headers, len(exchange.body))
        builder = GroupBuilder().metadata(exchange.url, record, moment, values)
        builder.request(exchange.url, record, moment, _request_line(exchange), exchange.request_headers)
        group = builder.main(exchange.url, "response", headers, exchange.body, http)
        if exchange.status != 200:
            return self._append(group, None, digest)
        row = Row("", 0, record, "response", exchange.url, digest, warc_date(moment), values.get("part_of"), values.get("part", 1))
        return self._append(group, row, digest)

    def write_resource(
        self, body: bytes, media_type: str, name: str, metadata: dict[str, Any] | None = None, *, fetched: datetime | None = None
    ) -> Pointer:
        """Archive an input that was given by hand; `metadata["url"]` says where it is from, if known. `fetched`: now, unless given.

        Raises ArchiveProblem where the disk does not take it.
        """
        record, moment, digest = record_id(), fetched or datetime.now(UTC), sha256_of(body)
        values = {**(metadata or {}), "name": name, "sha256": digest}
        url = values.get("url")
        target = target_of(name, url if isinstance(url, str) else None)
        headers = {"WARC-Record-ID": record, "WARC-Date": warc_date(moment), "Content-Type": media_type}
        group = GroupBuilder().metadata(target, record, moment, values).main(target, "resource", headers, body)
        row = Row("", 0, record, "resource", name, digest, warc_date(moment))
        return self._append(group, row, digest)

    def write_revisit(self, exchange: Exchange, of: Pointer) -> Pointer:
        """Archive that a page was asked for again and had not changed (304, or the same body).

        Raises ArchiveProblem where the disk does not take it or `of` is not in the archive.
        """
        original = self._catalogue.find(of.record)
        if original is None:
            raise ArchiveProblem(f"catatan yang dirujuk tidak ada di arsip ({of.record})")
        body = self.read(original.pointer).body
        record = record_id()
        headers = {"WARC-Record-ID": record, "WARC-Date": warc_date(exchange.fetched), "WARC-Refers-To": of.record}
        http = None
        if exchange.status == 304:  # its own headers would be played in place of the page
            headers["X-Netra-Status"] = "304"
        else:
            http = response_headers(exchange.status, exchange.reason, exchange.headers, len(body))
        builder = GroupBuilder().request(exchange.url, record, exchange.fetched, _request_line(exchange), exchange.request_headers)
        group = builder.revisit(exchange.url, headers, payload_digest(body), (original.name, original.fetched), http)
        return self._append(group, None, of.sha256)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Write many with one sync: what is written inside counts as done when the block ends."""
        segment = self._open_segment()
        self._pending = []
        try:
            with segment.one_sync():
                yield
        finally:
            rows, self._pending = self._pending, None
            self._catalogue.add(segment.name, segment.end, rows)

    def pages(self, since: Mapping[str, int] | None = None) -> Iterator[ArchivedPage]:
        """All pages and inputs, file by file and in each in the order of writing; further pages of an article among them.

        `since` are the ends that an earlier reading reached (`ends`): only what came after is read.
        """
        ends, since = self.ends(), since or {}
        for name in sorted(ends):
            if since.get(name, 0) < ends[name]:
                yield from read_warc(self._path(name), start=since.get(name, 0), end=ends[name], name=name)

    def ends(self) -> dict[str, int]:
        """How far each file reaches now, in bytes."""
        return self._catalogue.scanned()

    def read(self, pointer: Pointer) -> ArchivedPage:
        """The page at a pointer. Raises ArchiveProblem where it is not there."""
        page = next(read_warc(self._path(pointer.file), start=pointer.offset, name=pointer.file), None)
        if page and page.pointer.record == pointer.record:
            return page
        raise ArchiveProblem(f"catatan tidak ada di arsip ({pointer.file} pada {pointer.offset})")

    def first_of(self, part: ArchivedPage) -> ArchivedPage:
        """The first page of the article that a further page belongs to. Raises ArchiveProblem where it is not there."""
        row = self._catalogue.find(part.part_of) if part.part_of else None
        if row is None:
            raise ArchiveProblem(f"halaman pertama tidak ada di arsip ({part.part_of})")
        return self.read(row.pointer)

    def parts_of(self, page: ArchivedPage) -> list[ArchivedPage]:
        """The further pages of a multi-page article, in their order (each number once, the first that was fetched)."""
        found = {row.part: row.pointer for row in reversed(self._catalogue.parts_of(page.pointer.record))}
        return [self.read(found[part]) for part in sorted(found)]

    def document(self, page: ArchivedPage) -> list[ArchivedPage]:
        """The pages whose texts, joined, are the article that begins on this page: itself and its further pages in their order, or the
        one page (part 0) that holds the whole."""
        parts = self.parts_of(page)
        return parts[:1] if parts and parts[0].part == 0 else [page, *parts]

    def has(self, *, sha256: str | None = None, name: str | None = None) -> bool:
        """Whether a page with this digest, this name (URL of a crawled page), or both, is there. Raises ValueError without either."""
        if sha256 is None and name is None:
            raise ValueError("has needs a digest or a name")
        if self._pending and any(sha256 in (None, r.sha256) and name in (None, r.name) for r in self._pending):
            return True
        return self._catalogue.has(sha256, name)

    def copies(self, sha256: str) -> list[Row]:
        """The first records with this body, at most ten."""
        return self._catalogue.with_body(sha256)

    def latest(self, name: str) -> Pointer | None:
        """The newest record of a name."""
        row = self._catalogue.latest(name)
        return row.pointer if row else None

    def __len__(self) -> int:
        return self._catalogue.count()

    def close(self) -> None:
        """Close this process's file and give it its lasting name."""
        if self._segment:
            self._segment.close()
            self._segment = None
        self._catalogue.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _append(self, group: Group, row: Row | None, digest: str) -> Pointer:
        segment = self._open_segment()
        offset = segment.append(group.data)
        rows = [row._replace(file=segment.name, offset=offset)] if row else []
        if self._pending is None:
            self._catalogue.add(segment.name, segment.end, rows)
        else:
            self._pending += rows
        return Pointer(segment.name, offset, group.record, digest)

    def _open_segment(self) -> Segment:
        if self._segment and self._segment.end >= MAX_FILE and self._pending is None:
            self._segment.close()
            self._segment = None
        if self._segment is None:
            self._segment = Segment(self.folder)
        return self._segment

    def _recover(self) -> None:
        """Close what dead processes left open, and read into the catalogue what it does not hold yet."""
        with locked(self.folder):
            known = self._catalogue.scanned()
            for path in sorted(self.folder.glob(f"netra-*{SUFFIX}{OPEN}")):
                if is_owned(path):
                    continue
                name = path.name.removesuffix(OPEN)
                torn = cut_torn_tail(path, name, known.get(name, 0))
                if torn:
                    self.torn.append(torn)
                path.rename(path.with_name(name))
                sync_folder(self.folder)
        known = self._catalogue.scanned()
        for path in sorted(self.folder.glob(f"netra-*{SUFFIX}")):
            size = path.stat().st_size
            if known.get(path.name, 0) < size:
                pages = read_warc(path, start=known.get(path.name, 0), name=path.name)
                self._catalogue.add(path.name, size, (row_of(page) for page in pages))

    def _path(self, name: str) -> Path:
        path = self.folder / name
        return path if path.exists() else self.folder / (name + OPEN)


def _request_line(exchange: Exchange) -> str:
    path = exchange.url.split("://", 1)[-1].partition("/")[2]
    return f"{exchange.request_method} /{quote(path, safe=punctuation)} HTTP/1.1"
