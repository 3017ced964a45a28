"""Exports as files: rows as JSON lines or CSV, written as they come."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Literal

import msgspec

from index.export import Row

ExportFormat = Literal["jsonl", "csv"]
# A spreadsheet reads a cell that begins so as a formula (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_rows(rows: Iterable[Row], kind: ExportFormat, file: BinaryIO) -> int:
    """Write the rows in UTF-8; how many there were. CSV has a byte order mark, by which spreadsheets know UTF-8."""
    lines = 0
    for line in _jsonl(rows) if kind == "jsonl" else _csv(rows):
        file.write(line)
        lines += 1
    return max(0, lines - 1) if kind == "csv" else lines


def _jsonl(rows: Iterable[Row]) -> Iterator[bytes]:
    for row in rows:
        yield msgspec.json.encode(row) + b"\n"


def _csv(rows: Iterable[Row]) -> Iterator[bytes]:
    """The head line (from the first row: all rows of a kind have the same fields), then a line a row; lists are JSON inside a cell."""
    line = _Line()
    writer = csv.writer(line)
    for number, row in enumerate(rows):
        if number == 0:
            writer.writerow(row)
            yield b"\xef\xbb\xbf" + line.taken()
        writer.writerow([_cell(value) for value in row.values()])
        yield line.taken()


def _cell(value: object) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    text = str(value) if isinstance(value, str) else msgspec.json.encode(value).decode("utf-8")
    return f"'{text}" if text.startswith(_FORMULA) else text


class _Line:
    """What csv writes to: keeps one line."""

    def __init__(self) -> None:
        self._text = ""

    def write(self, text: str) -> int:
        self._text += text
        return len(text)

    def taken(self) -> bytes:
        """The line, encoded; half a surrogate pair becomes a question mark."""
        text, self._text = self._text, ""
        return text.encode("utf-8", "replace")
