"""From bytes to clean lines: the encoding, control characters, blanks."""

from __future__ import annotations

import re
import unicodedata

from trafilatura.utils import detect_encoding

MAX_BYTES = 8_000_000  # of one page; the largest of 34 measured news pages had 1.1 MB, and 50 MB hang a parser
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]")
_BREAKS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_DECLARED = re.compile(rb"<meta[^>]{0,80}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)


def decode(body: bytes) -> str:
    """The text of the bytes: UTF-8 where it is valid, else by byte order mark, the page's own declaration, or the likeliest encoding."""
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return body.decode("utf-16", "replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(body[:4096])
    named = declared[1].decode("ascii", "replace") if declared else None
    for name in [named, *detect_encoding(body[:100_000])]:
        if name and (text := _try(body, name)) is not None:
            return text
    return body.decode("cp1252", "replace")


def _try(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def clean(text: str) -> str:
    """One form of letters (NFC), one blank between words, no control characters; newlines stay."""
    text = unicodedata.normalize("NFC", _CONTROL.sub("", _BREAKS.sub("\n", text)))
    return _BLANKS.sub(" ", text)


def one_line(text: str) -> str:
    """The text on one line, cleaned; plain ASCII needs no more than its blanks joined (a page has thousands of such pieces)."""
    return " ".join((text if text.isascii() and text.isprintable() else clean(text)).split())


def lines(text: str) -> list[str]:
    """The lines that hold anything, cleaned and stripped."""
    return [line for raw in clean(text).split("\n") if (line := raw.strip())]
