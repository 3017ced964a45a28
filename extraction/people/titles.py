"""Titles before a name: degrees, ranks with their corps, forms of address (codebook 8)."""

from __future__ import annotations

from dataclasses import dataclass, field

from extraction.people.lexicon import corps, front_titles
from extraction.people.text import Text

_LOWER_TOO = frozenset({"dr", "drg", "drh", "apt", "pak", "bu"})  # the only titles that print in lower case
_NO_DEGREE = "address"


@dataclass
class Titles:
    """What stands before a name; `after` is the first word of the name itself."""

    after: int
    any: bool = False
    degrees: list[str] = field(default_factory=list)


def read_titles(text: Text, i: int) -> Titles:
    """The titles from word i on; none where a name does not follow them."""
    words, titles = text.words, Titles(i)
    while titles.after < len(words):
        start = titles.after
        rows = front_titles().get(words[start].low, ())
        hit = next((row for row in rows if words.matches(start, row[0], (" ", ".", ". ")) and _before_name(text, start, len(row[0]))), None)
        if hit is None:
            break
        end = start + len(hit[0])
        while hit[1] == "rank" and end < len(words) and _is_corps(text, end):
            end += 1
        if hit[1] != _NO_DEGREE:
            titles.degrees.append(text.whole[words[start].start : words[end - 1].end])
        titles.after, titles.any = end, True
        if words.gap(end).strip(" .)\xa0") != "":
            titles.after = len(words)
    return titles


def _is_corps(text: Text, i: int) -> bool:
    """Whether word i is a corps behind a rank: "Inf", "Laut (P)"; a single letter only in brackets."""
    word, gap = text.words[i], text.words.gap(i)
    return word.low in corps() and gap.strip(" .()") == "" and (len(word.text) > 1 or "(" in gap)


def _before_name(text: Text, i: int, length: int) -> bool:
    """Whether the title at word i is printed as one and a name (or a corps) follows."""
    word, after = text.words[i], i + length
    if not word.capital and word.low not in _LOWER_TOO:
        return False
    if after >= len(text.words) or text.words.gap(after).strip(" .()\xa0") != "" or "\n" in text.words.gap(after):
        return False
    return text.words[after].capital or text.words[after].low in corps()
