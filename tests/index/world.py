"""Invented records for the store's tests: made by hand, not by extraction, so that a test says what a store is given."""

from __future__ import annotations

import copy
import hashlib
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from extraction.model import (
    AgencyMention,
    Article,
    ArticleRegion,
    ArticleVersion,
    CaseEntry,
    CodedArticle,
    DateBasis,
    EventMention,
    EventType,
    Final,
    Form,
    Outlet,
    Part,
    Participant,
    Person,
    Precision,
    Span,
    Status,
    Subject,
    statement_id,
    version_id,
)
from extraction.model.identity import digest
from index.regions import region_of

DATA: dict[str, Any] = tomllib.loads((Path(__file__).parent / "data" / "world.toml").read_text("utf-8"))
NAMES = [article["name"] for article in DATA["articles"]]
_PRECISION = {10: Precision.DAY, 7: Precision.MONTH, 4: Precision.YEAR}


def world() -> list[CodedArticle]:
    """All articles of data/world.toml: a report told three times, once as a copy; its clearing; a punishment elsewhere; an appeal
    dated by its month; pledges without a day; totals of a year; and a page that is not of the subject."""
    return [article(name) for name in NAMES]


def article(name: str, **changes: Any) -> CodedArticle:
    """One article of the world by name, with changes to its fields as data/world.toml writes them; any other name makes a new one."""
    found = next((a for a in DATA["articles"] if a["name"] == name), {"name": name})
    return build(copy.deepcopy(found) | changes)


def ident(name: str) -> str:
    """The article id of an article of the world."""
    return article(name).article.id


def build(data: dict[str, Any]) -> CodedArticle:
    """The coded record of an article's data; people and events may be names from the file or tables of their own."""
    outlet = Outlet(data["outlet"], **DATA["outlets"][data["outlet"]]) if data.get("outlet") else Outlet()
    url = f"https://{outlet.domain or 'tanpa.example'}/{data['name']}"
    article_id = digest("url", url)
    title, text = data.get("title"), data["text"].strip()
    text_hash = hashlib.sha256(f"{title or ''}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
    version = ArticleVersion(
        id=version_id(article_id, text_hash),
        article=article_id,
        title=title,
        text=text,
        fetched=datetime.fromisoformat(data.get("fetched", "2024-11-20T03:00:00+00:00")),
        text_hash=text_hash,
        published=data.get("published"),
        relevant=data.get("relevant", True),
    )
    coded = CodedArticle(Article(article_id, url, outlet, data.get("aliases", [f"{data['name']}.txt"])), version)
    coded.regions = [ArticleRegion(_region(code), main=i == 0, reason="uji") for i, code in enumerate(data.get("regions", []))]
    coded.agencies = [AgencyMention(digest("agency", version.id, name), Span(0, 1), name, name) for name in data.get("agencies", [])]
    coded.elections = list(data.get("elections", ["Pilkada 2024"]))
    coded.people = [_person(version, _named("people", person)) for person in data.get("people", [])]
    for number, event in enumerate(data.get("events", [])):
        _add_event(coded, _named("events", event), number)
    return coded


def _named(kind: str, given: str | dict[str, Any]) -> dict[str, Any]:
    return dict(DATA[kind][given]) if isinstance(given, str) else given


def _region(code: str) -> Any:
    region = region_of(code)
    assert region is not None
    return region


def _person(version: ArticleVersion, data: dict[str, Any]) -> Person:
    return Person(
        id=digest("person", version.id, data["name"]),
        name=data["name"],
        role=data.get("role"),
        role_printed=data.get("role"),
        agency=data.get("agency"),
        official=True,
        region=_region(data["region"]) if "region" in data else None,
        initials=data.get("initials", False),
        public_office=data.get("public_office", False),
    )


def _add_event(coded: CodedArticle, data: dict[str, Any], number: int) -> None:
    whole, day = coded.version.whole, data.get("date")
    start = whole.index(data["sentence"])
    span = Span(start, start + len(data["sentence"]))
    ids = {person.name: person.id for person in coded.people}
    event = EventMention(
        id=statement_id(coded.version.id, "event", whole, span, f"{data['type']}:{number}"),
        type=EventType(data["type"]),
        evidence=[span],
        region=_region(data["region"]) if "region" in data else None,
        date=day,
        precision=_PRECISION.get(len(day), Precision.RANGE) if day else None,
        date_basis=DateBasis(data.get("date_basis", "event")) if day else None,
        status=Status(data["status"]) if "status" in data else None,
        by=data.get("by"),
        final=Final(data.get("final", "unknown")),
        subjects=[Subject(s) for s in data.get("subjects", [])],
        forms=[Form(f) for f in data.get("forms", [])],
        participants=[Participant(Part.ACCUSED, name, ids.get(name)) for name in data.get("accused", [])],
        component="netra_events_v1",
    )
    coded.events.append(event)
    for participant in event.participants:
        if event.status:
            entry = digest("case", event.id, participant.name)
            coded.cases.append(
                CaseEntry(
                    entry, participant.name, participant.person, event.status, event.id, span, event.by, day, event.final, event.region
                )
            )
