"""One outlet's entry: the schema of its TOML file."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, NamedTuple
from urllib.parse import urljoin

import msgspec

from extraction.model import Outlet

Kind = Literal["outlet", "network_edition", "national", "government", "bawaslu", "radio", "aggregator"]
Cms = Literal["wordpress", "blogger", "drupal", "disway", "tribun", "antara", "promedia", "custom", "unknown"]
DiscoveryKind = Literal["feed", "sitemap", "wordpress", "page", "index", "search"]

Host = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$")]
_NATIONAL = "00"


class RegistryProblem(Exception):
    """An entry that can't be used; the message names the file and what is wrong."""


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"value": "is"}):
    """Whether the entry has been checked against its site. `stable` needs the date and the result of a check."""

    value: Literal["unverified", "stable", "quarantined", "investigating"] = "unverified"
    since: date | None = None
    checked: str = ""


class Discovery(NamedTuple):
    """A way to find articles: its kind and the absolute address to begin with."""

    kind: DiscoveryKind
    url: str


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """An outlet. `domains` holds the main host first, then its aliases (mail., m., amp. of a main host need no mention).

    `province` is a Kemendagri code, `00` for a national outlet; `home` the code of the unit it is at home in. `discovery` are pairs of
    kind and path or address, `feed /feed/`; an `index` has a day in it (`{date}`, or `{y}`, `{m}`, `{d}`), a `search` a `{word}`.
    `article` is matched against path and query. `delay` in seconds, only where it is longer than
    the default. `network` overrides the registrable domain as slot of politeness.
    """

    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9.-]*$")]
    name: Annotated[str, msgspec.Meta(min_length=1)]
    domains: Annotated[list[Host], msgspec.Meta(min_length=1)]
    province: Annotated[str, msgspec.Meta(pattern=r"^\d\d$")]
    discovery: Annotated[
        list[Annotated[str, msgspec.Meta(pattern=r"^(feed|sitemap|wordpress|page|index|search) \S+$")]], msgspec.Meta(min_length=1)
    ]
    home: Annotated[str, msgspec.Meta(pattern=r"^\d\d(\.\d\d)?$")] | None = None
    zone: Literal["WIB", "WITA", "WIT"] = "WIB"
    kind: Kind = "outlet"
    cms: Cms = "unknown"
    article: str | None = None
    delay: Annotated[float, msgspec.Meta(gt=0, le=120)] | None = None
    network: str | None = None
    contact: str | None = None
    scheme: Literal["https", "http"] = "https"
    state: State = State()

    @cached_property
    def base(self) -> str:
        """The address of its front page."""
        return f"{self.scheme}://{self.domains[0]}/"

    @cached_property
    def ways(self) -> list[Discovery]:
        """Its discovery with absolute addresses."""
        return [Discovery(kind, urljoin(self.base, where)) for kind, _, where in (d.partition(" ") for d in self.discovery)]  # type: ignore[arg-type]

    @cached_property
    def article_pattern(self) -> re.Pattern[str] | None:
        """What the path (with its query, if it has one) of an article looks like; None where nobody has said."""
        return re.compile(self.article) if self.article else None

    @property
    def outlet(self) -> Outlet:
        """What extraction may know of it."""
        home = self.home or (None if self.province == _NATIONAL else self.province)
        return Outlet(self.id, self.name, self.domains[0], home, self.zone)


def load_entry(path: Path) -> Entry:
    """Read one file. Raises RegistryProblem where it holds an unknown key, a wrong value, or no TOML."""
    try:
        entry = msgspec.toml.decode(path.read_bytes(), type=Entry)
        _ = entry.article_pattern
    except msgspec.DecodeError as error:
        raise RegistryProblem(f"{path}: {error}") from error
    except re.error as error:
        raise RegistryProblem(f"{path}: article is no regular expression: {error}") from error
    if entry.id != path.stem:
        raise RegistryProblem(f"{path}: id is {entry.id!r}, but the file is named {path.stem!r}")
    if entry.home and not entry.home.startswith(entry.province):
        raise RegistryProblem(f"{path}: home {entry.home} does not lie in province {entry.province}")
    if entry.state.value == "stable" and not (entry.state.since and entry.state.checked):
        raise RegistryProblem(f"{path}: stable needs the date (since) and the result (checked) of a check")
    return entry
