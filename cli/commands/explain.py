"""Menerangkan bagaimana nilai sebuah artikel (id atau alias) terbaca: kalimatnya, komponennya, keyakinannya, dan yang ditolak.

ID juga boleh id peristiwa: semua artikel yang menceritakannya diterangkan.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from cli.exits import Exit, Stop
from cli.folder import read_folder
from cli.settings import Settings
from cli.wiring import store_of
from extraction.model import CodedArticle, Span
from search_ui.i18n import words
from search_ui.show.origins import Origin, origins

TAKEN = {  # ArticleVersion.choice
    "plain": "teks",
    "trafilatura": "trafilatura",
    "container": "wadah",
    "learned": "wadah yang dipelajari",
    "foreign": "trafilatura tanpa kaidah (bukan bahasa Indonesia)",
}
CONTEXT = 60  # characters on each side of a printed value


def configure(parser: argparse.ArgumentParser) -> None:
    """Which record."""
    parser.add_argument("id", metavar="ID", help="id artikel, alias, atau id peristiwa")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Explain one article, or all articles of an event."""
    with store_of(read_folder(settings.data), settings) as store:
        article = store.article(options.id)
        event = None if article else store.event(options.id)
        found = [article.coded] if article else [coded for coded, _ in event.told_by] if event else []
    if not found:
        raise Stop(f"tidak ada artikel atau peristiwa dengan id {options.id}", Exit.USAGE)
    print("\n\n".join("\n".join(explain(coded)) for coded in found))
    return Exit.OK


def explain(coded: CodedArticle) -> Iterator[str]:
    """Lines that say where every value of an article comes from."""
    version = coded.version
    yield f"{version.title or '(tanpa judul)'}  [{coded.article.id}, versi {version.id}]"
    taken = f"{TAKEN.get(version.choice, 'tidak dicatat')} {version.container or ''}".strip()
    yield f"teks: {version.extractor or 'teks polos'}, dari {taken}, keyakinan {version.text_confidence:.2f}"
    yield f"terbit: {version.published or '-'} ({version.published_source or 'tidak disebut'})"
    kind = ""
    for origin in origins(coded, words()):
        if origin.kind != kind:
            kind = origin.kind
            yield f"{kind}:"
        yield from _lines(origin, version.whole)


def _lines(origin: Origin, whole: str) -> Iterator[str]:
    """A value, what speaks for it, and its passages."""
    refused = "" if origin.taken else "ditolak: "
    sure = "" if origin.confidence is None else f"keyakinan {origin.confidence:.2f}"
    candidates = f"calon {', '.join(origin.candidates)}" if origin.candidates else ""
    told = "; ".join(filter(None, (origin.said, origin.why, candidates, sure, origin.component)))
    yield f"  {refused}{origin.value}: {told}"
    yield from (f"    {_quote(whole, span)}" for span in origin.spans)


def _quote(whole: str, span: Span) -> str:
    before, after = whole[max(0, span.start - CONTEXT) : span.start], whole[span.end : span.end + CONTEXT]
    return f"…{before}«{span.of(whole)}»{after}…".replace("\n", " ")
