"""kill -9 at the worst moments: what was acknowledged is there, once, and answers are those of a store that never died."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index import open_store
from index.store import Question, Store
from tests.index.embedded.dying import MOMENTS
from tests.index.world import world

ROOT = Path(__file__).parents[3]
QUESTIONS = (Question(), Question(query="netralitas"), Question(query="laporan camat", sort="oldest"), Question(wilayah=("33.16",)))


def start(folder: Path, *moment: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-P", "-m", "tests.index.embedded.dying", str(folder), *moment]
    return subprocess.Popen(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}, stdout=subprocess.PIPE, text=True)


def acknowledged(process: subprocess.Popen[str]) -> int:
    out, _ = process.communicate(timeout=60)
    numbers = [int(line) for line in out.split()]
    return numbers[-1] if numbers else 0


def opened(folder: Path) -> Store:
    return open_store("embedded", folder / "store", folder / "ledger")


def answers(store: Store) -> list[object]:
    searches = [store.search(question) for question in QUESTIONS]
    return [searches, list(store.articles()), list(store.all_events()), list(store.all_people())]


def expected(folder: Path, count: int) -> list[object]:
    """What a store says that took so many articles in peace."""
    store = opened(folder)
    store.put(world()[:count])
    store.settle()
    said = answers(store)
    store.close()
    return said


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_death_inside_a_settling_is_mended_at_the_next_opening(tmp_path: Path, moment: str) -> None:
    process = start(tmp_path / "mati", moment)
    count = acknowledged(process)
    assert process.returncode == -signal.SIGKILL
    assert count == 6
    store = opened(tmp_path / "mati")
    assert answers(store) == expected(tmp_path / "damai", count)
    store.put(world())
    store.settle()
    assert answers(store) == expected(tmp_path / "damai", len(world()))
    store.close()


@pytest.mark.slow
def test_random_deaths_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(20_241_127)
    for _ in range(8):
        process = start(tmp_path / "mati")
        time.sleep(0.6 + chance.random() * 0.6)  # starting takes about 0.7 s, the work about 0.3
        process.kill()
        count = acknowledged(process)
        store = opened(tmp_path / "mati")
        ids = {coded.article.id for coded in store.articles()}
        assert {coded.article.id for coded in world()[:count]} <= ids
        assert store.search(Question(irrelevant=True)).counts.articles == len(ids)
        store.close()
    assert acknowledged(start(tmp_path / "mati")) == len(world())
    store = opened(tmp_path / "mati")
    assert answers(store) == expected(tmp_path / "damai", len(world()))
    store.close()


FULL = """
import resource, sys
from pathlib import Path
from index import open_store
from index.store import StoreUnreachable
from tests.index.world import article
folder = Path(sys.argv[1])
store = open_store("embedded", folder / "store", folder / "ledger")
resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))  # no file can grow any more, as on a full disk
try:
    for number in range(400):
        store.put([article(f"penuh-{number}", title=f"Judul {number}", text=f"Naskah {number}. " + "kata " * 400, events=[])])
        print(number + 1, flush=True)
        if number % 20 == 19:
            store.settle()
except StoreUnreachable as error:
    print(error, file=sys.stderr)
"""


def test_a_full_disk_stops_with_one_line_and_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    command = [sys.executable, "-P", "-c", FULL, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=120, check=True)
    (line,) = done.stderr.splitlines()
    assert "tidak dapat ditulis" in line and "ruang cakram" in line
    count = int(done.stdout.split()[-1])
    assert 0 < count < 400
    store = opened(tmp_path)
    assert store.database.read().execute("PRAGMA integrity_check").fetchone() == ("ok",)  # type: ignore[attr-defined]
    assert store.search(Question(query="naskah")).counts.articles == len(list(store.articles())) >= count
    store.close()


def test_a_lost_search_index_is_built_anew(tmp_path: Path) -> None:
    said = expected(tmp_path, len(world()))
    (folder,) = (tmp_path / "store").glob("tantivy-*")
    shutil.rmtree(folder)
    store = opened(tmp_path)
    assert answers(store) == said
    store.close()


def test_a_torn_search_index_is_built_anew(tmp_path: Path) -> None:
    said = expected(tmp_path, len(world()))
    (folder,) = (tmp_path / "store").glob("tantivy-*")
    (folder / "meta.json").write_bytes(b'{"segments": [')
    store = opened(tmp_path)
    assert answers(store) == said
    store.close()


def test_an_index_with_words_of_another_table_is_built_anew(tmp_path: Path) -> None:
    said = expected(tmp_path, len(world()))
    (folder,) = (tmp_path / "store").glob("tantivy-*")
    folder.rename(folder.with_name("tantivy-1-lama"))
    store = opened(tmp_path)
    assert answers(store) == said
    store.close()
    assert [made.name for made in (tmp_path / "store").glob("tantivy-*")] == [folder.name]


def test_an_index_of_another_database_is_not_believed(tmp_path: Path) -> None:
    expected(tmp_path / "banyak", len(world()))
    said = expected(tmp_path / "sedikit", 2)
    (own,) = (tmp_path / "sedikit" / "store").glob("tantivy-*")
    shutil.rmtree(own)
    shutil.copytree(tmp_path / "banyak" / "store" / own.name, own)
    store = opened(tmp_path / "sedikit")
    assert answers(store) == said
    store.close()
