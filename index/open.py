"""Opening a store by plain parameters, so that whoever opens one needs to know no back end."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from index.embedded import EmbeddedStore
from index.ledger import Ledger, LedgerDamaged
from index.store import Store, StoreUnreachable

StoreKind = Literal["embedded", "elasticsearch"]


def open_ledger(folder: Path) -> Ledger:
    """The ledger of a data folder, the same for every back end.

    Raises StoreUnreachable where it can't be read.
    """
    try:
        return Ledger(folder / "ledger.jsonl")
    except (OSError, LedgerDamaged) as error:
        raise StoreUnreachable(f"Buku besar keputusan tidak dapat dibaca: {error}") from error


def open_store(kind: StoreKind, folder: Path, *, url: str = "", api_key: str = "", prefix: str = "netra") -> Store:
    """Open the store of a data folder (NETRA_DATA). The embedded one lies in `folder/index`; of Elasticsearch only the ledger lies here.

    Raises StoreUnreachable with one line that says what to do.
    """
    ledger = open_ledger(folder)
    if kind == "embedded":
        return EmbeddedStore(folder / "index", ledger)
    raise StoreUnreachable(f"Penyimpanan {kind} belum tersedia ({url}, {prefix}, {bool(api_key)}); pakai NETRA_STORE=embedded.")
