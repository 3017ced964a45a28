"""Identities of articles, versions and statements (architecture.md): hashes that don't move when a component version changes offsets."""

from __future__ import annotations

import hashlib

from extraction.model.mentions import Span

CONTEXT = 32  # characters of context on each side of the quoted words (architecture.md, "Identity")
_DIGITS = 20  # 80 bits: a collision among 10^9 statements has a chance of about 10^-6


def digest(*parts: str) -> str:
    """Hash of the parts, which may hold any character but NUL; 20 hex digits."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def article_id(canonical_url: str | None, identity: str) -> str:
    """By canonical URL where it is known, else by the identity that the input got when it first came in."""
    return digest("url", canonical_url) if canonical_url else digest("input", identity)


def input_identity(name: str, first_body: bytes) -> str:
    """Identity of an input without a URL: its name and the first bytes it showed. Two folders may both hold `001.txt`."""
    return digest("name", name, hashlib.sha256(first_body).hexdigest())


def version_id(article: str, text_hash: str) -> str:
    """Article id and hash of the extracted text."""
    return digest("version", article, text_hash)


def statement_id(version: str, kind: str, whole: str, span: Span, value: str) -> str:
    """Article version, kind, quoted words with their context, value; never offsets."""
    context = whole[max(0, span.start - CONTEXT) : span.end + CONTEXT]
    return digest(kind, version, whole[span.start : span.end], context, value)
