"""Serves all hosts of the demo world on one loopback port, by the Host header, with conditional requests."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from demo.sites import Page, find_page
from demo.world import Edition, edition


class DemoServer(ThreadingHTTPServer):
    """The world at one edition; `show(2)` moves it on to the updated articles. `requests` logs (host, path, status)."""

    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.hosts: dict[str, Edition] = {}
        self.requests: list[tuple[str, str, int]] = []
        self.show(1)

    def show(self, number: int) -> None:
        """Show this edition from now on."""
        self.hosts = edition(number)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.server_address[1])

    def resolve(self) -> dict[str, tuple[str, int]]:
        """Where each invented host is: the map that the crawler resolves by."""
        return dict.fromkeys(self.hosts, ("127.0.0.1", self.port))


class _Handler(BaseHTTPRequestHandler):
    server: DemoServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer a page of the host that the Host header names."""
        host = (self.headers.get("Host") or "").split(":")[0].lower()
        shown = self.server.hosts.get(host)
        path = urlsplit(self.path).path
        page = find_page(shown, path, f"http://{host}") if shown else None
        self._answer(host, path, page or Page(404, b"Tidak ditemukan (dunia contoh Netra)", "text/plain; charset=utf-8"))

    def _answer(self, host: str, path: str, page: Page) -> None:
        status = 304 if page.changed and not self._changed_since(page.changed) else page.status
        body = b"" if status == 304 else page.body
        self.send_response(status)
        self.send_header("Content-Type", page.media_type)
        self.send_header("Content-Length", str(len(body)))
        if page.changed:
            self.send_header("Last-Modified", format_datetime(page.changed.astimezone(UTC), usegmt=True))
        self.end_headers()
        self.wfile.write(body)
        self.server.requests.append((host, path, status))

    def _changed_since(self, changed: datetime) -> bool:
        since = self.headers.get("If-Modified-Since")
        return since is None or changed > parsedate_to_datetime(since)

    def log_message(self, format: str, *args: object) -> None:
        """Silent: the crawl shows its own progress."""


@contextmanager
def serving(port: int = 0) -> Iterator[DemoServer]:
    """The world on loopback for as long as the context lasts. Raises OSError where the port is taken."""
    server = DemoServer(port)
    thread = threading.Thread(target=server.serve_forever, name="demo-world", daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
