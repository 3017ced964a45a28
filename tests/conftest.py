"""Fixtures of all suites."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.elasticsearch import ensure_server

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the given articles and gold, beside the checkout; users don't have it."""
    folder = ROOT.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("../shared is absent: the given articles and their gold are not part of the checkout")
    return folder


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A real Elasticsearch; installed where that is allowed (root), else the run fails and says what is missing."""
    with ensure_server(install=os.geteuid() == 0) as url:
        yield url
