"""What `netra outlet health` shows: one row an outlet, with its state and what it gave per day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cli.statuses import in_words
from crawler.health import BEFORE_DAYS, RECENT_DAYS, OutletHealth
from crawler.registry import Entry

STATES = {
    "investigating": "diselidiki", "quarantined": "dikarantina", "unverified": "belum diperiksa", "stable": "stabil",
}  # fmt: skip
_FOLDER = Path(__file__).parent
_BAR_UNITS = 20  # height of a bar in the page's drawing


class Row(msgspec.Struct, frozen=True):
    """One outlet. `state` is that of its file, or `investigating` while there is an alert (a quarantined one stays so)."""

    outlet: str
    name: str
    province: str
    state: str
    checked: str
    health: OutletHealth | None

    @property
    def bars(self) -> list[tuple[int, int, bool]]:
        """Each day's number, its height in the drawing, and whether the day is one of the recent ones."""
        new = self.health.new if self.health else []
        most = max([*new, 1])
        return [(number, -(-number * _BAR_UNITS // most), n >= len(new) - RECENT_DAYS) for n, number in enumerate(new)]


def rows_of(entries: Iterable[Entry], found: Sequence[OutletHealth]) -> list[Row]:
    """A row for each outlet, those with alerts first, then those that were crawled."""
    by_id = {health.outlet: health for health in found}
    rows = [_row(entry, by_id.get(entry.id)) for entry in entries]
    return sorted(rows, key=lambda row: (not (row.health and row.health.alerts), row.health is None, row.outlet))


def _row(entry: Entry, health: OutletHealth | None) -> Row:
    alarmed = health is not None and health.alerts and entry.state.value != "quarantined"
    checked = f"{entry.state.since or ''} {entry.state.checked}".strip()
    return Row(entry.id, entry.name, entry.province, "investigating" if alarmed else entry.state.value, checked, health)


def table(rows: Sequence[Row]) -> str:
    """The rows that were crawled, for a terminal, and counts by state of all."""
    lines = [f"{'media':40} {'keadaan':16} halaman baru per hari ({BEFORE_DAYS} hari, lalu {RECENT_DAYS} terakhir)"]
    crawled = [(row, row.health) for row in rows if row.health]
    for row, health in crawled:
        days = " ".join(map(str, health.new[:-RECENT_DAYS])) + " | " + " ".join(map(str, health.new[-RECENT_DAYS:]))
        lines.append(f"{row.outlet:40} {STATES[row.state]:16} {days}")
        lines += [f"{'':40} ! {alert.text}" for alert in health.alerts]
    alarmed = sum(bool(health.alerts) for _, health in crawled)
    lines.append(f"{len(crawled)} media dirayapi, {alarmed} dengan peringatan; dari {len(rows)} media: {_states(rows)}")
    return "\n".join(lines)


def page(rows: Sequence[Row], today: date) -> str:
    """The same as a page that stands alone: no scripts, nothing fetched."""
    environment = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    days = [today - timedelta(days=n) for n in reversed(range(BEFORE_DAYS + RECENT_DAYS))]
    values: dict[str, Any] = {
        "rows": rows,
        "states": STATES,
        "counts": _states(rows),
        "today": today.isoformat(),
        "first": days[0].isoformat(),
        "recent": RECENT_DAYS,
        "height": _BAR_UNITS,
        "in_words": in_words,
        "style": (_FOLDER / "health.css").read_text(encoding="utf-8"),
    }
    return environment.get_template("health.html").render(values)


def _states(rows: Sequence[Row]) -> str:
    counts = Counter(row.state for row in rows)
    return ", ".join(f"{counts[state]} {word}" for state, word in STATES.items() if counts[state])
