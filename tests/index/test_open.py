"""Opening: one clear line where a store can't be had."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from index import open_ledger, open_store
from index.store import Question, StoreUnreachable
from tests.index.world import NAMES, article, world

ROOT = Path(__file__).parents[2]


def test_a_folder_that_can_not_be_made(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    with pytest.raises(StoreUnreachable, match="tidak dapat dibuka"):
        open_store("embedded", tmp_path / "berkas" / "store", tmp_path / "ledger")


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "netra.sqlite").write_bytes(b"bukan basis data sama sekali" * 100)
    with pytest.raises(StoreUnreachable, match="tidak dapat dibuka"):
        open_store("embedded", tmp_path / "store", tmp_path / "ledger")


def test_a_database_of_another_format(tmp_path: Path) -> None:
    store = open_store("embedded", tmp_path / "store", tmp_path / "ledger")
    store.database.read().execute("UPDATE meta SET value = '0' WHERE name = 'format'")  # type: ignore[attr-defined]
    store.close()
    with pytest.raises(StoreUnreachable, match="netra rebuild membuatnya lagi"):
        open_store("embedded", tmp_path / "store", tmp_path / "ledger")


def test_a_damaged_ledger(tmp_path: Path) -> None:
    (tmp_path / "ledger").mkdir()
    (tmp_path / "ledger" / "ledger.jsonl").write_bytes(b"{}\n")
    with pytest.raises(StoreUnreachable, match="Buku besar"):
        open_ledger(tmp_path / "ledger")


def test_without_the_client_one_line_says_how_to_install_it(tmp_path: Path) -> None:
    program = f"""
import sys
sys.modules["elasticsearch"] = None  # as where it is not installed
from pathlib import Path
from index import open_store
from index.store import StoreUnreachable
open_store("embedded", Path({str(tmp_path)!r}) / "s", Path({str(tmp_path)!r}) / "l").close()
try:
    open_store("elasticsearch", Path({str(tmp_path)!r}) / "s", Path({str(tmp_path)!r}) / "l", url="http://127.0.0.1:9")
except StoreUnreachable as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-P", "-c", program], env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "Klien Elasticsearch belum terpasang; NETRA_STORE=elasticsearch ./netra … memasangnya"


def test_a_reader_sees_what_another_process_wrote(tmp_path: Path) -> None:
    reader = open_store("embedded", tmp_path / "store", tmp_path / "ledger")
    writer = open_store("embedded", tmp_path / "store", tmp_path / "ledger")
    assert reader.search(Question()).counts.articles == 0
    writer.put(world())
    writer.settle()
    assert reader.search(Question()).counts.articles == len(NAMES) - 1
    writer.put([article("baru", title="Baru", text="Kabar baru tentang netralitas.", events=[])])
    writer.settle()
    assert reader.search(Question(query="baru")).counts.articles == 1
    reader.close()
    writer.close()


def test_threads_may_ask_while_one_writes(tmp_path: Path) -> None:
    store = open_store("embedded", tmp_path / "store", tmp_path / "ledger")
    store.put(world())
    store.settle()
    troubles: list[BaseException] = []
    seen: list[int] = []

    def ask() -> None:
        try:
            for _ in range(25):
                answer = store.search(Question(query="netralitas", size=100))
                assert answer.counts.articles == len(answer.hits)
                seen.append(answer.counts.articles)
        except BaseException as error:  # noqa: BLE001  (handed to the test)
            troubles.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for i in range(5):
        store.put([article(f"baru-{i}", title=f"Baru {i}", text="Kabar netralitas.", events=[])])
        store.settle()
    for thread in threads:
        thread.join()
    assert troubles == []
    assert sorted(seen)[0] >= 6
    assert store.search(Question(query="netralitas")).counts.articles == 11
    store.close()


def test_the_lock_of_the_client_is_part_of_the_developers_lock() -> None:
    pinned = [
        {line.split(" ")[0] for line in (ROOT / name).read_text("utf-8").splitlines() if "==" in line}
        for name in ("requirements-elastic.lock", "requirements-dev.lock")
    ]
    assert pinned[0] <= pinned[1]
    assert any(line.startswith("elasticsearch==") for line in pinned[0])
