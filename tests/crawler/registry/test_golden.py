"""Golden cases: of each outlet addresses that are articles and some that are not (crawler/outlets/golden.csv)."""

from __future__ import annotations

import csv
from collections import defaultdict

import pytest

from crawler.registry import OUTLETS, Entry, Registry
from crawler.spiders.accept import Acceptance
from crawler.spiders.discovery import Listed

REGISTRY = Registry.load()
# Outlets of which no article's address has been seen yet; the number only falls.
WITHOUT_AN_ARTICLE = 102


def cases() -> dict[str, list[tuple[str, bool]]]:
    found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    with (OUTLETS / "golden.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            found[row["outlet"]].append((row["path"], row["article"] == "yes"))
    return found


def is_article(entry: Entry, path: str) -> bool:
    return Acceptance(REGISTRY).article(Listed(entry.base.rstrip("/") + path), entry, "uji", trusted=False) is not None


def test_every_golden_case_is_told_right() -> None:
    wrong = []
    for outlet, paths in cases().items():
        entry = REGISTRY.get(outlet)
        assert entry, outlet
        wrong += [(outlet, path) for path, article in paths if is_article(entry, path) != article]
    assert wrong == []


def test_every_outlet_has_an_address_that_is_none_and_most_one_that_is() -> None:
    found = cases()
    assert [entry.id for entry in REGISTRY if not any(not article for _, article in found[entry.id])] == []
    assert len([entry.id for entry in REGISTRY if not any(article for _, article in found[entry.id])]) <= WITHOUT_AN_ARTICLE


@pytest.mark.parametrize(
    ("pattern", "cms", "path", "article"),
    [
        (None, "unknown", "/camat-hilir-ditegur-bawaslu", True),
        (None, "unknown", "/tentang-kami", False),
        (None, "unknown", "/tag/camat-hilir-ditegur-bawaslu/", False),
        (None, "unknown", "/foto/camat-hilir-ditegur-bawaslu.jpg", False),
        (r"^/[^/]+/[^/]+/?$", "unknown", "/politik/camat", True),
        (r"^/[^/]+/[^/]+/?$", "unknown", "/tag/camat/", False),
        (r"^/read/\d+/[^/]+/?$", "unknown", "/read/7/camat/2", True),
        (r"^/read/\d+/[^/]+/?$", "unknown", "/read/7", False),
        (r"^/\d{4}/[^/]+$", "wordpress", "/?p=77", True),
        (r"^/\d{4}/[^/]+$", "custom", "/?p=77", False),
        (r"^/nasional/\d+/[^/]+$", "promedia", "/nasional/amp/77/camat", True),
        (r"^/\?id=\d+$", "custom", "/?id=7", True),
    ],
)
def test_what_looks_like_an_article(pattern: str | None, cms: str, path: str, article: bool) -> None:
    given = {
        "id": "a.example",
        "name": "A",
        "domains": ["a.example"],
        "province": "16",
        "discovery": ["page /"],
        "article": pattern,
        "cms": cms,
    }
    entry = Entry(**given)  # type: ignore[arg-type]
    found = Acceptance(Registry([entry])).article(Listed(f"https://a.example{path}"), entry, "uji", trusted=False)
    assert (found is not None) == article
