"""Headers of every answer, and the bounds on what is asked (reliability.md, "Web controls")."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Own styles and pictures only; no scripts at all, no frames, forms only to ourselves.
POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
MAX_ADDRESS = 16_384  # bytes of path and query: a query of 4,000 letters, percent-encoded, and 100 facet choices fit in


class Guard:
    """Refuses addresses that are too long, and sets the headers. `refuse` makes the answer from the number of bytes."""

    def __init__(self, app: ASGIApp, refuse: Callable[[int], Response]) -> None:
        self.app, self.refuse = app, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        head = scope["method"] == "HEAD"  # answered as GET, without the body
        if head:
            scope = {**scope, "method": "GET"}

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            elif head:
                message = {**message, "body": b""}
            await send(message)

        length = len(scope.get("raw_path") or b"") + len(scope["query_string"])
        app = self.app if length <= MAX_ADDRESS else self.refuse(length)
        await app(scope, receive, guarded)
