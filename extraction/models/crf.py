"""The shipped person model: a linear-chain CRF (python-crfsuite) over the features of features.py."""

from __future__ import annotations

from pathlib import Path

import pycrfsuite

from extraction.models.features import features_of
from extraction.models.registry import SHIPPED, PersonSpan
from extraction.models.tokens import spans_of

MODEL = Path(__file__).parent / "data" / "person_v1.crfsuite"
TOKENS_MOST = 400  # longer "sentences" are lists or broken pages; asking them would cost more than it tells


class CrfPersons:
    """Finds names by the most likely sequence of B, I, O; a span's confidence is the lowest marginal of its tokens."""

    name = SHIPPED

    def __init__(self, path: Path = MODEL) -> None:
        """Load the model file. Raises FileNotFoundError where it is missing."""
        if not path.exists():
            raise FileNotFoundError(path)
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(path))

    def labels(self, tokens: list[str]) -> list[str]:
        """B, I or O for each token."""
        return self._tagger.tag(features_of(tokens)) if tokens else []

    def person_spans(self, text: str) -> list[PersonSpan]:
        """The persons' names in one sentence."""
        bounds = spans_of(text)[:TOKENS_MOST]
        labels = self.labels([text[start:end] for start, end in bounds])
        found: list[PersonSpan] = []
        for first, last in names_of(labels):
            sure = min(self._tagger.marginal(labels[i], i) for i in range(first, last))
            found.append(PersonSpan(bounds[first][0], bounds[last - 1][1], sure))
        return found

    def person_likelihood(self, text: str, start: int, end: int) -> float:
        """The highest 1 - P(O) among the tokens that overlap [start, end); 1 behind the tokens that are read, where it can't say."""
        bounds = spans_of(text)[:TOKENS_MOST]
        if not bounds or end > bounds[-1][1]:
            return 1.0
        self._tagger.set(features_of([text[a:b] for a, b in bounds]))
        return max((1 - self._tagger.marginal("O", i) for i, (a, b) in enumerate(bounds) if a < end and b > start), default=1.0)


def names_of(labels: list[str]) -> list[tuple[int, int]]:
    """Tokens [first, last) of each name; an I without a B before it begins one."""
    found: list[tuple[int, int]] = []
    first: int | None = None
    for i, label in enumerate([*labels, "O"]):
        if first is not None and label != "I":
            found.append((first, i))
            first = None
        if label == "B" or (label == "I" and first is None):
            first = i
    return found
