"""Clauses of a sentence: the stretch in which one predicate with its agent, patient and modality stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_BOUNDARY = re.compile(
    r"[;:]\s|,\s|\s[–—-]\s|[\"“”]|"
    r"\b(?:namun|tetapi|tapi|sedangkan|sementara(?! waktu)|padahal|lalu|kemudian|setelah|usai|sebelum|karena|sehingga|sebab)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“][^\"“”\n]{2,1500}[\"”]")


@dataclass(frozen=True, slots=True)
class Clause:
    """Offsets in the version's `whole`."""

    start: int
    end: int


def split(text: str, offset: int) -> list[Clause]:
    """The clauses of a sentence that starts at `offset`; together they cover it."""
    cuts = [0, *(m.start() for m in _BOUNDARY.finditer(text) if m.start()), len(text)]
    return [Clause(offset + a, offset + b) for a, b in pairwise(cuts) if b > a]


def quotations(whole: str) -> list[tuple[int, int]]:
    """Stretches between quotation marks."""
    return [m.span() for m in _QUOTED.finditer(whole)]
