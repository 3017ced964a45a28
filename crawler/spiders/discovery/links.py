"""What a listing gives, and reading links and dates from bytes that may be hostile."""

from __future__ import annotations

import html
import re
import zlib
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple
from urllib.parse import urljoin

import msgspec
from lxml import etree

from crawler.policy.limits import MAX_BODY_BYTES, MAX_URL_LENGTH

_TAG = re.compile(rb"<(a|link)\s([^<>]{1,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"([a-zA-Z-]{1,30})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


class Listed(NamedTuple):
    """An address that a listing gives; `told` is when it says that the page last changed, in seconds since the epoch."""

    url: str
    told: float | None = None


class Listing(msgspec.Struct):
    """What was found in a listing: pages, further listings of its kind, feeds that it names. `problem` says why it could not be read."""

    pages: list[Listed] = []
    listings: list[Listed] = []
    feeds: list[Listed] = []
    problem: str = ""


class Tag(NamedTuple):
    """An `<a>` or `<link>` with an address: its absolute address, and rel and type in lower case."""

    url: str
    rel: str
    type: str


def join(base: str, url: str | None) -> str | None:
    """The absolute form of a link; None where it is none, or longer than MAX_URL_LENGTH."""
    if not url:
        return None
    try:
        joined = urljoin(base, url.strip())
    except ValueError:
        return None
    return joined if joined.startswith(("http://", "https://")) and len(joined) <= MAX_URL_LENGTH else None


def tags_of(body: bytes, base: str) -> list[Tag]:
    """The links of an HTML page, read off its bytes in linear time: no tree is built of a page that may be hostile."""
    tags = []
    for match in _TAG.finditer(body):
        attributes = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(match[2])}
        url = join(base, html.unescape(attributes.get(b"href", b"").decode("utf-8", "replace")))
        if url:
            tags.append(Tag(url, _text(attributes.get(b"rel")), _text(attributes.get(b"type"))))
    return tags


def parse_xml(body: bytes) -> etree._Element:
    """Parse XML with no entities, no network, no huge trees.

    Raises ValueError where it is none, or has a document type (billion laughs, external entities).
    """
    if b"<!DOCTYPE" in body[:4096] or b"<!ENTITY" in body:
        raise ValueError("XML dengan DOCTYPE tidak dibaca")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(body.lstrip(), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"bukan XML: {error}") from error
    if root is None:
        raise ValueError("bukan XML")
    tree: Any = root.getroottree()
    if tree.docinfo.doctype:  # in UTF-16, or behind a long comment
        raise ValueError("XML dengan DOCTYPE tidak dibaca")
    return root


def name_of(element: etree._Element) -> str:
    """An element's name without its namespace, lawful or not (a broken file is read as far as it goes)."""
    try:
        return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    except UnicodeDecodeError:
        return ""


def parse_json(body: bytes) -> Any:  # noqa: ANN401  (JSON)
    """Parse JSON. Raises ValueError where it is none, or not in UTF-8."""
    try:
        return msgspec.json.decode(body)
    except msgspec.DecodeError as error:
        raise ValueError(str(error)) from error


def text_of(element: etree._Element, path: str) -> str | None:
    """The text of a child; None where there is none, or none that can be read (references to half letters)."""
    try:
        return element.findtext(path)
    except UnicodeDecodeError:
        return None


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute; None where there is none, or none that can be read."""
    try:
        return element.get(name)
    except UnicodeDecodeError:
        return None


def gunzipped(body: bytes) -> bytes:
    """A body that is a gzip file, unpacked up to MAX_BODY_BYTES. Raises ValueError where it is larger or broken."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    decoder = zlib.decompressobj(zlib.MAX_WBITS + 16)
    try:
        unpacked = decoder.decompress(body, MAX_BODY_BYTES)
    except zlib.error as error:
        raise ValueError(f"gzip rusak: {error}") from error
    if decoder.unconsumed_tail:
        raise ValueError(f"lebih besar dari {MAX_BODY_BYTES} bita setelah dibuka")
    return unpacked


def seconds(printed: str | None) -> float | None:
    """A W3C or RFC 822 date in seconds since the epoch (UTC where it names no zone); None where it is none."""
    if not printed:
        return None
    printed = printed.strip()
    try:
        moment = datetime.fromisoformat(printed)
    except ValueError:
        try:
            moment = parsedate_to_datetime(printed)
        except ValueError:
            return None
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (OverflowError, ValueError):
        return None


def _text(value: bytes | None) -> str:
    return (value or b"").decode("ascii", "replace").strip().lower()
