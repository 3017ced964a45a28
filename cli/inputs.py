"""What comes in by hand: files, folders, JSONL, WARC, WACZ and WordPress exports, read into raw inputs; what can't be read becomes a
refusal with its reason."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from cli.bulk_inputs import is_wordpress_export, read_bulk_inputs, read_warc_inputs
from cli.raw import Item, RawInput, Refusal
from extraction.article import canonical_url, given_moment

MAX_BYTES = 20_000_000  # no article page comes near (largest of 34 measured pages: 0.29 MB); larger files are exports of something else
_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}
_LINES_SUFFIXES = {".jsonl", ".ndjson"}
_BINARY_PROBE = 4096  # bytes looked at for NUL
_MARK = b"\xef\xbb\xbf"  # with which Windows programs begin UTF-8
_NO_ADDRESS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]")  # never part of an address (RFC 3986)
_DOMAIN = re.compile(r"[\w-]+(\.[\w-]+)*(:\d{1,5})?")


def read_paths(paths: list[Path]) -> Iterator[Item]:
    """All inputs of files and folders, in the order of their names."""
    for path in paths:
        if path.is_dir():
            for folder, folders, files in os.walk(path):
                folders.sort()
                yield from (item for name in sorted(files) for item in read_file(Path(folder) / name))
        elif path.exists() or path.is_symlink():
            yield from read_file(path)
        else:
            yield Refusal(_utf8(str(path)), "tidak ada berkas atau folder dengan nama ini")


def _utf8(name: str) -> str:
    """A name of the file system as text: bytes that are no UTF-8 are written out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _printed(path: Path) -> str:
    return _utf8(path.name)


def _origin(path: Path) -> str:
    return _utf8(str(path.resolve()))


def read_file(path: Path) -> Iterator[Item]:
    """The inputs of one file, by its name's ending, else by its first bytes."""
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for without end
            yield Refusal(_printed(path), "bukan berkas biasa")
            return
        if path.name.endswith((".warc", ".warc.gz")):
            yield from read_warc_inputs(path, _printed(path), _origin(path))
            return
        if path.suffix.lower() == ".wacz" or (path.suffix.lower() == ".xml" and is_wordpress_export(path)):
            yield from read_bulk_inputs(path, _printed(path), _origin(path))
            return
        if path.suffix.lower() in _LINES_SUFFIXES:
            yield from _read_lines(path)
            return
        if path.stat().st_size > MAX_BYTES:
            yield Refusal(_printed(path), f"{path.stat().st_size / 1e6:.0f} MB; batas satu artikel {MAX_BYTES // 1_000_000} MB")
            return
        yield _read_single(path, path.read_bytes())
    except OSError as error:
        yield Refusal(_printed(path), f"tidak dapat dibaca: {error.strerror or error}")


def _read_single(path: Path, body: bytes) -> Item:
    if not body.strip():
        return Refusal(_printed(path), "kosong")
    if path.suffix.lower() in _HTML_SUFFIXES or body.lstrip()[:200].lower().startswith((b"<!doctype html", b"<html")):
        return RawInput(_printed(path), _origin(path), body, "text/html")
    problem = _text_problem(body)
    return Refusal(_printed(path), problem) if problem else RawInput(_printed(path), _origin(path), body, "text/plain")


def _text_problem(body: bytes) -> str | None:
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "pengodean UTF-16; simpan ulang sebagai UTF-8"
    if b"\0" in body[:_BINARY_PROBE]:
        return "berkas biner, bukan teks"
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"bukan UTF-8 (bita ke-{error.start + 1}); simpan ulang sebagai UTF-8"
    return None


def _read_lines(path: Path) -> Iterator[Item]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            row = line.removeprefix(_MARK) if number == 1 else line
            if row.strip():
                yield _read_line(path, number, row)


def _read_line(path: Path, number: int, line: bytes) -> Item:
    where = f"{_printed(path)}:{number}"
    if len(line) > MAX_BYTES:
        return Refusal(where, f"baris {len(line) / 1e6:.0f} MB; batas satu artikel {MAX_BYTES // 1_000_000} MB")
    try:
        row: Any = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Refusal(where, f"bukan JSON: {error}")
    problem = _row_problem(row)
    if problem:
        return Refusal(where, problem)
    body = row.get("html") or row.get("text") or ""
    if not body.strip():
        return Refusal(row.get("id") or where, "tidak ada medan text atau html yang berisi")
    name = row.get("id") or where
    return RawInput(
        name=name,
        origin=f"{_origin(path)}#{name}",
        body=body.encode("utf-8", "surrogatepass"),
        media_type="text/html" if row.get("html") else "text/plain",
        url=row.get("url") or None,
        outlet_domain=row.get("outlet_domain") or None,
        title=row.get("title") or None,
        published=row.get("published") or None,
    )


def _row_problem(row: object) -> str | None:
    if not isinstance(row, dict):
        return "bukan objek JSON"
    wrong = [k for k in ("id", "url", "outlet_domain", "text", "html", "title", "published") if not isinstance(row.get(k), str | None)]
    if wrong:
        return f"medan {', '.join(wrong)} harus berupa teks"
    if row.get("url") and (_NO_ADDRESS.search(row["url"]) or canonical_url(row["url"], None) is None):
        return "url bukan alamat http atau https yang terbaca"
    if row.get("outlet_domain") and not _DOMAIN.fullmatch(row["outlet_domain"]):
        return "outlet_domain bukan nama domain (contoh: kabar.example)"
    if row.get("published") and given_moment(row["published"], "") is None:
        return "published bukan hari atau saat ISO 8601 (contoh: 2024-10-09 atau 2024-10-09T10:00:00+07:00)"
    return None
