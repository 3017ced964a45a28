"""What a line is: the article's own words, or one of the things that stand around it (extraction.md, R1-R18).

Each rule looks at one line and says its verdict or None; the first that speaks decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from functools import lru_cache

from extraction.article.cues import any_of, is_exact, plain, starts, words


class Verdict(Enum):
    """What becomes of a line."""

    DROP = "drop"  # junk of one line
    LIST = "list"  # junk that opens a list of headlines
    CUT = "cut"  # nothing behind it is the article's
    CREDIT = "credit"
    CAPTION = "caption"


Rule = Callable[[str], Verdict | None]
MAX_CAPTION = 320  # characters; the longest caption on 34 measured pages had 290
MAX_CREDIT = 120
MAX_KEYWORDS = 600  # characters; the longest list of topics measured had 260
MAX_SCRAP = 3  # letters of a lone word in lower case that is none
MIN_TOPICS, NEW_WORDS = 8, 0.65  # words of a line of topics, and the share of them that stand in it for the first time
MIN_ITEMS, MAX_ITEM = 5, 6  # names of a topic list, words of one
MAX_SIGNATURE = 6  # words
MIN_WRAPPED = 30  # characters; shorter lines are names, labels and menus
MIN_COLUMN = 70  # characters; texts broken at a column are broken at 70 and more
MARKS_INSIDE = 2  # commas and parentheses
CAPITAL_SHARE = 0.75  # of the longer words of a headline; headings inside articles of the real set had less or shared words
MAX_TEASER = 220  # characters of a promoting line or a related headline; longer ones are paragraphs

_LETTERS = re.compile(r"[^\W\d_]{2}")
_BRACKETED = re.compile(r"^\W*\[[^\[\]]*\]\W*$")
_KEYWORDS = re.compile(r"^id [^.]{3,}(?:,\S[^,]*){2,}$")
_OUTLET_HEAD = re.compile(r"^[\w.]{3,30}\.(?:com|id|net|co)\s?[-–]{1,2}\s?", re.I)
_DOMAIN = re.compile(r"[\w-]{2,30}\.(?:com|id|net|co|org)\b", re.I)
_CODE = re.compile(r"^\(?\*{0,3}\(?[\w.’' -]{1,30}(?:[/|][\w.’' -]{1,30}){1,3}\)\*{0,3}$|^\(\s*[\w.’'-]{1,12}\s*\)$|^\*\w{2,12}$")


def no_words(line: str) -> Verdict | None:
    """Rules, asterisks, single letters left by a broken encoding, scraps of two or three."""
    return Verdict.DROP if not _LETTERS.search(line) or (len(line) <= MAX_SCRAP and line.islower() and line.isalpha()) else None


def bracketed(line: str) -> Verdict | None:
    """A line wholly in square brackets is a placeholder of the site, never a sentence of the article."""
    return Verdict.DROP if _BRACKETED.match(line) and "..." not in line else None


def comment_form(line: str) -> Verdict | None:
    """R11, R5: the comment form and the copyright line end the article."""
    if is_exact("comment_head", line) or (starts("comment_head", line) and len(line) <= MAX_TEASER):
        return Verdict.CUT
    if line.startswith("©") and len(line) <= MAX_TEASER:  # with a year the copyright line, else a photo's credit
        return Verdict.CUT if re.search(r"\b(?:19|20)\d\d\b", line) else Verdict.CAPTION
    return None


def related_head(line: str) -> Verdict | None:
    """R6: a heading of a list of other headlines."""
    return Verdict.LIST if is_exact("related_head", line) else None


def related_line(line: str) -> Verdict | None:
    """R1: "Baca juga: …", also without a blank."""
    if not starts("related", line):
        return None
    return Verdict.DROP if len(line.rstrip(" :|")) > 12 else Verdict.LIST


def keyword_list(line: str) -> Verdict | None:
    """Topic lists: "tags: #a #b", and the agency style "id Kata,Kata lain,Kata"."""
    tagged = starts("tags", line) and not line.rstrip().endswith((".", "”", '"'))
    listed = len(line) <= MAX_KEYWORDS and (_KEYWORDS.match(line) or _names_only(line) or _topics(line))
    return Verdict.DROP if tagged or listed else None


def _names_only(line: str) -> bool:
    """Whether a line is nothing but names parted by commas, without the end of a sentence."""
    items = [item.strip() for item in line.rstrip(" ,").split(",")]
    short = all(item[:1].isupper() and len(item.split()) <= MAX_ITEM for item in items)
    return len(items) >= MIN_ITEMS and short and line[-1] not in '.:;!?”"' and " dan " not in items[-1]


def _topics(line: str) -> bool:
    """Whether a line without any mark says the same words again and again: topics that only blanks part."""
    words_of = line.lower().split()
    return len(words_of) >= MIN_TOPICS and len(set(words_of)) <= NEW_WORDS * len(words_of) and not re.search(r"[^\w\s-]", line)


def menu_or_promo(line: str) -> Verdict | None:
    """R10, R17: navigation, share popups, channels, advertising."""
    if is_exact("menu", line) or (len(line) <= MAX_TEASER and starts("menu", line)):
        return Verdict.DROP
    return None


def credit_line(line: str) -> Verdict | None:
    """R3: "Penulis: …", "Editor: …", "Sumber:"."""
    return Verdict.CREDIT if len(line) <= MAX_CREDIT and (_credit().match(line) or plain(line) in _labels()) else None


def reporter_code(line: str) -> Verdict | None:
    """R4: "(abc/def)" alone on its line."""
    return Verdict.CREDIT if _CODE.match(line) else None


def caption(line: str) -> Verdict | None:
    """R9: a photo's caption, known by its credit or by the hyphen that closes it."""
    if len(line) > MAX_CAPTION or re.search(r"\)\s*[-–—]+$", line):  # a dateline alone on its line
        return None
    found = (
        starts("caption", _OUTLET_HEAD.sub("", line))
        or re.search(r"\w.{2,150}©\s?[\w.® /]{2,50}$", line)
        or _caption_credit().search(line)
        or _closing_hyphen(line)
        or _credit_path(line)
    )
    return Verdict.CAPTION if found else None


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    return words("credit", "author") | words("credit", "editor") | words("credit", "other")


@lru_cache(maxsize=1)
def _credit() -> re.Pattern[str]:
    names = "|".join(any_of("credit", kind) for kind in ("author", "editor", "other"))
    unlabelled = (
        r"^laporan (?:wartawan|reporter|jurnalis|kontributor)\b|^(?:editor|penulis|reporter|pewarta)\s+(?-i:[A-Z][\w.]+(?: [A-Z][\w.]+)*)$"
    )
    return re.compile(rf"^\W*(?:{names})\s*[:;]|{unlabelled}", re.I)


@lru_cache(maxsize=1)
def _caption_credit() -> re.Pattern[str]:
    """A credit at the end of a line. The short words of one count only behind a mark: "ist", "net" and "sumber" stand in sentences too."""
    named, marked = any_of("caption", "credit"), any_of("caption", "marked_credit")
    who = r"[^.:]{2,60}\)?[-\s.]*$"
    return re.compile(
        rf"[\s\-–(/.,](?:{named})\s*[:/]\s*{who}|[\s.](?-i:Foto|FOTO|Dok)-\s*(?!foto){who}|[-–(/]\s*(?:{marked})\s*[:/]\s*{who}"
        rf"|\(\s*(?:{named})\b[^()]{{0,60}}\)\.?$|\(\s*(?:{marked})\s*\)\.?$|[-–]\s*(?:{named}|{marked})\.[^.]{{2,40}}-$",
        re.I,
    )


def _closing_hyphen(line: str) -> bool:
    """Network pages close a caption with a hyphen that touches the last word; a dateline's stands behind a blank."""
    return not re.search(r"\s-+$", line) and (line.endswith("--") or (line.endswith("-") and len(line.split()) >= 5))


def _credit_path(line: str) -> bool:
    """ "outlet.com/Nama Orang" alone on its line."""
    return bool(re.fullmatch(r"(?:\w+\.)+(?:com|id|co\.id|net)\s?/\s?[\w. ]{3,40}", line, re.I))


RULES: tuple[Rule, ...] = (
    no_words,
    bracketed,
    comment_form,
    related_head,
    related_line,
    keyword_list,
    credit_line,
    reporter_code,
    caption,
    menu_or_promo,
)


def judge(line: str) -> Verdict | None:
    """The first rule's verdict on a line, None where it may be the article's own."""
    return next((verdict for rule in RULES if (verdict := rule(line)) is not None), None)


def is_signature(line: str) -> bool:
    """Whether a closing line is only the makers' names in capitals ("NAMA ORANG | KANTOR")."""
    return line.isupper() and len(line.split()) <= MAX_SIGNATURE and not re.search(r"[.!?:\"”\d]", line)


def is_teaser(line: str) -> bool:
    """Whether a line reads as a headline of something: short, one sentence at most, without the full stop of a sentence."""
    if len(line) > MAX_TEASER or line[:1] in "\"“‘'”":
        return False
    end = line.rstrip(" *)”\"'")[-1:]
    return end not in ".:;," and not re.search(r"[.!?] [A-Z]", line)


def is_cut_off(line: str) -> bool:
    """Whether a short line ends in dots: the excerpt of another article, or its headline where there was no more room."""
    return len(line) <= MAX_TEASER and line.endswith(("...", "…"))


def capitalised(line: str) -> bool:
    """Whether most of the longer words begin with a capital or digit, as in a headline."""
    longer = [w for w in line.split() if len(w) > 3]
    return len(longer) >= 2 and sum(w[:1].isupper() or w[:1].isdigit() for w in longer) >= CAPITAL_SHARE * len(longer)


def unwrap(lines: list[str]) -> list[str]:
    """Joins paragraphs that were broken at a column: a line without an end, then one that goes on."""
    out: list[str] = []
    for line in lines:
        if out and _goes_on(out[-1], line):
            out[-1] = f"{out[-1]} {line}"
        else:
            out.append(line)
    return out


def _goes_on(above: str, below: str) -> bool:
    if len(above) < MIN_WRAPPED or not below[0].isalpha() or _DOMAIN.match(below) or re.search(r"[.!?:;…\"”’)*\]-]$", above):
        return False
    if len(above) >= MIN_COLUMN and len(re.findall(r"[,()]", above)) >= MARKS_INSIDE and not capitalised(above):
        return judge(above) is None and judge(below) is None  # a headline of that length holds no such marks
    open_end = (below[0].islower() and (len(below) >= MIN_WRAPPED or below[-1] in '.!?”"')) or (
        above[-1] == "," and len(below) > MIN_WRAPPED
    )
    return open_end and judge(above) is None and judge(below) is None
