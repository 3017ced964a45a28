"""Retrain the shipped person model: python -m extraction.models.train FOLDER [--output FILE].

FOLDER holds idner2k/ and nergrit_indonlu/ (CARD.md says where they come from). Prints the figures of CARD.md.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from pathlib import Path

from extraction.models.crf import MODEL, CrfPersons
from extraction.models.training import TRAIN_FILES, held_out_sentences, score, train, training_sentences


def main(arguments: list[str]) -> None:
    """Train, write the file, print its size, hash and scores."""
    parser = argparse.ArgumentParser(prog="python -m extraction.models.train", description="Retrain the shipped person model.")
    parser.add_argument("sets", type=Path, help="folder with idner2k/ and nergrit_indonlu/")
    parser.add_argument("--output", type=Path, default=MODEL, help="model file to write")
    options = parser.parse_args(arguments)
    missing = [name for name in TRAIN_FILES if not (options.sets / name).exists()]
    if missing:
        parser.error(f"missing under {options.sets}: {', '.join(missing)}")
    started = time.perf_counter()
    train(training_sentences(options.sets), options.output)
    data = options.output.read_bytes()
    print(f"{options.output}: {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}, {time.perf_counter() - started:.0f} s")
    model = CrfPersons(options.output)
    for name, sentences in held_out_sentences(options.sets).items():
        began = time.perf_counter()
        result = score(model, sentences)
        each = 1000 * (time.perf_counter() - began) / len(sentences)
        print(f"{name}: F1 {result.f1:.3f} P {result.precision:.3f} R {result.recall:.3f}, {len(sentences)} sentences, {each:.2f} ms each")


if __name__ == "__main__":
    main(sys.argv[1:])
