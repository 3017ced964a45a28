"""Indonesian number words and printed numerals to values: "dua puluh lima" is 25, "1.005" is 1005."""

from __future__ import annotations

import re

from extraction.events.lexicon import table

_UNITS = r"(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
_TENS = rf"(?:{_UNITS} puluh|{_UNITS} belas|{_UNITS} ratus|{_UNITS} ribu|sepuluh|sebelas|seratus|seribu|{_UNITS})"
WORD = rf"(?:{_TENS}(?: {_TENS}){{0,4}})"
NUMERAL = r"\d{1,3}(?:\.\d{3}){1,5}|\d{1,18}"
NUMBER = rf"(?:{NUMERAL}|{WORD})"
_SCALE = {"puluh": 10, "ratus": 100}
_HUNDRED = 100


def value(printed: str) -> int:
    """The number that is printed.

    Raises ValueError where it is none.
    """
    text = printed.strip().lower()
    if re.fullmatch(NUMERAL, text):
        return int(text.replace(".", ""))
    simple: dict[str, int] = table("figures")["numbers"]
    total, current = 0, 0
    for word in text.split():
        if simple.get(word, 0) >= _HUNDRED:
            total += simple[word]
        elif word in simple:
            current += simple[word]
        elif word == "belas":
            current += 10
        elif word in _SCALE:
            total, current = total + current * _SCALE[word], 0
        elif word == "ribu":
            total, current = (total + current) * 1000, 0
        else:
            raise ValueError(f"not a number: {printed}")
    return total + current
