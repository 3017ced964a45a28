"""What one request has open: records are fetched once, and every name passes the mask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extraction.model import CodedArticle, Event, EventMention, Region, Status
from index.document import shown_title
from index.store import Hit, PersonProfile, SnippetPiece, Store, StoredArticle
from search_ui.i18n import Words
from search_ui.show.cases import Step, clearing_of, step_of
from search_ui.show.days import day_in_words
from search_ui.show.mask import Mask, bearing, mask_of
from search_ui.show.status import Told, told_of


@dataclass
class Accused:
    """Somebody said to have broken neutrality, as pages name them. `clearing` is a step that cleared them, from any article."""

    name: str
    person: str | None = None
    clearing: Step | None = None


@dataclass
class EventCard:
    """An event as lists show it."""

    event: Event
    told: Told | None
    accused: list[Accused] = field(default_factory=list)

    @property
    def cleared(self) -> list[Accused]:
        """Those whom a step cleared that this event does not tell itself."""
        return [one for one in self.accused if one.clearing and self.event.status is not Status.TIDAK_TERBUKTI]


@dataclass
class HitCard:
    """A found article as lists show it."""

    hit: Hit
    title: str
    snippet: list[SnippetPiece]
    regions: list[Region]
    events: list[EventCard]


class Desk:
    """Reads for one page."""

    def __init__(self, store: Store, words: Words) -> None:
        self.store, self.words = store, words
        self._articles: dict[str, StoredArticle | None] = {}

    def article(self, key: str) -> StoredArticle | None:
        """By id or alias, once."""
        if key not in self._articles:
            self._articles[key] = self.store.article(key)
        return self._articles[key]

    def coded(self, keys: Iterable[str]) -> list[CodedArticle]:
        """The articles that are there."""
        return [stored.coded for key in dict.fromkeys(keys) if (stored := self.article(key))]

    def mask(self, keys: Sequence[str]) -> Mask:
        """The mask for everything that these articles say."""
        return mask_of(self.store.people_in(keys), self.coded(keys))

    def steps(self, profile: PersonProfile) -> list[Step]:
        """The steps of a person's case, oldest first."""
        mask = mask_of([profile], self.coded(profile.articles))
        steps = [
            step_of(stored.coded, entry, self.words, mask)
            for article, wanted in profile.history
            if (stored := self.article(article))
            for entry in stored.coded.cases
            if entry.id == wanted
        ]
        return sorted(steps, key=lambda step: step.order)

    def cards(self, events: Sequence[Event]) -> list[EventCard]:
        """Cards of joined events, in the order given."""
        keys = sorted({article for event in events for article, _ in event.mentions})
        profiles = self.store.people_in(keys) if any(event.accused for event in events) else []
        return [EventCard(event, told_of(event, self.words), self._accused(event, profiles)) for event in events]

    def _accused(self, event: Event, profiles: Sequence[PersonProfile]) -> list[Accused]:
        articles = {article for article, _ in event.mentions}
        near = [profile for profile in profiles if profile.accused and articles & set(profile.articles)]
        return [self.accused(name, near) for name in event.accused]

    def accused(self, name: str, profiles: Sequence[PersonProfile]) -> Accused:
        """An accused name as pages show it, with the person it means and what cleared them."""
        profile = bearing(name, profiles)
        if profile is None:
            return Accused(name)
        return Accused(profile.shown, profile.id, clearing_of(self.steps(profile)))

    def hits(self, hits: Sequence[Hit]) -> list[HitCard]:
        """Cards of found articles, with the joined events that each tells."""
        keys = [hit.article for hit in hits]
        cards = self.cards(self.store.events_in(keys)) if keys else []
        out = []
        for hit in hits:
            mask = self.mask([hit.article])
            wanted = {event.id for event in hit.events}
            told = [card for card in cards if any(m in wanted for a, m in card.event.mentions if a == hit.article)]
            told.sort(key=lambda card: (card.event.date or "9", card.event.id))
            out.append(HitCard(hit, mask.text(hit.title), mask.pieces(hit.snippet), _apart(hit.regions), told))
        return out

    def title(self, coded: CodedArticle) -> tuple[str, bool]:
        """The title as pages show it; whether it is only the first sentence."""
        title, is_excerpt = shown_title(coded.version)
        return self.mask([coded.article.id]).text(title), is_excerpt

    def when(self, event: Event | EventMention) -> str:
        """The day of an event in words."""
        return day_in_words(event.date, self.words) or self.words("event.undated")


def _apart(regions: Sequence[Region]) -> list[Region]:
    """The regions of a card: provinces that only stand for one of their units are left out."""
    inner = {region.code[:2] for region in regions if region.code and "." in region.code}
    return [region for region in regions if region.code is None or "." in region.code or region.code not in inner]
