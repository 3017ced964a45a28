"""Crawl, archive and coding, killed at random moments: what was told of is in the record, once, and each run goes on at once.

The whole 200 times: NETRA_TEST_KILLS=200 ./netra test tests/cli/test_crash.py
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from cli.folder import open_folder, read_folder
from cli.settings import Settings
from cli.wiring import store_of
from crawler.archive import Archive, verify
from crawler.frontier import Frontier
from crawler.registry import Entry
from index.rows import rows
from index.store import Question
from tests.crawler.world import Page, Site, World, article, rss

SEED = 20241127
ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("NETRA_TEST_KILLS", "6"))
HOSTS, A_PASS = 4, 16  # 64 pages a pass: more than the 50 that the pipeline puts at once
PLACES = ("Blora", "Rembang", "Kudus", "Demak", "Grobogan", "Jepara", "Pati")

# One pass as `netra crawl` does it; each line it prints acknowledges something.
RUN = """
import json, sys
from pathlib import Path
import msgspec
from cli.crawling import load_coding
from cli.folder import open_folder
from cli.settings import Settings
from crawler.crawl import crawl
from crawler.registry import Entry

def told(p):
    load_coding()
    tell("alamat", p.status, p.url)
given = json.loads(sys.argv[1])
outlets = msgspec.convert(given["outlets"], list[Entry])
resolve = {host: tuple(place) for host, place in given["resolve"].items()}
folder = open_folder(Path(given["data"]))
tell = lambda *words: print(*words, flush=True)
crawl(outlets, folder.archive, folder.frontier, delay=0.0, resolve=resolve, articles=given["articles"],
      on_progress=told)
tell("merayapi selesai")
load_coding().join()
from cli.coding import code_archive
code_archive(folder, Settings(data=folder.root), on_page=lambda name: tell("kode", name))
tell("mengodekan selesai")
"""


def site_of(number: int, pages: int) -> Site:
    site = Site(f"media{number}.example")
    for n in range(pages):
        place = PLACES[n % len(PLACES)]
        text = (
            f"Ketua Bawaslu Kabupaten {place} mengingatkan netralitas ASN dalam Pilkada 2024, Senin (9/9/2024). Peringatan nomor {n} itu "
            f"disampaikan di hadapan {n + 20} camat dan lurah. </p><p>Menurut dia, setiap ASN wajib netral sejak masa kampanye dimulai "
            f"sampai penetapan calon terpilih nomor {number}."
        )
        site.pages[f"/berita/{n}-a"] = Page(article(f"Bawaslu {place} Ingatkan Netralitas ASN {number}-{n}", text))
    site.pages["/feed/"] = Page(rss([f"{site.base}/berita/{n}-a" for n in range(pages)]))
    return site


class Killed:
    """Runs that are killed. `told` are addresses that were told to be archived, `resumed` the seconds until a run's first sign of work."""

    def __init__(self, world: World, outlets: list[Entry], data: Path) -> None:
        self.told: set[str] = set()
        self.resumed: list[float] = []
        self._given = {"outlets": msgspec.to_builtins(outlets), "resolve": world.resolve, "data": str(data)}

    def run(self, articles: int = A_PASS) -> subprocess.Popen[str]:
        command = [sys.executable, "-P", "-c", RUN, json.dumps(self._given | {"articles": articles})]
        environment = {k: v for k, v in os.environ.items() if not k.startswith("NETRA_")} | {"PYTHONPATH": str(ROOT)}
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment)

    def kill(self, chance: random.Random) -> str:
        """A run, killed (with its crawling process) after a random sign of work; gives the step it was in."""
        wanted, number = chance.choice([("alamat", 40), ("kode", 60)])
        left = chance.randrange(1, number)
        began, process, step = time.monotonic(), self.run(), "mulai"
        assert process.stdout
        for line in process.stdout:
            step = self._listen(line, step, time.monotonic() - began)
            if line.startswith("merayapi selesai"):
                began = time.monotonic()
            left -= line.startswith(wanted)
            if left == 0 or line.startswith("mengodekan selesai"):
                break
        time.sleep(chance.random() * 0.15)
        for pid in (process.pid, *_children(process.pid)):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for line in process.stdout:  # what was told before it died counts
            self._listen(line, step, 0.0)
        process.stdout.close()
        process.wait()
        return step

    def _listen(self, line: str, step: str, seconds: float) -> str:
        words = line.split()
        if line.endswith("\n") and words[0] == "alamat" and words[1] == "fetched":
            self.told.add(words[2])
        if seconds and words[0] != step and words[0] in ("alamat", "kode"):
            self.resumed.append(seconds)
        return words[0]


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the crawling process through /proc")
def test_kill_9_over_crawl_archive_and_coding(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    pages = A_PASS * KILLS + A_PASS
    sites = [site_of(number, pages) for number in range(HOSTS)]
    outlets = [
        Entry(id=site.host, name=site.host, domains=[site.host], province="33", discovery=["feed /feed/"], scheme="http") for site in sites
    ]
    folder = open_folder(tmp_path / "data")
    with World(*sites) as world:
        killed = Killed(world, outlets, folder.root)
        steps = Counter(killed.kill(chance) for _ in range(KILLS))
        last = killed.run(articles=pages)
        last.communicate()
        assert last.returncode == 0
    print(
        f"seed {SEED}: {KILLS} kills in {dict(steps)}, {len(killed.told)} told of, slowest resume {max(killed.resumed):.1f} s (to reach: 5)"
    )
    expected = {f"{site.base}/berita/{n}-a" for site in sites for n in range(pages)}
    assert killed.told <= expected
    with Archive(folder.archive) as archive:
        assert sorted(page.url or "" for page in archive.pages()) == sorted(expected), SEED
    with Frontier(folder.frontier) as frontier:
        assert {a.url for a in frontier.all() if a.status == "fetched"} == expected
    with store_of(read_folder(folder.root), Settings(data=folder.root)) as store:
        found = Counter(str(row["url"]) for row in rows(store, "articles", Question(irrelevant=True)))
    # the record names addresses without regard to the scheme they were fetched by
    assert found == Counter(url.replace("http://", "https://") for url in expected), SEED
    assert verify(folder.archive).ok
