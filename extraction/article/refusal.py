"""Pages that are no article: bot walls, error pages, empty ones (extraction.md, R18)."""

from __future__ import annotations

from extraction.article.cues import cues

MIN_CHARS = 40  # shorter texts hold no sentence
MAX_WALL = 2000  # characters; a bot wall says little else
MAX_ERROR = 600


def refusal_of(text: str, title: str | None) -> str | None:
    """Why this is no article (Indonesian, for the reader), None where it may be one."""
    said = cues()["refusal"]
    for piece in ((title or "").strip().lower(), text.strip().lower()):
        if piece.startswith(tuple(said["wall"])) and len(text) < MAX_WALL:
            return "halaman pemeriksaan bot"
        if len(text) < MAX_WALL and any(cue in piece for cue in said["wall_text"]):
            return "halaman pemeriksaan bot"
        if piece.startswith(tuple(said["error"])) and len(text) < MAX_ERROR:
            return "halaman galat"
    if len(text.strip()) < MIN_CHARS:
        return "tidak ada teks artikel"
    return None
