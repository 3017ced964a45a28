"""A crawl that is killed or interrupted at any moment loses nothing and repeats nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from crawler.archive import verify
from crawler.crawl import crawl
from crawler.job import CrawlProgress, CrawlReport, Job
from crawler.registry import Entry
from tests.crawler.conftest import Crawled
from tests.crawler.world import Page, Site, World, article, rss

MakeOutlet = Callable[..., Entry]
SEED = 20241127
ROOT = Path(__file__).parents[3]
KILLS = int(os.environ.get("NETRA_TEST_KILLS", "5"))


def world_of(hosts: int, articles: int, wait: float = 0.0) -> list[Site]:
    sites = []
    for h in range(hosts):
        site = Site(f"media{h}.example")
        for n in range(articles):
            foot = f'<a href="/berita/{n}-a?page=2">2</a>' if n % 5 == 0 else ""
            site.pages[f"/berita/{n}-a"] = Page(article(f"Berita {h} {n}", foot=foot), wait=wait)
            site.pages[f"/berita/{n}-a?page=2"] = Page(article("lanjutan"), wait=wait)
        site.pages["/feed/"] = Page(rss([f"{site.base}/berita/{n}-a" for n in range(articles)]))
        sites.append(site)
    return sites


def start(job: Job) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", "crawler.run"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    assert process.stdin
    process.stdin.write(msgspec.json.encode(job) + b"\n")
    process.stdin.flush()  # left open: the crawler ends with it
    return process


def test_kill_9_at_random_moments(crawled: Crawled, outlet: MakeOutlet) -> None:
    """After each kill the next run goes on; in the end every page is there once, and every page that was told of is among them."""
    chance = random.Random(SEED)
    articles = max(40, 6 * KILLS)  # so many that the last kill still finds something to do
    sites = world_of(hosts=6, articles=articles)
    pages = 6 * (articles + len(range(0, articles, 5)))
    outlets = [outlet(site.host, "feed /feed/") for site in sites]
    told: set[str] = set()
    with World(*sites) as world:
        job = Job(
            outlets,
            str(crawled.folder / "arsip"),
            str(crawled.folder / "antrean.sqlite"),
            delay=0.0,
            resolve=world.resolve,
            articles=articles,
        )
        for _ in range(KILLS):
            process = start(job)
            assert process.stdout
            for _line in range(chance.randrange(1, 60)):
                told.add(_url(process.stdout.readline()))
            time.sleep(chance.random() * 0.05)
            process.kill()
            assert process.stdin
            process.stdin.close()
            told |= {_url(line + b"\n") for line in process.stdout.read().split(b"\n")[:-1]}
            process.stdout.close()
            process.wait()
        report = crawled.run(world, outlets, articles=articles)
    told -= {""}
    statuses = crawled.statuses()
    assert report.ok and report.waiting == 0
    assert Counter(statuses.values())["fetched"] == pages, SEED
    assert set(statuses.values()) <= {"fetched", "listed", "unchanged"}  # a feed that was read before may be unchanged
    assert told <= set(statuses)
    urls = [page.url for page in crawled.pages]
    assert Counter(urls).most_common(1)[0][1] == 1, SEED
    assert len(urls) == pages
    assert {a.pointer for a in crawled.addresses.values() if a.pointer} == {p.pointer for p in crawled.pages}
    assert verify(crawled.folder / "arsip").ok


def _url(line: bytes) -> str:
    if not line.endswith(b"\n"):
        return ""
    message = msgspec.json.decode(line, type=CrawlProgress | CrawlReport)
    return message.url if isinstance(message, CrawlProgress) else ""


INTERRUPTED = """
import signal, sys, msgspec
signal.signal(signal.SIGTERM, signal.default_int_handler)  # as cli/__main__.py does
from pathlib import Path
from crawler.crawl import crawl
from crawler.job import Job
job = msgspec.json.decode(sys.stdin.buffer.read(), type=Job)
print("mulai", flush=True)
told = lambda p: print(p.url, flush=True)
report = crawl(job.outlets, Path(job.archive), Path(job.frontier), delay=0.0, resolve=job.resolve, on_progress=told)
print(msgspec.json.encode(report).decode(), flush=True)
"""


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_pass_cleanly_and_the_next_one_goes_on(crawled: Crawled, outlet: MakeOutlet, stop: signal.Signals) -> None:
    sites = world_of(hosts=2, articles=30, wait=0.05)
    outlets = [outlet(site.host, "feed /feed/") for site in sites]
    with World(*sites) as world:
        job = Job(outlets, str(crawled.folder / "arsip"), str(crawled.folder / "antrean.sqlite"), resolve=world.resolve)
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", INTERRUPTED],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        assert process.stdin and process.stdout
        process.stdin.write(msgspec.json.encode(job))
        process.stdin.close()
        for _ in range(8):
            process.stdout.readline()
        process.send_signal(stop)
        lines = process.stdout.read().decode().splitlines()
        process.stdout.close()
        assert process.wait(20) == 0
        report = msgspec.json.decode(lines[-1], type=CrawlReport)
        assert report.stopped and report.ok and report.waiting > 0
        assert not list((crawled.folder / "arsip").glob("*.open"))
        again = crawled.run(world, outlets)
    assert not again.stopped and again.waiting == 0
    assert Counter(crawled.statuses().values())["fetched"] == 72
    assert len(crawled.pages) == 72


def test_the_crawling_process_ends_with_its_parent(crawled: Crawled, outlet: MakeOutlet) -> None:
    sites = world_of(hosts=1, articles=200, wait=0.1)
    with World(*sites) as world:
        job = Job(
            [outlet(sites[0].host, "feed /feed/")],
            str(crawled.folder / "arsip"),
            str(crawled.folder / "antrean.sqlite"),
            resolve=world.resolve,
        )
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", INTERRUPTED],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        assert process.stdin and process.stdout
        process.stdin.write(msgspec.json.encode(job))
        process.stdin.close()
        for _ in range(4):
            process.stdout.readline()
        process.kill()
        process.stdout.close()
        process.wait()
        time.sleep(3)
        seen = len(world.log)
        time.sleep(1)
        assert len(world.log) == seen < 100


def test_a_listener_that_fails_ends_the_crawl(crawled: Crawled, outlet: MakeOutlet) -> None:
    sites = world_of(hosts=1, articles=50, wait=0.1)

    def broken(_progress: CrawlProgress) -> None:
        raise RuntimeError("layar penuh")

    with World(*sites) as world:
        before = threading.active_count()
        with pytest.raises(RuntimeError, match="layar penuh"):
            crawl(
                [outlet(sites[0].host, "feed /feed/")],
                crawled.folder / "a",
                crawled.folder / "f.sqlite",
                delay=0.0,
                resolve=world.resolve,
                on_progress=broken,
            )
        assert threading.active_count() <= before + 1
        time.sleep(0.5)
        seen = len(world.log)
        time.sleep(0.5)
        assert len(world.log) == seen
