"""Sentences of Indonesian news text: abbreviations and degrees don't end one, quotation marks stay with their sentence."""

from __future__ import annotations

import re

from extraction.model import Span
from extraction.reading import Reading, Sentence

# Full stops behind these do not end a sentence (degrees, ranks, titles, printed abbreviations of this news).
_ABBREVIATIONS = (
    r"(?:[A-Z]|Dr|Drs|Dra|Ir|Prof|Hj?|KH|Tgk|St|Moh|Muh|Muhd|Mohd|Abd|M\.?Si|S\.?Sos|S\.?Pd|M\.?Pd|S\.?Kom|S\.?Hum|S\.?Ag|M\.?AP|S\.?IP|S\.?STP|M\.?Kn|"
    r"Kec|Kab|Prov|Kel|Ds|Jl|Jln|No|Nomor|Pj|Pjs|Plt|Plh|Kompol|Letkol|Kol|Mayjen|Brigjen|tgl|hal|ttd|dll|dsb|dkk|a\.n|s\.d|Tbk|PT|CV)"
)
_END = re.compile(
    r"(?:[.!?…]+[\"”’')\]]*)(?=\s+[\"“‘'(\[]*[A-Z0-9À-Ý]|\s*$)",
)
_ABBREVIATED = re.compile(rf"(?:^|[\s(.,\"“]){_ABBREVIATIONS}\.$")


def split(paragraph: str) -> list[tuple[int, int]]:
    """Offsets [start, end) of the sentences of one paragraph, without surrounding blanks."""
    bounds: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(paragraph):
        if match[0].startswith(".") and _ABBREVIATED.search(paragraph[max(0, match.start() - 12) : match.start() + 1]):
            continue
        bounds.append((start, match.end()))
        start = match.end()
    if paragraph[start:].strip():
        bounds.append((start, len(paragraph)))
    return [_trim(paragraph, a, b) for a, b in bounds if paragraph[a:b].strip()]


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
