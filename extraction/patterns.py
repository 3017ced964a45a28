"""Long alternatives in regular expressions, grouped by their first letters.

`re` tries the branches of `(?:asn|aparat|camat|lurah|…)` one after another at each place of the text; of `(?:a(?:sn|parat)|camat|lurah)`
it tries one for each letter. What matches stays the same: branches that begin with different letters exclude each other, and those that
begin with the same keep their order. Without regard to case `re` can't look ahead at a branch's first letter, so that letter is written
as a class of both cases, and a group says beforehand with which letters it may begin: `(?-i:[aA])sn|(?-i:(?=[cClL]))(?P<head>camat|lurah)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

FEW = 3  # branches that are left as they are
MANY = 14  # first letters of a group; a gate that is open to more turns little away
_OPTIONAL = frozenset("?*{")
_HEAD = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[:>]|[a-z]*-?[a-z]+:))?")
_NO_WORD_BEFORE = re.compile(r"\(\?<!(?:\\w|\[\\w[^\]\\]*\])\)")
_LEFT = ("(?P=", "(?(", "(?#", "(?<")  # not looked into; a look-behind may need branches of one width


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, with the alternatives grouped."""
    return re.compile(grouped(source, folded=bool(flags & re.IGNORECASE)), flags)


def grouped(source: str, *, folded: bool = False) -> str:
    """The same pattern with its alternatives grouped; `folded` where it is compiled with IGNORECASE.

    A pattern in verbose mode is given back as it is.
    """
    return source if re.match(r"\(\?\w*x", source) else _Grouping(folded).alternatives(source)


class Several:
    """Patterns that are looked for in one pass. Each begins at a word's edge (`\\b`) in all of its branches; none has named groups."""

    def __init__(self, sources: list[str], flags: int = 0) -> None:
        self.patterns = [compiled(source, flags) for source in sources]
        self._any = compiled(rf"\b(?=(?:{'|'.join(rf'(?:{source})' if '|' in source else source for source in sources)}))", flags)

    def finditer(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Index of the pattern and match, by place; of each pattern what its own `finditer` gives."""
        ends = [0] * len(self.patterns)
        for place in self._any.finditer(text):
            for number, pattern in enumerate(self.patterns):
                if place.start() >= ends[number] and (match := pattern.match(text, place.start())):
                    ends[number] = match.end()
                    yield number, match


@dataclass(frozen=True)
class _Grouping:
    folded: bool

    def alternatives(self, source: str) -> str:
        branches = _split(source)
        few = len(branches) <= FEW
        return "|".join([self._inner(b) for b in branches] if few else self._factored(branches))

    def _factored(self, branches: list[str]) -> list[str]:
        """Each run of branches that begin with letters as one branch a letter; one of another kind keeps its place, behind a gate."""
        out: list[str] = []
        for plain, run in groupby(branches, key=_begins_with_letter):
            if not plain:
                out += [self._gate(branch) + self._inner(branch) for branch in run]
                continue
            by_letter: dict[str, list[str]] = {}
            for branch in run:
                by_letter.setdefault(branch[0], []).append(branch[1:])
            for letter, rests in by_letter.items():
                if len(rests) == 1:
                    out.append(self._letter(letter) + self._inner(rests[0]))
                else:
                    out.append(f"{self._letter(letter)}(?:{'|'.join(self._factored(rests))})")
        return out

    def _letter(self, letter: str) -> str:
        if not self.folded or letter.lower() == letter.upper():
            return letter
        return f"(?-i:[{letter.lower()}{letter.upper()}])"

    def _gate(self, branch: str) -> str:
        letters = _first_letters(branch) if branch.startswith(("(", r"\b")) else None
        if not letters or len(letters) > MANY:
            return ""
        both = {c for letter in letters for c in (letter.lower(), letter.upper())} if self.folded else letters
        return f"(?-i:(?=[{''.join(sorted(both))}]))" if self.folded else f"(?=[{''.join(sorted(both))}])"

    def _inner(self, branch: str) -> str:
        """The branch with the alternatives inside its groups grouped."""
        out: list[str] = []
        at = 0
        while at < len(branch):
            if branch[at] != "(":
                width = _width(branch, at)
                out.append(branch[at : at + width])
                at += width
                continue
            end = _closing(branch, at)
            if _NO_WORD_BEFORE.match(branch, at) and _first_letters(branch[end + 1 :]):
                out.append(r"\b")  # follows from it, and is looked at many times faster
            head = _HEAD.match(branch, at)
            if head is None or branch.startswith(_LEFT, at):
                out.append(branch[at : end + 1])
            else:
                out.append(f"{head[0]}{self._under(head[0]).alternatives(branch[head.end() : end])})")
            at = end + 1
        return "".join(out)

    def _under(self, head: str) -> _Grouping:
        """The grouping inside a group that may set the case flag."""
        flags = re.fullmatch(r"\(\?([a-z]*)(?:-([a-z]+))?:", head)
        if flags is None:
            return self
        return _Grouping("i" in flags[1] or (self.folded and "i" not in (flags[2] or "")))


def _begins_with_letter(branch: str) -> bool:
    return branch[:1].isalnum() and branch[1:2] not in _OPTIONAL and branch[1:2] != "+"


def _first_letters(branch: str) -> set[str] | None:
    """The letters with which what the branch matches may begin; None where that is not told by letters alone, or it may be empty."""
    found: set[str] = set()
    at = 2 * branch.startswith(r"\b")
    while at < len(branch):
        if branch[at].isalnum():
            end, letters = at + 1, {branch[at]}
        elif branch[at] == "(" and (head := re.compile(r"\((?:\?(?:P<\w+>|[:>]))?(?!\?)").match(branch, at)):
            end = _closing(branch, at) + 1
            inside = [_first_letters(b) for b in _split(branch[head.end() : end - 1])]
            if any(one is None for one in inside):
                return None
            letters = set().union(*(one for one in inside if one))
        else:
            return None
        found |= letters
        if branch[end : end + 1] not in _OPTIONAL or not branch[end : end + 1]:
            return found
        at = branch.index("}", end) + 1 if branch[end] == "{" else end + 1
        at += branch[at : at + 1] in ("?", "+") and branch[at - 1] in "?*}"
    return None


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
