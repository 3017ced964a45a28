"""A name that leads elsewhere the second time: the crawling process asks a resolver of the test's, and its connections are watched."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from crawler.registry import Entry
from tests.crawler.conftest import Crawled
from tests.crawler.world import World, article, rss

pytestmark = pytest.mark.attack(4, 5)
PUBLIC = "127.0.0.2"  # stands for a public address: the job allows it by name
HOST = "berubah.example"
# Stands in the crawling process for the system's resolver: each question is answered by the next of the answers, the last for ever.
# The host is none that a job sends to loopback, so its spacing would be that of the web.
RESOLVER = """
import os, socket
import crawler.policy.limits
crawler.policy.limits.DELAY_SECONDS = 0.0
_answers = os.environ["TEST_ANSWERS"].split(" ")
_port = int(os.environ["TEST_PORT"])
def getaddrinfo(host, port, *_more, **_named):
    answer = _answers.pop(0) if len(_answers) > 1 else _answers[0]
    return [(socket.AF_INET6 if ":" in ip else socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, _port)) for ip in answer.split(",")]
socket.getaddrinfo = getaddrinfo
"""


class Watched(ThreadingHTTPServer):
    """Listens on all of loopback; `asked` are the paths with the address that they were asked of."""

    daemon_threads = True

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        super().__init__(("0.0.0.0", 0), Answer)


class Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Watched)
        self.server.asked.append((self.connection.getsockname()[0], self.path))
        pages = {"/feed/": rss([f"http://{HOST}/a", f"http://{HOST}/b"]), "/a": article("A"), "/b": article("B")}
        body = pages.get(self.path)
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body or b"")))
        self.send_header("Connection", "close")  # so that each request resolves the name anew
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.mark.parametrize(
    ("answers", "statuses"),
    [
        (PUBLIC, {"/feed/": "listed", "/a": "fetched", "/b": "fetched"}),
        (f"{PUBLIC} {PUBLIC} 127.0.0.1", {"/feed/": "listed", "/a": "forbidden", "/b": "forbidden"}),
        (f"{PUBLIC} {PUBLIC} 127.0.0.1,::1,10.0.0.8,169.254.169.254", {"/feed/": "listed", "/a": "forbidden", "/b": "forbidden"}),
        (f"127.0.0.1,{PUBLIC}", {"/feed/": "listed", "/a": "fetched", "/b": "fetched"}),
        ("127.0.0.1", {"/feed/": "refused_by_robots"}),
    ],
)
def test_only_addresses_that_may_be_reached_are_connected_to(
    crawled: Crawled, outlet: Callable[..., Entry], monkeypatch: pytest.MonkeyPatch, answers: str, statuses: dict[str, str]
) -> None:
    server = Watched()
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    (crawled.folder / "sitecustomize.py").write_text(RESOLVER, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(crawled.folder), str(Path(__file__).parents[3])]))
    monkeypatch.setenv("TEST_ANSWERS", answers)
    monkeypatch.setenv("TEST_PORT", str(server.server_address[1]))
    try:
        with World() as nothing:
            crawled.run(nothing, [outlet(HOST, "feed /feed/")], resolve={}, contact="uji@netra.example", allow_addresses=[f"{PUBLIC}/32"])
    finally:
        server.shutdown()
        server.server_close()
    assert {url.removeprefix(f"http://{HOST}"): status for url, status in crawled.statuses().items()} == statuses
    assert {address for address, _ in server.asked} <= {PUBLIC}
