"""The sets that quality is measured on: gold, and how its articles are coded. The given ones lie in ../shared and may be absent."""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cli.commands.evaluate import by_gold_key, code_articles
from cli.evaluation import Row, read_rows, score
from tests.eval.world import crawl_world

OWN = Path(__file__).parent / "gold"
SHARED = Path(__file__).resolve().parents[3] / "shared"


@dataclass(frozen=True)
class EvalSet:
    """A gold file and the maker of the coded rows of its articles."""

    name: str
    gold: Path
    code: Callable[[], list[Row]]

    @property
    def there(self) -> bool:
        """Whether the gold is on this machine."""
        return self.gold.exists()

    def hash(self) -> str:
        """SHA-256 of the gold: floors hold for this gold only."""
        return hashlib.sha256(self.gold.read_bytes()).hexdigest()

    def measure(self) -> tuple[dict[str, float], dict[str, list[str]]]:
        """The figure of every field (F1 or share), and what was missed in each."""
        gold = read_rows(self.gold)
        measures = score(gold, by_gold_key(gold, self.code()))
        rows = {name: measure.row() for name, measure in measures.items()}
        return {name: row["acc" if "acc" in row else "f1"] for name, row in rows.items()}, {n: m.misses for n, m in measures.items()}


SETS = [
    EvalSet("demo", OWN / "demo.jsonl", crawl_world),
    EvalSet("traps", OWN / "traps" / "gold.jsonl", lambda: code_articles(OWN / "traps" / "articles.jsonl")),
    EvalSet("seeds", SHARED / "gold" / "seeds.jsonl", lambda: code_articles(SHARED / "seeds")),
    EvalSet("dev", SHARED / "gold" / "dev" / "gold.jsonl", lambda: code_articles(SHARED / "gold" / "dev" / "articles.jsonl")),
]


FIELDS = [  # the rows of the README's table, in the codebook's order
    "relevant", "title", "published", "main_region", "regions", "places_small", "officials", "officials_agency", "agencies", "dates",
    "event_types", "events", "event_date_of_matched", "event_status_of_matched", "not_overclaimed", "not_cleared", "accused",
    "accused_status", "subjects", "violation_forms", "elections", "counts", "evidence", "must_have", "must_not",
]  # fmt: skip


def table(figures: dict[str, dict[str, float]]) -> str:
    """A Markdown table: a row a field, a column a set."""
    names = list(figures)
    head = [f"| field | {' | '.join(names)} |", f"|---|{'---|' * len(names)}"]
    cells = [[f"{figures[n][field]:.3f}" if field in figures[n] else "" for n in names] for field in FIELDS]
    return "\n".join(head + [f"| {field} | {' | '.join(row)} |" for field, row in zip(FIELDS, cells, strict=True) if any(row)])


def floors(chosen: list[EvalSet], figures: dict[str, dict[str, float]], old: dict[str, Any]) -> str:
    """floors.toml with today's figures; none is written lower than it stood, unless its gold changed. Sets that are absent keep theirs."""
    absent = {name: block for name, block in old.items() if name not in {one.name for one in chosen}}
    blocks = [
        "\n".join(
            [f"[{name}]", f'gold = "{block["gold"]}"', "", f"[{name}.floors]", *(f"{k} = {v:.4f}" for k, v in block["floors"].items())]
        )
        for name, block in absent.items()
    ]
    for one in chosen:
        before = old.get(one.name, {})
        kept = before.get("floors", {}) if before.get("gold") == one.hash() else {}
        rows = [f"{name} = {max(value, kept.get(name, 0.0)):.4f}" for name, value in figures[one.name].items()]
        blocks.append("\n".join([f"[{one.name}]", f'gold = "{one.hash()}"', "", f"[{one.name}.floors]", *rows]))
    return "\n\n".join(["# Quality floors; they only rise. Written by: python -m tests.eval.sets --write-floors", *blocks]) + "\n"


def main() -> None:
    """Measure all sets that are there; print the table, or write floors.toml."""
    there = [one for one in SETS if one.there]
    figures = {one.name: one.measure()[0] for one in there}
    print(table(figures))
    if "--write-floors" in sys.argv:
        path = Path(__file__).parent / "floors.toml"
        path.write_text(floors(there, figures, tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}), encoding="utf-8")


if __name__ == "__main__":
    main()
