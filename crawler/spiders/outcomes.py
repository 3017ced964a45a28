"""What a response means for its address: its status, what is archived of it, and what was found on it."""

from __future__ import annotations

import hashlib
from collections import Counter
from urllib.parse import urljoin, urlsplit

import msgspec

from crawler.archive import Archive, Exchange, Pointer, Row
from crawler.frontier import Address, Decision, Found, Role, Status
from crawler.frontier.records import LISTINGS
from crawler.policy.addresses import ForbiddenAddress, check_url
from crawler.policy.limits import ATTEMPTS, MAX_HEADER_BYTES, MAX_HOPS, MAX_LISTED_A_PASS, MAX_LISTING_PAGES
from crawler.policy.politeness import backoff, retry_after
from crawler.policy.subject import is_wall, on_topic
from crawler.registry import Registry
from crawler.spiders.accept import Acceptance
from crawler.spiders.discovery import Listed
from crawler.spiders.listings import read_listing
from crawler.spiders.parts import WHOLE, further_pages

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_HTML = frozenset({"text/html", "application/xhtml+xml", ""})


class Outcome(msgspec.Struct):
    """Either a decision with what was found, or another attempt after `again` seconds (by `fetch_url`, if it moved).

    `failed` counts against the slot; `hold` seconds were asked for by the server.
    """

    decision: Decision | None = None
    found: list[Found] = []
    again: float | None = None
    reason: str = ""
    fetch_url: str | None = None
    hops: int = 0
    failed: bool = False
    hold: float = 0.0


class Outcomes:
    """Judges responses. `pages` of a paged listing are followed."""

    def __init__(self, archive: Archive, registry: Registry, *, keep_all: bool, pages: int = MAX_LISTING_PAGES) -> None:
        self._pages = pages
        self._archive = archive
        self._registry = registry
        self._accept = Acceptance(registry)
        self._keep_all = keep_all
        self.archived = 0
        self._listed: Counter[str] = Counter()  # addresses that each outlet's listings have told of in this pass

    def of(self, address: Address, exchange: Exchange, retry_seconds: float) -> Outcome:
        """The outcome of a response. Raises ArchiveProblem where the archive does not take it."""
        if sum(len(name) + len(value) for name, value in exchange.headers) > MAX_HEADER_BYTES:
            return _decided(Status.FAILED, f"kepala jawaban lebih besar dari {MAX_HEADER_BYTES} bita", exchange.status, failed=True)
        if exchange.status == 304:
            return self._not_modified(address, exchange)
        if exchange.status in _REDIRECTS:
            return self._redirect(address, exchange)
        if address.role not in LISTINGS and is_wall(exchange.body):
            return _decided(Status.BOT_WALL, "dinding bot", exchange.status, failed=True)
        if exchange.status != 200:
            if exchange.status in _GONE and address.pointer and address.status is not Status.GONE:
                self._archive.write_response(exchange, _metadata(address))  # the record that it was withdrawn, and when
            return _refused(address, exchange, retry_seconds)
        return self._listing(address, exchange) if address.role in LISTINGS else self._page(address, exchange)

    def recovered(self, address: Address) -> Outcome | None:
        """The outcome of an address that was archived before a crash kept it from being decided; None where it was not."""
        pointer = self._archive.latest(address.fetch_url) if address.status is None else None
        if pointer is None:
            return None
        page = self._archive.read(pointer)
        if address.role is Role.PART and page.part_of != address.part_of:
            return None
        decision = Decision(Status.FETCHED, "sudah di arsip", page.status, sha256=page.sha256, pointer=pointer)
        return Outcome(decision, self._parts(address, page.body, pointer))

    def _page(self, address: Address, exchange: Exchange) -> Outcome:
        kind = (exchange.header("content-type") or "").split(";")[0].strip().lower()
        if kind not in _HTML:
            return _decided(Status.NOT_ARTICLE, f"bukan HTML ({kind})", 200)
        digest = hashlib.sha256(exchange.body).hexdigest()
        latest = self._archive.latest(exchange.url) if address.role is Role.ARTICLE else None
        if latest and latest.sha256 == digest:
            self._archive.write_revisit(exchange, latest)
            return Outcome(_validated(exchange, Decision(Status.UNCHANGED, "isi sama", 200, sha256=digest, pointer=latest)))
        if address.role is Role.ARTICLE and not self._keep_all and not on_topic(exchange.body):
            return Outcome(_validated(exchange, Decision(Status.OFF_TOPIC, "tanpa kata pokok bahasan", 200, sha256=digest)))
        copied = self._copied(address, digest) if address.role is Role.ARTICLE else None
        if copied:
            self._archive.write_revisit(exchange, copied.pointer)
            reason = f"isi sama dengan {copied.name}"
            return Outcome(_validated(exchange, Decision(Status.COPY, reason, 200, sha256=digest, pointer=copied.pointer)))
        pointer = self._archive.write_response(exchange, _metadata(address))
        self.archived += 1
        decision = _validated(exchange, Decision(Status.FETCHED, "", 200, sha256=digest, pointer=pointer))
        return Outcome(decision, self._parts(address, exchange.body, pointer))

    def _copied(self, address: Address, digest: str) -> Row | None:
        """The archived page of the same outlet, under another address, that has this body."""
        rows = self._archive.copies(digest)
        return next(
            (row for row in rows if (entry := self._registry.by_url(row.name)) and entry.id == address.outlet and not row.part_of), None
        )

    def _parts(self, address: Address, body: bytes, pointer: Pointer) -> list[Found]:
        first = address.part_of or pointer.record
        base = address.url.partition("#")[0]
        pages = further_pages(body, address.fetch_url) if address.part != WHOLE or address.role is Role.ARTICLE else {}
        return [
            Found(f"{base}#{number}", url, address.outlet, address.slot, Role.PART, address.url, part_of=first, part=number)
            for number, url in pages.items()
        ]

    def _not_modified(self, address: Address, exchange: Exchange) -> Outcome:
        if address.status is None or not (address.etag or address.last_modified):
            return _decided(Status.FAILED, "304 tanpa ditanya", 304)
        if address.pointer:
            self._archive.write_revisit(exchange, address.pointer)
        kept = address.status if address.status in (Status.OFF_TOPIC, Status.COPY) else Status.UNCHANGED
        return Outcome(Decision(kept, "tidak berubah", 304))

    def _redirect(self, address: Address, exchange: Exchange) -> Outcome:
        try:
            target = urljoin(exchange.url, exchange.header("location") or "")
            check_url(target)
        except (ForbiddenAddress, ValueError) as error:
            return _decided(Status.FORBIDDEN, f"pengalihan: {error}", exchange.status)
        entry = self._registry.by_url(target)
        if entry is None or entry.id != address.outlet:
            return _decided(Status.NOT_ARTICLE, f"dialihkan ke luar media ({urlsplit(target).hostname})", exchange.status)
        if address.hops >= MAX_HOPS:
            return _decided(Status.FAILED, f"lebih dari {MAX_HOPS} pengalihan", exchange.status)
        found = self._accept.article(Listed(target), entry, address.url, trusted=True, hops=address.hops + 1)
        if address.role is not Role.ARTICLE or (found and found.url == address.url):
            return Outcome(again=0.0, reason=f"dialihkan ke {target}", fetch_url=target, hops=address.hops + 1)
        if found is None:
            return _decided(Status.GONE, "dialihkan ke halaman yang bukan artikel", exchange.status)
        return Outcome(Decision(Status.REDIRECTED, found.url, exchange.status), [found])

    def _listing(self, address: Address, exchange: Exchange) -> Outcome:
        entry = self._registry.get(address.outlet)
        if entry is None:
            return _decided(Status.FAILED, "media tidak terdaftar", 200)
        most = MAX_LISTED_A_PASS - self._listed[entry.id]
        if most <= 0:
            return _decided(Status.FAILED, f"lebih dari {MAX_LISTED_A_PASS} alamat dalam satu putaran", 200)
        found, problem = read_listing(address, exchange, entry, self._accept, pages=self._pages, most=most)
        self._listed[entry.id] += len(found)
        if problem:
            return _decided(Status.FAILED, problem, 200)
        return Outcome(_validated(exchange, Decision(Status.LISTED, f"{len(found)} alamat", 200, sha256=_digest(found))), found)


def failure(address: Address, reason: str, retry_seconds: float, hold: float = 0.0) -> Outcome:
    """The outcome of an attempt that failed: another one, or the end."""
    if address.attempts + 1 >= ATTEMPTS:
        return Outcome(Decision(Status.FAILED, reason), failed=True, hold=hold)
    return Outcome(again=max(backoff(address.attempts + 1, retry_seconds), hold), reason=reason, failed=True, hold=hold)


def _refused(address: Address, exchange: Exchange, retry_seconds: float) -> Outcome:
    status = exchange.status
    if status in _GONE:
        return _decided(Status.GONE, f"HTTP {status}", status)
    if status == 429 or status >= 500:
        hold = retry_after(exchange.header("retry-after"), exchange.fetched.timestamp()) or 0.0
        return failure(address, f"HTTP {status}", retry_seconds, hold)
    return _decided(Status.FAILED, f"HTTP {status}", status, failed=status in (401, 403))


def _digest(found: list[Found]) -> str:
    """Of what a listing gave: two searches that give the same have ignored their words."""
    return hashlib.sha256("\n".join(sorted(f.url for f in found)).encode()).hexdigest()


def _validated(exchange: Exchange, decision: Decision) -> Decision:
    """With what makes the next request conditional."""
    return msgspec.structs.replace(decision, etag=exchange.header("etag"), last_modified=exchange.header("last-modified"))


def _decided(status: Status, reason: str, http: int | None, *, failed: bool = False) -> Outcome:
    return Outcome(Decision(status, reason, http), failed=failed)


def _metadata(address: Address) -> dict[str, object]:
    known: dict[str, object] = {"outlet": address.outlet, "canonical": address.url.partition("#")[0], "found_by": address.found_by}
    if address.role is Role.PART:
        known |= {"part_of": address.part_of, "part": address.part}
    return known
