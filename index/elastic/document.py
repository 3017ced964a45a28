"""Documents of the articles index: the record, what is searched, and what the joiners look up."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from extraction.model import DateBasis, Event
from index.document import day_of, outlet_key, search_document
from index.elastic.cluster import Body
from index.intake import Decision, encode
from index.query.days import interval_of
from index.regions import region_codes

JOINED = ("cluster", "sign", "bands", "event_keys", "person_names", "told", "tokoh")  # kept when only the record is put anew


def article_source(decision: Decision, before: Body | None) -> Body:
    """The document of an article that was just put; joined anew at the next settling, until then as it was joined before."""
    record = decision.record
    article, version = record.article, record.version
    day, basis = day_of(version)
    joined: dict[str, Any] = {field: before[field] for field in JOINED if field in before} if before else {}
    search = search_document(record, joined.pop("tokoh", []))
    return {
        "id": article.id,
        "version": version.id,
        "seen": decision.seen.isoformat(),
        "record": encode(record).decode("utf-8"),
        "aliases": article.aliases,
        "gone": False,
        "dirty": True,
        "sort": search.sort,
        "month": day[:7],
        "published": day[:7] if basis == "published" else None,
        "outlet": outlet_key(article.outlet) or None,
        "cluster": article.id,
        **search.tokens,
        **search.values,
        **search.days,
        **joined,
    }


def version_source(decision: Decision) -> Body:
    """The document of one version."""
    record = decision.record
    return {
        "id": record.version.id,
        "article": record.article.id,
        "fetched": record.version.fetched.isoformat(),
        "seen": decision.seen.isoformat(),
        "record": encode(record).decode("utf-8"),
    }


def gone_source(article: str) -> Body:
    """What stays of an article that was taken down: its id, so that an older copy of it can't come back."""
    return {"id": article, "gone": True, "dirty": True}


def told_source(event: Event) -> Body:
    """An event as the articles that tell it carry it, for counts and filters."""
    since, until = _ordinals(event.date)
    return {
        "id": event.id,
        "sort": f"{event.date or ''} {event.id}",  # the blank sorts below all that a date holds: a month before its days, no date last
        "jenis": event.type.value,
        "status": event.status.value if event.status else None,
        "wilayah": region_codes([event.region]) if event.region else [],
        "subjek": [s.value for s in event.subjects],
        "bentuk": [f.value for f in event.forms],
        "since": since,
        "until": until,
        "month": event.date[:7] if event.date and len(event.date) >= 7 else None,
        "statement": event.date_basis is DateBasis.STATEMENT,
    }


def _ordinals(iso: str | None) -> tuple[int | None, int | None]:
    try:
        since, until = interval_of(iso or "")
    except ValueError:
        return None, None
    return since.toordinal(), until.toordinal()


def milliseconds(moment: datetime) -> int:
    """A moment as an external version: later sightings win."""
    return int(moment.timestamp() * 1_000)
