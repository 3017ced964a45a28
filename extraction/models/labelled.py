"""Labelled sentences: the project's own format and the two given data sets, both as tokens with B, I, O for persons."""

from __future__ import annotations

import re
from pathlib import Path

from extraction.models.tokens import tokens_of

DATA = Path(__file__).parent / "data"
TRAINING, HELD_OUT = DATA / "training.txt", DATA / "held_out.txt"
Labelled = list[tuple[str, str]]  # (token, label) of one sentence

_BRACKETS = re.compile(r"[\[\]]")
_PERSON = ("-PER", "-PERSON")  # idner-news-2k, NERGrit


class BadLabels(Exception):
    """A file of labelled sentences breaks its format; the message names file and line."""


def read_own(path: Path) -> list[Labelled]:
    """Sentences of the project's own format: one a line, names in square brackets, `#` begins a comment.

    Raises BadLabels where brackets are not paired or hold nothing.
    """
    found: list[Labelled] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            found.append(_own(line, f"{path.name}:{number}"))
    return found


def _own(line: str, where: str) -> Labelled:
    parts = _BRACKETS.split(line)
    if "".join(_BRACKETS.findall(line)) != "[]" * (len(parts) // 2) or not all(parts[1::2]):
        raise BadLabels(f"{where}: brackets are not paired")
    labelled: Labelled = []
    for k, part in enumerate(parts):
        tokens = tokens_of(part)
        labelled += zip(tokens, _labels(len(tokens)) if k % 2 else ["O"] * len(tokens), strict=True)
    return labelled


def _labels(count: int) -> list[str]:
    return ["B", *["I"] * (count - 1)][:count]


def read_conll(path: Path) -> list[Labelled]:
    """Sentences of a file with one token a line, its IOB label last, and a blank line behind each sentence.

    Only persons keep their label. Raises BadLabels where a line has no label.
    """
    found: list[Labelled] = [[]]
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        columns = line.split()
        if not columns:
            found.append([])
            continue
        if len(columns) < 2:
            raise BadLabels(f"{path.name}:{number}: no label")
        found[-1].extend(_parted(columns[0], columns[-1]))
    return [sentence for sentence in found if sentence]


def _parted(word: str, label: str) -> Labelled:
    """A token of the set as our tokens: what begins a name begins it with its first part only."""
    tokens = tokens_of(word)
    if not label.endswith(_PERSON):
        return [(token, "O") for token in tokens]
    return list(zip(tokens, _labels(len(tokens)) if label[0] == "B" else ["I"] * len(tokens), strict=True))
