"""Articles, their versions, and what extraction is given."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from extraction.model.vocabulary import Genre


class Outlet(msgspec.Struct, frozen=True):
    """What extraction may know of a publisher. `home` is a Kemendagri code (`35.76`), `zone` one of WIB, WITA, WIT."""

    id: str = ""
    name: str = ""
    domain: str = ""
    home: str | None = None
    zone: str = "WIB"


class Source(msgspec.Struct):
    """What extraction is given: the bytes as they came and where they came from. `name` is the input's name (file, line id).

    `identity` names the article where its URL is unknown: decided when it first came in (hash of the input's name and its first bytes)
    and kept with every later version.
    `title` and `published` are given where the giver knows them (JSONL); extraction then doesn't guess them. `parts` are the bodies
    of further pages of the same article, in order. `container` names the element that held the article on other pages of the outlet; it
    is tried first.
    """

    body: bytes
    media_type: Literal["text/html", "text/plain"]
    name: str
    fetched: datetime
    identity: str = ""
    url: str | None = None
    outlet: Outlet = Outlet()
    aliases: list[str] = []
    title: str | None = None
    published: str | None = None
    parts: list[bytes] = []
    container: str | None = None


class ArticleText(msgspec.Struct):
    """What is read off a page: the article's own text, paragraphs parted by newlines, and the metadata found with it.

    `published` and `modified` are ISO 8601 with the true zone, or a bare day; None where the page does not say. `refused` says why a
    page is no article (bot wall, index page, empty). `captions` are photo captions, kept apart from the text. `choice` says what the
    text was taken from (plain, trafilatura, container, learned, foreign), `container` names that element, `confidence` is from 0 to 1.
    """

    text: str
    title: str | None = None
    authors: list[str] = []
    editor: str | None = None
    reporter_code: str | None = None
    published: str | None = None
    published_source: str | None = None
    modified: str | None = None
    language: str = "id"
    captions: list[str] = []
    canonical: str | None = None
    next_page: str | None = None
    extractor: str = ""
    choice: str = "plain"
    container: str | None = None
    confidence: float = 1.0
    refused: str | None = None


class Article(msgspec.Struct):
    """One canonical URL (or named input). `aliases` are ids given at ingest, kept and exported."""

    id: str
    url: str | None
    outlet: Outlet
    aliases: list[str] = []


class ArticleVersion(msgspec.Struct):
    """One distinct text that an article ever showed. Spans address `whole`.

    `url` is the address that showed it, for a reader to open; the article's own `url` is canonical, for identity. `choice`, `container`
    and `text_confidence` tell how the extractor found the text (ArticleText).
    """

    id: str
    article: str
    title: str | None
    text: str
    fetched: datetime
    text_hash: str
    url: str | None = None
    authors: list[str] = []
    editor: str | None = None
    reporter_code: str | None = None
    published: str | None = None
    published_source: str | None = None
    modified: str | None = None
    language: str = "id"
    genre: Genre = Genre.NEWS
    genre_confidence: float = 1.0
    genre_reason: str = ""
    relevant: bool = False
    relevance: float = 0.0
    relevance_reason: str = ""
    captions: list[str] = []
    extractor: str = ""
    choice: str = ""
    container: str | None = None
    text_confidence: float = 1.0
    components: list[str] = []

    @property
    def whole(self) -> str:
        """Title, newline, text: the string that all spans of this version address (only the text where there is no title)."""
        return f"{self.title}\n{self.text}" if self.title else self.text
