"""Writing many documents. `_bulk` answers 200 whatever became of its items, so each item is judged by its own status."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from elastic_transport import TransportError
from elasticsearch import ApiError

from index.elastic.cluster import Body, Cluster
from index.store import StoreUnreachable

PIECE = 5_000_000  # bytes of one request (elasticsearch.md, "Traps")
_TRIES = 7  # of one piece: with the pauses below about 30 s, a server's restart
_PAUSE = 0.25  # seconds before the second try, doubled each time
_BUSY = frozenset({429, 500, 502, 503, 504})
_CONFLICT = 409  # the server has this version or a newer one: done
_MISSING = 404  # a document to delete that is gone already: done


@dataclass(frozen=True)
class Operation:
    """One document to write, or to delete where `source` is None. With a `version` the greater one wins, whichever comes first."""

    index: str
    id: str
    source: Body | None
    version: int | None = None

    def lines(self) -> list[bytes]:
        """The operation as lines of a bulk request."""
        head: dict[str, Any] = {"_index": self.index, "_id": self.id}
        if self.version is not None:
            head |= {"version": self.version, "version_type": "external"}
        kind = "delete" if self.source is None else "index"
        lines = [msgspec.json.encode({kind: head})]
        return lines if self.source is None else [*lines, msgspec.json.encode(self.source)]


Piece = list[tuple[Operation, list[bytes]]]


def write(cluster: Cluster, operations: Iterable[Operation]) -> list[tuple[Operation, str]]:
    """Write all operations; the refused ones with the server's reason (a document that it will never take).

    Raises StoreUnreachable where the server stays away or busy; what was written before stays, and writing again does no harm.
    """
    refused: list[tuple[Operation, str]] = []
    for piece in _pieces(operations):
        refused += _write_piece(cluster, piece)
    return refused


def _pieces(operations: Iterable[Operation]) -> Iterator[Piece]:
    piece: Piece = []
    size = 0
    for operation in operations:
        lines = operation.lines()
        length = sum(map(len, lines))
        if piece and size + length > PIECE:
            yield piece
            piece, size = [], 0
        piece.append((operation, lines))
        size += length
    if piece:
        yield piece


def _write_piece(cluster: Cluster, piece: Piece) -> list[tuple[Operation, str]]:
    refused: list[tuple[Operation, str]] = []
    waiting, trouble = piece, ""
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(_PAUSE * 2 ** (attempt - 1))
        try:
            body: list[Any] = [line for _, lines in waiting for line in lines]
            answer = cluster.client.bulk(operations=body)
        except ApiError as error:
            if error.status_code not in _BUSY:
                with cluster.reached():
                    raise
            trouble = str(error.status_code)
            continue
        except TransportError as error:
            trouble = type(error).__name__
            continue
        again, lost = _judge(waiting, answer["items"])
        refused += lost
        if not again:
            return refused
        waiting, trouble = again, "429"
    raise StoreUnreachable(f"Elasticsearch di {cluster.url} tidak menerima tulisan ({trouble}); ulangi nanti")


def _judge(piece: Piece, items: Sequence[dict[str, Body]]) -> tuple[Piece, list[tuple[Operation, str]]]:
    """Which operations to try again, and which were refused for good with the reason."""
    again: Piece = []
    refused: list[tuple[Operation, str]] = []
    for written, item in zip(piece, items, strict=True):
        outcome = next(iter(item.values()))
        status = outcome["status"]
        if status < 300 or status == _CONFLICT or (status == _MISSING and written[0].source is None):
            continue
        if status in _BUSY:
            again.append(written)
        else:
            error = outcome.get("error", {})
            cause = error.get("caused_by", {}).get("reason", "")
            refused.append((written[0], f"{status}: {error.get('reason', 'tanpa keterangan')} {cause}".strip()))
    return again, refused
