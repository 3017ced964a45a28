"""Published and modified with their true zone: labels lie, so the printed line and the outlet's zone are asked too."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from htmldate import find_date
from lxml.html import HtmlElement

from extraction.article.blocks import Line
from extraction.article.metadata import Head
from extraction.article.published import ZONES, TimeLine, is_plausible, time_line, url_day

PUBLISHED = (
    "article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "dc.date.issued",
    "dc.date",
    "og:published_time",
    "parsely-pub-date",
    "date",
    "datecreated",
    "content_publisheddate",
    "cxenseparse:recs:publishtime",
)
MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "lastmod", "last-modified")
_STAMP = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:\s?[T ]\s?(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?)?")
HOUR = timedelta(hours=1)


def printed_time(lines: list[Line], title: str | None, zone: str) -> TimeLine | None:
    """The time line that the page prints nearest below its headline (or, before any, the first with a clock)."""
    moments = [(i, m) for i, line in enumerate(lines) if len(line.text) <= 140 and (m := time_line(line.text, zone)) is not None]
    at = next((i for i, line in enumerate(lines) if title and line.text == title), None)
    if at is None:
        return next((m for _, m in moments if m.exact), None)
    near = [(abs(i - at) + (0 if i > at else 3), m) for i, m in moments if -6 <= i - at <= 25]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def find_published(tree: HtmlElement, head: Head, printed: TimeLine | None, url: str | None, zone: str) -> tuple[str | None, str | None]:
    """The moment of publication and where it comes from: the page's statements, its printed line, its address, htmldate."""
    labels = [*map(str, head.said("datePublished")), *(head.meta[n] for n in PUBLISHED if n in head.meta), *_elements(tree)]
    for label in labels:
        moment = true_zone(label, printed, zone)
        if moment is not None:
            return moment, "page"
    if printed is not None:
        return printed.iso, "page"
    day = url_day(url)
    if day is not None:
        return day, "url"
    guessed = find_date(tree, original_date=True, extensive_search=False, url=url, deferred_url_extractor=True)
    return (guessed, "page") if guessed else (None, None)


def find_modified(head: Head, published: str | None, printed: TimeLine | None, zone: str) -> str | None:
    """The moment of the last change, where the page states one that is not before publication."""
    for label in (*map(str, head.said("dateModified")), *(head.meta[n] for n in MODIFIED if n in head.meta)):
        moment = true_zone(label, printed, zone)
        if moment is not None and (published is None or moment[:10] >= published[:10]):
            return moment if moment != published else None
    return None


def _elements(tree: HtmlElement) -> list[str]:
    found = tree.xpath("//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content | //time[@pubdate]/@datetime")
    return [str(value) for value in found] if isinstance(found, list) else []


def true_zone(label: str, printed: TimeLine | None, zone: str) -> str | None:
    """ISO 8601 of a label. Where the page prints the same clock in another zone, the printed zone is true; without a zone, the outlet's."""
    found = _STAMP.search(label)
    if found is None or not is_plausible(int(found[1])):
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return printed.iso if printed and printed.exact and printed.iso[:10] == day.isoformat() else day.isoformat()
        naive = datetime(day.year, day.month, day.day, int(found[4]), int(found[5]), int(found[6] or 0))
    except ValueError:
        return None
    local = timezone(HOUR * ZONES.get(zone.upper(), 7))
    if printed is not None and printed.exact:
        shown = datetime.fromisoformat(printed.iso)
        if abs(shown.replace(tzinfo=None) - naive) < timedelta(minutes=2):
            return naive.replace(tzinfo=shown.tzinfo).isoformat()
    offset = _offset(found[7])
    if offset is None:
        return naive.replace(tzinfo=local).isoformat()
    return naive.replace(tzinfo=offset).astimezone(local).isoformat()


def _offset(label: str | None) -> timezone | None:
    if label is None:
        return None
    if label == "Z":
        return UTC
    hours, minutes = int(label[1:3]), int(label[-2:])
    return timezone((1 if label[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes))
