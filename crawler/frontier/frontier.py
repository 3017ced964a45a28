"""The frontier in SQLite: nothing acknowledged is lost under kill -9 (reliability.md: JOBDIR lost 12% of pages, SQLite none)."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from crawler.archive import Pointer
from crawler.frontier.database import FrontierProblem, open_database
from crawler.frontier.records import LISTINGS, TRIED_AGAIN, Address, Decision, Found, Role, Status
from crawler.policy.limits import MAX_WAITING, ROBOTS_RETRY_SECONDS, ROBOTS_SECONDS
from crawler.policy.revisit import LONGEST_SECONDS, believed, is_newer, next_interval, next_listing, next_visit
from crawler.policy.robots import Robots

_COLUMNS = ", ".join(Address.__struct_fields__)
_RANKS = {Role.PART: 1, Role.ARTICLE: 2}  # listings first, then what completes an article that was begun
_KEPT = (Status.FETCHED, Status.UNCHANGED)

_COUNT = "INSERT INTO days VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET number = number + 1"


class Frontier:
    """Addresses that wait and what became of them. `clock` gives seconds since the epoch.

    Raises FrontierProblem where the database can't be opened.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._pass_began = clock()
        self._scope = ""  # SQL: the outlets of this pass; what waits of others is left alone
        self._adaptive = False
        self._db = open_database(path)

    def begin_pass(self, listings: Iterable[Found], outlets: Iterable[str] = (), *, recheck: bool = False, adaptive: bool = False) -> None:
        """Begin a pass over some outlets (only what waits of these is given from now on): all listings are due, or if `adaptive` those
        that may give something new by now; and of their known articles those that are due again, or with `recheck` all."""
        self._pass_began = now = self._clock()
        self._adaptive = adaptive
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS scope (outlet TEXT PRIMARY KEY)")
        with self._transaction():
            self._db.execute("DELETE FROM temp.scope")
            self._db.executemany("INSERT OR IGNORE INTO temp.scope VALUES (?)", [(outlet,) for outlet in outlets])
            self._scope = "AND outlet IN (SELECT outlet FROM temp.scope)"
            for found in listings:
                self._add(found)
            waiting = "due IS NOT NULL AND (due > ? OR attempts > 0)"
            self._db.execute(f"UPDATE addresses SET attempts = 0, due = min(due, ?) WHERE {waiting} {self._scope}", (now, now))  # noqa: S608
            # What is due further off than any visit can be was reckoned by a clock that went wrong.
            again = "again IS NOT NULL" if recheck else "again IS NOT NULL AND (again <= :now OR again > :now + :longest)"
            self._db.execute(
                f"UPDATE addresses SET due = :now, attempts = 0, hops = 0 WHERE role = 'article' AND due IS NULL AND {again} {self._scope}",  # noqa: S608
                {"now": now, "longest": LONGEST_SECONDS},
            )

    def add(self, found: Iterable[Found]) -> int:
        """Add what was found; gives how many are to be asked for that were not waiting before."""
        with self._transaction():
            return sum(self._add(f) for f in found)

    def next(self, slot: str, closed: Iterable[str] = ()) -> Address | None:
        """What waits in a slot and is due, listings first, then the newest; articles of the outlets in `closed` stay."""
        closed = list(closed)
        query = f"""SELECT {_COLUMNS} FROM addresses WHERE slot = ? AND due IS NOT NULL AND due <= ? {self._scope}
            AND NOT (role = 'article' AND outlet IN ({", ".join("?" * len(closed))}))
            ORDER BY rank, told DESC, found_at, url LIMIT 1"""  # noqa: S608
        row = self._db.execute(query, (slot, self._clock(), *closed)).fetchone()
        return _address(row) if row else None

    def soonest(self, slot: str, after: float) -> float | None:
        """When the first address of a slot is due that is not due yet."""
        row = self._db.execute(f"SELECT min(due) FROM addresses WHERE slot = ? AND due > ? {self._scope}", (slot, after)).fetchone()  # noqa: S608
        due: float | None = row[0]
        return due

    def waiting(self, slots: Iterable[str]) -> dict[str, float]:
        """Each of the slots in which something waits, with the time when the first of it is due."""
        wanted = set(slots)
        rows = self._db.execute(f"SELECT slot, min(due) FROM addresses WHERE due IS NOT NULL {self._scope} GROUP BY slot")  # noqa: S608
        return {slot: due for slot, due in rows if slot in wanted}

    def decide(self, address: Address, decision: Decision, found: Iterable[Found] = ()) -> int:
        """Give an address its status and add what was found on it, in one transaction; gives how many of these are to be asked for."""
        now = self._clock()
        fetched = now if decision.status in _KEPT else None
        pointer = msgspec.json.encode(decision.pointer).decode() if decision.pointer else None
        with self._transaction():
            added = self._add_listed(address.outlet, found) if address.role in LISTINGS else [f.role for f in found if self._add(f)]
            if address.role in LISTINGS:
                again, interval = self._next_listing(address, decision.status, new=Role.ARTICLE in added)
            else:
                again, interval = _next_visit(address, decision.status, now), None
            self._db.execute(
                """UPDATE addresses SET due = NULL, attempts = 0, status = ?, reason = ?, http = ?, decided = ?,
                first_fetched = coalesce(first_fetched, ?), etag = coalesce(?, etag), last_modified = coalesce(?, last_modified),
                sha256 = coalesce(?, sha256), pointer = coalesce(?, pointer),
                unmodified = iif(?, unmodified + 1, 0), again = ?, interval = ? WHERE url = ?""",
                (
                    decision.status, decision.reason, decision.http, now, fetched,
                    decision.etag, decision.last_modified, decision.sha256, pointer, decision.http == 304, again, interval, address.url,
                ),
            )  # fmt: skip
            self._db.execute(_COUNT, (_day(now), address.outlet, decision.status))
            return len(added)

    def postpone(self, address: Address, seconds: float, reason: str) -> None:
        """Let an address wait for another attempt."""
        query = "UPDATE addresses SET due = ?, attempts = attempts + 1, reason = ? WHERE url = ?"
        self._db.execute(query, (self._clock() + seconds, reason, address.url))

    def move(self, address: Address, fetch_url: str, slot: str, hops: int, reason: str) -> None:
        """Ask for an address by another form of it, which lies in this slot: a redirect, no attempt."""
        query = "UPDATE addresses SET due = ?, reason = ?, fetch_url = ?, slot = ?, hops = ? WHERE url = ?"
        self._db.execute(query, (self._clock(), reason, fetch_url, slot, hops, address.url))

    def get(self, url: str) -> Address | None:
        """The row of an address."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM addresses WHERE url = ?", (url,)).fetchone()  # noqa: S608
        return _address(row) if row else None

    def all(self, outlet: str | None = None) -> Iterator[Address]:
        """All addresses (of one outlet), in order."""
        query = f"SELECT {_COLUMNS} FROM addresses WHERE ? IS NULL OR outlet = ? ORDER BY url"  # noqa: S608
        return (_address(row) for row in self._db.execute(query, (outlet, outlet)))

    def counts(self) -> dict[str, dict[str, int]]:
        """How many addresses of each outlet have which status; `waiting` for those that have none yet."""
        counts: dict[str, dict[str, int]] = {}
        rows = self._db.execute("SELECT outlet, coalesce(status, 'waiting'), count(*) FROM addresses GROUP BY 1, 2 ORDER BY 1, 2")
        for outlet, status, number in rows:
            counts.setdefault(outlet, {})[status] = number
        return counts

    def days(self, since: str) -> Iterator[tuple[str, str, str, int]]:
        """What each outlet gave on each day (UTC, ISO) from `since` on: day, outlet, status, number of addresses that got it."""
        return iter(self._db.execute("SELECT day, outlet, status, number FROM days WHERE day >= ? ORDER BY 2, 1, 3", (since,)).fetchall())

    def bodies(self, since: float) -> dict[str, tuple[int, int]]:
        """Of each outlet the pages that were read since a moment (seconds since the epoch), and how many of them differ."""
        query = "SELECT outlet, count(*), count(DISTINCT sha256) FROM addresses WHERE decided >= ? AND sha256 IS NOT NULL"
        query += " AND role = 'article' GROUP BY outlet"
        return {outlet: (pages, bodies) for outlet, pages, bodies in self._db.execute(query, (since,))}

    def robots(self, origin: str) -> Robots | None:
        """What robots.txt of an origin said, within the last 24 hours (the last hour, where it could not be read)."""
        query = "SELECT verdict, reason, body FROM robots WHERE origin = ? AND fetched > iif(verdict = 'none', ?, ?) AND fetched <= ?"
        now = self._clock()
        row = self._db.execute(query, (origin, now - ROBOTS_RETRY_SECONDS, now - ROBOTS_SECONDS, now)).fetchone()
        return Robots(*row) if row else None

    def keep_robots(self, origin: str, robots: Robots) -> None:
        """Remember what robots.txt said."""
        row = (origin, self._clock(), robots.verdict, robots.reason, robots.body)
        self._db.execute("INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?, ?)", row)

    def ended(self, slot: str) -> float | None:
        """When the last request of a slot ended, in this process or before."""
        row = self._db.execute("SELECT ended FROM slots WHERE slot = ?", (slot,)).fetchone()
        return row[0] if row else None

    def touch(self, slot: str) -> None:
        """A request of a slot begins or ends now."""
        self._db.execute("INSERT OR REPLACE INTO slots VALUES (?, ?)", (slot, self._clock()))

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            with self._db:
                self._db.execute("BEGIN IMMEDIATE")
                yield
        except sqlite3.OperationalError as error:
            raise FrontierProblem(f"antrean perayap tidak dapat ditulis: {error}") from error

    def _next_listing(self, address: Address, status: Status, *, new: bool) -> tuple[float | None, float | None]:
        """When a listing is to be asked for again, and after which interval; None for one that could not be read."""
        if status not in (Status.LISTED, Status.UNCHANGED):
            return None, None
        interval = next_interval(address.interval, new=new)
        return next_listing(interval, self._pass_began), interval

    def _add_listed(self, outlet: str, found: Iterable[Found]) -> list[Role]:
        """Add what a listing gave, of new addresses only as many as may wait; gives the roles of those that are to be asked for."""
        query = "SELECT count(*) FROM addresses WHERE outlet = ? AND due IS NOT NULL"
        room = MAX_WAITING - self._db.execute(query, (outlet,)).fetchone()[0]
        added: list[Role] = []
        for f in found:
            if self._add(f, new=len(added) < room):
                added.append(f.role)
        return added

    def _add(self, found: Found, *, new: bool = True) -> bool:
        """Add an address, if it is not known only where `new` ones may be added; gives whether it is to be asked for."""
        known = self.get(found.url)
        now = self._clock()
        found = msgspec.structs.replace(found, told=believed(found.told, now))
        if known is None and not new:
            return False
        if known is None:
            row = (*msgspec.structs.astuple(found), now, now, _RANKS.get(found.role, 0))
            names = (*Found.__struct_fields__, "found_at", "due", "rank")
            self._db.execute(f"INSERT INTO addresses ({', '.join(names)}) VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608
            return True
        if self._was_seen(known, now):
            return False  # nor is what it is told of by another listing: the next pass will tell that it is newer
        due = known.due is None and self._is_due(known, found, now)
        if found.told is not None and (known.told is None or found.told > known.told):
            self._db.execute("UPDATE addresses SET told = ? WHERE url = ?", (found.told, found.url))
        if not due:
            return False
        self._db.execute(
            "UPDATE addresses SET due = ?, attempts = 0, hops = 0, fetch_url = ?, slot = ?, part_of = ? WHERE url = ?",
            (now, found.fetch_url, found.slot, found.part_of, found.url),
        )
        return True

    def _was_seen(self, known: Address, now: float) -> bool:
        """Whether an address has got its status in this pass (not by a clock that was ahead then)."""
        return known.role is not Role.PART and known.due is None and known.decided is not None and self._pass_began <= known.decided <= now

    def _is_due(self, known: Address, found: Found, now: float) -> bool:
        if found.role is Role.PART:
            return known.part_of != found.part_of
        if known.status is None or known.decided is None:
            return False
        if known.status in TRIED_AGAIN or is_newer(found.told, known.told, known.decided):
            return True
        if found.role not in LISTINGS:
            return False
        return not self._adaptive or known.again is None or not now < known.again <= now + LONGEST_SECONDS


def _next_visit(address: Address, status: Status, now: float) -> float | None:
    """When an article is to be seen again without being told of."""
    first = address.first_fetched or (now if status in _KEPT else None)
    if address.role is not Role.ARTICLE or first is None or status in (Status.REDIRECTED, Status.FORBIDDEN):
        return None
    return next_visit(min(first, now), now)


def _day(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).date().isoformat()


def _address(row: tuple[Any, ...]) -> Address:
    values = dict(zip(Address.__struct_fields__, row, strict=True))
    values["pointer"] = msgspec.json.decode(values["pointer"], type=Pointer) if values["pointer"] else None
    values["role"] = Role(values["role"])
    values["status"] = Status(values["status"]) if values["status"] else None
    return Address(**values)
