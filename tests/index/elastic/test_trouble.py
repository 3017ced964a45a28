"""A server that is dead, busy, or refuses: one clear line, nothing lost, nothing twice."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest

from index import open_store
from index.elastic import ElasticStore, bulk
from index.quarantine import Refused
from index.store import Question, Store, StoreUnreachable
from tests.index.conftest import _drop
from tests.index.world import NAMES, article, ident, world
from tests.services.gate import Gate

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def gate(server: str) -> Iterator[Gate]:
    with Gate(server) as gate:
        yield gate


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pauses between tries, shortened: their number is what is tested."""
    monkeypatch.setattr(bulk, "_PAUSE", 0.001)


@pytest.fixture
def store(gate: Gate, server: str, tmp_path: Path) -> Iterator[Store]:
    prefix = f"uji-{uuid.uuid4().hex[:12]}"
    store = open_store("elasticsearch", tmp_path / "store", tmp_path / "ledger", url=gate.url, prefix=prefix)
    yield store
    store.close()
    _drop(server, prefix)


def whole(store: Store) -> bool:
    """Whether the world stands there complete and once."""
    counts = store.search(Question(irrelevant=True)).counts
    return (counts.articles, len(list(store.articles())), len(list(store.all_events()))) == (len(NAMES), len(NAMES), 7)


def test_nobody_listens(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable) as caught:
        open_store("elasticsearch", tmp_path / "store", tmp_path / "ledger", url="http://127.0.0.1:9", prefix="uji")
    assert str(caught.value) == "Elasticsearch di http://127.0.0.1:9 tidak menjawab; nyalakan server itu atau ubah alamatnya"


def test_an_address_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable, match="NETRA_ELASTICSEARCH_URL"):
        open_store("elasticsearch", tmp_path / "store", tmp_path / "ledger", url="bukan alamat", prefix="uji")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "menolak akses (401); periksa kunci API"),
        (403, "menolak akses (403); periksa kunci API"),
        (503, "tidak sanggup menjawab (503)"),
    ],
)
def test_a_server_that_denies_is_one_line(gate: Gate, tmp_path: Path, status: int, said: str) -> None:
    gate.deny = status
    with pytest.raises(StoreUnreachable) as caught:
        open_store("elasticsearch", tmp_path / "store", tmp_path / "ledger", url=gate.url, api_key="salah", prefix="uji")
    assert said in str(caught.value)


def test_a_server_that_dies_says_so_once_and_nothing_is_lost_when_it_comes_back(store: Store, gate: Gate) -> None:
    store.put(world()[:4])
    gate.closed = True
    for attempt in (lambda: store.put(world()), store.settle, lambda: store.search(Question()), lambda: store.article("statistik.txt")):
        with pytest.raises(StoreUnreachable, match=r"tidak menjawab|tidak menerima"):
            attempt()
    gate.closed = False
    report = store.put(world())
    assert (report.new, report.unchanged) == (len(NAMES) - 4, 4)
    store.settle()
    assert whole(store)


def test_a_busy_server_is_tried_again(store: Store, gate: Gate) -> None:
    gate.refuse = [429, 503, 502, 429]
    assert store.put(world()).new == len(NAMES)
    assert gate.refuse == []
    gate.refuse = [503]
    store.settle()
    assert whole(store)


def test_a_server_that_stays_busy_gets_one_line_and_the_replay_completes(store: Store, gate: Gate) -> None:
    gate.refuse = [429] * 50
    with pytest.raises(StoreUnreachable, match="429"):
        store.put(world())
    gate.refuse = []
    assert store.put(world()).new == len(NAMES)
    store.settle()
    assert whole(store)


def test_an_item_that_was_refused_as_busy_is_tried_alone(store: Store, gate: Gate) -> None:
    def busy(answer: dict[str, Any]) -> dict[str, Any]:
        """Says of the third item that the server was too busy, though it took it: the answer to the replay is then 409, done."""
        answer["items"][2]["index"] |= {"status": 429, "error": {"type": "es_rejected_execution_exception", "reason": "uji"}}
        return answer | {"errors": True}

    gate.change = [busy]
    report = store.put(world())
    assert (report.new, report.failed) == (len(NAMES), [])
    assert len(gate.sent) == 2
    assert gate.sent[1] < gate.sent[0] / 5
    store.settle()
    assert whole(store)


def test_a_document_that_the_server_never_takes_is_set_aside_with_its_reason(store: Store, tmp_path: Path) -> None:
    poison = article("ikrar-lain", aliases=["x" * 40_000])  # longer than a term can be
    report = store.put([article("statistik"), poison, article("lurah-disanksi")])
    assert report.new == 2
    ((key, reason),) = report.failed
    assert key == ident("ikrar-lain")
    assert reason.startswith("400") and "immense term" in reason
    kept = [msgspec.json.decode(line, type=Refused) for line in (tmp_path / "store" / "quarantine.jsonl").read_bytes().splitlines()]
    assert [(refused.article, refused.reason) for refused in kept] == [(key, reason)]
    store.settle()
    assert {coded.article.id for coded in store.articles()} == {ident("statistik"), ident("lurah-disanksi")}


@contextmanager
def dying_after(gate: Gate, requests: int) -> Iterator[None]:
    """The server answers so many requests and then none; at the end it is back."""
    gate.remaining = requests
    try:
        yield
    finally:
        gate.remaining = None


def test_a_putting_that_breaks_anywhere_is_done_again(store: Store, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "PIECE", 1)  # every document goes alone
    names = [f"putus-{round_}-{i}" for round_ in range(8) for i in range(3)]
    for allowed in range(8):  # two look-ups, then a version and an article for each of three
        batch = [article(name, title=name, text=f"Naskah {name}.") for name in names[allowed * 3 : allowed * 3 + 3]]
        with dying_after(gate, allowed), suppress(StoreUnreachable):
            store.put(batch)
        store.put(batch)
    store.settle()
    assert len(list(store.articles())) == store.search(Question()).counts.articles == len(names)
    assert {len(stored.versions) for name in names if (stored := store.article(f"{name}.txt"))} == {1}


def test_a_settling_that_breaks_anywhere_is_done_again(store: Store, gate: Gate) -> None:
    store.put(world())
    for allowed in itertools.count(step=3):
        with dying_after(gate, allowed):
            try:
                store.settle()
            except StoreUnreachable:
                continue
        break
    assert allowed > 20
    assert whole(store)


def test_large_batches_go_in_pieces_of_five_megabytes(store: Store, gate: Gate) -> None:
    long = [article(f"panjang-{i}", title="Panjang", text=f"Bagian {i}. " + "netralitas pegawai " * 40_000, events=[]) for i in range(6)]
    assert store.put(long).new == 6
    assert len(gate.sent) > 2
    assert max(gate.sent) <= bulk.PIECE + 2_000_000  # a piece holds at least one document, however long


def test_indices_of_another_format_are_not_touched(store: Store, server: str, tmp_path: Path) -> None:
    from elasticsearch import Elasticsearch  # noqa: PLC0415

    prefix = f"uji-{uuid.uuid4().hex[:12]}"
    with Elasticsearch(server) as client:
        client.indices.create(index=f"{prefix}-articles-v0", mappings={"_meta": {"format": "0"}}, aliases={f"{prefix}-articles": {}})
    with pytest.raises(StoreUnreachable, match="versi lain"):
        ElasticStore(tmp_path, store.ledger, url=server, prefix=prefix)  # type: ignore[attr-defined]
    _drop(server, prefix)
