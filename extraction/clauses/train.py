"""Retrain the shipped clause classifier: python -m extraction.clauses.train [--check].

Writes data/words.txt and data/weights.tsv. With --check it writes nothing and prints how models trained on four fifths of the frames
read the last fifth (the figures of CARD.md).
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Callable

from extraction.clauses.classifier import WEIGHTS
from extraction.clauses.features import DATA, features_of
from extraction.clauses.labelled import HAPPENED, Labelled, clauses, lower_words
from extraction.clauses.training import Row, maxent, mean_of, perceptron, score
from extraction.model import EventType

Rows = list[tuple[Labelled, list[str]]]


def _of(rows: Rows, kind: EventType) -> list[Row]:
    return [(kind in one.types and one.mode == HAPPENED, features) for one, features in rows]


def both(rows: list[Row]) -> dict[str, float]:
    """The shipped kind of model."""
    return mean_of(maxent(rows), perceptron(rows))


def write(rows: Rows) -> None:
    """Train on all clauses and write the weights."""
    table: defaultdict[str, list[str]] = defaultdict(list)
    for kind in EventType:
        for feature, weight in both(_of(rows, kind)).items():
            table[feature] += [kind.value, f"{weight:.2f}"]
    WEIGHTS.write_text("".join("\t".join([feature, *table[feature]]) + "\n" for feature in sorted(table)), encoding="utf-8")
    print(f"{WEIGHTS.name}: {len(table)} features, {WEIGHTS.stat().st_size} bytes")


def check(rows: Rows) -> None:
    """Print the figures of each kind of model on frames that it has not seen."""
    numbers = sorted({one.frame for one, _ in rows})
    random.Random(3).shuffle(numbers)  # noqa: S311  (a split, no secrecy)
    unseen = frozenset(numbers[: len(numbers) // 5])
    seen, rest = [r for r in rows if r[0].frame not in unseen], [r for r in rows if r[0].frame in unseen]
    kinds: dict[str, Callable[[list[Row]], dict[str, float]]] = {"maxent": maxent, "perceptron": perceptron, "mean": both}
    for name, learn in kinds.items():
        result = score({kind: learn(_of(seen, kind)) for kind in EventType}, rest)
        precision, recall = result.right / max(1, result.told), result.right / max(1, result.true)
        print(f"{name}: F1 {result.f1:.3f} P {precision:.3f} R {recall:.3f} on {len(rest)} clauses")


def main(arguments: list[str]) -> None:
    """Train and write, or only check."""
    parser = argparse.ArgumentParser(prog="python -m extraction.clauses.train", description="Retrain the shipped clause classifier.")
    parser.add_argument("--check", action="store_true", help="only measure on unseen frames")
    options = parser.parse_args(arguments)
    known = lower_words()
    rows = [(one, features_of(one.text, known)) for one in clauses()]
    print(f"{len({one.frame for one, _ in rows})} frames, {len(rows)} clauses")
    if options.check:
        check(rows)
        return
    (DATA / "words.txt").write_text("\n".join(sorted(known)) + "\n", encoding="utf-8")
    write(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
