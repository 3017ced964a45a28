"""From a source to its coded record: the one entry that ingest, crawl, rebuild and evaluation use."""

from __future__ import annotations

import hashlib

import msgspec
from spacy.tokens import Doc

from extraction.article import canonical_url, given_moment, join_pages, read_html, read_plain
from extraction.components import pipeline
from extraction.model import Article, ArticleText, ArticleVersion, CodedArticle, Source, article_id, version_id
from extraction.reading import Reading

LONGEST = 100_000  # characters, some 14,000 words: no news article comes near, and every page is coded in a bounded time


class NotAnArticle(Exception):
    """The source holds no article (bot wall, index page, nothing but junk); the message says why."""


def code(source: Source) -> CodedArticle:
    """Read one source whole.

    Raises NotAnArticle where it holds none.
    """
    source = _checked(source)
    page = _page(source)
    if page.refused or not page.text.strip():
        raise NotAnArticle(page.refused or "tidak ada teks artikel")
    if len(page.text) > LONGEST or len(page.title or "") > LONGEST:
        raise NotAnArticle(f"teks lebih dari {LONGEST} karakter")
    return read(source, page)


def _checked(source: Source) -> Source:
    """The source with what the giver said of it in our form; an address that can't be read is none.

    Raises NotAnArticle where the given day of publication is none.
    """
    published = given_moment(source.published, source.outlet.zone) if source.published else None
    if source.published and published is None:
        raise NotAnArticle("tanggal terbit yang diberikan bukan ISO 8601")
    url = source.url if canonical_url(source.url, None) else None
    return msgspec.structs.replace(source, published=published, url=url)


def _page(source: Source) -> ArticleText:
    """The article's text, its further pages joined to the first."""
    reader = read_html if source.media_type == "text/html" else read_plain
    page = reader(source)
    if not source.parts:
        return page
    further = [reader(msgspec.structs.replace(source, body=body, parts=[])) for body in source.parts]
    return join_pages([page, *further])


def read(source: Source, page: ArticleText) -> CodedArticle:
    """Run all components over an article's text."""
    url = canonical_url(source.url, page.canonical)
    article = Article(article_id(url, source.identity or source.name), url, source.outlet, list(source.aliases))
    version = _version(article, source, page)
    reading = Reading(version, source.outlet, source.url)
    nlp = pipeline()
    doc = Doc(nlp.vocab)
    doc._.reading = reading
    for _, component in nlp.pipeline:
        if reading.relevant and not len(doc):  # an irrelevant text, as most are, needs no words
            doc = nlp.make_doc(reading.whole)
            doc._.reading = reading
        doc = component(doc)
    return _record(article, reading)


def _version(article: Article, source: Source, page: ArticleText) -> ArticleVersion:
    text_hash = hashlib.sha256(f"{page.title or ''}\n{page.text}".encode("utf-8", "surrogatepass")).hexdigest()
    return ArticleVersion(
        id=version_id(article.id, text_hash),
        article=article.id,
        title=page.title,
        text=page.text,
        fetched=source.fetched,
        text_hash=text_hash,
        url=source.url or page.canonical,
        authors=page.authors,
        editor=page.editor,
        reporter_code=page.reporter_code,
        published=page.published,
        published_source=page.published_source,
        modified=page.modified,
        language=page.language,
        captions=page.captions,
        extractor=page.extractor,
        choice=page.choice,
        container=page.container,
        text_confidence=page.confidence,
    )


def _record(article: Article, reading: Reading) -> CodedArticle:
    return CodedArticle(
        article,
        reading.version,
        dates=reading.dates,
        places=reading.places,
        regions=reading.regions,
        agencies=reading.agencies,
        people=reading.people,
        quotes=reading.quotes,
        figures=reading.figures,
        elections=reading.elections,
        events=reading.events,
        cases=reading.cases,
    )
