"""What the statistical person model sees of each token: its form, the word lists that hold it, and its neighbours.

The lists are those of the role grammar (extraction/people/data), so that a word added there helps the model without training.
"""

from __future__ import annotations

from functools import lru_cache

from extraction.people.lexicon import (
    agency_words,
    corps,
    first_names,
    front_titles,
    grammar,
    heads,
    not_names,
    office_words,
    private_words,
    speech,
)

WINDOW = 4  # neighbours on each side that a token sees; 2 scored .05 lower on the own held-out part (DECISIONS.md, 2026-11-25)
_AFFIX_MOST = 4  # letters of the longest prefix and suffix
_KNOWN_WORDS = 100_000  # words whose features are kept; the vocabulary of years of news is smaller


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    """Word lists by the short name of their feature."""
    verbs = speech()
    return {
        "first": first_names(),
        "not": not_names(),
        "office": office_words(),
        "agency": agency_words(),
        "private": private_words(),
        "corps": corps(),
        "head": frozenset(heads()),
        "title": frozenset(front_titles()),
        "unit": grammar().place_units,
        "before": verbs.inverted | verbs.according,
        "after": verbs.forward,
    }


def _shape(token: str) -> str:
    """Its kinds of characters, runs shortened: "Wiryo" Xx, "MAA" X, "0999/3" d/d."""
    shape = ""
    for char in token:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if not shape.endswith(kind):
            shape += kind
    return shape


@lru_cache(maxsize=_KNOWN_WORDS)
def _own(token: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(features of the token itself, those that its neighbours see)."""
    low = token.lower()
    near = ["w=" + low, "s=" + _shape(token), *("l=" + name for name, words in _lists().items() if low in words)]
    affixes = [f"{side}={part}" for n in range(1, _AFFIX_MOST + 1) if len(low) > n for side, part in (("p", low[:n]), ("e", low[-n:]))]
    length = f"n={min(len(token), 8)}"
    return (*near, *affixes, length), tuple(near)


def features_of(tokens: list[str]) -> list[list[str]]:
    """One list of features for each token."""
    caps = _mostly_capital(tokens)
    own = [_own(token) for token in tokens]
    rows: list[list[str]] = []
    for i, (mine, _) in enumerate(own):
        row = [*mine, "caps" if caps else "mixed"]
        for step in range(-WINDOW, WINDOW + 1):
            if step == 0:
                continue
            k = i + step
            if 0 <= k < len(own):
                row.extend(f"{step}{feature}" for feature in own[k][1])
            elif k in (-1, len(own)):
                row.append(f"{step}edge")
        rows.append(row)
    return rows


def _mostly_capital(tokens: list[str]) -> bool:
    """Whether the sentence is printed as a headline: most of its words begin with a capital."""
    words = [token for token in tokens if token[0].isalpha()]
    return sum(word[0].isupper() for word in words) >= 0.6 * len(words)
