"""Reads one person's name: titles before it, capitalised words, degrees behind it (codebook 8)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extraction.model import Span
from extraction.people.lexicon import degrees_behind, first_names, grammar, heads, not_names, office_words, one_degree
from extraction.people.text import BLANKS, Text
from extraction.people.titles import Titles, read_titles

_MOST_WORDS = 6  # the longest names seen in news print have six words
INITIALS_MOST = 4  # accused are printed with at most four initials
_ROMAN = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"})  # numbers of commands and councils, no initials
_NOUN = re.compile(r"(?:pe[mnr]?|ke|per)\w{4,}an")
_LIKE_NAMES = (
    "wati",
    "yanto",
    "anto",
    "uddin",
    "udin",
    "ullah",
    "ulloh",
    "syah",
    "ansyah",
    "ningsih",
    "wan",
    "iyah",
    "yono",
    "yadi",
    "man",
)


@dataclass
class Name:
    """A name in the text: words [first, last), the printed name alone in `span`, `after` the first word behind its degrees."""

    first: int
    last: int
    start: int
    span: Span
    text: str
    after: int
    degrees: list[str] = field(default_factory=list)
    titled: bool = False
    initials: bool = False
    spoken: bool = False  # one of its words stands beside a verb of speech

    @property
    def tokens(self) -> tuple[str, ...]:
        """Its words in lower case; "HM" is a title and an initial (Haji M.)."""
        words = self.text.lower().replace(".", " ").split()
        return tuple(["m", *words[1:]] if words[:1] == ["hm"] and len(words) > 1 else words)

    @property
    def likely(self) -> bool:
        """Whether something but its place speaks for a name: a title, degrees, a known given name, a usual ending, a verb of speech."""
        words = self.tokens
        known = any(w in first_names() for w in words)
        shaped = any(w.endswith(_LIKE_NAMES) and len(w) > 4 for w in words)  # a shorter word shows no ending
        return known or self.titled or self.spoken or bool(self.degrees) or shaped

    @property
    def noun(self) -> bool:
        """Whether it begins with the shape of a derived noun ("Percepatan"), as names hardly do."""
        return _NOUN.fullmatch(self.tokens[0]) is not None


def read_name(text: Text, i: int, initials: bool = False, placed: bool = False) -> Name | None:
    """The name that starts at word i, or None.

    `initials` also takes capitals such as "IM" for one; `placed` lets the first word be a place's too ("…, Guntur Wibawa").
    """
    words = text.words
    titles = read_titles(text, i)
    first = last = titles.after
    if first >= len(words):
        return None
    if titles.any and _titled_start(text, first):
        last = first + 1
    if placed and first in text.inside and not text.common(first) and _name_behind(text, first):
        last = first + 1
    while last < len(words) and last - first < _MOST_WORDS and _continues(text, first, last):
        last += 1
    last = _trimmed(text, first, last)
    name = _made(text, titles, i, last) if last > first else None
    return name or (_initials(text, i, titles) if initials or titles.any else None)


def _titled_start(text: Text, first: int) -> bool:
    """Whether a listed word is a name because a rank or degree stands before it and a given name behind ("Brigjen Tugas Dwi …")."""
    words, after = text.words, first + 1
    listed = words[first].low in office_words() or words[first].low in words.lower
    return (
        listed
        and words[first].capital
        and after < len(words)
        and words.gap(after) in BLANKS
        and words[after].capital
        and words[after].low in first_names()
    )


def _made(text: Text, titles: Titles, i: int, last: int) -> Name | None:
    words, first = text.words, titles.after
    end = words[last - 1].end
    alone = words[first]
    short = len(alone.text) < 3 or (alone.caps and len(alone.text) <= INITIALS_MOST)
    if last - first == 1 and short and not titles.any and alone.low not in first_names():
        return None
    tokens = tuple(words[k].low for k in range(first, last))
    if tokens in text.place_names and not titles.any and not any(t in first_names() for t in tokens):
        return None
    degrees, behind = list(titles.degrees), degrees_behind().match(text.whole, end)
    after = last
    if behind and not _goes_on(text, behind.end()):
        after = words.at(behind.end())
        degrees.extend(d.strip(" .,") for d in one_degree().findall(behind[0]))
    printed = text.whole[alone.start : end].replace("\n", " ")
    if printed.isupper() and len(printed) > INITIALS_MOST:
        printed = printed.title()
    if all(len(t) == 1 for t in tokens) and not titles.any:
        letters = "".join(tokens).upper()
        return Name(first, last, words[i].start, Span(alone.start, end), letters, last, initials=True) if len(letters) > 1 else None
    spoken = any(t in text.speakers for t in tokens)
    return Name(first, last, words[i].start, Span(alone.start, end), printed, after, degrees, titles.any, spoken=spoken)


def _goes_on(text: Text, end: int) -> bool:
    """Whether what looks like degrees is the begin of a word or of initials."""
    return end < len(text.whole) and text.whole[end].isalpha()


def _continues(text: Text, first: int, i: int) -> bool:
    """Whether word i belongs to the name that starts at word `first`."""
    word = text.words[i]
    if i > first:
        if not _joined(text, i):
            return False
        if word.low.startswith(("al-", "el-")):
            return True
        if word.low in grammar().particles:
            return i + 1 < len(text.words) and text.words[i + 1].capital and text.words.gap(i + 1) in BLANKS
        if _degree_starts(text, i):
            return False
    if not word.capital or not word.text[0].isalpha():
        return False
    return _known(text, first, i) or _unknown(text, first, i)


def _joined(text: Text, i: int) -> bool:
    gap, before = text.words.gap(i), text.words[i - 1]
    return gap in BLANKS or (gap in (". ", ".") and (before.low in grammar().abbreviated or len(before.text) == 1))


def _known(text: Text, first: int, i: int) -> bool:
    """A common given or family name, unless it stands for a place behind the name."""
    if text.words[i].low not in first_names():
        return False
    return i == first or i not in text.inside or _name_behind(text, i)


def _unknown(text: Text, first: int, i: int) -> bool:
    """A capitalised word that is no listed word, no place, no office."""
    if text.common(i) or _office_head(text, i) or (i == first and text.words[i].low in office_words()):
        return False
    return i not in text.inside or (i > first and _name_behind(text, i))


def _office_head(text: Text, i: int) -> bool:
    return any(text.words.matches(i, head.words) for head in heads().get(text.words[i].low, ()))


def _name_behind(text: Text, i: int) -> bool:
    """Whether a place inside a name goes on with a further word of it ("Yan Sultra Indrajaya")."""
    after, words = i + 1, text.words
    if after >= len(words) or words.gap(after) not in BLANKS or after in text.inside:
        return False
    return words[after].capital and not text.common(after)


def _degree_starts(text: Text, i: int) -> bool:
    """Whether degrees stand at word i ("AP, MM", "SH", "S.Sos"): what follows a name, not a part of it."""
    behind = degrees_behind().match(text.whole, text.words[i - 1].end)
    return behind is not None and behind.end() > text.words[i].start and not _goes_on(text, behind.end())


def _trimmed(text: Text, first: int, last: int) -> int:
    """Drop what can't end a name: a lone particle, a listed word."""
    words = text.words
    while last > first and words[last - 1].low in grammar().particles | not_names() and words[last - 1].low not in first_names():
        last -= 1
    return last


def _initials(text: Text, i: int, titles: Titles) -> Name | None:
    first = titles.after
    word, last = text.words[first], first + 1
    if not (word.caps and word.text.isalpha() and len(word.text) <= INITIALS_MOST) or word.text in text.abbreviations | _ROMAN:
        return None
    if word.low in not_names() or (len(word.text) > 1 and text.common(first)) or first in text.in_agency:
        return None
    printed = word.text
    while last < len(text.words) and text.words.gap(last) in (".", ". ") and len(text.words[last].text) == 1 and text.words[last].caps:
        printed += text.words[last].text
        last += 1
    span = Span(word.start, text.words[last - 1].end)
    return Name(first, last, text.words[i].start, span, printed, last, titled=titles.any, initials=True)


def lower_case_name(text: Text, first: int, last: int) -> Name | None:
    """Words [first, last) as a name printed in lower case: at least two words, none of them a usual one."""
    lows = [text.words[i].low for i in range(first, last)]
    if len(lows) < 2 or any(low.endswith(("kan", "nya")) or low in not_names() or low in office_words() for low in lows):
        return None
    span = Span(text.words[first].start, text.words[last - 1].end)
    return Name(first, last, span.start, span, span.of(text.whole).title(), last)
