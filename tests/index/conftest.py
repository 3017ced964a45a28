"""Stores for the tests: every test that asks for `stores` runs on each back end."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from index import open_store
from index.store import Store
from tests.index.world import world

Opener = Callable[..., Store]
BACK_ENDS = ["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)]


@pytest.fixture(params=BACK_ENDS)
def back_end(request: pytest.FixtureRequest) -> str:
    """The kind of store that a test runs on."""
    kind: str = request.param
    return kind


def opener(request: pytest.FixtureRequest, kind: str, folder: Path) -> Opener:
    """A function that opens the store of one folder (and one prefix), again and again."""
    url = request.getfixturevalue("server") if kind == "elasticsearch" else ""
    prefix = f"uji-{uuid.uuid4().hex[:12]}"
    opened: list[Store] = []

    def reopen(name: str = "utama", *, beside: bool = False) -> Store:
        store = open_store(
            "elasticsearch" if kind == "elasticsearch" else "embedded",
            folder / name / "store",
            folder / name / "ledger",
            url=url,
            prefix=f"{prefix}-{name}",
            beside=beside,
        )
        opened.append(store)
        return store

    def finish() -> None:
        for store in opened:
            store.close()
        if kind == "elasticsearch":
            _drop(url, prefix)

    request.addfinalizer(finish)
    return reopen


def _drop(url: str, prefix: str) -> None:
    """Delete the test's indices by name (the server refuses wildcards)."""
    from elasticsearch import Elasticsearch  # noqa: PLC0415  (the embedded tests run without it)

    with Elasticsearch(url) as client:
        names = list(client.indices.get(index=f"{prefix}-*"))
        if names:
            client.indices.delete(index=names)


@pytest.fixture
def reopen(request: pytest.FixtureRequest, back_end: str, tmp_path: Path) -> Opener:
    """Opens the same store of the back end each time (another one by another name, or with `beside` an empty one next to it)."""
    return opener(request, back_end, tmp_path)


@pytest.fixture
def store(reopen: Opener) -> Store:
    """An empty store."""
    return reopen()


@pytest.fixture
def filled(store: Store) -> Store:
    """The store with the invented world."""
    store.put(world())
    store.settle()
    return store
