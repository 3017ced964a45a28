"""Canonical addresses: what identifies a page, whatever form of its address was found (architecture.md, "Identity").

Host and path are brought into courlan's normal form; the query by own rules. (courlan's turn `?m=1&amp=1` into `?=1&m=1`, sort what a
server may tell apart, and drop names such as `cid` and `source`, by which some outlets tell their articles apart.)
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from courlan import normalize_url
from w3lib.url import safe_url_string

from crawler.registry import Entry

_SESSION = re.compile(r";[a-z]{0,4}sessionid=[^/]*", re.IGNORECASE)  # Java's, in the path
_AMP_END = re.compile(r"/amp/?$")
_AMP_WITHIN = re.compile(r"^(/[^/]+)/amp(/\d+/)")  # Promedia: /nasional/amp/46011/slug beside /nasional/46011/slug


def _names(words: list[str]) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(re.escape(w).replace(r"\*", ".*") for w in words) + ")(?:=|$)", re.IGNORECASE)


_QUERY = tomllib.loads(Path(__file__).with_name("query.toml").read_text())
_TRACKING = _names(_QUERY["tracking"])
_SHOWN = _names(_QUERY["shown"])


def fetchable(url: str) -> str:
    """The address to ask for: without fragment and tracking parameters, percent-encoded, otherwise as it was found.

    Raises ValueError where it is no http or https address.
    """
    parts = urlsplit(safe_url_string(url.strip()))
    host, port = (parts.hostname or "").rstrip("."), parts.port
    if parts.scheme not in ("http", "https") or not host:
        raise ValueError(f"no address of a page: {url[:200]!r}")
    user = parts.netloc.rpartition("@")[0]
    netloc = (f"{user}@" if user else "") + (f"[{host}]" if ":" in host else host)
    netloc += f":{port}" if port and port != {"http": 80, "https": 443}[parts.scheme] else ""
    return urlunsplit((parts.scheme, netloc, _SESSION.sub("", parts.path) or "/", _without(_TRACKING, parts.query), ""))


def canonical(url: str, entry: Entry) -> str:
    """The address that identifies a page of this outlet: main host, its scheme, no AMP or mobile form, no part, no closing slash.

    `?p=1424` is identity, `?page=2`, `/amp/` and `m.` are not. Raises ValueError where it is no address.
    """
    return canonical_of(fetchable(url), entry)


def canonical_of(fetch_url: str, entry: Entry) -> str:
    """The same for an address that `fetchable` gave."""
    parts = urlsplit(fetch_url)
    normal = urlsplit(normalize_url(f"http://{entry.domains[0]}{parts.path}")).path
    path = _AMP_WITHIN.sub(r"\1\2", _AMP_END.sub("", normal)) or "/"
    if path.startswith("/amp/"):
        # Disway's AMP pages stand beside /read/, those of others beside the bare path (extraction.md, "Outlets and discovery").
        path = ("/read" if entry.cms == "disway" else "") + path.removeprefix("/amp")
    return urlunsplit((entry.scheme, entry.domains[0], path.rstrip("/") or "/", _without(_SHOWN, parts.query), ""))


def _without(names: re.Pattern[str], query: str) -> str:
    return "&".join(piece for piece in query.split("&") if piece and not names.match(piece))
