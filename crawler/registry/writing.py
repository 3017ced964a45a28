"""Writing entries: the TOML text of one, its file, and its golden cases."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from pathlib import Path

from crawler.registry.entry import Entry, RegistryProblem, State, load_entry
from crawler.registry.registry import shipped

GOLDEN = "golden.csv"
_STATE = re.compile(r"^state\s*=.*\n?", re.MULTILINE)
_NOT_ARTICLES = ("/", "/tag/pilkada/")  # what no outlet's article looks like


def toml_of(entry: Entry) -> str:
    """The text of an entry's file, a key a line; keys at their default are left out where a reviewer would not miss them."""
    lines = [f"{key} = {_value(getattr(entry, key))}" for key in ("id", "name", "domains", "province")]
    lines += [f"home = {_value(entry.home)}"] if entry.home else []
    lines += [f"{key} = {_value(getattr(entry, key))}" for key in ("zone", "kind", "cms", "discovery")]
    if entry.article:
        lines.append(f"article = '{entry.article}'" if "'" not in entry.article else f"article = {_value(entry.article)}")
    optional = {"delay": None, "network": None, "contact": None, "scheme": "https"}
    lines += [f"{key} = {_value(getattr(entry, key))}" for key, usual in optional.items() if getattr(entry, key) != usual]
    return "\n".join([*lines, _state_line(entry.state)]) + "\n"


def write_entry(entry: Entry, folder: Path) -> Path:
    """Write the file of a new entry into the folder of its province. Raises RegistryProblem where there is one, or it is not valid."""
    path = folder / f"{entry.id}.toml"
    if path.exists():
        raise RegistryProblem(f"{path}: sudah ada")
    path.parent.mkdir(parents=True, exist_ok=True)
    shipped.cache_clear()
    path.write_text(toml_of(entry), encoding="utf-8")
    load_entry(path)
    return path


def write_state(state: State, path: Path) -> None:
    """Write the state of an entry into its file; the rest of the file stays as it is.

    Raises RegistryProblem where the file would not be valid then (it is left as it was).
    """
    shipped.cache_clear()
    before = path.read_text(encoding="utf-8")
    text = _STATE.sub("", before).rstrip("\n") + f"\n{_state_line(state)}\n"
    path.write_text(text, encoding="utf-8")
    try:
        load_entry(path)
    except RegistryProblem:
        path.write_text(before, encoding="utf-8")
        raise


def _state_line(state: State) -> str:
    since = f", since = {state.since.isoformat()}" if state.since else ""
    checked = f", checked = {_value(state.checked)}" if state.checked else ""
    return f"state = {{ is = {_value(state.value)}{since}{checked} }}"


def add_golden(folder: Path, entry: Entry, articles: Iterable[str]) -> None:
    """Add golden cases of an outlet: paths of articles that were seen, and paths that are none."""
    path = folder / GOLDEN
    rows = set()
    if path.exists():
        with path.open(newline="", encoding="utf-8") as file:
            rows = {tuple(row) for row in list(csv.reader(file))[1:]}
    rows |= {(entry.id, article, "yes") for article in articles} | {(entry.id, other, "no") for other in _NOT_ARTICLES}
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["outlet", "path", "article"])
        writer.writerows(sorted(rows))


def _value(value: object) -> str:
    """Strings, numbers and lists of strings as TOML (their JSON forms are TOML too)."""
    return json.dumps(value, ensure_ascii=False)
