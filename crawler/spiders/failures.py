"""Why a request got no response, in a line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from twisted.python.failure import Failure

from crawler.frontier import Decision, Status
from crawler.policy.limits import MAX_BODY_BYTES

_WRAPPED = re.compile(r"\[?<twisted\.python\.failure\.Failure ([^>]*)>\]?")


def reason_of(failed: Failure, url: str, refusals: Mapping[str, str]) -> str:
    """The reason of a failure, at most 200 letters; `refusals` are hosts that resolve to no public address."""
    refused = refusals.get(urlsplit(url).hostname or "")
    if refused:
        return refused
    name = failed.type.__name__ if failed.type else "galat"
    message = _WRAPPED.sub(r"\1", failed.getErrorMessage()) or urlsplit(url).hostname
    return f"{name}: {message}"[:200]


def forbidden(failed: Failure, url: str, refusals: Mapping[str, str]) -> Decision | None:
    """The decision on an address that must not be fetched at all: its host resolves to no public address, or its body is too large. None
    where another attempt may help."""
    refused = refusals.get(urlsplit(url).hostname or "")
    if refused:
        return Decision(Status.FORBIDDEN, refused)
    if isinstance(failed.value, DownloadCancelledError | IgnoreRequest):
        return Decision(Status.FAILED, f"lebih besar dari {MAX_BODY_BYTES} bita")
    return None
