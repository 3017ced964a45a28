"""From records to the API's models."""

from __future__ import annotations

from collections.abc import Iterable

from extraction.model import Region
from search_ui.api.models import CaseOut, EventOut, HitOut, RegionOut, SentenceOut, StatusOut, StepOut, TellingOut
from search_ui.pages.events import Case, Telling
from search_ui.show.desk import EventCard, HitCard
from search_ui.site import safe_link


def region_out(region: Region | None) -> RegionOut | None:
    """A region."""
    return RegionOut(name=region.name, level=region.level.value, code=region.code) if region else None


def regions_out(regions: Iterable[Region]) -> list[RegionOut]:
    """Regions."""
    return [RegionOut(name=region.name, level=region.level.value, code=region.code) for region in regions]


def event_out(card: EventCard) -> EventOut:
    """An event."""
    event = card.event
    status = None
    if event.status and card.told:
        status = StatusOut(value=event.status.value, by=event.by, date=event.date, final=event.final.value, text=card.told.text)
    return EventOut(
        id=event.id,
        type=event.type.value,
        region=region_out(event.region),
        date=event.date,
        precision=event.precision.value if event.precision else None,
        date_basis=event.date_basis.value if event.date_basis else None,
        status=status,
        accused=[one.name for one in card.accused],
        cleared=[f"{one.name}: {one.clearing.told.text}" for one in card.cleared if one.clearing],
        subjects=[subject.value for subject in event.subjects],
        forms=[form.value for form in event.forms],
        articles=event.articles,
        texts=event.texts,
        url=f"/peristiwa/{event.id}",
    )


def hit_out(card: HitCard) -> HitOut:
    """A found article."""
    hit = card.hit
    return HitOut(
        id=hit.article,
        title=card.title,
        title_is_excerpt=hit.title_is_excerpt,
        outlet=hit.outlet,
        day=hit.day,
        day_basis=hit.day_basis,
        snippet=[(piece.text, piece.hit) for piece in card.snippet],
        regions=regions_out(card.regions),
        events=[event_out(event) for event in card.events],
        source=safe_link(hit.url),
        url=f"/artikel/{hit.article}",
    )


def case_out(case: Case, fiction: bool) -> CaseOut:
    """A case."""
    steps = [
        StepOut(
            status=step.told.value,
            text=step.told.text,
            sentence=SentenceOut(text=step.sentence, url=f"/artikel/{step.article}#{step.anchor}"),
            outlet=step.outlet,
        )
        for step in case.steps
    ]
    clearing = case.clearing.told.text if case.clearing else None
    return CaseOut(fiction=fiction, accused=case.name, person=case.person, clearing=clearing, steps=steps)


def telling_out(telling: Telling, group: int) -> TellingOut:
    """An article that tells an event."""
    return TellingOut(
        article=telling.article,
        title=telling.title,
        outlet=telling.outlet,
        source=safe_link(telling.url),
        published=telling.published,
        fetched=telling.fetched,
        text_group=group,
        evidence=[SentenceOut(text=text, url=f"/artikel/{telling.article}#{place}") for text, place in telling.sentences],
    )
