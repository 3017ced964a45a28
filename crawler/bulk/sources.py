"""Reading bulk files record by record: what may be taken, and why the rest is not."""

from __future__ import annotations

import html
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Literal, NamedTuple

from lxml import etree

from crawler.bulk.warc import Broken, Response, Unwanted, read_responses
from crawler.policy.subject import on_topic
from crawler.registry import Registry

_NEAR = 1 << 20  # a WordPress export is read up to this many bytes of one item's text; longer ones are no articles
Reason = Literal["bukan media terdaftar", "bukan HTML", "bukan jawaban 200", "tanpa kata pokok bahasan", "terlalu besar", "rusak"]


class Candidate(NamedTuple):
    """A page that may be taken: as it was fetched (`kind` response) or as an export holds it (resource)."""

    kind: Literal["response", "resource"]
    url: str
    body: bytes
    fetched: datetime
    headers: list[tuple[str, str]]
    title: str | None = None
    published: str | None = None


class Skipped(NamedTuple):
    """A record that is not taken."""

    reason: Reason


class BulkProblem(Exception):
    """A file that can't be read on; the message is one line."""


def read_source(
    path: Path, registry: Registry | None, *, keep_all: bool = False, start: int = 0
) -> Iterator[tuple[int, Candidate | Skipped]]:
    """The records of a `.warc`, `.warc.gz`, `.wacz` or WordPress export (`.xml`), each with the offset behind which to read on (the number
    of the record in WACZ and XML). `registry` None takes pages of any outlet.

    Raises BulkProblem where the file can't be opened, or not be read on.
    """
    try:
        if path.suffix == ".wacz":
            yield from _wacz(path, registry, keep_all, start)
        elif path.suffix == ".xml":
            yield from _export(path, registry, keep_all, start)
        else:
            with path.open("rb") as file:
                yield from _warc(file, registry, keep_all, start)
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, etree.XMLSyntaxError) as error:
        raise BulkProblem(f"{path}: tidak dapat dibaca lebih lanjut ({error})") from error


def _warc(file: IO[bytes], registry: Registry | None, keep_all: bool, start: int = 0) -> Iterator[tuple[int, Candidate | Skipped]]:
    """Raises OSError where the first thing in the file is no record."""
    read = 0
    for found in read_responses(file, start, lambda url: registry is None or registry.by_url(url) is not None):
        if isinstance(found, Broken):
            if not read:
                raise OSError(found.reason)
            yield found.offset, Skipped("rusak")
            continue
        read += 1
        yield found.offset, Skipped("bukan media terdaftar") if isinstance(found, Unwanted) else _response(found, keep_all)


def _response(found: Response, keep_all: bool) -> Candidate | Skipped:
    if found.status != 200:
        return Skipped("bukan jawaban 200")
    if "html" not in found.type.lower():
        return Skipped("bukan HTML")
    try:
        body = found.body()
    except ValueError:
        return Skipped("rusak")
    if body is None:
        return Skipped("terlalu besar")
    return _candidate(found, body) if keep_all or on_topic(body) else Skipped("tanpa kata pokok bahasan")


def _candidate(found: Response, body: bytes) -> Candidate | Skipped:
    if found.moment is None or not found.whole:
        return Skipped("rusak")
    return Candidate("response", found.url, body, found.moment, found.headers)


def _wacz(path: Path, registry: Registry | None, keep_all: bool, start: int) -> Iterator[tuple[int, Candidate | Skipped]]:
    """The WARC files in a WACZ, in the order of their names; member names are never used as paths."""
    number = 0
    with zipfile.ZipFile(path) as archive:
        for name in sorted(n for n in archive.namelist() if n.startswith("archive/") and n.endswith((".warc", ".warc.gz"))):
            with archive.open(name) as member:
                for _, found in _warc(member, registry, keep_all):
                    number += 1
                    if number > start:
                        yield number, found


def _export(path: Path, registry: Registry | None, keep_all: bool, start: int) -> Iterator[tuple[int, Candidate | Skipped]]:
    """The published posts of a WordPress export (WXR)."""
    moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    events = etree.iterparse(str(path), tag="{*}item", resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    for number, (_, item) in enumerate(events, 1):
        if number > start and item.findtext("{*}post_type") == "post" and item.findtext("{*}status") == "publish":
            yield number, _post(item, registry, keep_all, moment)
        item.clear()


def _post(item: etree._Element, registry: Registry | None, keep_all: bool, moment: datetime) -> Candidate | Skipped:
    url, title = item.findtext("{*}link") or "", item.findtext("{*}title") or ""
    if registry is not None and registry.by_url(url) is None:
        return Skipped("bukan media terdaftar")
    text = next((e.text or "" for e in item.findall("{*}encoded") if "content" in etree.QName(e).namespace), "")
    if len(text) > _NEAR:
        return Skipped("terlalu besar")
    body = (
        f"<html><head><title>{html.escape(title)}</title></head><body><article><h1>{html.escape(title)}</h1>{text}</article></body></html>"
    )
    if not keep_all and not on_topic(body.encode()):
        return Skipped("tanpa kata pokok bahasan")
    published = (item.findtext("{*}post_date") or "").replace(" ", "T") or None
    return Candidate("resource", url, body.encode(), moment, [], title or None, published)
