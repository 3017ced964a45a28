"""The article page: metadata, excerpts with what was read in them, refusals, versions, copies."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from extraction.model import CodedArticle, Person, Span
from index.store import PersonProfile
from search_ui.i18n import Words
from search_ui.pages.common import OfSite
from search_ui.show.cases import step_of
from search_ui.show.desk import Desk
from search_ui.show.excerpt import shown_spans
from search_ui.show.marks import anchor, ends_with_gap, passages, title_pieces
from search_ui.show.mask import Mask, profile_of

router = APIRouter()
_WORDS = 18  # of a quote or figure that stands outside the excerpt


@dataclass(frozen=True)
class Named:
    """A person of the article, with the page that tells more."""

    name: str
    role: str | None
    agency: str | None
    path: str | None
    accused: bool


@dataclass(frozen=True)
class Refused:
    """A reading that was not taken, with the reason."""

    kind: str
    printed: str
    reason: str
    candidates: list[str]


@dataclass(frozen=True)
class Said:
    """A figure or quote: its words (shortened), and the place in the excerpt where it is shown."""

    text: str
    who: str | None
    anchor: str | None
    direct: bool = False


def person_path(profile: PersonProfile) -> str:
    """The page of a person: the case page where accused."""
    return f"/{'kasus' if profile.accused else 'tokoh'}/{profile.id}"


def named(coded: CodedArticle, profiles: list[PersonProfile], mask: Mask) -> list[Named]:
    """The people of an article."""
    out = []
    for person in coded.people:
        profile = profile_of(coded, person, profiles)
        out.append(_named(person, profile, mask))
    return out


def _named(person: Person, profile: PersonProfile | None, mask: Mask) -> Named:
    name = profile.shown if profile and profile.shown != profile.name else mask.text(person.name)
    return Named(name, person.role, person.agency, person_path(profile) if profile else None, bool(profile and profile.accused))


def refused(coded: CodedArticle, words: Words, mask: Mask) -> list[Refused]:
    """All that was read but not taken."""
    out = [Refused(words("article.mark_region"), p.printed, p.reason, p.candidates) for p in coded.places if not p.region]
    out += [Refused(words("article.mark_agency"), a.printed, a.reason, []) for a in coded.agencies if not a.name]
    out += [Refused(words("article.mark_date"), d.printed, d.conflict or d.reason, []) for d in coded.dates if not d.iso or d.conflict]
    out += [Refused(words("article.quotes"), _short(q.span, coded), q.reason, []) for q in coded.quotes if not q.speaker]
    return [Refused(r.kind, mask.text(r.printed), words.label("reason", r.reason), r.candidates) for r in out]


def _short(span: Span, coded: CodedArticle) -> str:
    parts = span.of(coded.version.whole).split()
    return " ".join(parts[:_WORDS]) + (" …" if len(parts) > _WORDS else "")


def _said(coded: CodedArticle, mask: Mask) -> tuple[list[Said], list[Said]]:
    starts = shown_spans(coded)

    def place(span: Span) -> str | None:
        return next((anchor(shown) for shown in starts if shown.covers(span)), None)

    figures = [Said(mask.text(f.what or _short(f.span, coded)), f.source, place(f.span)) for f in coded.figures]
    quotes = [
        Said(mask.text(_short(q.span, coded)), mask.text(q.speaker) if q.speaker else None, place(q.span), q.direct) for q in coded.quotes
    ]
    return figures, quotes


@router.get("/artikel/{key}")
def article(request: Request, site: OfSite, key: str) -> HTMLResponse:
    """One article, by id or by an alias given at ingest."""
    desk = site.desk()
    stored = desk.article(key)
    if stored is None:
        raise HTTPException(404)
    coded = stored.coded
    profiles = site.store.people_in([coded.article.id])
    mask = desk.mask([coded.article.id])
    figures, quotes = _said(coded, mask)
    title, is_excerpt = desk.title(coded)
    return site.page(
        request,
        "article.html",
        stored=stored,
        coded=coded,
        version=coded.version,
        title=title,
        title_is_excerpt=is_excerpt,
        title_pieces=title_pieces(coded, site.words, mask),
        passages=passages(coded, site.words, mask),
        gap_after=ends_with_gap(coded),
        starts=[anchor(span) for span in shown_spans(coded)],
        events=_events(desk, coded),
        steps=[(mask.text(entry.accused), step_of(coded, entry, site.words, mask)) for entry in coded.cases],
        people=named(coded, profiles, mask),
        figures=figures,
        quotes=quotes,
        refused=refused(coded, site.words, mask),
        copies=[(other, *desk.title(other)) for other in desk.coded(stored.copies)],
        anchor=anchor,
    )


def _events(desk: Desk, coded: CodedArticle) -> list[tuple[object, object]]:
    """The article's event mentions, in order, each with the card of the joined event."""
    events = desk.store.events_in([coded.article.id])
    cards = {mention: card for card in desk.cards(events) for _, mention in card.event.mentions}
    return [(mention, cards.get(mention.id)) for mention in coded.events]
