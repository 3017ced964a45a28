"""The language gate: Indonesian, Malay, Javanese or English, by their most frequent words."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

ENOUGH_WORDS = 8  # below that the text says nothing about its language


@lru_cache(maxsize=1)
def _marks() -> dict[str, frozenset[str]]:
    data = tomllib.loads((Path(__file__).parent / "languages.toml").read_text("utf-8"))
    return {code: frozenset(entry["words"]) for code, entry in data.items()}


def language_of(text: str) -> str:
    """ISO 639 code: `id`, `ms`, `jv` or `en`; `id` where the text is too short to tell."""
    words = re.findall(r"[a-z’']+", text[:4000].lower())
    if len(words) < ENOUGH_WORDS:
        return "id"
    counts = {code: sum(w in marks for w in words) for code, marks in _marks().items()}
    common = counts.pop("common")
    counts["id"] += common
    counts["ms"] += common
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] > counts["id"] else "id"
