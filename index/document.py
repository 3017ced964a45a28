"""The search document of an article: what a back end indexes, made once for all of them, so that the same questions find the same ids.

Token fields hold folded words; the engines only split them at blanks. Value fields hold whole values, day fields ordinals of days.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from extraction.model import ArticleVersion, CodedArticle, Outlet, Region
from index.analysis import folded, stem, table_digest, words
from index.query.days import ordinals_of, span_of
from index.regions import region_codes

TOKEN_FIELDS = ("exact", "stem", "tokoh_kata", "lembaga_kata", "media_kata", "pemilu_kata")
VALUE_FIELDS = ("wilayah", "jenis", "status", "subjek", "bentuk", "pemilu", "media", "media_nama", "lembaga", "tokoh", "relevan")
DAY_FIELDS = ("hari", "terbit")
FORMAT = f"1-{table_digest()}"  # of the fields and of the words in them: an index of another format is made anew
_TITLE_WEIGHT = 3  # times that the title's words stand in the stemmed field: a headline says what an article is about
_BREAK = "\u00b6"  # stands between title and text, so that no phrase runs across
_SENTENCE_ENDS = (". ", "? ", "! ", "\n")
_LONGEST_EXCERPT_TITLE = 160  # characters


class SearchDocument(msgspec.Struct):
    """What is indexed of one article. `sort` orders by day, then id."""

    id: str
    tokens: dict[str, list[str]]
    values: dict[str, list[str]]
    days: dict[str, list[int]]
    sort: str


def kept(coded: CodedArticle) -> CodedArticle:
    """The record as it is kept: an irrelevant article keeps title, dates and regions only (architecture.md, "What is kept")."""
    if coded.version.relevant:
        return coded
    return CodedArticle(coded.article, coded.version, dates=coded.dates, places=coded.places, regions=coded.regions)


def day_of(version: ArticleVersion) -> tuple[str, Literal["published", "fetched"]]:
    """The ISO day that an article sorts by, and which day that is: its publication where the page says it, else its fetch."""
    published = (version.published or "")[:10]
    try:
        since, until = span_of(published)
        if since == until:
            return published, "published"
    except ValueError:
        pass
    return version.fetched.date().isoformat(), "fetched"


def outlet_key(outlet: Outlet) -> str:
    """What an outlet is counted and chosen by: its domain, else its id or name; empty where nothing is known."""
    return outlet.domain or outlet.id or outlet.name


def shown_title(version: ArticleVersion) -> tuple[str, bool]:
    """The title, or the first sentence of the text where there is none; whether it is the latter."""
    if version.title:
        return version.title, False
    text = version.text.strip()
    end = min((at for mark in _SENTENCE_ENDS if (at := text.find(mark)) > 0), default=len(text))
    first = text[: end + 1].strip()
    return (first if len(first) <= _LONGEST_EXCERPT_TITLE else first[:_LONGEST_EXCERPT_TITLE].rsplit(" ", 1)[0] + " …"), True


def regions_of(coded: CodedArticle) -> list[Region]:
    """All regions that an article speaks of: its own list and those of its events."""
    return [r.region for r in coded.regions] + [e.region for e in coded.events if e.region]


def search_document(coded: CodedArticle, people: list[str]) -> SearchDocument:
    """The document of an article as kept; `people` are the ids of the profiles that it names."""
    version, outlet, events = coded.version, coded.article.outlet, coded.events
    day, basis = day_of(version)
    title, text = words(version.title or ""), words(version.text)
    key = outlet_key(outlet)
    names = sorted({a.name for a in coded.agencies if a.name})
    values = {
        "wilayah": region_codes(regions_of(coded)),
        "jenis": sorted({e.type.value for e in events}),
        "status": sorted({e.status.value for e in events if e.status}),
        "subjek": sorted({s.value for e in events for s in e.subjects}),
        "bentuk": sorted({f.value for e in events for f in e.forms}),
        "pemilu": sorted(set(coded.elections)),
        "media": [key] if key else [],
        "media_nama": [f"{key}|{outlet.name}"] if key else [],
        "lembaga": names,
        "tokoh": sorted(people),
        "relevan": ["ya" if version.relevant else "tidak"],
    }
    tokens = {
        "exact": [" ".join([*title, _BREAK, *text])],
        "stem": [" ".join([stem(w) for w in title] * _TITLE_WEIGHT + [_BREAK] + [stem(w) for w in text])],
        "tokoh_kata": [folded(p.name) for p in coded.people],
        "lembaga_kata": [folded(name) for name in names],
        "media_kata": [folded(name) for name in (outlet.name, outlet.domain) if name],
        "pemilu_kata": [folded(name) for name in values["pemilu"]],
    }
    days = {
        "hari": sorted({day for e in events if e.date for day in ordinals_of(e.date)}),
        "terbit": [date.fromisoformat(day).toordinal()] if basis == "published" else [],
    }
    return SearchDocument(coded.article.id, tokens, values, days, f"{day}|{coded.article.id}")
