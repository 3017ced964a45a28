"""Excerpts with the matched words told apart: made from the stored text, so that every back end shows the same.

The pieces are plain text; whoever shows them escapes them.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.model import CodedArticle
from index.analysis import Token, stem, tokenize
from index.query import And, Node, Or, Phrase, Prefix, Word
from index.store import SnippetPiece

_WINDOW = 38  # words of an excerpt: about 250 characters, two lines on a wide page


class Marker:
    """Says which words of a text a question matched."""

    def __init__(self, node: Node) -> None:
        self.stems: set[str] = set()
        self.phrases: dict[str, set[tuple[str, ...]]] = {}
        self.prefixes: tuple[str, ...] = ()
        for leaf in _leaves(node):
            self._note(leaf)

    def _note(self, leaf: Node) -> None:
        if isinstance(leaf, Word) and leaf.field == "stem":
            self.stems.add(leaf.token)
        elif isinstance(leaf, Word) and leaf.field == "exact":
            self.phrases.setdefault(leaf.token, set()).add((leaf.token,))
        elif isinstance(leaf, Phrase) and leaf.field == "exact":
            runs = [(token,) for token in leaf.tokens] if leaf.slop else [leaf.tokens]
            for run in runs:
                self.phrases.setdefault(run[0], set()).add(run)
        elif isinstance(leaf, Prefix) and leaf.field == "exact":
            self.prefixes += (leaf.start,)

    def marks(self, tokens: list[Token]) -> list[str | None]:
        """For each token what it matched (a stem, a phrase's first word, a prefix), or None."""
        found: list[str | None] = [None] * len(tokens)
        for i, token in enumerate(tokens):
            for run in self.phrases.get(token.word, ()):
                if tuple(t.word for t in tokens[i : i + len(run)]) == run:
                    found[i : i + len(run)] = [run[0]] * len(run)
            if found[i] is None and (root := stem(token.word)) in self.stems:
                found[i] = root
            if found[i] is None and self.prefixes and token.word.startswith(self.prefixes):
                found[i] = token.word
        return found


def _leaves(node: Node) -> Iterator[Node]:
    """The leaves that make an article match; what NOT forbids is never marked."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from _leaves(part)
    else:
        yield node


def snippet(coded: CodedArticle, marker: Marker) -> list[SnippetPiece]:
    """The best window of the text: most different matches, then most matches, then earliest. Without a match the first evidence."""
    text = coded.version.text
    tokens = list(tokenize(text))
    if not tokens:
        return []
    marks = marker.marks(tokens)
    first = _best_window(marks) if any(marks) else _evidence_window(coded, tokens)
    last = min(first + _WINDOW, len(tokens))
    return list(_pieces(text, tokens[first:last], marks[first:last], first > 0, last < len(tokens)))


def _best_window(marks: list[str | None]) -> int:
    best, best_score = 0, (-1, -1)
    hits = [i for i, mark in enumerate(marks) if mark]
    for start in hits:
        inside = [m for m in marks[start : start + _WINDOW] if m]
        score = (len(set(inside)), len(inside))
        if score > best_score:
            best, best_score = start, score
    return max(0, best - 4)  # a few words before the first match say what it belongs to


def _evidence_window(coded: CodedArticle, tokens: list[Token]) -> int:
    version = coded.version
    offset = len(version.whole) - len(version.text)
    starts = [span.start - offset for event in coded.events for span in event.evidence if span.start >= offset]
    return next((i for i, token in enumerate(tokens) if token.start >= starts[0]), 0) if starts else 0


def _pieces(text: str, tokens: list[Token], marks: list[str | None], cut_before: bool, cut_after: bool) -> Iterator[SnippetPiece]:
    at = tokens[0].start
    plain = "… " if cut_before else ""
    for token, mark in zip(tokens, marks, strict=True):
        if not mark:
            continue
        plain += text[at : token.start]
        if plain:
            yield SnippetPiece(_spaced(plain))
        yield SnippetPiece(text[token.start : token.end], hit=True)
        plain, at = "", token.end
    rest = plain + text[at : tokens[-1].end] + (" …" if cut_after else text[tokens[-1].end :])
    if rest:
        yield SnippetPiece(_spaced(rest))


def _spaced(text: str) -> str:
    """Line breaks become blanks; blanks at the edges stay, since pieces stand side by side."""
    return text.replace("\n", " ")
