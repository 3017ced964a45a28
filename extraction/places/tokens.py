"""Words of a text with their offsets, as the gazetteers of places and agencies walk over them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")


class Token(NamedTuple):
    """A run of letters and digits. `gap` is what stands between the word before and this one."""

    text: str
    low: str
    start: int
    end: int
    gap: str

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter or digit, as words of a name do."""
        return not self.text[0].islower()


def plain(word: str) -> str:
    """Lower case without accents: no Indonesian place has any, and a slip of the keyboard sets some ("Cìlegon")."""
    low = word.lower()
    return low if low.isascii() else "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


@lru_cache(maxsize=8)
def tokenize(text: str) -> tuple[Token, ...]:
    """All words of the text, in order."""
    tokens: list[Token] = []
    behind = 0
    for match in _WORD.finditer(text):
        word = match[0]
        tokens.append(Token(word, plain(word), match.start(), match.end(), text[behind : match.start()]))
        behind = match.end()
    return tuple(tokens)


def fold(name: str) -> str:
    """Letters and digits only, lower case: printed variants of a name that differ by blanks and hyphens fold to one key."""
    return plain("".join(_WORD.findall(name)))
