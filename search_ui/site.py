"""What every page shares: the store, the words, the templates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from extraction.model import Region
from index.store import Question, Store
from search_ui.i18n import Words, words
from search_ui.show.days import day_in_words, moment_in_words, number
from search_ui.show.desk import Desk

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"


def safe_link(url: str | None) -> str | None:
    """The address where it is http or https, else None: nothing else ever becomes a link."""
    return url if url and url.startswith(("http://", "https://")) else None


def environment(say: Words) -> Environment:
    """Templates with autoescape, where an undefined name is a mistake."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    templates.globals["t"] = say
    templates.filters |= {
        "hari": lambda iso, short=False: day_in_words(iso, say, short=short),
        "saat": lambda iso: moment_in_words(iso, say),
        "angka": number,
        "kata": lambda value, section: say.label(section, str(value)),
        "tautan": safe_link,
        "provinsi": lambda region: region.province if region.province and region.province != region.name else None,
    }
    return templates


@dataclass
class Site:
    """What is served: `opened` gives the store in use.

    `cite` is the public address that citations name; None means the address that the reader used."""

    opened: Callable[[], Store]
    fiction: bool
    cite: str | None = None
    words: Words = field(default_factory=words)

    def __post_init__(self) -> None:
        self.templates = environment(self.words)

    @property
    def store(self) -> Store:
        """The store in use now: a rebuilt one takes the place of the one before."""
        return self.opened()

    def desk(self) -> Desk:
        """For one request."""
        return Desk(self.store, self.words)

    def page(self, request: Request, template: str, *, status: int = 200, private: bool = False, **values: object) -> HTMLResponse:
        """A page. `private` keeps it out of search engines, by header and by meta tag."""
        html = self.templates.get_template(template).render(
            fiction=self.fiction, path=request.url.path, noindex=private or status != 200, **values
        )
        return HTMLResponse(html, status, {"X-Robots-Tag": "noindex, noarchive"} if private else None)

    def last_month(self) -> str | None:
        """The last month in which anything was published: the crawl goes on, so its counts are incomplete."""
        bars = self.store.search(Question(size=1, irrelevant=True)).by_publication
        return bars[-1].period if bars else None

    def address_of(self, request: Request, path: str) -> str:
        """The whole address of a page, for citations."""
        base = self.cite or str(request.base_url)
        return base.rstrip("/") + path


def region_path(region: Region) -> str | None:
    """The page of a region, where it has a code."""
    return f"/wilayah/{region.code}" if region.code else None
