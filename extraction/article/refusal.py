"""Pages that are no article: bot walls, error pages, empty ones (extraction.md, R18)."""

from __future__ import annotations

import re

from extraction.article.cues import cues

MIN_CHARS = 40  # shorter texts hold no sentence
MAX_WALL = 2000  # characters; a bot wall says little else
MAX_ERROR = 600
NO_SENTENCE = 200  # a text as short as that without one sentence is a headline or a menu
WALL = "halaman pemeriksaan bot"


_SENTENCE = re.compile(r"[.!?…][\"”’)]*(?:\s|$)")


def refusal_of(text: str, title: str | None) -> str | None:
    """Why this is no article (Indonesian, for the reader), None where it may be one."""
    said = cues()["refusal"]
    for piece in ((title or "").strip().lower(), text.strip().lower()):
        if piece.startswith(tuple(said["wall"])) and len(text) < MAX_WALL:
            return WALL
        if len(text) < MAX_WALL and any(cue in piece for cue in said["wall_text"]):
            return WALL
        if piece.startswith(tuple(said["error"])) and len(text) < MAX_ERROR:
            return "halaman galat"
    if len(text.strip()) < MIN_CHARS or (len(text) < NO_SENTENCE and not _SENTENCE.search(text)):
        return "tidak ada teks artikel"
    return None


def is_wall(source: str) -> bool:
    """Whether the source of a page without text is a bot wall's."""
    lower = source.lower()
    return any(cue in lower for cue in (*cues()["refusal"]["wall_text"], *cues()["refusal"]["wall_source"]))
