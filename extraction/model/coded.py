"""The whole coded record of one article version, as extraction gives it and the index keeps it."""

from __future__ import annotations

import msgspec

from extraction.model.article import Article, ArticleVersion
from extraction.model.events import CaseEntry, EventMention, Figure, Quote
from extraction.model.mentions import AgencyMention, ArticleRegion, DateMention, Person, RegionMention

# The spaCy components in the order in which they read (registered in extraction/components.py; a test holds both together).
COMPONENT_ORDER = (
    "netra_sentences_v1",
    "netra_relevance_v1",
    "netra_dates_v1",
    "netra_places_v1",
    "netra_main_region_v1",
    "netra_agencies_v1",
    "netra_person_model_v1",
    "netra_people_v1",
    "netra_quotes_v1",
    "netra_figures_v1",
    "netra_elections_v1",
    "netra_events_v1",
    "netra_cases_v1",
    "netra_confidence_v1",
)


class CodedArticle(msgspec.Struct):
    """One article version with every statement that was read from it. An irrelevant one keeps dates and regions only."""

    article: Article
    version: ArticleVersion
    dates: list[DateMention] = []
    places: list[RegionMention] = []
    regions: list[ArticleRegion] = []
    agencies: list[AgencyMention] = []
    people: list[Person] = []
    quotes: list[Quote] = []
    figures: list[Figure] = []
    elections: list[str] = []
    events: list[EventMention] = []
    cases: list[CaseEntry] = []
