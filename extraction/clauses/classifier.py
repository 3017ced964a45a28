"""The shipped classifier: one sum of weights for each event type."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from extraction.clauses.features import DATA, features_of
from extraction.model import EventType

WEIGHTS = DATA / "weights.tsv"
Weights = dict[str, list[tuple[EventType, float]]]


def read_weights(path: Path = WEIGHTS) -> Weights:
    """The weights by feature: a line holds a feature, then pairs of type and weight, all parted by tabs.

    Raises FileNotFoundError where the file is missing, ValueError where a line is not of that form.
    """
    table: Weights = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        feature, *pairs = line.split("\t")
        table[feature] = [(EventType(kind), float(weight)) for kind, weight in zip(pairs[::2], pairs[1::2], strict=True)]
    return table


@lru_cache(maxsize=1)
def _shipped() -> Weights:
    return read_weights()


def scores(text: str) -> dict[EventType, float]:
    """For each event type how strongly the sentence tells that it happened: a logit, above 0 more likely than not; no probability."""
    table = _shipped()
    sums = dict.fromkeys(EventType, 0.0)
    for feature in features_of(text):
        for kind, weight in table.get(feature, ()):
            sums[kind] += weight
    return sums
