"""What is asked for next: one request at a time to a slot, robots.txt before anything else of an origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from crawler.archive import Exchange
from crawler.frontier import Address, Decision, Found, Frontier, Role, Status
from crawler.frontier.records import LISTINGS
from crawler.job import Job
from crawler.policy.addresses import ForbiddenAddress, check_url
from crawler.policy.limits import DELAY_SECONDS, MAX_HISTORY_LISTINGS, MAX_HOPS, MAX_LISTINGS, PATIENCE_SECONDS, RETRY_SECONDS
from crawler.policy.politeness import Politeness
from crawler.policy.robots import Robots, robots_of, unreachable
from crawler.registry import Registry
from crawler.spiders.accept import Acceptance
from crawler.spiders.listings import sitemaps_of_robots


class Task(NamedTuple):
    """A request to send: for an address, or (`address` None) for robots.txt of an origin."""

    slot: str
    url: str
    origin: str
    address: Address | None = None
    hops: int = 0


class Dispatcher:
    """Chooses."""

    def __init__(self, frontier: Frontier, registry: Registry, job: Job, clock: Callable[[], float]) -> None:
        self._frontier = frontier
        self._registry = registry
        self._job = job
        self._clock = clock
        self._accept = Acceptance(registry)
        self.politeness = Politeness(clock, frontier.ended)
        self._slots: dict[str, float] = {}
        hosts = [f"{entry.scheme}://{host}/" for entry in registry for host in entry.domains]
        for url in [way.url for entry in registry for way in entry.ways] + hosts:
            slot = registry.slot(url)
            self._slots[slot] = max(self._slots.get(slot, 0.0), self.delay(url))
        self._due: dict[str, float] = {}
        self._asked: Counter[tuple[str, bool]] = Counter()
        self._listings = MAX_HISTORY_LISTINGS if job.words else MAX_LISTINGS
        self._trapped: set[str] = set()  # outlets that give the same page under ever new addresses
        self._asking: set[str] = set()  # origins whose robots.txt is under way
        self._moved: dict[str, tuple[str, int]] = {}  # origins whose robots.txt is elsewhere, and after how many redirects

    def begin_pass(self, decided: Callable[[Address, Decision], None]) -> None:
        """Begin with what waits in the frontier; `decided` is told of each address that gets its status without a request."""
        self._decided = decided
        self._due = self._frontier.waiting(self._slots)

    def next(self) -> Task | float | None:
        """The next request, or the seconds until there may be one (at most 1 while requests are out), or None at the end."""
        soonest: float | None = None
        for slot in list(self._due):
            wait = self._wait(slot)
            task = self._task(slot) if wait == 0.0 else wait
            if isinstance(task, Task):
                return task
            if task is not None:
                soonest = task if soonest is None else min(soonest, task)
        return soonest

    def delay(self, url: str) -> float:
        """Seconds between two requests of a slot: shorter than the default only where the host is this machine."""
        entry = self._registry.by_url(url)
        asked = max(self._job.delay, (entry.delay or 0.0) if entry else 0.0)
        return asked if self.is_loopback(url) else max(asked, DELAY_SECONDS)

    def retry_seconds(self, url: str) -> float:
        """The first wait before another attempt."""
        return min(RETRY_SECONDS, self._job.delay + 0.1) if self.is_loopback(url) else RETRY_SECONDS

    def is_loopback(self, url: str) -> bool:
        """Whether the job sends the host of an address to this machine."""
        host = urlsplit(url).hostname or ""
        given = self._job.resolve.get(host, (host, 0))[0]
        try:
            return ip_address(given).is_loopback
        except ValueError:
            return False

    def begin(self, task: Task) -> None:
        """A task goes out."""
        self.politeness.begin(task.slot)
        self._frontier.touch(task.slot)
        if task.address is None:
            self._asking.add(task.origin)
        else:
            self._asked[task.address.outlet, task.address.role in LISTINGS] += 1

    def end(self, task: Task, *, failed: bool = False, hold: float = 0.0) -> None:
        """A task is back."""
        self._frontier.touch(task.slot)
        self.politeness.end(task.slot, failed=failed, hold=hold)
        self._asking.discard(task.origin)
        if task.address:
            self.wake(task.address.slot)

    def wake(self, slot: str) -> None:
        """Something may wait in a slot."""
        if slot in self._slots:
            self._due[slot] = 0.0

    def close(self, outlet: str) -> None:
        """Ask for no more articles of an outlet in this pass."""
        self._trapped.add(outlet)

    def take_robots(self, task: Task, exchange: Exchange | None, reason: str = "") -> None:
        """What robots.txt of an origin answered; None where it could not be reached."""
        if exchange and exchange.status in (301, 302, 303, 307, 308):
            self._follow(task, urljoin(exchange.url, exchange.header("location") or ""))
            return
        self._moved.pop(task.origin, None)
        robots = robots_of(exchange.status, exchange.body) if exchange else unreachable(reason)
        self._frontier.keep_robots(task.origin, robots)

    def _follow(self, task: Task, target: str) -> None:
        try:
            check_url(target)
            reason = f"lebih dari {MAX_HOPS} pengalihan" if task.hops >= MAX_HOPS else ""
        except ForbiddenAddress as error:
            reason = str(error)
        if reason:
            self._moved.pop(task.origin, None)
            self._frontier.keep_robots(task.origin, unreachable(reason))
        else:
            self._moved[task.origin] = (target, task.hops + 1)

    def _wait(self, slot: str) -> float | None:
        """Seconds until the slot may be used; None where nothing more comes of it now."""
        now = self._clock()
        if self._due[slot] > now:
            return self._due[slot] - now
        wait = self.politeness.wait(slot, self._slots[slot])
        if (wait is None and self.politeness.slot(slot, 0.0).given_up) or (wait or 0.0) > PATIENCE_SECONDS:
            del self._due[slot]  # for this pass: it failed too often, or asked for more time than a pass has
            return None
        return wait

    def _task(self, slot: str) -> Task | float | None:
        while True:
            address = self._frontier.next(slot, self._closed())
            if address is None:
                return self._rest(slot)
            origin = "{0.scheme}://{0.netloc}".format(urlsplit(address.fetch_url))
            robots = self._frontier.robots(origin)
            if robots is None:
                return self._robots_task(slot, origin)
            self.politeness.lengthen(slot, robots.crawl_delay)
            decision, found = self._without_request(address, robots)
            if decision is None:
                return Task(slot, address.fetch_url, origin, address)
            self._frontier.decide(address, decision, found)
            self._decided(address, decision)

    def _without_request(self, address: Address, robots: Robots) -> tuple[Decision | None, list[Found]]:
        entry = self._registry.get(address.outlet)
        if entry is None:
            return Decision(Status.FAILED, "media tidak terdaftar"), []
        if address.role is Role.SITEMAP and urlsplit(address.fetch_url).path == "/robots.txt":
            if robots.verdict == "none":
                return Decision(Status.REFUSED_BY_ROBOTS, robots.reason), []
            found = sitemaps_of_robots(address, robots.sitemaps, entry, self._accept)
            return Decision(Status.LISTED, f"{len(found)} peta situs"), found
        if not robots.allows(address.fetch_url):
            return Decision(Status.REFUSED_BY_ROBOTS, robots.reason), []
        if address.role in LISTINGS and self._asked[address.outlet, True] >= self._listings:
            return Decision(Status.FAILED, f"lebih dari {self._listings} daftar dalam satu putaran"), []
        return None, []

    def _robots_task(self, slot: str, origin: str) -> Task | float | None:
        if origin in self._asking:
            return None
        url, hops = self._moved.get(origin, (f"{origin}/robots.txt", 0))
        other = self._registry.slot(url)
        if other != slot:
            wait = self.politeness.wait(other, self.delay(url))
            if wait != 0.0:
                return wait
        return Task(other, url, origin, None, hops)

    def _closed(self) -> list[str]:
        """Outlets that get no more articles in this pass."""
        had = [outlet for (outlet, listing), number in self._asked.items() if not listing and number >= self._job.articles]
        return [*had, *self._trapped]

    def _rest(self, slot: str) -> float | None:
        """When something is due again in a slot in which nothing is now; it leaves this pass where that is too far off."""
        now = self._clock()
        due = self._frontier.soonest(slot, now)
        if due is None or due - now > PATIENCE_SECONDS:
            del self._due[slot]
            return None
        self._due[slot] = due
        return due - now
