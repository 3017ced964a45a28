"""Pages that are no article: bot walls, error pages, lists (extraction.md, R18)."""

from __future__ import annotations

import re

MIN_CHARS = 40  # shorter texts hold no sentence
_WALL = re.compile(
    r"^(?:just a moment|attention required|checking your browser|verifying you are human|verify you are human|access denied|please wait|one moment, please|"
    r"performing security verification|ddos protection|security check|403 forbidden|robot check|are you a robot|mohon tunggu sebentar)",
    re.I,
)
_WALL_TEXT = re.compile(
    r"enable javascript and cookies to continue|checking (?:if the site connection|your browser)|cf-browser-verification|needs to review the security of your connection|unusual traffic",
    re.I,
)
_ERROR = re.compile(
    r"^(?:404\b|error 404|page not found|halaman tidak ditemukan|not found\b|oops|502 bad gateway|500 internal|503 service|database error|error establishing)",
    re.I,
)


def refusal_of(text: str, title: str | None) -> str | None:
    """Why this is no article, None where it may be one."""
    for piece in (title or "", text):
        if _WALL.match(piece.strip()) or (len(text) < 2000 and _WALL_TEXT.search(piece)):
            return "halaman pemeriksaan bot"
        if _ERROR.match(piece.strip()) and len(text) < 600:
            return "halaman galat"
    if len(text.strip()) < MIN_CHARS:
        return "tidak ada teks artikel"
    return None
