"""Long alternatives in regular expressions, grouped by their first letters.

`re` tries the branches of `(?:asn|aparat|camat|lurah|…)` one after another at each place of the text; of `(?:a(?:sn|parat)|camat|lurah)`
it tries one for each letter. What matches stays the same: branches that begin with different letters exclude each other, and those that
begin with the same keep their order.
"""

from __future__ import annotations

import re
from itertools import groupby

FEW = 3  # branches that are left as they are
_QUANTIFIERS = frozenset("?*+{")


def grouped(source: str) -> str:
    """The same pattern with its alternatives grouped. A pattern in verbose mode is given back as it is."""
    return source if re.match(r"\(\?\w*x", source) else _alternatives(source)


def _alternatives(source: str) -> str:
    branches = [_inner(branch) for branch in _split(source)]
    if len(branches) <= FEW:
        return "|".join(branches)
    return "|".join(_factored(branches))


def _factored(branches: list[str]) -> list[str]:
    """Each run of branches that begin with letters as one branch a letter; a branch of another kind keeps its place in the order."""
    out: list[str] = []
    for plain, run in groupby(branches, key=_begins_with_letter):
        if not plain:
            out += run
            continue
        by_letter: dict[str, list[str]] = {}
        for branch in run:
            by_letter.setdefault(branch[0], []).append(branch[1:])
        for letter, rests in by_letter.items():
            if len(rests) == 1:
                out.append(letter + rests[0])
            else:
                out.append(f"{letter}(?:{'|'.join(_factored(rests))})")
    return out


def _begins_with_letter(branch: str) -> bool:
    return branch[:1].isalnum() and branch[1:2] not in _QUANTIFIERS


def _inner(branch: str) -> str:
    """The branch with the alternatives inside its groups grouped."""
    out: list[str] = []
    at = 0
    while at < len(branch):
        if branch[at] == "(":
            end = _closing(branch, at)
            head = re.match(r"\((?:\?(?:P<\w+>|<?[=!]|[:>]|[a-z-]+:))?", branch[at:])
            if head is None or branch.startswith(("(?P=", "(?(", "(?#", "(?<"), at):  # a look-behind may need branches of one width
                out.append(branch[at : end + 1])
            else:
                out.append(f"{head[0]}{_alternatives(branch[at + head.end() : end])})")
            at = end + 1
        else:
            width = _width(branch, at)
            out.append(branch[at : at + width])
            at += width
    return "".join(out)


def _split(source: str) -> list[str]:
    """The branches at the top of a pattern."""
    branches, start, at = [], 0, 0
    while at < len(source):
        if source[at] == "|":
            branches.append(source[start:at])
            start = at + 1
        at = _closing(source, at) + 1 if source[at] == "(" else at + _width(source, at)
    return [*branches, source[start:]]


def _width(source: str, at: int) -> int:
    """Characters of the escape, character class or character at `at`."""
    if source[at] == "\\":
        return 2
    if source[at] != "[":
        return 1
    end = at + 1 + source.startswith("^", at + 1)
    end += source.startswith("]", end)
    while source[end] != "]":
        end += 2 if source[end] == "\\" else 1
    return end + 1 - at


def _closing(source: str, at: int) -> int:
    """Index of the parenthesis that closes the one at `at`."""
    depth = 0
    while True:
        if source[at] == "(":
            depth += 1
        elif source[at] == ")":
            depth -= 1
            if depth == 0:
                return at
        at += _width(source, at)
