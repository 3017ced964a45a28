"""The headline of a page, without the site's name (extraction.md, R16)."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from extraction.article.cues import is_exact
from extraction.article.metadata import Head, line_of

_PARTS = re.compile(r"\s{1,3}[-–—|•·»]{1,2}\s{1,3}|\s{0,3}\|\s{0,3}|\s{1,3}::\s{1,3}|\s{0,3}[»|]\s{0,3}")
_PREFIX = re.compile(r"^([\w.]+\.\w{2,4}|[A-Z][\w. ]{2,30}):\s+")
MIN_WORDS = 3


def find_title(tree: HtmlElement, head: Head, domain: str) -> tuple[str | None, bool]:
    """The first heading that the head's titles confirm (True), else the head's title without the site's name (False)."""
    said = [
        t
        for t in (*map(str, head.said("headline")), head.first("og:title", "twitter:title", "dc.title"), head.title, head.first("title"))
        if t.strip()
    ]
    said = [line_of(t) for t in said]
    headings = [h for h in (line_of(e.text_content()) for level in ("h1", "h2") for e in tree.iter(level)) if len(h.split()) >= MIN_WORDS]
    site = site_names(head, domain)
    stripped = [strip_site(t, site) for t in said]
    exact = {folded(t) for t in stripped}
    known = [folded(t) for t in said]
    for heading in (*(h for h in headings if folded(h) in exact), *(h for h in headings if any(folded(h) in t for t in known))):
        return strip_site(heading, site), True
    if stripped:
        return min(stripped[:3], key=lambda t: (len(t.split()) < MIN_WORDS, stripped.index(t))) or None, False
    return (headings[0] if headings else None), False


def site_names(head: Head, domain: str) -> set[str]:
    """Folded names of the site: og:site_name, publisher, domain and its parts."""
    names = {head.first("og:site_name"), head.first("application-name", "apple-mobile-web-app-title"), domain, *domain.split(".")[:-1]}
    for publisher in head.said("publisher"):
        if isinstance(publisher, dict):
            names.add(str(publisher.get("name") or ""))
    return {f for n in names if len(f := folded(n)) >= 3} - {"www", "news", "com"}


def strip_site(title: str, site: set[str]) -> str:
    """Without the parts at the end or beginning that name the site, and the channel that stands before it."""
    found = _PREFIX.match(title)
    if found and _is_site(found[1], site):
        title = title[found.end() :]
    stripped = False
    while True:
        cut = list(_PARTS.finditer(title))
        if (
            cut
            and len(title[: cut[-1].start()].split()) >= MIN_WORDS - 1
            and (_is_site(last := title[cut[-1].end() :], site) or (stripped and is_exact("menu", last)))
        ):
            title, stripped = title[: cut[-1].start()], True
        elif cut and len(title[cut[0].end() :].split()) >= MIN_WORDS and _is_site(title[: cut[0].start()], site):
            title = title[cut[0].end() :]
        else:
            return title.strip()


def _is_site(part: str, site: set[str]) -> bool:
    name = folded(part)
    return any(s == name or (len(s) >= 5 and s in name and len(part.split()) <= 8) or (len(name) >= 5 and name in s) for s in site)


def folded(text: str) -> str:
    """Letters and digits in lower case, for comparing."""
    return re.sub(r"[\W_]+", "", text.lower())
