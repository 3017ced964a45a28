"""Files that hold many pages, given by hand: WARC, WACZ and WordPress exports. They may be torn or hostile (crawler/bulk)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cli.raw import Item, RawInput, Refusal
from crawler.bulk import Candidate, read_source
from crawler.bulk.sources import BulkProblem
from crawler.bulk.warc import Broken, Response, read_responses
from crawler.policy.limits import MAX_BODY_BYTES
from extraction.article import canonical_url

SHOWN = 100  # characters of a library's message about a broken file: it may quote the file
_HTML = ("text/html", "application/xhtml+xml")
_EXPORT = b"wordpress.org/export/"
_HEAD_BYTES = 8192  # within which an export names its namespaces


def is_wordpress_export(path: Path) -> bool:
    """Whether an XML file is one. Raises OSError where it can't be read."""
    with path.open("rb") as file:
        return _EXPORT in file.read(_HEAD_BYTES)


def read_warc_inputs(path: Path, name: str, origin: str) -> Iterator[Item]:
    """Responses of HTML pages with status 200; other records are passed over. A file that holds none, or is damaged, is said."""
    pages = 0
    with path.open("rb") as file:
        for found in read_responses(file):
            if isinstance(found, Broken):
                reason = " ".join(found.reason.split())[:SHOWN]
                yield Refusal(name, f"WARC rusak pada bita {found.offset}: {reason}")
                pages += 1
            elif isinstance(found, Response) and found.status == 200:
                pages += 1
                yield _page(found, name, origin)
    if not pages:
        yield Refusal(name, "tidak memuat halaman yang diambil dengan status 200")


def _page(found: Response, name: str, origin: str) -> Item:
    url, media = found.url, found.type.split(";")[0].strip().lower()
    if media not in _HTML:
        return Refusal(url or name, f"bukan halaman HTML ({media or 'tanpa jenis'})")
    try:
        body = found.body()
    except ValueError as error:
        return Refusal(url or name, f"isi tidak dapat dibuka: {str(error)[:SHOWN]}")
    if body is None or not body.strip():
        return Refusal(url or name, "kosong" if body is not None else f"lebih dari {MAX_BODY_BYTES // 1_000_000} MB")
    if found.moment is None:
        return Refusal(url or name, "WARC-Date tidak terbaca")
    if not found.whole or canonical_url(url, None) is None:
        return Refusal(url or name, "alamatnya bukan alamat web" if found.whole else "terpotong")
    return RawInput(url, f"{origin}#{url}", body, "text/html", url=url, fetched=found.moment)


def read_bulk_inputs(path: Path, name: str, origin: str) -> Iterator[Item]:
    """The pages of a WACZ, the published posts of a WordPress export, whatever they are about."""
    try:
        for number, found in read_source(path, None, keep_all=True):
            if isinstance(found, Candidate):
                given = {"title": found.title, "published": found.published}
                yield RawInput(found.url, f"{origin}#{found.url}", found.body, "text/html", url=found.url, fetched=found.fetched, **given)
            elif found.reason != "bukan jawaban 200":
                yield Refusal(f"{name}:{number}", found.reason)
    except BulkProblem as problem:
        yield Refusal(name, " ".join(str(problem).split())[-SHOWN:])
