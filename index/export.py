"""Exports as files: rows as JSON lines or CSV, written as they come."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Literal, TextIO, get_args

import msgspec

from index.rows import Row, article_row, rows
from index.store import Kind, Question, Store

__all__ = ["KINDS", "ExportFormat", "article_row", "csv_lines", "rows", "write_export"]

KINDS: tuple[Kind, ...] = get_args(Kind)
ExportFormat = Literal["jsonl", "csv"]
# A spreadsheet reads a cell that begins so as a formula (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # the wide forms count too where a table is opened in East Asia
_MARK = "\ufeff"  # by which spreadsheets know a CSV file for UTF-8


def write_export(
    store: Store, kind: Kind, form: ExportFormat, file: TextIO, question: Question | None = None, *, fiction: bool = False
) -> int:
    """Write the rows of one kind (index/rows.py) to a text file opened with `newline=""`; how many there were.

    Raises QueryError where the question has a mistake.
    """
    found = rows(store, kind, question, fiction=fiction)
    lines = 0
    for line in _jsonl(found) if form == "jsonl" else csv_lines(found):
        file.write(line)
        lines += 1
    return max(0, lines - 1) if form == "csv" else lines


def _jsonl(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        yield msgspec.json.encode(row).decode("utf-8") + "\n"


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """The head line (from the first row: all rows of a kind have the same fields), then a line a row; lists are JSON inside a cell."""
    line = _Line()
    writer = csv.writer(line)
    for number, row in enumerate(rows):
        if number == 0:
            writer.writerow(row)
            yield _MARK + line.taken()
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

    def taken(self) -> str:
        """The line."""
        text, self._text = self._text, ""
        return text
