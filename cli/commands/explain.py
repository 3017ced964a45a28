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
    yield f"teks: {version.extractor or 'teks polos'}; terbit: {version.published or '-'} ({version.published_source or 'tidak disebut'})"
    verdict = "tentang" if version.relevant else "bukan tentang"
    yield f"relevansi: {verdict} netralitas, {version.relevance:.2f}: {version.relevance_reason}"
    yield "komponen: " + ", ".join(version.components)
    yield from _section("peristiwa", _events(coded))
    yield from _section("kasus", _cases(coded))
    yield from _section("tokoh", _people(coded))
    yield from _section("wilayah", (f"{r.region.name}{' (utama)' if r.main else ''}: {r.reason}" for r in coded.regions))
    yield from _section("lembaga", (f"{a.name}: {_quote(version.whole, a.span)}" for a in coded.agencies if a.name))
    yield from _section("tanggal", (_date(coded, d.iso, d.kind, d.conflict, d.span) for d in coded.dates))
    yield from _section("angka", (f"{f.value:g} {f.what}: {_quote(version.whole, f.span)}" for f in coded.figures))
    yield from _section("ditolak", _refused(coded))


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    listed = [f"  {line}" for line in lines]
    if listed:
        yield f"{title}:"
        yield from listed


def _quote(whole: str, span: Span) -> str:
    before, after = whole[max(0, span.start - CONTEXT) : span.start], whole[span.end : span.end + CONTEXT]
    return f"…{before}«{span.of(whole)}»{after}…".replace("\n", " ")


def _events(coded: CodedArticle) -> Iterator[str]:
    for event in coded.events:
        where = event.region.name if event.region else "nasional"
        status = f"; status {event.status} menurut {event.by or 'berita'}, final: {event.final}" if event.status else ""
        yield f"{event.type}, {where}, {event.date or 'tanpa tanggal'} ({event.date_basis or '-'}){status}"
        yield f"  {event.component or '-'}, keyakinan {event.confidence:.2f}, id {event.id}"
        yield from (f"  «{span.of(coded.version.whole)}»" for span in event.evidence)


def _cases(coded: CodedArticle) -> Iterator[str]:
    for entry in coded.cases:
        said = f"{entry.status} menurut {entry.by or 'berita'}, {entry.date or 'tanpa tanggal'}"
        yield f"{entry.accused}: {said}: «{entry.evidence.of(coded.version.whole)}»"


def _people(coded: CodedArticle) -> Iterator[str]:
    for person in coded.people:
        kind = "pejabat" if person.official else "bukan pejabat"
        spans = f": {_quote(coded.version.whole, person.mentions[0])}" if person.mentions else ""
        yield f"{person.name}, {person.role or '-'}, {person.agency or '-'} ({kind}, keyakinan {person.confidence:.2f}){spans}"


def _date(coded: CodedArticle, iso: str | None, kind: str, conflict: str | None, span: Span) -> str:
    return f"{iso or 'tidak terpecahkan'} ({kind}{f'; bertentangan: {conflict}' if conflict else ''}): {_quote(coded.version.whole, span)}"


def _refused(coded: CodedArticle) -> Iterator[str]:
    for place in coded.places:
        if place.region is None:
            candidates = f" [{', '.join(place.candidates)}]" if place.candidates else ""
            yield f"wilayah «{place.printed}»: {place.reason}{candidates}"
    for agency in coded.agencies:
        if agency.name is None:
            yield f"lembaga «{agency.printed}»: {agency.reason}"
    for date in coded.dates:
        if date.iso is None:
            yield f"tanggal «{date.printed}»: {date.reason}"
