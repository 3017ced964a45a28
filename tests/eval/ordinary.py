"""Ordinary pages that hold none of the subject, made from the templates in ordinary.toml: the base rate of a crawl."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path

TEMPLATES = Path(__file__).parent / "ordinary.toml"


def ordinary_pages(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """`count` (title, text) pairs; the same seed gives the same pages."""
    data = tomllib.loads(TEMPLATES.read_text(encoding="utf-8"))
    draw = random.Random(seed)
    for number in range(count):
        topic = data["topic"][number % len(data["topic"])]
        slots = {name: draw.choice(data[name]) for name in ("kota", "kab", "nama", "hari", "desa")} | {"n": draw.randint(2, 900)}
        others = draw.sample([t for t in data["topic"] if t is not topic], 2)
        tail = [sentence for other in others for sentence in other["body"][:1]] if draw.random() < 0.3 else []
        yield topic["title"].format(**slots), "\n".join(s.format(**slots) for s in [*topic["body"], *tail])
