"""Answers that break HTTP's rules or abuse them: cut off in time, in little memory, and the outlet's other pages are still read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

import pytest

from crawler.registry import Entry
from tests.crawler.conftest import Crawled
from tests.crawler.world import article, rss
from tests.crawler.world.raw import OK, raw_server
from tests.crawler.world.server import World

MakeOutlet = Callable[..., Entry]
PAGE = article("Camat ditegur")


def whole(body: bytes, head: bytes = OK) -> list[bytes]:
    return [head + b"Content-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body]


def endless(piece: bytes, first: bytes = OK, wait: float = 0.0) -> Iterable[bytes]:
    class Stream:
        def __iter__(self) -> Iterator[bytes]:
            yield first
            while True:
                time.sleep(wait)
                yield piece

    return Stream()


ATTACKS: dict[str, Iterable[bytes]] = {
    "header-50-mb": [OK + b"X-A: ", *[b"a" * 1_000_000] * 50, b"\r\n\r\n"],
    "headers-100000": [OK, *[b"".join(b"X-%d: a\r\n" % (n * 1000 + m) for m in range(1000)) for n in range(100)], *whole(PAGE, b"")],
    "headers-endless": endless(b"X-A: a\r\n" * 2000),
    "headers-slow": endless(b"X-A: a\r\n", wait=0.2),
    "status-endless": endless(b"a" * 100_000, b"HTTP/1.1 200 "),
    "length-too-long": [OK + b"Content-Length: 100000\r\nConnection: close\r\n\r\n" + PAGE],
    "length-negative": [OK + b"Content-Length: -5\r\nConnection: close\r\n\r\n" + PAGE],
    "length-huge": [OK + b"Content-Length: 99999999999999999999\r\nConnection: close\r\n\r\n" + PAGE],
    "length-twice": [OK + b"Content-Length: 5\r\nContent-Length: 7\r\nConnection: close\r\n\r\n" + PAGE],
    "chunk-huge": [OK + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n" + PAGE],
    "chunk-endless": endless(b"1\r\na\r\n" * 10_000, OK + b"Transfer-Encoding: chunked\r\n\r\n"),
    "not-http": [b"SSH-2.0-OpenSSH_9.2\r\n" * 1000],
    "nothing": [],
    "crlf-in-location": [b"HTTP/1.1 302 Found\r\nLocation: /x%0d%0aX-B: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"],
    "unknown-encoding": whole(PAGE, OK + b"Content-Encoding: zzz\r\n"),
    "broken-gzip": whole(b"\x1f\x8b" + b"a" * 100, OK + b"Content-Encoding: gzip\r\n"),
}


EXPECTED = {"crlf-in-location": "redirected", "unknown-encoding": "fetched"}  # the others fail


@pytest.mark.attack(10, 11, 12, 13)
def test_each_attack_is_survived(crawled: Crawled, outlet: MakeOutlet) -> None:
    hosts = {name: f"{name}.{name}-kabel.example" for name in ATTACKS}
    answers: dict[str, Iterable[bytes]] = {f"/{name}": answer for name, answer in ATTACKS.items()} | {"/sehat": whole(PAGE)}
    for name, host in hosts.items():
        answers[f"/feed-{name}"] = whole(rss([f"http://{host}/{name}", f"http://{host}/sehat"]))
    outlets = [outlet(host, f"feed /feed-{name}") for name, host in hosts.items()]
    began = time.monotonic()
    with raw_server(answers) as port, World() as world:
        report = crawled.run(world, outlets, resolve=dict.fromkeys(hosts.values(), ("127.0.0.1", port)), timeout=2.0)
    assert time.monotonic() - began < 30  # reliability.md: each within 30 s; here all at once
    assert report.ok, report.problems
    statuses = crawled.statuses()
    assert [statuses[f"http://{host}/sehat"] for host in hosts.values()] == ["fetched"] * len(hosts)
    assert {n: statuses[f"http://{host}/{n}"] for n, host in hosts.items()} == {n: EXPECTED.get(n, "failed") for n in hosts}
