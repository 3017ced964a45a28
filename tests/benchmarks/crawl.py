"""The crawler's speed beside `scrapy bench` in the same run: `python -m tests.benchmarks.crawl`.

40 invented hosts of 40 pages on loopback, spacing off, WARC and frontier on; the target is 0.6 of scrapy bench, which archives nothing.
"""

from __future__ import annotations

import multiprocessing
import re
import subprocess
import sys
import tempfile
from multiprocessing.queues import Queue
from pathlib import Path

from crawler.crawl import crawl
from crawler.registry import Entry
from tests.crawler.world import Page, Site, World, article, rss

HOSTS = PAGES = 40
TEXT = "Bawaslu dan netralitas ASN. " + "Warga desa hadir dalam rapat di balai desa. " * 100


def serve(port: Queue[int], end: Queue[bool]) -> None:
    """Serve the hosts from a process of its own, as scrapy bench does."""
    sites = []
    for host in range(HOSTS):
        site = Site(f"media{host}.example")
        site.pages = {f"/b/{n}-a": Page(article(f"Berita {host} {n}", TEXT)) for n in range(PAGES)}
        site.pages["/feed/"] = Page(rss([f"{site.base}/b/{n}-a" for n in range(PAGES)]))
        sites.append(site)
    with World(*sites) as world:
        port.put(world.port)
        end.get()


def ours() -> float:
    """Pages a minute of our crawler."""
    ports: Queue[int] = multiprocessing.Queue()
    end: Queue[bool] = multiprocessing.Queue()
    server = multiprocessing.Process(target=serve, args=(ports, end), daemon=True)
    server.start()
    hosts = [f"media{n}.example" for n in range(HOSTS)]
    outlets = [Entry(id=h, name=h, domains=[h], province="16", discovery=["feed /feed/"], scheme="http") for h in hosts]
    with tempfile.TemporaryDirectory() as folder:
        place = dict.fromkeys(hosts, ("127.0.0.1", ports.get()))
        report = crawl(outlets, Path(folder) / "archive", Path(folder) / "frontier.sqlite", delay=0.0, resolve=place)
    end.put(True)
    server.join()
    assert report.archived == HOSTS * PAGES
    print(f"netra: {report.requests} requests in {report.seconds:.1f} s, {report.peak_mb} MB")
    return report.requests / report.seconds * 60


def scrapys() -> float:
    """Pages a minute of scrapy bench (the last that it tells)."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([sys.executable, "-m", "scrapy", "bench"], cwd=folder, capture_output=True, text=True, check=False)
    return float(re.findall(r"at (\d+) pages/min", done.stderr)[-1])


if __name__ == "__main__":
    mine, theirs = ours(), scrapys()
    print(f"netra {mine:.0f} pages/min, scrapy bench {theirs:.0f} pages/min: {mine / theirs:.2f} of it (target 0.6)")
