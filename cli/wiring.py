"""Opens what commands work on: the data folder's archive, its store, and sources made from archived pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from cli.exits import Exit, Stop
from cli.folder import DataFolder
from cli.outlets import registry
from cli.settings import Settings
from crawler.archive import Archive, ArchivedPage
from crawler.registry import Registry
from demo.world import REGISTRY as DEMO_OUTLETS
from extraction.model import Outlet, Source
from index import open_store
from index.store import Store, StoreUnreachable


@contextmanager
def store_of(folder: DataFolder, settings: Settings, *, beside: bool = False) -> Iterator[Store]:
    """The store that the settings choose, closed at the end; with `beside` an empty one that may take its place.

    Raises Stop with one line where it can't be reached.
    """
    try:
        store = open_store(
            settings.store,
            folder.index,
            folder.ledger,
            url=settings.elasticsearch_url,
            api_key=settings.elasticsearch_api_key,
            prefix=f"{settings.elasticsearch_prefix}-demo" if folder.fiction else settings.elasticsearch_prefix,
            beside=beside,
        )
    except StoreUnreachable as error:
        raise Stop(str(error), Exit.UNAVAILABLE) from error
    try:
        yield store
    except StoreUnreachable as error:
        line = f"{error}. Yang sudah diambil tersimpan di arsip; jalankan ./netra rebuild setelah layanan pulih"
        raise Stop(line, Exit.UNAVAILABLE) from error
    finally:
        store.close()


def registry_of(folder: DataFolder, settings: Settings) -> Registry:
    """The outlets that a folder's pages may come from: the demo's in a demo folder, else the registered ones."""
    return Registry.load(DEMO_OUTLETS) if folder.fiction else registry(settings)


def outlet_for(outlets: Registry, url: str | None, domain: str | None) -> Outlet:
    """The registered outlet of an address or domain, else one that is known by its domain only."""
    found = outlets.outlet(url or f"https://{domain}/") if url or domain else None
    return found or Outlet(domain=domain or "")


def source_of(page: ArchivedPage, outlets: Registry, parts: Sequence[ArchivedPage] = ()) -> Source:
    """The source that extraction reads, from an archived page, its further pages, and the metadata archived with it."""
    meta = page.metadata
    name = str(meta.get("input") or page.name)
    return Source(
        body=page.body,
        media_type="text/plain" if page.media_type == "text/plain" else "text/html",
        name=name,
        fetched=page.fetched,
        identity=str(meta.get("identity") or ""),
        url=page.url,
        outlet=outlet_for(outlets, page.url, meta.get("outlet_domain")),
        aliases=[name] if page.kind == "resource" and name != page.url else [],
        title=meta.get("title"),
        published=meta.get("published"),
        parts=[part.body for part in parts],
    )


def sources_of(archive: Archive, outlets: Registry, since: Mapping[str, int] | None = None) -> Iterator[Source]:
    """The articles of an archive in the order of writing, further pages joined to their first.

    With `since` (ends of an earlier reading) only what came after; an article whose further page came later is given again, whole.
    """
    given: set[str] = set()
    for page in archive.pages(since):
        first = archive.first_of(page) if page.part_of else page
        if first.pointer.record not in given:
            given.add(first.pointer.record)
            yield source_of(first, outlets, archive.parts_of(first))
