"""Article text from plain text as it came: junk around and inside it cut, credits and captions kept as metadata."""

from __future__ import annotations

from dataclasses import dataclass, field

from extraction.article.credits import Credits, is_person, read_credit, read_dated_byline, tidy_name
from extraction.article.headline import body_start, find_title, is_bare_dateline
from extraction.article.language import language_of
from extraction.article.lines import Verdict, is_teaser, judge, unwrap
from extraction.article.published import crawl_prefix, time_line, url_day
from extraction.article.refusal import refusal_of
from extraction.article.tail import drop_tail, drop_teasers, strip_code
from extraction.article.text import MAX_BYTES, decode, lines
from extraction.model import ArticleText, Source

EXTRACTOR = "netra.plain.v1"
AHEAD = 0.5  # a comment form ends the article only where it stands behind at least that much of what follows; above it is a button


@dataclass
class Found:
    """What was found on the way through the lines."""

    zone: str
    text: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    credits: Credits = field(default_factory=Credits)
    published: str | None = None
    title: str | None = None


def read_plain(source: Source) -> ArticleText:
    """The article in a plain text (the text of a page as it came, with what stood around it).

    `refused` says why where there is none: empty, beyond the limit of size, a bot wall.
    """
    if len(source.body) > MAX_BYTES:
        return ArticleText("", extractor=EXTRACTOR, refused=f"teks lebih dari {MAX_BYTES // 1_000_000} MB")
    found = Found(source.outlet.zone)
    every = unwrap(lines(decode(source.body)))
    if every:
        found.published, every[0] = crawl_prefix(every[0])
    start = body_start(every)
    if 0 < start < len(every) and is_bare_dateline(every[start - 1]):
        start -= 1
    head = every[:start]
    at = find_title(head, found.zone, " ".join(every[start:]))
    found.title = source.title or (tidy_title(head[at]) if at is not None else None)
    read_head(head, at, found)
    read_body(every[start:] or head[0 if at is None else at + 1 :], found)
    if not found.text:  # better a line too many than an article lost
        read_body(every, found)
    return _finish(source, found)


def tidy_title(line: str) -> str:
    """The headline without marks of lists around it."""
    return line.strip(" \t•|»>").strip()


def read_head(head: list[str], title_at: int | None, found: Found) -> None:
    """Credits, captions and the time line above the article. A day without a clock above the headline is the visitor's."""
    for i, line in enumerate(head):
        verdict = judge(line)
        if verdict is Verdict.CREDIT:
            read_credit(line, found.credits)
        elif verdict is Verdict.CAPTION:
            found.captions.append(line.strip("- "))
        elif (moment := time_line(line, found.zone)) is not None:
            below = title_at is not None and i > title_at
            if below or (moment.exact and i > 0):
                found.published = found.published or moment.iso
            read_dated_byline(line, found.credits)
        elif line.lower() == "tim redaksi" and title_at is not None:
            _names_above(head[title_at + 1 : i], found.credits)


def _names_above(above: list[str], credits: Credits) -> None:
    """Names between time line and "Tim Redaksi": authors, the last of several is the editor."""
    names = [line.rstrip(",") for line in above if len(line.split()) <= 5 and judge(line) is None and is_person(line.rstrip(","))]
    for name in names[:-1] or names:
        credits.add_author(name)
    if len(names) > 1:
        credits.editor = credits.editor or tidy_name(names[-1])


def read_body(body: list[str], found: Found) -> None:
    """The article's paragraphs, from the first on; stops where the comment form or the copyright line begins."""
    in_list = False
    seen: set[str] = set()
    title = (found.title or "").casefold()
    for i, line in enumerate(body):
        verdict = judge(line)
        if verdict is Verdict.CUT and sum(map(len, found.text)) > AHEAD * sum(map(len, body[i:])):
            break
        if verdict is Verdict.LIST:
            in_list = True
            continue
        in_list = in_list and (verdict is not None or is_teaser(line))
        if in_list or line.casefold() == title or line in seen:
            continue
        if verdict is None and (moment := time_line(line, found.zone)) is not None:
            found.published = found.published or (moment.iso if len(found.text) <= 2 else None)
            read_dated_byline(line, found.credits)
            continue
        _take(line, verdict, found)
        if len(line) > 40:
            seen.add(line)


def _take(line: str, verdict: Verdict | None, found: Found) -> None:
    if verdict is Verdict.CREDIT:
        read_credit(line, found.credits)
    elif verdict is Verdict.CAPTION:
        found.captions.append(line.strip("- "))
    elif verdict is None:
        found.text.append(line)


def _finish(source: Source, found: Found) -> ArticleText:
    kept = drop_teasers(drop_tail(found.text), found.title)
    kept = strip_code(kept, found.credits)
    text = "\n".join(kept)
    published, origin = source.published or found.published, "given" if source.published else "page"
    if published is None:
        published, origin = url_day(source.url), "url"
    return ArticleText(
        text=text,
        title=found.title,
        authors=found.credits.authors,
        editor=found.credits.editor,
        reporter_code=found.credits.code,
        published=published,
        published_source=origin if published else None,
        language=language_of(text),
        captions=found.captions,
        extractor=EXTRACTOR,
        refused=refusal_of(text, found.title),
    )
