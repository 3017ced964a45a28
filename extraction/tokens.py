"""The pipeline's tokenizer: words with their inner hyphens, stops and slashes, and single marks.

spaCy's own Indonesian tokenizer carries 16,000 exceptions (reduplications such as "abu-abu"), which take 2.5 s to load and change nothing
here: a hyphenated word is one token anyway.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

TOKENIZER = "netra_tokenizer_v1"
_TOKEN = re.compile(r"\w+(?:[-./’']\w+)*|[^\w\s]")


class Tokenizer:
    """Text to Doc; nothing is lost, `doc.text` is the text."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        behind = 0
        for match in _TOKEN.finditer(text):  # spaCy's get_words_and_spaces does the same in quadratic time
            if match.start() > behind:
                words.append(text[behind : match.start()])
                spaces.append(False)
            behind = match.end() + text.startswith(" ", match.end())
            words.append(match[0])
            spaces.append(behind > match.end())
        if behind < len(text):
            words.append(text[behind:])
            spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **kwargs: object) -> bytes:  # noqa: ARG002  (spaCy serialises every tokenizer)
        """Nothing to keep: the rule is code."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: object) -> Tokenizer:  # noqa: ARG002
        """Nothing to read."""
        return self


def _make() -> Callable[[Language], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers.register(TOKENIZER, func=_make)
