"""A server on loopback that forwards to a real one, and fails when it is told to: what a network and a busy cluster do."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

Change = Callable[[dict[str, Any]], dict[str, Any]]
_PRODUCT = {"X-Elastic-Product": "Elasticsearch", "content-type": "application/vnd.elasticsearch+json;compatible-with=8"}


class Gate:
    """Forwards to `target`. `refuse` are the statuses that the next bulk requests get instead, `deny` the status that every request gets;
    `change` rewrites a bulk answer once; `closed` makes every connection end without an answer, `remaining` after so many requests;
    `sent` are the sizes of the bulk requests that got through."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.refuse: list[int] = []
        self.change: list[Change] = []
        self.deny: int | None = None
        self.closed = False
        self.remaining: int | None = None
        self.sent: list[int] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Gate:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def deaf(self) -> bool:
        """Whether the request that just came gets no answer."""
        if self.remaining is not None:
            self.remaining -= 1
            return self.remaining < 0
        return self.closed

    def forward(self, method: str, path: str, headers: dict[str, str], body: bytes | None) -> tuple[int, dict[str, str], bytes]:
        """What the target answers, or the fault that is due."""
        bulk = path.partition("?")[0].endswith("/_bulk")
        if self.deny or (bulk and self.refuse):
            status = self.deny or self.refuse.pop(0)
            return status, dict(_PRODUCT), json.dumps({"error": {"type": "uji", "reason": "uji"}, "status": status}).encode()
        request = urllib.request.Request(f"{self.target}{path}", data=body, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:
                status, kept, answer = reply.status, dict(reply.headers), reply.read()
        except urllib.error.HTTPError as error:
            with error:
                status, kept, answer = error.code, dict(error.headers), error.read()
        if bulk:
            self.sent.append(len(body or b""))
            if self.change:
                answer = json.dumps(self.change.pop(0)(json.loads(answer))).encode()
        return status, kept, answer

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        gate = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _answer(self) -> None:
                length = int(self.headers.get("content-length") or 0)
                body = self.rfile.read(length) if length else None
                if gate.deaf():
                    self.close_connection = True
                    return
                sent = {
                    k: v for k, v in self.headers.items() if k.lower() not in ("host", "connection", "content-length", "accept-encoding")
                }
                status, headers, answer = gate.forward(self.command, self.path, sent, body)
                self.send_response(status)
                for name, value in headers.items():
                    if name.lower() not in ("content-length", "transfer-encoding", "connection", "content-encoding"):
                        self.send_header(name, value)
                self.send_header("content-length", str(len(answer)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(answer)

            do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _answer  # noqa: N815  (the base class calls these names)

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        return Handler
