"""Where the article proper begins in a text dump, and which of the lines above it is the headline."""

from __future__ import annotations

import re
from collections import Counter

from extraction.article.lines import Verdict, capitalised, is_cut_off, judge
from extraction.article.published import time_line
from extraction.sentences import split

HEAD_LINES = 40  # how far down a dateline is looked for; menus of 34 measured pages had at most 30 lines
HEAD_PARAGRAPHS = 4  # of a page's article, among which a dateline is looked for
BODY_CHARS = 200  # a line as long as that is a paragraph; the longest headline measured had 168 characters
BODY_WORDS = 5  # a sentence with its full stop and fewer words is a caption or a label
MAX_TITLE_WORDS = 20
TOLD_APART = 25  # characters by which one headline is told from another
LINKING = 6  # letters of the longest linking word that headlines leave small ("dengan")
MIN_TITLE_WORDS, FEW_TITLE_WORDS = 4, 2
MAX_DATELINE_WORDS = 6
MAX_DATELINE = 100  # characters

_SENTENCE_END = re.compile(r"[.…][\"”’')\]*]*$|[.!?,][\"”’']+$|\.\s\(.{1,40}\)\W*$")
_DATELINE = re.compile(
    r"^\W{0,3}(?P<head>[^\W\d_][^\n\"“”]{1,90}?)\s?(?P<dash>,?\s?-+|[–—|▪•]\W*|:\s?(?=[A-Z]{3}))\s*(?=[\"“‘(\[]?\s?[A-Z\d]|$)"
)
_OUTLET = re.compile(
    r"\w\.(?:com|id|co|net|org|tv|news|info|my)\b|\((?:antara|ant)[\w ]*\)|\b(?:news|antara|kompas|tempo|tribun\w*|jpnn|rmol\w*|disway)\b",
    re.I,
)
_SPACED = re.compile(r"^(?:[A-Z] ){4,}[A-Z]\b")
_LOWER_OK = frozenset({"di", "dan", "com", "id", "co", "net"})


def dateline(line: str) -> str | None:
    """The dateline that opens a line ("BLORA, Outlet.id – "), None where there is none.

    Its words are capitalised, and what follows reads as a paragraph.
    """
    found = _DATELINE.match(line[: MAX_DATELINE + 20])
    if found is None:
        return None
    head = found["head"].strip(" ,.-")
    words = re.findall(r"[^\s,/()|]+", head)
    capital = all(not w[:1].islower() or w.lower() in _LOWER_OK or _OUTLET.search(w) for w in words)
    if not words or len(words) > 9 or not capital:
        return None
    rest = line[found.end() :]
    if is_cut_off(line):
        return None
    if not rest:
        return head if _OUTLET.search(head) or "," in head else None
    if _OUTLET.search(head) and len(rest.split()) >= 6:  # may be the first line of a hard-wrapped paragraph
        return head
    placed = head.isupper() or bool(_OUTLET.search(head)) or "," in head or len(words) <= 3
    return head if placed and (len(rest) >= 150 or (len(rest.split()) >= 7 and _SENTENCE_END.search(rest))) else None


def is_body(line: str) -> bool:
    """Whether a line reads as a paragraph of an article, not as a headline, menu or caption."""
    if judge(line) is not None or is_cut_off(line):
        return False
    words = len(line.split())
    if words <= MAX_TITLE_WORDS and headline_cased(line) and not dateline(line):
        return False
    if len(line) >= BODY_CHARS or dateline(line):
        return True
    quoted = line[:1] in '"“' and words >= 8 and line.count('"') + line.count("“") + line.count("”") >= 2 and not capitalised(line)
    return quoted or (words >= BODY_WORDS and bool(_SENTENCE_END.search(line)))


def headline_cased(line: str) -> bool:
    """Whether every longer word is capitalised: a headline, though a full stop closes it."""
    small = any(w[:1].islower() for w in line.split() if len(w) > LINKING)
    return line.endswith(".") and len(line.split()) >= MIN_TITLE_WORDS and capitalised(line) and not small


def body_start(lines: list[str]) -> int:
    """Index of the article's first paragraph; `len(lines)` where no line reads as one.

    A dateline below an earlier paragraph wins where what stands above it can only be a deck, a pull quote or a caption.
    """
    first = next((i for i, line in enumerate(lines) if is_body(line)), len(lines))
    dated = next((i for i, line in enumerate(lines[:HEAD_LINES]) if i >= first and dateline(line)), None)
    if dated is None or first == 0 or dated - first > 8:
        return first
    return dated if all(_above(lines, i, dated) for i in range(first, dated)) else first


def lead_at(lines: list[str]) -> int:
    """Index of the dateline that opens the article where what stands above it can only be a deck, a pull quote or a caption; else 0."""
    dated = next((i for i, line in enumerate(lines[:HEAD_PARAGRAPHS]) if dateline(line)), 0)
    return dated if all(_above(lines, i, dated) for i in range(dated)) else 0


def _above(lines: list[str], index: int, dated: int) -> bool:
    """Whether a line above the dateline is no paragraph of its own: not one, repeated below, or a deck of one sentence."""
    line = lines[index]
    if not is_body(line) or judge(line) is not None:
        return True
    repeated = any(line.rstrip(".") in other for other in lines[dated:])
    one_sentence = len(line) < BODY_CHARS and len(split(line)) == 1
    captioned = judge(lines[index + 1]) in (Verdict.CAPTION, Verdict.CREDIT) or (index > 0 and judge(lines[index - 1]) is Verdict.CAPTION)
    return repeated or one_sentence or captioned


def is_bare_dateline(line: str) -> bool:
    """Whether a line is only a dateline ("KABARKITA – Tanjung Raya", "Tanjung Raya, Kabarkita.id"): an outlet and a place in few words."""
    words = re.findall(r"[^\s,/()|–—-]+", line.strip(" .-–"))
    if not 2 <= len(words) <= MAX_DATELINE_WORDS or not re.search(r"[,|–—]|\s-\s", line) or re.search(r"[:;?!\"“”\d]", line):
        return False
    outlet = _OUTLET.search(line) or any(re.search(r"[a-z][A-Z]|^[A-Z]{2,}", w) for w in words)
    return bool(outlet) and all(not w[:1].islower() or _OUTLET.search(w) for w in words)


def find_title(head: list[str], zone: str, body: str = "") -> int | None:
    """Index of the headline among the lines above the article, None where none of them can be one.

    A line that stands twice is it; else the first of four words or more; else the first of two. A candidate that only repeats another
    behind a channel's name is a breadcrumb, one that shares no word with the article a slogan, and what stands below a printed clock time
    no headline, where one stands above it. A spaced-out heading ("P U T U S A N") opens a document, which has no headline.
    """
    if any(_SPACED.match(line) for line in head):
        return None
    fit = _above_clock(head, [i for i, line in enumerate(head) if _may_be_title(line, zone)], zone)
    fit = _about(head, fit, body) or fit
    counts = Counter(head[i].casefold() for i in fit)
    twice = [i for i in fit if len(head[i].split()) >= 3 and counts[head[i].casefold()] > 1]
    long = [i for i in fit if len(head[i].split()) >= MIN_TITLE_WORDS]
    short = [i for i in fit if len(head[i].split()) >= FEW_TITLE_WORDS]
    for group in (twice, long, short):
        if group:
            chosen = group[0]
            return next((j for j in long if j != chosen and _repeats(head[chosen], head[j])), chosen)
    return None


def _repeats(line: str, title: str) -> bool:
    """Whether a line is only the headline behind a channel's name, perhaps cut off."""
    return line.endswith(title) or (
        is_cut_off(line) and title[:TOLD_APART] in line and title.startswith(line[line.find(title[:TOLD_APART]) :].rstrip(".… "))
    )


def _above_clock(head: list[str], fit: list[int], zone: str) -> list[int]:
    clock = next((i for i, line in enumerate(head) if (moment := time_line(line, zone)) is not None and moment.exact), len(head))
    return [i for i in fit if i < clock and len(head[i].split()) >= MIN_TITLE_WORDS] or fit


def _about(head: list[str], fit: list[int], body: str) -> list[int]:
    """The candidates that share a longer word with the article."""
    told = set(re.findall(r"[^\W\d_]{4,}", body.casefold()))
    return [i for i in fit if told.intersection(re.findall(r"[^\W\d_]{4,}", head[i].casefold()))]


def _may_be_title(line: str, zone: str) -> bool:
    if judge(line) is not None or is_body(line) or time_line(line, zone) is not None:
        return False
    if line.endswith((":", ",")) or line.startswith(("-", "–", "•", "*", "[", ">")) or (line.endswith(".") and not headline_cased(line)):
        return False
    if is_bare_dateline(line) or (_OUTLET.search(line) and len(line.split()) <= MIN_TITLE_WORDS):
        return False
    return bool(re.search(r"[^\W\d_]{3}", line))
