"""Opening a store by plain parameters, so that whoever opens one needs to know no back end."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from index.embedded import EmbeddedStore
from index.embedded.place import fresh_beside, settled_place
from index.ledger import Ledger, LedgerDamaged
from index.store import Store, StoreUnreachable

StoreKind = Literal["embedded", "elasticsearch"]


def open_ledger(folder: Path) -> Ledger:
    """The ledger in its folder, the same for every back end.

    Raises StoreUnreachable where it can't be read.
    """
    try:
        return Ledger(folder / "ledger.jsonl")
    except (OSError, LedgerDamaged) as error:
        raise StoreUnreachable(f"Buku besar keputusan tidak dapat dibaca: {error}") from error


def open_store(
    kind: StoreKind, folder: Path, ledger: Path, *, url: str = "", api_key: str = "", prefix: str = "netra", beside: bool = False
) -> Store:
    """Open a store. `folder` holds the embedded records and index (with Elasticsearch only what was set aside), `ledger` the ledger.

    With `beside` an empty one next to the store in use, whose place it can take when it is filled; readers notice nothing until then.
    Raises StoreUnreachable with one line that says what to do.
    """
    book = open_ledger(ledger)
    if kind == "embedded":
        return EmbeddedStore(fresh_beside(folder), book, place=folder) if beside else EmbeddedStore(settled_place(folder), book)
    try:
        from index.elastic import ElasticStore  # noqa: PLC0415  (its client is an extra)
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("elasticsearch", "elastic_transport"):
            raise
        raise StoreUnreachable("Klien Elasticsearch belum terpasang; NETRA_STORE=elasticsearch ./netra … memasangnya") from error
    return ElasticStore(folder, book, url=url, api_key=api_key, prefix=prefix, beside=beside)
