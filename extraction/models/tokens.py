"""Words and marks of a sentence, as the person models see them."""

from __future__ import annotations

import re

# The words of extraction/people/tokens.py, and every other mark alone, so that "S.H.," of a data set and of an article part alike.
_TOKEN = re.compile(r"\d+(?:[./]\d+)*|[^\W\d_][^\W_]*(?:['’`´\-][^\W_]+)*|[^\w\s]", re.UNICODE)


def spans_of(text: str) -> list[tuple[int, int]]:
    """Offsets [start, end) of the tokens of `text`, in order."""
    return [match.span() for match in _TOKEN.finditer(text)]


def tokens_of(text: str) -> list[str]:
    """The tokens of `text`, in order."""
    return _TOKEN.findall(text)
