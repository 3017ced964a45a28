"""The article as words with the gaps between them: what the role grammar walks over."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"\d+(?:[./]\d+)*|[^\W\d_][^\W_]*(?:['’`´\-][^\W_]+)*", re.UNICODE)


class Word(NamedTuple):
    """A word or number of the text. `low` is its lower case."""

    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def caps(self) -> bool:
        """Whether it is printed in capitals only."""
        return self.text.isupper()


class Words:
    """All words of a text; `gap(i)` is what stands between word i-1 and word i ("" before the first)."""

    def __init__(self, whole: str) -> None:
        self.whole = whole
        self.list = [Word(m.start(), m.end(), m[0], m[0].lower()) for m in _WORD.finditer(whole)]
        self.lower = frozenset(w.text for w in self.list if w.text.islower())

    def __len__(self) -> int:
        return len(self.list)

    def __getitem__(self, i: int) -> Word:
        return self.list[i]

    def gap(self, i: int) -> str:
        """What stands between word i-1 and word i; the rest of the text behind the last."""
        if i <= 0:
            return ".\n"
        if i >= len(self.list):
            return (self.whole[self.list[-1].end :] if self.list else "") + "\n"
        return self.whole[self.list[i - 1].end : self.list[i].start]

    def matches(self, i: int, phrase: tuple[str, ...], gaps: tuple[str, ...] = (" ",)) -> bool:
        """Whether the words from i on are the phrase (lower case), parted by one of the gaps."""
        if i < 0 or i + len(phrase) > len(self.list):
            return False
        return all(self.list[i + k].low == word for k, word in enumerate(phrase)) and all(
            self.gap(i + k) in gaps for k in range(1, len(phrase))
        )

    def at(self, offset: int) -> int:
        """The index of the first word that starts at or behind the offset (the number of words where there is none)."""
        low, high = 0, len(self.list)
        while low < high:
            middle = (low + high) // 2
            if self.list[middle].start < offset:
                low = middle + 1
            else:
                high = middle
        return low
