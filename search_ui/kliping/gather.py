"""What goes into a kliping: the events of the articles published in a period, one entry per distinct text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from extraction.model import CodedArticle, Event, Span
from index.regions import region_of
from index.store import Question, Store
from search_ui.i18n import Words
from search_ui.show.desk import Desk, EventCard
from search_ui.show.excerpt import joined, shown_spans

MOST_DAYS = 366
MOST_ARTICLES = 500  # of one kliping: about 250 printed pages
EXCERPT = 420  # characters quoted of one text: three or four sentences


class BadKliping(Exception):
    """A period or region that can't be made; the message is for the reader."""


@dataclass(frozen=True)
class Carrier:
    """An outlet that carried a text, with what proves it."""

    outlet: str
    url: str | None
    article: str
    version: str
    text_hash: str
    published: str | None
    fetched: str


@dataclass
class Entry:
    """One distinct text with an excerpt and all who carried it."""

    title: str
    title_is_excerpt: bool
    excerpt: str
    carriers: list[Carrier] = field(default_factory=list)


@dataclass
class Group:
    """An event with the texts that tell it."""

    card: EventCard
    entries: list[Entry]


@dataclass
class Gathered:
    """All of a kliping: events in order of their day, articles without an event, and the tables of the first page."""

    groups: list[Group]
    loose: list[Entry]
    articles: int
    texts: int
    by_type: list[tuple[str, int]]
    by_status: list[tuple[str, int]]
    by_region: list[tuple[str, int]]


def question_of(since: str, until: str, region: str | None, words: Words) -> Question:
    """The question of a kliping. Raises BadKliping where the days or the region are mistaken."""
    try:
        first, last = date.fromisoformat(since), date.fromisoformat(until)
    except ValueError as error:
        raise BadKliping(words("kliping.bad_day")) from error
    if last < first:
        raise BadKliping(words("kliping.bad_day"))
    if (last - first).days >= MOST_DAYS:
        raise BadKliping(words("kliping.too_long", days=MOST_DAYS))
    if region and region_of(region) is None:
        raise BadKliping(words("kliping.bad_region", code=region[:20]))
    return Question(query=f'wilayah:"{region}"' if region else "", published_since=first.isoformat(), published_until=last.isoformat())


def gather(store: Store, question: Question, words: Words) -> Gathered:
    """Everything that the question finds. Raises BadKliping where it is more than a kliping holds."""
    total = store.search(question).counts.articles
    if total > MOST_ARTICLES:
        raise BadKliping(words("kliping.too_many", most=MOST_ARTICLES, n=total))
    articles = {coded.article.id: coded for coded in store.articles(question)}
    desk = Desk(store, words)
    events = sorted(store.all_events(question), key=lambda e: (e.region.name if e.region else "", e.date or "9", e.id))
    groups = [Group(card, _entries(desk, _telling(card.event, articles), card.event)) for card in desk.cards(events)]
    told = {article for event in events for article, _ in event.mentions}
    loose = _entries(desk, [coded for key, coded in articles.items() if key not in told], None)
    return Gathered(
        groups,
        loose,
        len(articles),
        len({_cluster(desk, key) for key in articles}),
        _counted(words.label("jenis", event.type.value) for event in events),
        _counted(words.label("status", event.status.value) if event.status else words("kliping.no_status") for event in events),
        _counted(event.region.name if event.region else words("kliping.no_region") for event in events),
    )


def _counted(values: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))


def _telling(event: Event, articles: dict[str, CodedArticle]) -> list[CodedArticle]:
    return [articles[key] for key in dict.fromkeys(article for article, _ in event.mentions) if key in articles]


def _cluster(desk: Desk, article: str) -> str:
    stored = desk.article(article)
    return min([article, *(stored.copies if stored else [])])


def _entries(desk: Desk, told_by: list[CodedArticle], event: Event | None) -> list[Entry]:
    """One entry per distinct text, in order of publication; the first that carried it gives title and excerpt."""
    ordered = sorted(told_by, key=lambda coded: (coded.version.published or "", coded.article.id))
    entries: dict[str, Entry] = {}
    for coded in ordered:
        cluster = _cluster(desk, coded.article.id)
        if cluster not in entries:
            entries[cluster] = Entry(*desk.title(coded), excerpt_of(desk, coded, event))
        entries[cluster].carriers.append(_carrier(coded))
    return list(entries.values())


def _carrier(coded: CodedArticle) -> Carrier:
    version, outlet = coded.version, coded.article.outlet
    return Carrier(
        outlet.name or outlet.domain,
        version.url or coded.article.url,
        coded.article.id,
        version.id,
        version.text_hash,
        version.published,
        version.fetched.isoformat(),
    )


def excerpt_of(desk: Desk, coded: CodedArticle, event: Event | None) -> str:
    """The sentences that tell the event (else what the article page shows), at most `EXCERPT` characters, cut at a word."""
    whole = coded.version.whole
    wanted = {mention for article, mention in event.mentions if article == coded.article.id} if event else set()
    spans: list[Span] = joined(span for mention in coded.events if mention.id in wanted for span in mention.evidence)
    text = " … ".join(" ".join(span.of(whole).split()) for span in spans or shown_spans(coded))
    text = desk.mask([coded.article.id]).text(text)
    return text if len(text) <= EXCERPT else text[:EXCERPT].rsplit(" ", 1)[0] + " …"
