"""What is cut once the paragraphs are known: headlines of other articles between and behind them, and codes at the end."""

from __future__ import annotations

import re

from extraction.article.credits import Credits, split_names
from extraction.article.lines import capitalised, is_signature, is_teaser

FEW_SHARED = 0.2  # share of a line's words that the rest of the article also holds; own subheadings measured 0.5 and more
MIN_TEASER, MAX_TEASER_WORDS = 3, 25  # words of a headline
MAX_LABEL, MAX_LABEL_CHARS = 2, 40  # words and characters of a topic or a button
LINK_WORDS = 6  # of each headline in a row of links; names of a list have fewer
MAX_MOTTO = 8  # words
TAIL_LINES = 3  # that many headlines in a row at the end are a list of links
TAIL_TO_SEARCH = 4  # paragraphs from the end in which a reporter code may stand

_CODE = re.compile(
    r"(?<=[.!?”\"’'*)])\s{0,3}\(?\((?P<code>[\w.*’' -]{1,24}(?:[/|,:-]\s?[\w.’' -]{1,24}){0,3})\)\)?[\s.*]{0,9}$"
    r"|\s{0,3}\[(?P<short>\w{2,6})\]\s{0,9}$"
    r"|(?<=[.!?”\"’'])\s{1,3}(?P<bare>[\w-]{2,12}/[\w-]{3,30}\.(?:com|id|net|co\.id))\s{0,9}$"
)
_STAR_CODE = re.compile(r"\s\*\w{2,12}$")
_NUMBERED = re.compile(r"^\W*(?:\d{1,2}|[a-z])[.)]")


def _words(text: str) -> set[str]:
    return {w for w in re.findall(r"[^\W\d_]{4,}", text.lower()) if w not in {"yang", "dari", "pada", "untuk", "dengan", "akan", "oleh"}}


def is_headline(line: str) -> bool:
    """Whether a line is set as a headline: a teaser most of whose longer words are capitalised."""
    return is_teaser(line) and not _NUMBERED.match(line) and capitalised(line)


def drop_teasers(paragraphs: list[str], title: str | None) -> list[str]:
    """Without lone headlines that share (nearly) no word with the article: those are links to other articles (R12).

    What only other headlines say does not count: links about one event share words with each other.
    """
    headlines = {i for i, line in enumerate(paragraphs) if i and MIN_TEASER <= len(line.split()) <= MAX_TEASER_WORDS and is_headline(line)}
    told = {w for i, text in enumerate((*paragraphs, title or "")) if i not in headlines for w in _words(text)}
    linked = _rows_of_links(paragraphs)
    kept = []
    for i, line in enumerate(paragraphs):
        if i in linked:
            continue
        own = _words(line) if i in headlines and not is_signature(line) else set()
        if not own or len(own & told) > FEW_SHARED * len(own):
            kept.append(line)
    return kept


def _rows_of_links(paragraphs: list[str]) -> set[int]:
    """Lines that are headlines in a row (as bullets: two, else three): links to other articles, though about the same matter.

    A row that a colon announces is the article's own list.
    """
    found: set[int] = set()
    row: list[int] = []
    for i, line in enumerate([*paragraphs, ""]):
        bare = line.lstrip("-•●▪*· ")
        if i and len(bare.split()) >= LINK_WORDS and is_headline(bare):
            row.append(i)
            continue
        bullets = bool(row) and all(paragraphs[j][0] in "-•●▪*·" for j in row)
        if len(row) >= (2 if bullets else TAIL_LINES) and not paragraphs[row[0] - 1].endswith(":"):
            found |= set(row)
        row = []
    return found


def _is_label(line: str) -> bool:
    """Whether a line is a topic, a button or a motto ("Outlet | Berita Daerah"); an address is none of them."""
    if " | " in line and len(line.split()) <= MAX_MOTTO and is_teaser(line) and not is_signature(line):
        return True
    return (
        len(line) <= MAX_LABEL_CHARS
        and len(line.split()) <= MAX_LABEL
        and is_teaser(line)
        and not is_signature(line)
        and not re.search(r"://|www\.|\w@\w", line)
    )


def drop_tail(paragraphs: list[str]) -> list[str]:
    """Without labels of one or two words and without a run of headlines at the end (R12)."""
    end = len(paragraphs)
    while end > 1 and _is_label(paragraphs[end - 1]):
        end -= 1
    paragraphs = paragraphs[:end]
    while end > 1 and is_headline(paragraphs[end - 1]) and len(paragraphs[end - 1].split()) >= 4:
        end -= 1
    return paragraphs[:end] if len(paragraphs) - end >= TAIL_LINES else paragraphs


def strip_code(paragraphs: list[str], credits: Credits) -> list[str]:
    """Without the makers' names, the reporter's code and asterisks that close the last paragraphs (R4); they are kept in `credits`."""
    out = list(paragraphs)
    if len(out) > 1 and is_signature(out[-1]):
        for name in split_names(out.pop()):
            credits.add_author(name.title())
    for i in range(max(0, len(out) - TAIL_TO_SEARCH), len(out)):
        line = _STAR_CODE.sub("", out[i].rstrip(" *"))
        found = _CODE.search(line)
        if found:
            credits.code = credits.code or (found["code"] or found["short"] or found["bare"]).strip()
            line = line[: found.start()].rstrip()
        out[i] = line.rstrip()
    return [line for line in out if line]
