"""Where the dateline of a text ends: "SERANG, Outlet - ", "Mentok, Babel (ANTARA) - ", "Outlet.com - KOTA X. "."""

from __future__ import annotations

import re

_DASH = re.compile(
    r"[ )\]]\s{0,3}(?:-{1,2}|[–—])\s{0,3}(?=\S|$)|,\s{0,3}(?:-{1,2}|[–—])\s{0,3}(?=\S)|[\w.]-\s{1,2}(?=[A-Z\"“])"
    r"|\S(?:--|[–—])\s?(?=[A-Z\"“])|[|;]\s(?=[A-Z])"
)
_REACH = 90  # characters in which a dateline must close
_SHORT = 30  # characters before a bar or semicolon that closes a dateline
_PARAGRAPHS = 6
_CAPITALS = re.compile(r"^\W{0,9}(?:[A-Z][A-Z0-9.&]{1,30}(?![A-Z0-9&])[ ,.\-–]{0,4}){1,6}(?=[A-Z\"“]?[a-z]|\s[A-Z][a-z])")
_LOWER = re.compile(r"(?<![\w.@/(])[a-z]{2,}(?![\w.@])")
_ALONE = re.compile(r"^\W*(?=.{3,50}$)(?:[A-Z]\w*[ ,]+)*[\w-]+\.(?i:com|id|co\.id|net|org|news|co)\b[\w ,.]*$")  # "Nama, OUTLET.ID"
_COLON = re.compile(r"^\W{0,3}[A-Z][\w.]{2,20}(?:,? [A-Z]\w{1,20}){0,2}\s?:\s(?=[A-Z\"“])")  # "Jakarta: Ketua …"
_TOWN_HYPHEN = re.compile(
    r"^\W{0,3}(?:[\w.]{3,30}\.(?:com|co|id|net|news|org)\b,?\s?)[A-Z][\w ]{2,25}-(?=[A-Z\"“])", re.IGNORECASE
)  # "OUTLET.CO, Kota-Kata"
_TOWN_OUTLET = re.compile(r"^\W{0,3}[A-Z]\w{2,20}(?: [A-Z]\w{1,20})?,\s?[A-Z][\w.]{2,25}(?: [A-Z][\w.]{1,20})?$")  # a line of its own
_STOP = re.compile(r"^\W*[A-Z][A-Z .]{3,30}\.(?=\s[A-Z][a-z])")


def dateline_spans(whole: str, text_start: int) -> list[tuple[int, int]]:
    """Offsets in `whole` of the datelines at the heads of the first paragraphs of the body; usually one."""
    title = whole[: max(0, text_start - 1)]
    spans: list[tuple[int, int]] = [(0, len(title))] if _TOWN_OUTLET.match(title) else []
    offset = text_start
    seen = 0
    for paragraph in whole[text_start:].split("\n"):
        seen += bool(paragraph.strip())
        if seen > _PARAGRAPHS:
            break
        end = _end(paragraph)
        if end:
            spans.append((offset, offset + end))
        offset += len(paragraph) + 1
    return spans


def _end(paragraph: str) -> int:
    if _ALONE.match(paragraph):
        return len(paragraph)
    closed = _COLON.match(paragraph) or _TOWN_HYPHEN.match(paragraph) or _TOWN_OUTLET.match(paragraph)
    if closed:
        return closed.end()
    head = paragraph[:_REACH]
    end = 0
    for _ in range(2):  # an outlet and a town may both be closed by a dash
        match = _DASH.search(head, end)
        if match is None or (match[0][0] in "|;" and match.start() > _SHORT) or len(_LOWER.findall(head[: match.start() + 1])) > 1:
            break
        end = match.end()
    capitals = _CAPITALS.match(head[end:])
    if capitals and len(capitals[0]) > 4 and (end == 0 or _STOP.match(head[end:])):
        end += capitals.end()
    return end
