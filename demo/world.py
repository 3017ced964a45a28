"""The demo world's data: outlets and articles as TOML files, checked when loaded."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

WORLD = Path(__file__).parent / "world"
REGISTRY = Path(__file__).parent / "registry"  # the same outlets as the crawler's registry knows them
PAGE_BREAK = "\n---\n"  # in a body: the article goes on on a further page
NOTICE = "FIKSI — dunia contoh Netra: nama orang dan kejadian di halaman ini rekaan."
Site = Literal["wordpress", "blogger", "network", "drupal", "plain"]


class DemoOutlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One invented publisher; `home` is a Kemendagri code, `host` ends in `.example` (RFC 2606)."""

    id: str
    name: str
    host: str
    site: Site
    home: str
    zone: Literal["WIB", "WITA", "WIT"]


class Update(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the second edition of the world shows of an article."""

    modified: datetime
    body: str
    title: str | None = None


class DemoArticle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One article page. `topic` is False for pages about other things; `copy_of` names `outlet/slug` whose body it carries."""

    slug: str
    title: str
    published: datetime
    body: str = ""
    author: str | None = None
    editor: str | None = None
    section: str = "daerah"
    caption: str | None = None
    topic: bool = True
    copy_of: str | None = None
    walled: bool = False
    update: Update | None = None


@dataclass(frozen=True)
class Edition:
    """One outlet's articles as the world shows them at one time (edition 1, or 2 with the updates), newest first."""

    outlet: DemoOutlet
    articles: tuple[DemoArticle, ...]
    bodies: dict[str, str] = field(default_factory=dict)

    def by_slug(self, slug: str) -> DemoArticle | None:
        """The article with this slug."""
        return next((a for a in self.articles if a.slug == slug), None)

    def pages(self, article: DemoArticle) -> list[str]:
        """The article's text by pages; most have one."""
        return self.bodies[article.slug].strip().split(PAGE_BREAK)


@lru_cache(maxsize=1)
def outlets() -> tuple[DemoOutlet, ...]:
    """All outlets. Raises msgspec.ValidationError where the file has a mistake."""
    rows = tomllib.loads((WORLD / "outlets.toml").read_text(encoding="utf-8"))["outlet"]
    return tuple(msgspec.convert(rows, list[DemoOutlet]))


@lru_cache(maxsize=1)
def _written() -> dict[str, list[DemoArticle]]:
    """Articles by outlet id, from `articles/<outlet>/<slug>.toml`."""
    found: dict[str, list[DemoArticle]] = {}
    for outlet in outlets():
        found[outlet.id] = [
            msgspec.convert({"slug": path.stem, **tomllib.loads(path.read_text(encoding="utf-8"))}, DemoArticle)
            for path in sorted((WORLD / "articles" / outlet.id).glob("*.toml"))
        ]
    return found


def edition(number: int) -> dict[str, Edition]:
    """All outlets by host. Edition 2 shows the updates."""
    originals = {f"{o}/{a.slug}": a for o, articles in _written().items() for a in articles}
    return {outlet.host: _edition_of(outlet, _written()[outlet.id], originals, number) for outlet in outlets()}


def _edition_of(outlet: DemoOutlet, written: list[DemoArticle], originals: dict[str, DemoArticle], number: int) -> Edition:
    shown, bodies = [], {}
    for article in written:
        current, body = article, originals[article.copy_of].body if article.copy_of else article.body
        if number > 1 and article.update:
            current = msgspec.structs.replace(article, title=article.update.title or article.title)
            body = article.update.body
        shown.append(current)
        bodies[article.slug] = body
    shown.sort(key=lambda a: a.published, reverse=True)
    return Edition(outlet, tuple(shown), bodies)
