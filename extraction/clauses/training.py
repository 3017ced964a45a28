"""Training: the mean of a maximum-entropy model and an averaged perceptron for each event type, which is again one linear model."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from extraction.clauses.labelled import Labelled
from extraction.model import EventType

Row = tuple[bool, list[str]]
EPOCHS, MARGIN = 8, 1.0
SHARE = 4.0  # the perceptron's scores are about so many times those of the maximum-entropy model
SMALLEST = 0.25  # weights of the mean below this are left out: the file is a tenth of that with 0.1, and the measured sets do not change


def maxent(rows: list[Row]) -> dict[str, float]:
    """A binary logistic regression with L1 and L2 penalty, trained by CRFsuite on sequences of one item."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.3, "c2": 0.05, "max_iterations": 120, "feature.possible_transitions": False})
    for told, features in rows:
        trainer.append([features], ["1" if told else "0"])
    weights: defaultdict[str, float] = defaultdict(float)
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        for (feature, label), weight in tagger.info().state_features.items():
            weights[feature] += weight if label == "1" else -weight
        tagger.close()
    return dict(weights)


def perceptron(rows: list[Row], seed: int = 1) -> dict[str, float]:
    """An averaged perceptron with a margin."""
    chance = random.Random(seed)  # noqa: S311  (order of training, no secrecy)
    weights: defaultdict[str, float] = defaultdict(float)
    later: defaultdict[str, float] = defaultdict(float)
    order, count = list(rows), 1
    for _ in range(EPOCHS):
        chance.shuffle(order)
        for told, features in order:
            sign = 1 if told else -1
            if sign * sum(weights[f] for f in features) <= MARGIN:
                for feature in features:
                    weights[feature] += sign
                    later[feature] += count * sign
            count += 1
    return {feature: weight - later[feature] / count for feature, weight in weights.items()}


def mean_of(first: dict[str, float], second: dict[str, float]) -> dict[str, float]:
    """The mean of both models, small weights left out."""
    both = {f: (first.get(f, 0.0) + second.get(f, 0.0) / SHARE) / 2 for f in first.keys() | second.keys()}
    return {feature: weight for feature, weight in both.items() if abs(weight) >= SMALLEST}


@dataclass(frozen=True, slots=True)
class Score:
    """How a model reads labelled clauses: labels right, told and true."""

    right: int
    told: int
    true: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where nothing is right."""
        return 2 * self.right / (self.told + self.true) if self.right else 0.0


def score(models: dict[EventType, dict[str, float]], rows: list[tuple[Labelled, list[str]]]) -> Score:
    """How the models read clauses."""
    right = told = true = 0
    for one, features in rows:
        said = {kind for kind, weights in models.items() if sum(weights.get(f, 0.0) for f in features) > 0}
        meant = one.types if one.mode == "done" else frozenset[EventType]()
        right, told, true = right + len(said & meant), told + len(said), true + len(meant)
    return Score(right, told, true)
