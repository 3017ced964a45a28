"""Further pages of one article: `?page=2`, `/2`, `?page=all`, `/all` (extraction.md, "Outlets and discovery"). rel=next alone is not
trusted: WordPress points it at the next article."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from crawler.policy.limits import MAX_PARTS
from crawler.spiders.discovery import tags_of

WHOLE = 0  # the number of a page that holds the whole article
_END = re.compile(r"/(\d{1,2}|all)/?$")


def further_pages(body: bytes, url: str) -> dict[int, str]:
    """The other pages of the article that a page links to, by number; `{WHOLE: address}` alone where one holds everything."""
    path, query, own = _split(url)
    host = urlsplit(url).hostname
    found: dict[int, str] = {}
    for tag in tags_of(body, url):
        if urlsplit(tag.url).hostname != host:
            continue
        other_path, other_query, number = _split(tag.url)
        if number is None or number == own or (other_path, other_query) != (path, query):
            continue
        found.setdefault(number, tag.url)
    if WHOLE in found:
        return {WHOLE: found[WHOLE]}
    return {number: found[number] for number in sorted(found) if 2 <= number <= MAX_PARTS}


def _split(url: str) -> tuple[str, tuple[tuple[str, str], ...], int | None]:
    """The path and query of an address without the part, and the part's number (None where it names none)."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url, (), None
    number: int | None = None
    rest = []
    for key, value in parse_qsl(parts.query, keep_blank_values=True):
        if key.lower() == "page" and (value == "all" or value.isdecimal()):
            number = _number(value)
        else:
            rest.append((key, value))
    path = parts.path
    end = _END.search(path)
    if number is None and end and path[: end.start()].count("/") >= 1 and len(path[: end.start()]) > 1:
        number, path = _number(end[1]), path[: end.start()]
    return path.rstrip("/"), tuple(sorted(rest)), number


def _number(value: str) -> int:
    return WHOLE if value == "all" else int(value[:3]) or -1
