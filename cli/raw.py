"""What comes in by hand, before it is archived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

MediaType = Literal["text/html", "text/plain"]


@dataclass(frozen=True)
class RawInput:
    """One article as it came. `origin` names its place on this machine, so that a later, changed text there is a version of it."""

    name: str
    origin: str
    body: bytes
    media_type: MediaType
    url: str | None = None
    outlet_domain: str | None = None
    title: str | None = None
    published: str | None = None
    fetched: datetime | None = None


@dataclass(frozen=True)
class Refusal:
    """An input that could not be taken, and why."""

    name: str
    reason: str


Item = RawInput | Refusal
