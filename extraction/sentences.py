"""Sentences of Indonesian news text: abbreviations and degrees don't end one, quotation marks stay with their sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from extraction.model import Span
from extraction.reading import Reading, Sentence

LONGEST = 3000  # characters; a longer "sentence" is a table or an attack, and rules read a sentence once for each of its cues
LOOK_BACK = 24  # characters before a full stop in which an abbreviation or label is looked for

# The groups are atomic and a run of marks is entered only at its start, so the time grows with the text.
_END = re.compile(
    r"(?<![.!?…])(?>[.!?…]+)(?>[\"”’')\]]*)(?=\s+(?:[\"“‘'(\[]|[A-Z0-9À-Ý])|\s*$)"  # an end, then a blank and an opening
    r"|(?<=[a-z]{4})[.!?](?>[\"”’]?)(?=[\"“]?(?!Com\b|Id\b|Co\b|Net\b)[A-ZÀ-Ý][a-z]{2})"  # the blank was forgotten
)
_NUMBERING = re.compile(r"^\W*(?:\d{1,2}|[a-z])\.$")


@lru_cache(maxsize=1)
def _abbreviated() -> re.Pattern[str]:
    words = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text("utf-8"))
    listed = "|".join(re.escape(w).replace(r"\.", r"\.?") for w in sorted(words["abbreviations"], key=len, reverse=True))
    labels = "".join(rf"(?<!\b{label} )" for label in words["labels"])
    return re.compile(rf"(?:^|[\s(.,/\"“])(?:{listed}|{labels}[A-Z])\.$")


def split(paragraph: str) -> list[tuple[int, int]]:
    """Offsets [start, end) of the sentences of one paragraph, without surrounding blanks."""
    bounds: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(paragraph):
        if match[0].startswith(".") and _goes_on(paragraph, start, match.start()):
            continue
        bounds.append((start, match.end()))
        start = match.end()
    if paragraph[start:].strip():
        bounds.append((start, len(paragraph)))
    return [_trim(paragraph, a, b) for bound in bounds for a, b in _pieces(paragraph, *bound) if paragraph[a:b].strip()]


def _pieces(paragraph: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence, cut behind a blank wherever it would grow longer than LONGEST."""
    while end - start > LONGEST:
        blank = paragraph.rfind(" ", start, start + LONGEST)
        cut = blank + 1 if blank >= start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _goes_on(paragraph: str, start: int, stop: int) -> bool:
    """Whether the full stop at `stop` closes an abbreviation or the number of a list's item."""
    before = paragraph[max(0, stop - LOOK_BACK) : stop + 1]
    return bool(_abbreviated().search(before)) or (stop - start <= 4 and bool(_NUMBERING.match(paragraph[start : stop + 1].lstrip())))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def read_sentences(reading: Reading) -> None:
    """Fill `reading.sentences`; the headline is one sentence of its own."""
    offset = 0
    for number, paragraph in enumerate(reading.whole.split("\n")):
        title = number == 0 and reading.text_start > 0
        bounds = [_trim(paragraph, 0, len(paragraph))] if title else split(paragraph)
        for a, b in bounds:
            span = Span(offset + a, offset + b)
            reading.sentences.append(Sentence(span, paragraph[a:b], number, title))
        offset += len(paragraph) + 1
