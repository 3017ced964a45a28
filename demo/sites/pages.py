"""What a path of a host answers: articles, front page, feed, sitemap, robots.txt, an about page, a bot wall; else nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from demo.sites.routes import PAGE_SUFFIX, article_at, article_path
from demo.world import NOTICE, DemoArticle, Edition

_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"]
RELATED = 3  # related links under an article, as most sites have
HTML, XML, PLAIN = "text/html; charset=utf-8", "application/xml; charset=utf-8", "text/plain; charset=utf-8"


@dataclass(frozen=True)
class Page:
    """A response: status, body, media type and, for articles, the time of the last change."""

    status: int
    body: bytes
    media_type: str
    changed: datetime | None = None


def local_day(moment: datetime) -> str:
    """`Senin, 7 Oktober 2024`."""
    return f"{_DAYS[moment.weekday()]}, {moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=select_autoescape(["html", "xml"], default_for_string=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters["local_day"] = local_day
_templates.filters["rfc822"] = lambda moment: moment.strftime("%a, %d %b %Y %H:%M:%S %z")
_templates.globals["notice"] = NOTICE


def find_page(edition: Edition, path: str, base: str) -> Page | None:
    """The page at a path of the outlet's host; `base` is its address (`http://kabarsungai.example`). None where there is none."""
    special = {
        "/": ("front.html", HTML),
        "/robots.txt": ("robots.txt", PLAIN),
        "/tentang-kami/": ("about.html", HTML),
        "/sitemap.xml": ("sitemap.xml", XML),
        _feed_path(edition): ("atom.xml" if edition.outlet.site == "blogger" else "rss.xml", XML),
    }
    if path in special and path:
        name, media_type = special[path]
        return Page(200, _render(name, edition, base), media_type)
    found = article_at(edition, path)
    if found is None:
        return None
    article, number = found
    if article.walled:
        return Page(403, _render("wall.html", edition, base), HTML)
    return Page(200, _article(edition, article, number, base), HTML, _changed(edition, article))


def _feed_path(edition: Edition) -> str:
    return {"wordpress": "/feed/", "blogger": "/feeds/posts/default", "plain": "/rss.xml"}.get(edition.outlet.site, "")


def _changed(edition: Edition, article: DemoArticle) -> datetime:
    updated = article.update is not None and edition.bodies[article.slug] == article.update.body
    return article.update.modified if article.update and updated else article.published


def _article(edition: Edition, article: DemoArticle, number: int, base: str) -> bytes:
    pages = edition.pages(article)
    further = edition.outlet.site in PAGE_SUFFIX and number < len(pages)
    shown = pages[number - 1] if edition.outlet.site in PAGE_SUFFIX else "\n\n".join(pages)
    return _render(
        f"{edition.outlet.site}.html",
        edition,
        base,
        article=article,
        paragraphs=[p.strip().replace("\n", " ") for p in shown.split("\n\n") if p.strip()],
        address=base + article_path(edition, article),
        modified=_changed(edition, article),
        next_page=article_path(edition, article, number + 1) if further else None,
        number=number,
        page_count=len(pages),
    )


def _render(template: str, edition: Edition, base: str, **values: object) -> bytes:
    article = values.get("article")
    links = [(a, article_path(edition, a)) for a in edition.articles]
    return (
        _templates.get_template(template)
        .render(
            outlet=edition.outlet,
            base=base,
            links=links,
            related=[(a, path) for a, path in links if a is not article][:RELATED],
            feed=_feed_path(edition),
            changed=lambda a: _changed(edition, a),
            **values,
        )
        .encode("utf-8")
    )
