"""Rows for export, one shape a kind. The article row carries the fields that the codebook's scoring names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extraction.model import CaseEntry, CodedArticle, DateMention, Event, EventMention, Person, Quote, Region, Status
from index.document import kept
from index.store import Kind, PersonProfile, Question, Store

Row = dict[str, Any]


def rows(store: Store, kind: Kind, question: Question | None = None, *, fiction: bool = False) -> Iterator[Row]:
    """The rows of one kind, in a fixed order: of what the question finds, of everything where None. `fiction` marks the rows of a
    demo folder.

    Raises QueryError where the question has a mistake.
    """
    for row in _rows(store, kind, question):
        yield row | {"fiction": True} if fiction else row


def _rows(store: Store, kind: Kind, question: Question | None) -> Iterator[Row]:
    match kind:
        case "articles":
            yield from map(article_row, store.articles(question))
        case "events":
            yield from map(joined_row, store.all_events(question))
        case "people":
            yield from map(person_row, store.all_people(question))
        case "mentions":
            events = {mention: event.id for event in store.all_events() for _, mention in event.mentions}
            for coded in store.articles(question):
                for mention in coded.events:
                    yield _told_by(coded) | {"event_id": events.get(mention.id)} | event_row(mention, coded.version.whole)
        case "cases":
            people = {entry: person.id for person in store.all_people() for _, entry in person.history}
            for coded in store.articles(question):
                for entry in coded.cases:
                    yield _told_by(coded) | {"person_id": people.get(entry.id)} | case_row(entry, coded.version.whole)


def _id(coded: CodedArticle) -> str:
    """The id given at ingest where there is one, else the article's own."""
    return coded.article.aliases[0] if coded.article.aliases else coded.article.id


def _told_by(coded: CodedArticle) -> Row:
    article, version = coded.article, coded.version
    return {
        "article": _id(coded),
        "article_id": article.id,
        "version_id": version.id,
        "url": article.url,
        "outlet": article.outlet.name or article.outlet.domain,
        "published": version.published,
        "fetched": version.fetched.isoformat(),
    }


def joined_row(event: Event) -> Row:
    """One event with the articles that tell it."""
    return {
        "id": event.id,
        "type": event.type,
        "date": event.date,
        "date_precision": event.precision,
        "date_basis": event.date_basis,
        "region": event.region.name if event.region else None,
        "region_code": event.region.code if event.region else None,
        "status": event.status,
        "by": event.by,
        "final": event.final,
        "subjects": event.subjects,
        "violation_forms": event.forms,
        "accused": event.accused,
        "articles": event.articles,
        "texts": event.texts,
        "article_ids": list(dict.fromkeys(article for article, _ in event.mentions)),
        "mention_ids": [mention for _, mention in event.mentions],
    }


def person_row(person: PersonProfile) -> Row:
    """One person's profile; `shown` is the name as pages may show it."""
    return {
        "id": person.id,
        "name": person.name,
        "shown": person.shown,
        "roles": [{"role": role, "agency": agency} for role, agency in person.roles],
        "public_office": person.public_office,
        "accused": person.accused,
        "first_seen": person.first_seen,
        "last_seen": person.last_seen,
        "article_ids": person.articles,
        "case_ids": [entry for _, entry in person.history],
    }


def case_row(entry: CaseEntry, whole: str) -> Row:
    """One step of an accused person's or group's case, with its sentence."""
    return {
        "id": entry.id,
        "accused": entry.accused,
        "status": entry.status,
        "by": entry.by,
        "date": entry.date,
        "final": entry.final,
        "region": entry.region.name if entry.region else None,
        "region_code": entry.region.code if entry.region else None,
        "mention_id": entry.event,
        "confidence": entry.confidence,
        "evidence": entry.evidence.of(whole),
    }


def article_row(coded: CodedArticle) -> Row:
    """One article as a flat-enough row; `id` is the id given at ingest where there is one, else the article's own. An irrelevant one
    has no people and no events, whatever was read from it."""
    coded = kept(coded)
    version, article = coded.version, coded.article
    return {
        "id": _id(coded),
        "article_id": article.id,
        "version_id": version.id,
        "url": article.url,
        "outlet": article.outlet.name or article.outlet.domain,
        "title": version.title,
        "published": version.published,
        "published_source": version.published_source,
        "modified": version.modified,
        "fetched": version.fetched.isoformat(),
        "authors": version.authors,
        "editor": version.editor,
        "language": version.language,
        "genre": version.genre,
        "relevant": version.relevant,
        "relevance": version.relevance,
        "text": version.text,
        "regions": [_region_row(r.region) | {"main": r.main, "reason": r.reason, "confidence": r.confidence} for r in coded.regions],
        "officials": [_official_row(p) for p in coded.people if p.official],
        "agencies": sorted({a.name for a in coded.agencies if a.name}),
        "dates": [_date_row(d) for d in coded.dates],
        "events": [event_row(e, version.whole) for e in coded.events],
        "elections": coded.elections,
        "counts": [{"what": f.what, "value": f.value, "confidence": f.confidence} for f in coded.figures],
        "accused": accused_rows(coded),
        "quotes": [_quote_row(q, version.whole) for q in coded.quotes],
        "components": version.components,
    }


def _official_row(p: Person) -> Row:
    said = {"name": p.name, "role": p.role, "role_printed": p.role_printed, "agency": p.agency, "degrees": p.degrees}
    return said | {"confidence": p.confidence}


def _date_row(d: DateMention) -> Row:
    said = {"text": d.printed, "iso": d.iso, "precision": d.precision, "kind": d.kind, "conflict": d.conflict}
    return said | {"confidence": d.confidence}


def _quote_row(q: Quote, whole: str) -> Row:
    return {"speaker": q.speaker, "text": q.span.of(whole), "direct": q.direct, "confidence": q.confidence}


def _region_row(region: Region) -> Row:
    return {"name": region.name, "level": region.level, "code": region.code, "province": region.province}


def event_row(event: EventMention, whole: str) -> Row:
    """One event mention with its evidence sentences in full."""
    return {
        "id": event.id,
        "type": event.type,
        "date": event.date,
        "date_precision": event.precision,
        "date_basis": event.date_basis,
        "region": event.region.name if event.region else None,
        "region_code": event.region.code if event.region else None,
        "status": event.status,
        "by": event.by,
        "final": event.final,
        "subjects": event.subjects,
        "violation_forms": event.forms,
        "forms_forbidden": event.forms_forbidden,
        "participants": [{"part": p.part, "name": p.name} for p in event.participants],
        "rules": event.rules,
        "confidence": event.confidence,
        "component": event.component,
        "evidence": [span.of(whole) for span in event.evidence],
    }


def accused_rows(coded: CodedArticle) -> list[Row]:
    """Each named accused person with the latest status that the article tells (the last case entry in the order of steps)."""
    latest: dict[str, Status] = {}
    for entry in coded.cases:
        if entry.person:
            latest[entry.accused] = entry.status
    return [{"name": name, "status": status} for name, status in latest.items()]
