"""Invented articles of one outlet, in the markup that a common system would serve: a page of 60 kB, an article of 2,000 characters."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from string import Template

from extraction.model import Outlet, Source

HERE = Path(__file__).parent
OUTLET = Outlet("suaracontoh", "Suara Contoh", "suaracontoh.example", home="33.17")
FETCHED = datetime(2024, 11, 1, tzinfo=UTC)
MENU, RELATED, WIDGETS, RULES = 60, 8, 60, 240  # entries of what stands around an article


class _Page(Template):
    """`T in a moment is no part of a name."""

    pattern = r"\$(?:(?P<named>[a-z]+)`?|(?P<escaped>\$)|(?P<braced>\b\B)|(?P<invalid>\b\B))"  # type: ignore[assignment]


def sources(count: int, *, relevant: bool = True) -> list[Source]:
    """The pages of `count` articles, all different."""
    texts = tomllib.loads((HERE / "texts.toml").read_text("utf-8"))
    page = _Page((HERE / "page.html").read_text("utf-8"))
    made = []
    for number in range(count):
        values = _values(texts, number, "relevant" if relevant else "irrelevant")
        body = page.substitute(values).encode()
        made.append(Source(body, "text/html", values["slug"], FETCHED, url=f"https://{OUTLET.domain}/{values['slug']}/", outlet=OUTLET))
    return made


def _values(texts: dict[str, dict[str, list[str]] | list[str]], number: int, kind: str) -> dict[str, str]:
    def pick(name: str, step: int = 0) -> str:
        listed = texts[name]
        return str(list(listed)[(number + step) % len(listed)])

    told = texts[kind]
    assert isinstance(told, dict)
    values = {"place": pick("places", number // 8), "district": pick("districts"), "number": str(number % 40 + 3)}
    values |= {name: pick("names", step) for step, name in enumerate(("first", "second", "third", "fourth", "author"))}
    titles = [Template(title).substitute(values) for title in told["titles"]]
    paragraphs = [f"<p>{Template(p).substitute(values)}</p>" for p in told["paragraphs"]]
    half = 3 + number % 3
    return values | {
        "title": titles[number % len(titles)],
        "lead": Template(told["paragraphs"][0]).substitute(values)[:150],
        "slug": f"{kind}-{number}-{values['place'].lower()}",
        "number": str(40_000 + number),
        "day": f"{16 + number % 12}",
        "minute": str(number % 10),
        "weekday": pick("weekdays"),
        "category": pick("places", number // 8).lower(),
        "paragraphs": "\n".join(paragraphs[:half]),
        "more": "\n".join(paragraphs[half : len(paragraphs) - number % 2]),
        "other": f"lain-{number}",
        "othertitle": titles[(number + 1) % len(titles)],
        **_around(titles),
    }


def _around(titles: list[str]) -> dict[str, str]:
    """Menus, teasers, widgets, styles and scripts."""
    link = '<li class="menu-item menu-item-type-taxonomy menu-item-object-category menu-item-{n}"><a href="/kanal-{n}/">Kanal {n}</a></li>'
    teaser = (
        '<div class="post-item clearfix"><a href="/berita-{n}/" class="thumb"><img src="/t/{n}.jpg" width="120" height="80" alt=""></a>'
        '<h4 class="post-title"><a href="/berita-{n}/">{title}</a></h4><span class="post-date">1{d} Oktober 2024</span></div>'
    )
    rule = ".wp-block-{n}-a:where(.is-layout-flex)>*{{margin:0 auto;padding:.{n}em;max-width:{n}px}}"
    script = "(function(w,d){{var e=d.createElement('script');e.async=1;e.dataset.k='{n}';(w.q=w.q||[]).push(e)}})(window,document);"
    teasers = [teaser.format(n=n, d=n % 10, title=titles[n % len(titles)]) for n in range(WIDGETS)]
    return {
        "menu": "\n".join(link.format(n=n) for n in range(MENU)),
        "related": "\n".join(teasers[:RELATED]),
        "widgets": "\n".join(f'<section class="widget widget-{i}"><h3>Terpopuler</h3>{t}</section>' for i, t in enumerate(teasers)),
        "styles": "\n".join(rule.format(n=n) for n in range(RULES)),
        "scripts": "\n".join(script.format(n=n) for n in range(RULES // 8)),
        "tags": " ".join(f'<a href="/tag/kabar-{n}/" rel="tag">kabar {n}</a>' for n in range(6)),
    }
