"""Speed of a store on N synthetic articles: printed, never asserted.

Usage: python -m tests.benchmarks.store [N] [--url http://…] (with --url on Elasticsearch, under a prefix of its own that is dropped)
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extraction.model import CodedArticle
from index import open_store
from index.open import StoreKind
from index.regions import region_of
from index.store import Question, Store
from tests.index.world import DATA, article

_COMMON = DATA["articles"][0]["text"].replace("\n", " ").split()
_RARE = [f"istilah{i}" for i in range(20_000)]
_REGIONS = [f"33.{i:02d}" for i in range(1, 30) if region_of(f"33.{i:02d}")]
_KINDS = ("laporan", "sosialisasi", "imbauan", "sanksi", "putusan", "ikrar")
_STATUS = {"laporan": "dugaan", "sanksi": "sanksi", "putusan": "terbukti"}
_BATCH = 500
QUESTIONS = {
    "semua": Question(),
    "dua kata umum": Question(query="laporan camat"),
    "satu kata jarang": Question(query="istilah77"),
    "frasa": Question(query='"menerima laporan"'),
    "awalan": Question(query="pelap*"),
    "wilayah dan jenis": Question(wilayah=("33.16",), jenis=("sanksi",)),
    "rentang tanggal": Question(query="camat tanggal:[2024-09-01 TO 2024-09-30]"),
    "halaman 20": Question(query="laporan", page=20),
}


def synthetic(count: int) -> Iterator[CodedArticle]:
    """Articles of about 250 words: one in twelve a copy, one in five telling an event that others tell too."""
    chance = random.Random(7)
    text = ""
    for number in range(count):
        kind, region = chance.choice(_KINDS), chance.choice(_REGIONS)
        day = f"2024-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        name = f"Budi Contoh{chance.randint(0, count // 10)}"
        sentence = f"Bawaslu menyebut {kind} tentang {name} pada {day}."
        if number % 12 or not text:
            words = [chance.choice(_COMMON) if chance.random() < 0.8 else chance.choice(_RARE) for _ in range(240)]
            text = " ".join(words)
        event: dict[str, Any] = {
            "type": kind, "sentence": sentence, "region": region, "date": day, "accused": [name], "subjects": ["ASN", "camat"]
        }  # fmt: skip
        if kind in _STATUS:
            event |= {"status": _STATUS[kind], "by": "Bawaslu"}
        person = {"name": name, "role": "Camat", "region": region}
        yield article(
            f"tiruan-{number}", title=f"{kind} {name}", text=f"{sentence} {text}", outlet=("sinar", "kabar", "warta")[number % 3],
            published=day, regions=[region, "33"], agencies=[f"Bawaslu {region}"], people=[person], events=[event],
        )  # fmt: skip


def timed(store: Store, question: Question, times: int = 15) -> tuple[float, float, int]:
    """First and median milliseconds of a search, and how many articles it found. The embedded store remembers counts while nothing
    changes, so its median is what paging costs."""
    taken: list[float] = []
    found = 0
    for _ in range(times):
        start = time.perf_counter()
        found = store.search(question).counts.articles
        taken.append((time.perf_counter() - start) * 1_000)
    return taken[0], statistics.median(taken), found


def run(store: Store, count: int) -> None:
    """Put, settle and ask, and print what it took."""
    articles = list(synthetic(count))
    putting = settling = 0.0
    for start in range(0, count, _BATCH):
        begin = time.perf_counter()
        store.put(articles[start : start + _BATCH])
        middle = time.perf_counter()
        store.settle()
        putting, settling = putting + middle - begin, settling + time.perf_counter() - middle
    print(f"{count} artikel: put {count / putting:,.0f}/s, settle {count / settling:,.0f}/s")
    for name, question in QUESTIONS.items():
        first, median, found = timed(store, question)
        print(f"{name:20} {found:7} artikel  pertama {first:7.1f} ms  tengah {median:7.1f} ms")


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=5_000)
    parser.add_argument("--url", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="netra-bench-") as folder:
        place = Path(folder)
        kind: StoreKind = "elasticsearch" if options.url else "embedded"
        store = open_store(kind, place / "store", place / "ledger", url=options.url, prefix=f"bench-{uuid.uuid4().hex[:8]}")
        try:
            run(store, options.count)
        finally:
            store.clear()
            store.close()


if __name__ == "__main__":
    main()
