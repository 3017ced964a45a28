"""robots.txt by RFC 9309, and stricter: what can't be read is never taken as leave to crawl (reliability.md)."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit

import msgspec
from protego import Protego

from crawler.policy.limits import MAX_CRAWL_DELAY_SECONDS, MAX_ROBOTS_BYTES

TOKEN = "Netra"  # noqa: S105  (the product token that robots.txt may name)
# RFC 9309 lets every 4xx pass; these three say that we are not welcome, or not now.
_STRICT = frozenset({401, 403, 429})
Verdict = Literal["rules", "all", "none"]


class Robots(msgspec.Struct, frozen=True):
    """What one origin's robots.txt said. `verdict`: follow its rules, everything, or nothing; `body` holds the rules."""

    verdict: Verdict
    reason: str
    body: str = ""

    def allows(self, url: str) -> bool:
        """Whether the address may be fetched. robots.txt itself always may (RFC 9309, 2.2.2)."""
        if self.verdict != "rules":
            return self.verdict == "all"
        return urlsplit(url).path == "/robots.txt" or bool(self._parsed.can_fetch(url, TOKEN))

    @property
    def crawl_delay(self) -> float | None:
        """Seconds that it asks for, at most MAX_CRAWL_DELAY_SECONDS; None where it asks for none."""
        if self.verdict != "rules":
            return None
        asked = self._parsed.crawl_delay(TOKEN)
        return None if asked is None or not asked > 0 else min(float(asked), MAX_CRAWL_DELAY_SECONDS)

    @property
    def sitemaps(self) -> list[str]:
        """The sitemaps that it names."""
        return list(self._parsed.sitemaps) if self.verdict == "rules" else []

    @property
    def _parsed(self) -> Protego:
        return _parse(self.body)


@lru_cache(maxsize=256)
def _parse(body: str) -> Protego:
    """Parsed rules, kept: one host is asked about many times."""
    return Protego.parse(body)


def robots_of(status: int, body: bytes) -> Robots:
    """What a response to robots.txt means, redirects apart."""
    if 200 <= status < 300:
        return Robots("rules", f"robots.txt {status}", _text(body))
    if 400 <= status < 500 and status not in _STRICT:
        return Robots("all", f"robots.txt {status}")
    return Robots("none", f"robots.txt {status}")


def unreachable(reason: str) -> Robots:
    """What a failure to get robots.txt means: nothing may be fetched (RFC 9309, 2.3.1.4), and that never changes by itself."""
    return Robots("none", f"robots.txt: {reason}")


def _text(body: bytes) -> str:
    """UTF-8 (RFC 9309, 2.3); of a longer file the whole lines within the limit."""
    if len(body) > MAX_ROBOTS_BYTES:
        body = body[:MAX_ROBOTS_BYTES]
        body = body[: max(body.rfind(b"\n"), body.rfind(b"\r")) + 1]
    return body.decode("utf-8", "replace").removeprefix("\ufeff")
