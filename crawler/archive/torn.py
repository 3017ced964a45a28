"""Torn tails: what a crash left half written at the end of a WARC file is cut, else everything appended later is unreadable
(reliability.md: 0 of 4,000 later records readable; after cutting, all).
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path

from crawler.archive.pages import TornTail

_CHUNK = 1 << 16
_GZIP = zlib.MAX_WBITS + 16


def whole_end(path: Path, start: int = 0) -> int:
    """Offset in bytes behind the last whole gzip member (each member is one record); `start` is one behind which members begin."""
    end = position = start
    decoder = zlib.decompressobj(_GZIP)
    with path.open("rb") as file:
        file.seek(start)
        while chunk := file.read(_CHUNK):
            position += len(chunk)
            while chunk:
                try:
                    decoder.decompress(chunk)
                except zlib.error:
                    return end
                if not decoder.eof:
                    break
                chunk = decoder.unused_data
                end = position - len(chunk)
                decoder = zlib.decompressobj(_GZIP)
    return end


def cut_torn_tail(path: Path, name: str, known: int = 0) -> TornTail | None:
    """Cut the file behind its last whole record; None where nothing was torn. The cut is on disk when this returns.

    Up to `known` bytes it was read as whole before: only the rest is unpacked (a file of 1 GB takes 20 s).
    """
    size = path.stat().st_size
    end = whole_end(path, known if known <= size else 0)
    if end == size:
        return None
    with path.open("r+b") as file:
        file.truncate(end)
        os.fsync(file.fileno())
    return TornTail(name, end, size - end)
