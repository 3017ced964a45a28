"""More sentences from the labelled ones: every name exchanged for an invented one, so that the model learns the place, not the name."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from extraction.models.crf import names_of
from extraction.models.labelled import Labelled
from extraction.people.lexicon import first_names

_INITIALS_MOST = 4
_LISTED, _COINED = 0.5, 0.44  # shares of name words from the list and coined; the rest are common words that are also names
_KEEP_SINGLE = 0.7  # a single name stays single so often: short later mentions are single


@lru_cache(maxsize=1)
def _parts() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "data" / "syllables.toml").read_text(encoding="utf-8"))


def augmented(sentences: list[Labelled], times: int, seed: int) -> list[Labelled]:
    """The sentences and `times` variants of each; the same for the same seed."""
    random = Random(seed)  # noqa: S311  (no secret)
    return sentences + [_exchanged(sentence, random) for _ in range(times) for sentence in sentences]


def _exchanged(sentence: Labelled, random: Random) -> Labelled:
    found: Labelled = []
    done = 0
    for first, last in names_of([label for _, label in sentence]):
        found += sentence[done:first]
        name = _other([token for token, _ in sentence[first:last]], random)
        found += [(token, "I" if k else "B") for k, token in enumerate(name)]
        done = last
    return found + sentence[done:]


def _other(name: list[str], random: Random) -> list[str]:
    if not all(token[0].isalpha() for token in name):
        return name  # initials with full stops keep their shape
    alone = len(name) == 1
    if alone and name[0].isupper() and len(name[0]) <= _INITIALS_MOST:
        return ["".join(random.choice("ABDEFHIJKLMNRSTWY") for _ in name[0])]
    count = 1 if alone and random.random() < _KEEP_SINGLE else random.choice([1, 2, 2, 2, 3, 3, 4])
    words = [_word(random) for _ in range(count)]
    return [word.upper() for word in words] if all(token.isupper() for token in name) else words


def _word(random: Random) -> str:
    kind = random.random()
    if kind < _LISTED:
        return random.choice(sorted(first_names())).capitalize()
    return _coined(random) if kind < _LISTED + _COINED else str(random.choice(_parts()["words"])).capitalize()


def _coined(random: Random) -> str:
    parts, count = _parts(), random.choice([1, 2, 2, 2, 3, 3])
    word = ""
    for i in range(count):
        closed = i == count - 1 or random.random() < 0.25
        word += random.choice(parts["onsets"]) + random.choice(parts["vowels"]) + (random.choice(parts["codas"]) if closed else "")
    return word.capitalize()
