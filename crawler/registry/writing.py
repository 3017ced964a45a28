"""Writing entries: the TOML text of one, its file, and its golden cases."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path

from crawler.registry.entry import Entry, RegistryProblem, load_entry

GOLDEN = "golden.csv"
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
    since = f", since = {entry.state.since.isoformat()}" if entry.state.since else ""
    checked = f", checked = {_value(entry.state.checked)}" if entry.state.checked else ""
    return "\n".join([*lines, f"state = {{ is = {_value(entry.state.value)}{since}{checked} }}"]) + "\n"


def write_entry(entry: Entry, folder: Path) -> Path:
    """Write the file of a new entry into the folder of its province. Raises RegistryProblem where there is one, or it is not valid."""
    path = folder / f"{entry.id}.toml"
    if path.exists():
        raise RegistryProblem(f"{path}: sudah ada")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(toml_of(entry), encoding="utf-8")
    load_entry(path)
    return path


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
