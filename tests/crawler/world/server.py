"""The server: one port, many hosts, a log of what was asked."""

from __future__ import annotations

import hashlib
import socket
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self


@dataclass
class Page:
    """What a path answers. `wait` seconds before it does; `cut` breaks the connection instead; `pieces` streams without an end;
    `fixed` is a validator that always passes for the page's own."""

    body: bytes = b""
    type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0
    cut: bool = False
    pieces: Callable[[], bytes] | None = None
    validators: bool = True
    fixed: str = ""


@dataclass
class Site:
    """A host: its pages by path (with query), and its robots.txt (404 unless given)."""

    host: str
    pages: dict[str, Page] = field(default_factory=dict)
    robots: Page = field(default_factory=lambda: Page(b"tidak ada", status=404))

    @property
    def base(self) -> str:
        return f"http://{self.host}"


@dataclass(frozen=True)
class Seen:
    """A request as the server's log has it: seconds (monotonic) at its beginning and its end."""

    began: float
    ended: float
    host: str
    path: str
    status: int
    headers: dict[str, str]


class World:
    """Serves sites on one loopback port. `resolve` is what `crawl` wants."""

    def __init__(self, *sites: Site) -> None:
        self.sites = {site.host: site for site in sites}
        self.log: list[Seen] = []
        world = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                began = time.monotonic()
                status = world._answer(self)
                host = self.headers.get("Host", "")
                world.log.append(Seen(began, time.monotonic(), host, self.path, status, {k.lower(): v for k, v in self.headers.items()}))

            def log_message(self, format: str, *args: object) -> None:
                """Quiet: `World.log` has it."""

        self._server = _Server(("127.0.0.1", 0), Handler)
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def resolve(self) -> dict[str, tuple[str, int]]:
        return dict.fromkeys(self.sites, ("127.0.0.1", self.port))

    def paths(self, host: str) -> list[str]:
        """What was asked of a host, in order."""
        return [seen.path for seen in self.log if seen.host == host]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _answer(self, request: BaseHTTPRequestHandler) -> int:
        site = self.sites.get(request.headers.get("Host", ""))
        missing = Page(b"tidak ada", status=404)
        page = missing if site is None else site.robots if request.path == "/robots.txt" else site.pages.get(request.path, missing)
        time.sleep(page.wait)
        if page.cut:
            request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            request.close_connection = True
            request.connection.close()
            return 0
        if page.pieces:
            return self._stream(request, page)
        tag = f'"{hashlib.sha1(page.body).hexdigest()}"'
        asked = request.headers.get("If-None-Match")
        unchanged = page.status == 200 and asked is not None and asked == (tag if page.validators else page.fixed)
        request.send_response(304 if unchanged else page.status)
        if page.validators and page.status == 200:
            request.send_header("ETag", tag)
        for name, value in page.headers.items():
            request.send_header(name, value)
        if not unchanged:
            request.send_header("Content-Type", page.type)
            request.send_header("Content-Length", str(len(page.body)))
        request.end_headers()
        if not unchanged:
            self._write(request, page.body)
        return 304 if unchanged else page.status

    def _stream(self, request: BaseHTTPRequestHandler, page: Page) -> int:
        request.send_response(page.status)
        request.send_header("Content-Type", page.type)
        request.send_header("Connection", "close")
        for name, value in page.headers.items():
            request.send_header(name, value)
        request.end_headers()
        assert page.pieces
        while self._write(request, page.pieces()):
            pass
        request.close_connection = True
        return page.status

    @staticmethod
    def _write(request: BaseHTTPRequestHandler, data: bytes) -> bool:
        try:
            request.wfile.write(data)
        except OSError:  # the crawler has hung up, as it should
            request.close_connection = True
            return False
        return True


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """A connection that the crawler broke is no fault of the test."""
