"""Conformance: both back ends side by side give the very same answers to many questions over many articles."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

import msgspec
import pytest

from index.store import Question, Store
from tests.benchmarks.store import synthetic
from tests.index.conftest import opener
from tests.index.world import world

pytestmark = pytest.mark.elasticsearch
WORDS = [
    "laporan", "camat", "pelapor", "rekaman", "menyerahkan", "Bawaslu", "netralitas", "ASN", "KASN", "istilah7", "wulandari", "dikaji",
    "rapat", "sanksi", "ikrar", "tidak",
]  # fmt: skip
LEAVES = [
    *WORDS, '"menerima laporan"', '"rapat di pendapa"', '"camat laporan"~4', '"laporan camat"~1', "pel*", "istilah1*", "jenis:sanksi",
    "status:dugaan", "subjek:camat", "wilayah:33.05", 'wilayah:"Jawa Tengah"', "tokoh:contoh3", 'tokoh:"budi contoh1"',
    "lembaga:bawaslu", "media:warta", "tanggal:2024-05", "tanggal:[2024-03-10 TO 2024-03-20]", "terbit:[* TO 2024-06-30]",
    "terbit:2024-11-15", 'pemilu:"pilkada 2024"',
]  # fmt: skip
FACETS = {
    "wilayah": ["33", "33.05", "33.16", "35.75"], "jenis": ["laporan", "sanksi", "ikrar"], "status": ["dugaan", "sanksi", "terbukti"],
    "subjek": ["ASN", "camat"], "media": ["warta.example", "sinar.example"], "lembaga": ["Bawaslu 33.05"], "pemilu": ["Pilkada 2024"],
}  # fmt: skip


@pytest.fixture(scope="module")
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    stores = []
    for kind in ("embedded", "elasticsearch"):
        store = opener(request, kind, tmp_path_factory.mktemp(kind))()
        store.put([*world(), *synthetic(240)])
        store.settle()
        stores.append(store)
    yield stores[0], stores[1]


def query(chance: random.Random, depth: int = 2) -> str:
    """A random query of the language."""
    if depth == 0 or chance.random() < 0.4:
        return chance.choice(LEAVES)
    one, other = query(chance, depth - 1), query(chance, depth - 1)
    return chance.choice([f"{one} {other}", f"({one} OR {other})", f"{one} AND NOT ({other})", f"NOT ({one})"])


def question(chance: random.Random) -> Question:
    """A random question: query, facets, days, order, page."""
    asked = Question(query=query(chance), sort=chance.choice(["newest", "oldest"]), page=chance.randint(1, 3), size=7)
    for facet in chance.sample(sorted(FACETS), chance.choice([0, 0, 1, 2])):
        chosen = tuple(chance.sample(FACETS[facet], chance.randint(1, len(FACETS[facet]))))
        asked = msgspec.structs.replace(asked, **{facet: chosen})
    if chance.random() < 0.3:
        asked = msgspec.structs.replace(asked, since="2024-03-01", until="2024-08-15")
    return msgspec.structs.replace(asked, irrelevant=chance.random() < 0.2)


def test_everything_that_was_joined_is_the_same(both: tuple[Store, Store]) -> None:
    one, other = both
    assert list(one.articles()) == list(other.articles())
    assert list(one.all_events()) == list(other.all_events())
    assert list(one.all_people()) == list(other.all_people())
    assert one.suggest_regions("kabupaten") == other.suggest_regions("kabupaten")


def test_random_questions_get_the_same_answers(both: tuple[Store, Store]) -> None:
    one, other = both
    chance = random.Random(20_241_127)
    found = 0
    for _ in range(120):
        asked = question(chance)
        answer = one.search(asked)
        found += answer.counts.articles > 0
        assert answer == other.search(asked), asked
        assert one.events(asked) == other.events(asked), asked
        assert one.people(asked) == other.people(asked), asked
        assert answer.counts.articles == len(list(one.articles(asked))) == len(list(other.articles(asked)))
    assert found > 60  # the questions are no empty ones


def test_random_filters_export_the_same(both: tuple[Store, Store]) -> None:
    one, other = both
    chance = random.Random(5)
    for _ in range(25):
        asked = question(chance)
        assert list(one.articles(asked)) == list(other.articles(asked))
        assert list(one.all_events(asked)) == list(other.all_events(asked))
        assert list(one.all_people(asked)) == list(other.all_people(asked))


def test_relevance_finds_the_same_and_puts_the_same_first(both: tuple[Store, Store]) -> None:
    """Below the first the engines may round a near tie differently."""
    for words in [*WORDS, *(f"{a} {b}" for a, b in pairwise(WORDS)), *(f"{a} OR {b}" for a, b in pairwise(WORDS))]:
        ranked = [[hit.article for hit in store.search(Question(query=words, size=500)).hits] for store in both]
        assert sorted(ranked[0]) == sorted(ranked[1]), words
        assert ranked[0][:1] == ranked[1][:1], words
