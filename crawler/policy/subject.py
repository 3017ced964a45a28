"""What is kept: a test on raw bytes, before any parsing (architecture.md, "What is kept of a crawl")."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent


def _pattern(words: Iterable[str]) -> re.Pattern[bytes]:
    """Whole words; a space is any run of blanks, a closing * any further letters."""
    parts = []
    for word in words:
        stem = rb"[\s\xa0]+".join(re.escape(piece).encode() for piece in word.removesuffix("*").split(" "))
        parts.append(stem if word.endswith("*") else stem + rb"(?![a-z0-9])")
    return re.compile(rb"(?<![a-z0-9])(?:" + b"|".join(parts) + rb")")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[bytes], re.Pattern[bytes], re.Pattern[bytes]]:
    words = tomllib.loads((_FOLDER / "subject.toml").read_text())
    return _pattern(words["alone"]), _pattern(words["office"]), _pattern(words["election"])


@lru_cache(maxsize=1)
def _walls() -> re.Pattern[bytes]:
    lines = (line.strip() for line in (_FOLDER / "walls.txt").read_text().splitlines())
    return re.compile(b"|".join(re.escape(line).encode() for line in lines if line and line[0] != "#"))


def on_topic(body: bytes) -> bool:
    """Whether the bytes hold the subject's words. UTF-16 is read as its bytes without the zeros between."""
    alone, office, election = _patterns()
    text = body.replace(b"\0", b"").lower()
    return bool(alone.search(text)) or bool(office.search(text) and election.search(text))


def is_wall(body: bytes) -> bool:
    """Whether a response is the page of a bot wall (they say so within the first 64 KiB)."""
    return bool(_walls().search(body[: 1 << 16].lower()))
