"""The steps of a case as pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extraction.model import CaseEntry, CodedArticle, DateBasis, Region, Status
from index.document import day_of
from search_ui.i18n import Words
from search_ui.show.marks import anchor
from search_ui.show.mask import Mask
from search_ui.show.status import Told, told


@dataclass(frozen=True)
class Step:
    """One dated step with the sentence that proves it. `event` is the mention of the article that tells it."""

    told: Told
    article: str
    anchor: str
    sentence: str
    outlet: str
    published: str
    region: Region | None
    event: str
    order: tuple[str, str]
    cleared: bool
    copies: int = 0  # how many further articles tell the same step


def step_of(coded: CodedArticle, entry: CaseEntry, words: Words, mask: Mask) -> Step:
    """A case entry in words."""
    event = next((e for e in coded.events if e.id == entry.event), None)
    said = event is not None and event.date == entry.date and event.date_basis is DateBasis.STATEMENT
    status = told(entry.status, entry.by, entry.date, entry.final, words, said=said)
    assert status is not None  # a case entry always has a status
    published = day_of(coded.version)[0]
    return Step(
        told=status,
        article=coded.article.id,
        anchor=anchor(entry.evidence),
        sentence=mask.text(entry.evidence.of(coded.version.whole)),
        outlet=coded.article.outlet.name or coded.article.outlet.domain,
        published=published,
        region=entry.region,
        event=entry.event,
        order=(entry.date or published, published),
        cleared=entry.status is Status.TIDAK_TERBUKTI,
    )


def clearing_of(steps: Iterable[Step]) -> Step | None:
    """The latest step that cleared, however many steps came before or after: it stands first."""
    return max((step for step in steps if step.cleared), key=lambda step: step.order, default=None)
