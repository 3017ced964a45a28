"""A crawl leaves in time whatever its servers do, and two of them never work on one frontier."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable

import msgspec
import pytest

from crawler.crawl import CrawlProblem
from crawler.job import CrawlReport, Job
from crawler.policy.limits import STOP_SECONDS
from crawler.registry import Entry
from tests.crawler.conftest import Crawled
from tests.crawler.spiders.test_crash import start, world_of
from tests.crawler.world import World

MakeOutlet = Callable[..., Entry]


def job_of(crawled: Crawled, outlets: list[Entry], world: World) -> Job:
    return Job(outlets, str(crawled.folder / "arsip"), str(crawled.folder / "antrean.sqlite"), delay=0.0, resolve=world.resolve)


def test_a_second_crawl_is_refused_and_harms_nothing(crawled: Crawled, outlet: MakeOutlet) -> None:
    sites = world_of(hosts=1, articles=12, wait=0.4)
    outlets = [outlet(site.host, "feed /feed/") for site in sites]
    with World(*sites) as world:
        first = threading.Thread(target=crawled.run, args=(world, outlets))
        first.start()
        while not crawled.progress:
            time.sleep(0.02)
        log = (crawled.folder / "antrean.log").read_bytes()
        with pytest.raises(CrawlProblem, match=r"^perayap lain sedang bekerja di sini \(proses \d+ di "):
            crawled.run(world, outlets)
        assert (crawled.folder / "antrean.log").read_bytes().startswith(log)
        first.join()
        asked = world.paths(sites[0].host)
    assert len(asked) == len(set(asked))
    assert len(crawled.pages) == 15
    assert {str(s) for s in crawled.statuses().values()} == {"fetched", "listed"}


@pytest.mark.parametrize("twice", [False, True])
def test_what_hangs_in_the_air_is_not_waited_for(crawled: Crawled, outlet: MakeOutlet, twice: bool) -> None:
    """A supervisor gives some seconds; a second signal (its own to the group, and the parent's) changes nothing."""
    sites = world_of(hosts=1, articles=3, wait=60.0)
    sites[0].pages["/feed/"].wait = 0.0
    outlets = [outlet(sites[0].host, "feed /feed/")]
    with World(*sites) as world:
        process = start(msgspec.structs.replace(job_of(crawled, outlets, world), timeout=60.0))
        assert process.stdin and process.stdout
        with process:
            process.stdout.readline()
            began = time.monotonic()
            process.send_signal(signal.SIGTERM)
            if twice:
                time.sleep(0.3)
                process.send_signal(signal.SIGINT)
            report = msgspec.json.decode(process.stdout.readlines()[-1], type=CrawlReport)
            assert process.wait() == 0
        assert time.monotonic() - began < STOP_SECONDS + 3
    assert report.stopped and report.ok and report.waiting == 3
    assert not list((crawled.folder / "arsip").glob("*.open"))


def test_it_leaves_at_once_when_its_parent_is_gone(crawled: Crawled, outlet: MakeOutlet) -> None:
    sites = world_of(hosts=1, articles=3, wait=60.0)
    sites[0].pages["/feed/"].wait = 0.0
    outlets = [outlet(sites[0].host, "feed /feed/")]
    with World(*sites) as world:
        process = start(msgspec.structs.replace(job_of(crawled, outlets, world), timeout=60.0))
        assert process.stdin and process.stdout
        with process:
            process.stdout.readline()
            began = time.monotonic()
            process.stdout.close()
            process.stdin.close()
            assert process.wait() == 0
        assert time.monotonic() - began < 2
    assert not list((crawled.folder / "arsip").glob("*.open"))
