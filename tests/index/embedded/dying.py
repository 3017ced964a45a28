"""A process that puts and settles the world in small batches, says what was acknowledged, and dies where it is told to.

Usage: python -m tests.index.embedded.dying FOLDER [MOMENT], where MOMENT is one of MOMENTS; without it, it runs to the end.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

from index import open_store
from index.embedded import search, shelf
from index.embedded.search import SearchIndex
from tests.index.world import world

BATCH = 3
MOMENTS = ("before-tantivy", "inside-tantivy", "before-sqlite", "after-tantivy")


def die(*_: Any, **__: Any) -> None:
    """As kill -9 does."""
    os.kill(os.getpid(), signal.SIGKILL)


def arm(moment: str) -> None:
    """Make the process die when it comes to this moment of a settling."""
    apply = SearchIndex.apply
    match moment:
        case "before-tantivy":  # SQLite has committed, tantivy has not begun
            search.SearchIndex.apply = die  # type: ignore[method-assign]
        case "inside-tantivy":  # documents are handed over, the commit is not made

            def torn(self: SearchIndex, documents: Any, gone: Any, revision: int) -> None:
                writer = self._index.writer(64_000_000, 1)
                for number, document in documents:
                    writer.add_document(search._document(number, document))
                die()

            search.SearchIndex.apply = torn  # type: ignore[method-assign]
        case "before-sqlite":  # everything is joined and the ledger written, nothing committed
            shelf.SqliteShelf.finish = die  # type: ignore[method-assign]
        case "after-tantivy":

            def late(self: SearchIndex, documents: Any, gone: Any, revision: int) -> None:
                apply(self, documents, gone, revision)
                die()

            search.SearchIndex.apply = late  # type: ignore[method-assign]


def main(folder: Path, moment: str | None) -> None:
    """Put and settle batch after batch; the second settling is the deadly one."""
    store = open_store("embedded", folder / "store", folder / "ledger")
    articles = world()
    for start in range(0, len(articles), BATCH):
        store.put(articles[start : start + BATCH])
        print(min(start + BATCH, len(articles)), flush=True)  # acknowledged: these must never be lost
        if moment and start:
            arm(moment)
        store.settle()
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
