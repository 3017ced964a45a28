"""Fixtures of all suites."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the given articles and gold, beside the checkout; users don't have it."""
    folder = ROOT.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("../shared is absent: the given articles and their gold are not part of the checkout")
    return folder
