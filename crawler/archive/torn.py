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


def whole_end(path: Path) -> int:
    """Offset in bytes behind the last whole gzip member (each member is one record)."""
    end = position = 0
    decoder = zlib.decompressobj(_GZIP)
    with path.open("rb") as file:
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


def cut_torn_tail(path: Path, name: str) -> TornTail | None:
    """Cut the file behind its last whole record; None where nothing was torn. The cut is on disk when this returns."""
    end = whole_end(path)
    size = path.stat().st_size
    if end == size:
        return None
    with path.open("r+b") as file:
        file.truncate(end)
        os.fsync(file.fileno())
    return TornTail(name, end, size - end)
