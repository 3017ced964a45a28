"""Search text: one way from printed words to tokens, for every back end and for the query."""

from index.analysis.stems import stem, table_digest
from index.analysis.tokens import Token, fold, folded, tokenize, words

__all__ = ["Token", "fold", "folded", "stem", "table_digest", "tokenize", "words"]
