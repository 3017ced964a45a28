"""Where a pass begins: the addresses of an outlet's listings, for the present or, with search words, for its history."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote_plus

from crawler.frontier import Role
from crawler.job import Job
from crawler.policy.limits import INDEX_DAYS, MAX_HISTORY_DAYS
from crawler.registry import Entry
from crawler.spiders.discovery.wordpress import posts_url


@lru_cache(maxsize=1)
def search_words() -> tuple[str, ...]:
    """The searches for an outlet's history."""
    lines = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and line[0] != "#")


def seeds(entry: Entry, job: Job, today: date) -> list[tuple[Role, str]]:
    """Role and address of each listing to begin with. Searches are asked for history only (`job.words`), and only by those words.

    Templates: `{date}` (ISO), `{y}`, `{m}`, `{d}` of each day in dated indexes, `{word}` in searches.
    """
    found: list[tuple[Role, str]] = []
    for kind, url in entry.ways:
        if kind == "wordpress":
            searches: list[str | None] = [*job.words] or [None]
            found += [(Role.WORDPRESS, posts_url(url, search=word, since=job.since, until=job.until)) for word in searches]
        elif kind == "search":
            found += [(Role.SEARCH, url.replace("{word}", quote_plus(word))) for word in job.words]
        elif kind == "index":
            found += [(Role.INDEX, _dated(url, day)) for day in _days(job, today)]
        else:
            found.append((Role(kind), url))
    return found


def _days(job: Job, today: date) -> list[date]:
    """The days of a dated index: the last INDEX_DAYS, or those of the history (at most MAX_HISTORY_DAYS, the newest), newest first."""
    last = date.fromisoformat(job.until) if job.until else today
    first = date.fromisoformat(job.since) if job.since else last - timedelta(days=INDEX_DAYS - 1)
    number = min((last - first).days + 1, MAX_HISTORY_DAYS)
    return [last - timedelta(days=n) for n in range(number)]


def _dated(template: str, day: date) -> str:
    values = {"{date}": day.isoformat(), "{y}": f"{day.year}", "{m}": f"{day.month:02}", "{d}": f"{day.day:02}"}
    for name, value in values.items():
        template = template.replace(name, value)
    return template
