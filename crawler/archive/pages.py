"""What goes into the archive and what comes out of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

import msgspec


class ArchiveProblem(Exception):
    """The archive can't be written or read (disk full, no permission, a record that is not there); the message is one line."""


class Exchange(msgspec.Struct, frozen=True):
    """One HTTP request with its response. `body` is decoded (no Content-Encoding); `fetched` is aware, UTC.

    The headers are as sent and received; the writer renames those that no longer fit a decoded body, as Common Crawl does
    (`X-Crawler-Content-Encoding`).
    """

    url: str
    status: int
    body: bytes
    fetched: datetime
    reason: str = ""
    headers: list[tuple[str, str]] = []
    request_method: str = "GET"
    request_headers: list[tuple[str, str]] = []
    ip: str | None = None

    def header(self, name: str) -> str | None:
        """The first header of this name (lower case)."""
        return next((value for key, value in self.headers if key.lower() == name), None)


class Pointer(msgspec.Struct, frozen=True):
    """Where a record lies. `file` is the name that its file has once closed; `offset` (compressed bytes)
    is where its group starts: the metadata record, where there is one."""

    file: str
    offset: int
    record: str
    sha256: str


class ArchivedPage(msgspec.Struct, frozen=True):
    """A page or hand-given input as the archive holds it.

    `url` is None where the giver did not know it; `name` is the input's name (for a crawled page its URL); `sha256` that of `body`.
    `metadata` is what was handed over at writing (JSON types only). `charset` is what the HTTP header said. A further page of a
    multi-page article carries the record of the first in `part_of` and counts from 2 in `part`.
    """

    body: bytes
    media_type: str
    url: str | None
    name: str
    fetched: datetime
    metadata: dict[str, Any]
    sha256: str
    pointer: Pointer
    kind: Literal["response", "resource"]
    status: int = 200
    charset: str | None = None

    @property
    def part_of(self) -> str | None:
        """Record id of the first page, where this is a further one."""
        value = self.metadata.get("part_of")
        return value if isinstance(value, str) else None

    @property
    def part(self) -> int:
        """Which page of its article this is, from 1; 0 where it holds the whole article."""
        value = self.metadata.get("part", 1)
        return value if isinstance(value, int) else 1


class TornTail(msgspec.Struct, frozen=True):
    """A file that a crash left with a record half written: where it was cut, and how many bytes went."""

    file: str
    offset: int
    cut: int
