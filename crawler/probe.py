"""Looking at an outlet's site, by the crawler itself: which ways list articles, what these look like, whether an entry holds."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from crawler.archive import Archive
from crawler.crawl import crawl
from crawler.frontier import Address, Frontier, Role, Status
from crawler.job import Job
from crawler.registry import Entry, Registry
from crawler.spiders.accept import Acceptance
from crawler.spiders.discovery import Listed
from crawler.spiders.seeds import seeds

# What is tried on a site of which nothing is known (extraction.md, "Outlets and discovery"), and the CMS that each gives away.
TRIED = {
    "wordpress /wp-json/wp/v2/posts": "wordpress",
    "feed /feeds/posts/default?max-results=100": "blogger",
    "feed /rss/terkini.xml": "antara",
    "feed /feed/": "",
    "feed /rss.xml": "",
    "sitemap /robots.txt": "",
    "page /": "",
}
_WORDS = ("xqzvkwjq", "netralitas ASN", "harga cabai")  # the gate's: a nonsense word, and two that share no article
_NOW = Job(outlets=[], archive="", frontier="")
_GENERATORS = {"wordpress": "wordpress", "blogger": "blogger", "drupal": "drupal"}
_HEAD_BYTES = 64 << 10  # where a page names its site and generator
_GENERATOR = re.compile(rb"<meta\s+name=[\"']generator[\"']\s+content=[\"']([^\"'<>]{1,80})", re.IGNORECASE)
_SITE_NAME = re.compile(rb"<meta\s+property=[\"']og:site_name[\"']\s+content=[\"']([^\"'<>]{1,80})", re.IGNORECASE)
_SAMPLE = 3  # articles fetched of a site that is only looked at
_FITTING = 0.8  # share of the addresses of feeds and APIs that an article pattern must fit
_YEAR, _NUMBER, _PAIR = re.compile(r"(?:19|20)\d\d"), re.compile(r"\d+"), re.compile(r"(\d+)([-_]).+?(\.html?)?")


class Probe(msgspec.Struct, frozen=True):
    """What was seen: the ways with what they gave, the addresses that feeds and APIs listed, the articles fetched (they lie in the
    `archive` of the folder that was given), and what is wrong. `unreachable` says why the site could not be asked at all."""

    ways: dict[str, str]
    listed: list[str]
    fetched: list[str]
    working: list[str]
    problems: list[str]
    unreachable: str = ""

    @property
    def ok(self) -> bool:
        """Whether the entry holds."""
        return not self.problems


def check(entry: Entry, folder: Path, **settings: Any) -> Probe:  # noqa: ANN401  (those of crawl)
    """The gate: every way gives articles of the same site, an article can be fetched, the pattern fits what feeds and APIs list.

    `folder` takes archive and frontier of the look. Raises CrawlProblem as `crawl` does.
    """
    crawl([entry], folder / "archive", folder / "frontier.sqlite", keep="all", articles=_SAMPLE, **settings)
    with Frontier(folder / "frontier.sqlite") as frontier:
        addresses = list(frontier.all())
    by_url = {address.url: address for address in addresses}
    ways, working = {}, []
    for text, way in zip(entry.discovery, entry.ways, strict=True):
        if way.kind == "search":
            continue  # has a gate of its own
        url = seeds(msgspec.structs.replace(entry, discovery=[text]), _NOW, datetime.now(UTC).date())[0][1]
        address = by_url.get(url)
        found = _reach(url, addresses)
        ways[text] = f"{address.status or 'waiting'}: {address.reason} ({found} artikel)" if address else "tidak diminta"
        working += [text] if found else []
    listed = [a.fetch_url for a in addresses if a.role is Role.ARTICLE and _trusted(by_url.get(a.found_by))]
    fetched = [a.fetch_url for a in addresses if a.role is Role.ARTICLE and a.status is Status.FETCHED]
    unreachable = _unreachable(addresses)
    if unreachable:
        return Probe(ways, [], [], [], [f"tidak dapat dihubungi: {unreachable}"], unreachable)
    problems = _problems(entry, ways, working, listed, fetched)
    searches = [way for way in entry.discovery if way.startswith("search ")]
    problems += [f"{search}: {problem}" for search in searches if (problem := _gate(entry, search, folder, settings))]
    return Probe(ways, listed, fetched, working, problems)


def _gate(entry: Entry, search: str, folder: Path, settings: dict[str, Any]) -> str:
    """What is wrong with a search ("" if nothing): a nonsense word must find nothing, two words different addresses (extraction.md: a
    search that ignores its query is common)."""
    only = msgspec.structs.replace(entry, discovery=[search])
    place = folder / f"gate-{entry.discovery.index(search)}"
    crawl([only], place / "archive", place / "frontier.sqlite", keep="all", articles=0, words=_WORDS, **settings)
    job = msgspec.structs.replace(_NOW, words=list(_WORDS))
    with Frontier(place / "frontier.sqlite") as frontier:
        answers = [frontier.get(url) for _, url in seeds(only, job, datetime.now(UTC).date())]
    if not all(answer and answer.status is Status.LISTED for answer in answers):
        return "tidak menjawab"
    nonsense, one, other = ((answer.reason, answer.sha256) for answer in answers if answer)
    if not nonsense[0].startswith("0 "):
        return f"kata tanpa arti menemukan {nonsense[0]}"
    return "dua kata menemukan hal yang sama" if one[1] == other[1] else ""


def draft(host: str, name: str, home: str, folder: Path, *, scheme: str = "https", **settings: Any) -> tuple[Entry, Probe]:  # noqa: ANN401
    """An entry for a site, by looking at it: the ways that work, the CMS that they or its pages give away, the pattern of what they list,
    and the name that it gives itself, unless one is given."""
    given: dict[str, Any] = {"id": host, "domains": [host], "province": home[:2], "scheme": scheme}
    given |= {"home": home} if home[:2] != "00" else {}
    seen = check(Entry(**given, name=name or host, discovery=list(TRIED)), folder, **settings)
    working = [way for way in seen.working if way != "page /"] or seen.working or ["page /"]
    with Archive(folder / "archive") as archive:
        pages = [page.body for page in archive.pages()]
    said = next((_GENERATORS[word] for page in pages if (word := _meta(_GENERATOR, page).split(" ")[0].lower()) in _GENERATORS), "")
    cms = said or next((TRIED[way] for way in working if TRIED[way]), "unknown")
    names = Counter(filter(None, (_meta(_SITE_NAME, page) for page in pages))).most_common(1)
    named = name or (names[0][0] if names else host)
    pattern = infer_pattern(seen.listed or seen.fetched)
    return Entry(**given, name=named, discovery=working, cms=cms, article=pattern), seen  # type: ignore[arg-type]


def _meta(pattern: re.Pattern[bytes], page: bytes) -> str:
    found = pattern.search(page[:_HEAD_BYTES])
    return html.unescape(found[1].decode("utf-8", "replace")).strip() if found else ""


def infer_pattern(urls: Iterable[str]) -> str | None:
    """A pattern that the addresses of articles fit: the most frequent shape of their paths; None where no shape holds most of them."""
    paths = [urlsplit(url).path.strip("/").split("/") for url in urls]
    if not paths:
        return None
    length, number = Counter(len(path) for path in paths).most_common(1)[0]
    chosen = [path for path in paths if len(path) == length]
    if number / len(paths) < _FITTING or chosen[0] == [""]:
        return None
    return "^/" + "/".join(_segment([path[n] for path in chosen], last=n == length - 1) for n in range(length)) + "/?$"


def _segment(values: Sequence[str], *, last: bool) -> str:
    if all(_YEAR.fullmatch(v) for v in values):
        return r"\d{4}"
    if all(_NUMBER.fullmatch(v) for v in values):
        return r"\d{2}" if all(len(v) == 2 for v in values) else r"\d+"
    if len(set(values)) == 1 and not last:
        return re.escape(values[0])
    ending = r"\.html" if all(v.endswith(".html") for v in values) else ""
    return (r"\d+-" if all((m := _PAIR.fullmatch(v)) and m[2] == "-" for v in values) else "") + "[^/]+" + ending


def _reach(url: str, addresses: Sequence[Address]) -> int:
    """How many articles a listing gave, with the listings that it named: each tells how many addresses it gave ("7 alamat")."""
    below = {url}
    for _ in range(4):  # robots.txt, index, sitemap: no deeper chain is followed
        below |= {a.url for a in addresses if a.found_by in below and a.role is not Role.ARTICLE}
    told = [_NUMBER.match(a.reason) for a in addresses if a.url in below and a.status is Status.LISTED]
    return max(0, sum(int(number[0]) for number in told if number) - (len(below) - 1))


def _unreachable(addresses: Sequence[Address]) -> str:
    """Why no listing could be asked for, where that is because robots.txt could not be had at all; "" where one could."""
    reasons = {a.reason for a in addresses if a.role is not Role.ARTICLE}
    failed = {r.removeprefix("robots.txt: ") for r in reasons if r.startswith("robots.txt: ")}
    return sorted(failed)[0] if failed and len(failed) == len(reasons) else ""


def _trusted(listing: Address | None) -> bool:
    return listing is not None and listing.role in (Role.FEED, Role.WORDPRESS)


def _problems(entry: Entry, ways: dict[str, str], working: list[str], listed: list[str], fetched: list[str]) -> list[str]:
    problems = [f"cara ini tidak memberi artikel: {way} ({ways[way]})" for way in ways if way not in working]
    if not fetched:
        problems.append("tidak ada artikel yang dapat diambil")
    if entry.article and listed:
        accept = Acceptance(Registry([entry]))
        fitting = sum(accept.article(Listed(url), entry, "check", trusted=False) is not None for url in listed)
        if fitting / len(listed) < _FITTING:
            problems.append(f"pola artikel hanya cocok dengan {fitting} dari {len(listed)} alamat umpan")
    return problems
