"""Rows for export: what leaves the system as JSONL or CSV. The article row carries the fields that the codebook's scoring names."""

from __future__ import annotations

from typing import Any

from extraction.model import CodedArticle, EventMention, Region, Status

Row = dict[str, Any]


def article_row(coded: CodedArticle) -> Row:
    """One article as a flat-enough row; `id` is the id given at ingest where there is one, else the article's own."""
    version, article = coded.version, coded.article
    return {
        "id": article.aliases[0] if article.aliases else article.id,
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
        "regions": [_region_row(r.region) | {"main": r.main, "reason": r.reason} for r in coded.regions],
        "officials": [
            {"name": p.name, "role": p.role, "role_printed": p.role_printed, "agency": p.agency, "degrees": p.degrees}
            for p in coded.people
            if p.official
        ],
        "agencies": sorted({a.name for a in coded.agencies if a.name}),
        "dates": [{"text": d.printed, "iso": d.iso, "precision": d.precision, "kind": d.kind, "conflict": d.conflict} for d in coded.dates],
        "events": [event_row(e, version.whole) for e in coded.events],
        "elections": coded.elections,
        "counts": [{"what": f.what, "value": f.value} for f in coded.figures],
        "accused": accused_rows(coded),
        "quotes": [{"speaker": q.speaker, "text": q.span.of(version.whole), "direct": q.direct} for q in coded.quotes],
        "components": version.components,
    }


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
