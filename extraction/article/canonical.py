"""The identity of an address: courlan's normal form, then the rules of addresses.toml; a page's own declaration only within its site."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlencode, urljoin, urlsplit

import courlan
import tldextract

# The list that ships with tldextract: extraction does no I/O. Private suffixes count, so two blogs of one blog host are two sites.
_suffixes = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
MAX_URL = 2000  # characters; longer addresses are session dumps
_PAGE_PATH = re.compile(r"/(?:page|hal|halaman)/\d{1,3}$|/\d{1,2}$")


@lru_cache(maxsize=1)
def _rules() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "addresses.toml").read_text("utf-8"))


def canonical_url(url: str | None, declared: str | None) -> str | None:
    """The address that names the article, None where neither is a web address.

    A declared canonical is taken only on the same registrable domain, and never where it names the front page of a deeper address.
    """
    own = normal(url)
    said = normal(absolute(url, declared))
    if own is None:
        return said if said is not None and _deep(said) else None
    if said is None or site_of(said) != site_of(own) or (_deep(own) and not _deep(said)):
        return own
    return said


def absolute(base: str | None, href: str | None) -> str | None:
    """The address that a link means on its page, None where it is none that can be read."""
    try:
        return urljoin(base or "", (href or "").strip()) or None
    except ValueError:
        return None


def site_of(url: str) -> str:
    """The registrable domain of an address; its host where it has none (an IP address, localhost)."""
    host = urlsplit(url).hostname or ""
    return _suffixes(host).top_domain_under_public_suffix or host


@lru_cache(maxsize=64)  # a page's address is asked for several times, and so is what it links
def normal(url: str | None) -> str | None:
    """An address without what does not change the article: scheme, host alias, form, page, tracking, fragment."""
    parts = _split(url)
    if parts is None or parts.hostname is None:
        return None
    host = _host(parts.hostname)
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    scheme = parts.scheme if port else "https"
    path = _path(parts.path, site_of(f"https://{host}"))
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _dropped(k)])
    return f"{scheme}://{host}{port}{path}" + (f"?{query}" if query else "")


def _split(url: str | None) -> SplitResult | None:
    text = (url or "").strip()
    archived = re.match(_rules()["archive"]["copy"], text)
    text = archived[1] if archived else text
    if not re.match(r"https?://", text, re.I) or len(text) > MAX_URL:
        return None
    try:
        parts = urlsplit(courlan.normalize_url(text))
        _ = parts.port
    except ValueError:
        return None
    return parts


def _host(host: str) -> str:
    """Without labels that are only another door; never the registrable domain itself."""
    host = host.lower().rstrip(".")
    domain = site_of(f"https://{host}")
    labels = host.removesuffix(domain).rstrip(".").split(".") if host != domain else []
    while labels and labels[0] in _rules()["host"]["aliases"]:
        labels.pop(0)
    return ".".join([*labels, domain])


def _path(path: str, site: str) -> str:
    for network in _rules()["network"]:
        if network["host"] == site:
            path = re.sub(network["from"], network["to"], path)
    kept = [segment for segment in path.split("/") if segment.lower() not in _rules()["path"]["dropped"]]
    return re.sub(r"/{2,}", "/", "/".join(kept)).rstrip("/") or "/"


@lru_cache(maxsize=1024)
def _dropped(name: str) -> bool:
    lower = name.lower()
    return any(lower.startswith(rule[:-1]) if rule.endswith("*") else lower == rule for rule in _rules()["query"]["dropped"])


def _deep(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path not in ("", "/") or bool(parts.query)


def is_front(url: str | None) -> bool:
    """Whether an address names the front page of a site."""
    parts = _split(url)
    return parts is not None and not _deep(parts.geturl())


def names_index(url: str | None) -> bool:
    """Whether an address names a list of articles (a category, a tag, search results)."""
    parts = _split(url)
    listed = "|".join(_rules()["index"]["segments"])
    return parts is not None and re.search(rf"/(?:{listed})(?:/[^/]+)?(?:/page/\d+)?/?$", parts.path, re.I) is not None


def page_number(url: str) -> int:
    """Which page of an article an address names: 1 where it says none, 0 where it names all at once."""
    query = {k.lower(): v for k, v in parse_qsl(urlsplit(url).query)}
    said = next((query[k] for k in ("page", "hal", "halaman", "showpage") if k in query), "")
    if said.lower() == "all" or query.get("all") == "1" or query.get("single") == "1":
        return 0
    if said.isdecimal():
        return int(said)
    found = _PAGE_PATH.search(urlsplit(url).path)
    return int(re.sub(r"\D", "", found[0])) if found else 1


def same_article(url: str, other: str) -> bool:
    """Whether two addresses name pages of one article: equal but for the page."""
    a, b = normal(url), normal(other)
    if a is None or b is None:
        return False
    return (
        a == b
        or _PAGE_PATH.sub("", a) == b
        or _PAGE_PATH.sub("", b) == a
        or (_PAGE_PATH.search(a) is not None and _PAGE_PATH.sub("", a) == _PAGE_PATH.sub("", b))
    )
