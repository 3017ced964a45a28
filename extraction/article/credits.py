"""Who wrote: bylines, editors and reporter codes, kept as metadata when their lines leave the text (extraction.md, R3, R4, R15)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extraction.article.cues import any_of, words

_TITLE_CASE = re.compile(r"[A-Z][\w.’'-]*$")
_LETTER_CASE = re.compile(r"[^\W\d_]")
MAX_INITIALS = 3  # letters of initials, which stay in capitals
PARTICLES = frozenset({"bin", "binti", "al", "el", "van", "de", "der"})
MAX_NAME_WORDS = 6  # names of persons in Indonesian bylines have one to six words


@dataclass
class Credits:
    """What the lines about the makers say."""

    authors: list[str] = field(default_factory=list)
    editor: str | None = None
    code: str | None = None

    def add_author(self, name: str) -> None:
        """Adds a person once; organisations and job titles are refused (R15)."""
        if is_person(name) and (tidy := tidy_name(name)) not in self.authors:
            self.authors.append(tidy)


def tidy_name(name: str) -> str:
    """The name without marks around it; capitals throughout are the byline's style, not the person's, and so are words of a name
    without one; a single word may be a name of a user."""
    tidy = re.sub(r"\s+", " ", name).strip(' \t-–—.,;:|/()@*"')
    if tidy.isupper() and len(tidy) > MAX_INITIALS:
        return tidy.title()
    words_of = tidy.split(" ")
    return " ".join(w.capitalize() if len(words_of) > 1 and w.islower() and w not in PARTICLES else w for w in words_of)


def is_person(name: str) -> bool:
    """Whether a byline can be a person: one to six words, none of them an organisation's or a job's (R15)."""
    tidy = tidy_name(name)
    parts = re.split(r"[\s/_@-]+", tidy)
    if (
        not tidy
        or len(parts) > MAX_NAME_WORDS
        or len(tidy) < 3
        or re.search(r"[\d:/@#_]|\.(?:com|id|net)\b|dotcom|[a-z](?:TV|News|Com)\b", tidy)
    ):
        return False
    return not any(p.lower().strip(".,()'’") in words("not_person", "words") for p in parts)


def read_credit(line: str, credits: Credits) -> None:
    """Takes names out of a credit line ("Penulis: A | Editor: B", "Reporter : C", "(abc/def)")."""
    if re.match(r"\W*\(?[\w.’' -]+(?:/[\w.’' -]+)*\)\W*$", line) and line.lstrip(" *").startswith("("):
        credits.code = credits.code or line.strip(" *()")
        return
    labelled = list(_LABEL.finditer(line))
    for i, label in enumerate(labelled):
        end = labelled[i + 1].start() if i + 1 < len(labelled) else len(line)
        value = line[label.end() : end].strip(" |.,-–/•·")
        _take(label["label"].lower(), value, credits)


def read_dated_byline(line: str, credits: Credits) -> None:
    """Takes the name out of a time line that says who wrote ("Oleh A pada 23 Februari 2019")."""
    found = _DATED.match(line)
    if found:
        for name in split_names(found["names"]):
            credits.add_author(name)


_DATED = re.compile(r"\W{0,3}(?:oleh|by|penulis|reporter)\s{1,3}(?P<names>[^\d|,:]{3,80}?)\s{1,3}(?:pada|on|-|–|—)\s", re.I)
_LABEL = re.compile(
    rf"(?<!\w)(?P<label>{any_of('credit', 'author')}|{any_of('credit', 'editor')}|{any_of('credit', 'other')})\s*[:;]\s*",
    re.I,
)


def _take(label: str, value: str, credits: Credits) -> None:
    if label in words("credit", "editor"):
        names = split_names(value)
        credits.editor = credits.editor or next((tidy_name(n) for n in names if is_person(n)), None)
    elif label in words("credit", "author"):
        for name in split_names(value):
            credits.add_author(name)


def split_names(value: str) -> list[str]:
    """The names of a byline: parted by commas, slashes, "dan", "&"."""
    return [n for n in re.split(r"\s*(?:[,/|&;]| dan | and )\s*", value) if n.strip()]
