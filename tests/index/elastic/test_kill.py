"""kill -9 of the server itself: what it acknowledged is there when it comes back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index import open_store
from index.store import Question, StoreUnreachable
from tests.index.world import NAMES, world
from tests.services.elasticsearch import own_server


@pytest.mark.elasticsearch
@pytest.mark.slow
def test_a_killed_server_comes_back_with_all_that_it_acknowledged(tmp_path: Path) -> None:
    with own_server(install=os.geteuid() == 0) as server:
        store = open_store("elasticsearch", tmp_path / "store", tmp_path / "ledger", url=server.url, prefix="mati")
        store.put(world()[:5])
        store.settle()
        before = {hit.article for hit in store.search(Question()).hits}
        acknowledged = store.put(world()[5:8])
        assert acknowledged.new == 3
        server.kill()
        with pytest.raises(StoreUnreachable, match="tidak menjawab"):
            store.search(Question())
        server.start()
        assert len(before) == 5
        assert before <= {hit.article for hit in store.search(Question()).hits}
        report = store.put(world())
        assert (report.unchanged, report.new) == (8, len(NAMES) - 8)
        store.settle()
        assert store.search(Question(irrelevant=True)).counts.articles == len(NAMES)
        assert len(list(store.all_events())) == 7
        store.close()
