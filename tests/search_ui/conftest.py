"""A real server over the embedded store with the invented world of the store's tests."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn

from index import open_store
from index.store import Store
from search_ui.app import create_app
from search_ui.i18n import Words, words
from tests.index.world import world


@pytest.fixture(scope="session")
def say() -> Words:
    return words()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The store, filled."""
    folder = tmp_path_factory.mktemp("dunia")
    store = open_store("embedded", Path(folder) / "store", Path(folder) / "ledger")
    store.put(world())
    store.settle()
    yield store
    store.close()


@pytest.fixture(scope="session")
def site(small: Store) -> Iterator[httpx.Client]:
    """A client of the server; redirects are not followed."""
    listener = socket.create_server(("127.0.0.1", 0))
    app = create_app(lambda: small, fiction=True, cite="https://netra.example")
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    with httpx.Client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", timeout=30) as client:
        yield client
    server.should_exit = True
    thread.join()
