"""What the frontier holds of an address."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from crawler.archive import Pointer


class Role(StrEnum):
    """Why an address is asked for: to find articles (the first six), or as an article or a further page of one."""

    FEED = "feed"
    SITEMAP = "sitemap"
    WORDPRESS = "wordpress"
    PAGE = "page"
    INDEX = "index"
    SEARCH = "search"
    ARTICLE = "article"
    PART = "part"


LISTINGS = frozenset({Role.FEED, Role.SITEMAP, Role.WORDPRESS, Role.PAGE, Role.INDEX, Role.SEARCH})


class Status(StrEnum):
    """What became of an address; each has exactly one, with its reason and time."""

    FETCHED = "fetched"  # archived
    UNCHANGED = "unchanged"  # asked again: 304, or the same bytes
    COPY = "copy"  # the same bytes as another page of the outlet, which is archived
    OFF_TOPIC = "off_topic"  # holds none of the subject's words: its digest is kept, not its body
    LISTED = "listed"  # a feed, sitemap or index, read
    REDIRECTED = "redirected"  # to another address of its outlet, which has its own status
    REFUSED_BY_ROBOTS = "refused_by_robots"
    NOT_ARTICLE = "not_article"  # no HTML, or led away from the outlet
    GONE = "gone"  # 404, 410
    BOT_WALL = "bot_wall"
    FORBIDDEN = "forbidden"  # an address that must not be connected to
    FAILED = "failed"


# Statuses that another pass may change: they are tried again when their outlet lists the address again.
TRIED_AGAIN = frozenset({Status.FAILED, Status.BOT_WALL, Status.REFUSED_BY_ROBOTS})


class Found(msgspec.Struct, frozen=True):
    """An address that was found. `url` identifies it, `fetch_url` is asked for; `told` is the change that a listing tells of, in seconds
    since the epoch; `part_of` the archive record of the first page."""

    url: str
    fetch_url: str
    outlet: str
    slot: str
    role: Role
    found_by: str
    told: float | None = None
    hops: int = 0
    part_of: str | None = None
    part: int = 1


class Address(msgspec.Struct, frozen=True):
    """A row of the frontier: what was found, what waits (`due`, seconds since the epoch) and what became of it. `unmodified` counts
    the answers 304 in a row; `again` is when it is to be seen again without being told of, for a listing after `interval` seconds."""

    url: str
    fetch_url: str
    outlet: str
    slot: str
    role: Role
    found_by: str
    found_at: float
    told: float | None
    due: float | None
    attempts: int
    hops: int
    part_of: str | None
    part: int
    status: Status | None
    reason: str
    http: int | None
    decided: float | None
    first_fetched: float | None
    etag: str | None
    last_modified: str | None
    sha256: str | None
    pointer: Pointer | None
    unmodified: int = 0
    again: float | None = None
    interval: float | None = None


class Decision(msgspec.Struct, frozen=True):
    """The outcome of an address. Fields that are None leave what was known before (a 304 need not repeat the ETag)."""

    status: Status
    reason: str = ""
    http: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None
    pointer: Pointer | None = None
