"""The sets that quality is measured on: gold, and how its articles are coded. The given ones lie in ../shared and may be absent."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

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
    EvalSet("seeds", SHARED / "gold" / "seeds.jsonl", lambda: code_articles(SHARED / "seeds")),
    EvalSet("dev", SHARED / "gold" / "dev" / "gold.jsonl", lambda: code_articles(SHARED / "gold" / "dev" / "articles.jsonl")),
]


def print_table() -> None:
    """The figures of all sets that are there, as JSON: for floors.toml and the README."""
    print(json.dumps({s.name: s.measure()[0] for s in SETS if s.there}, indent=1))


if __name__ == "__main__":
    print_table()
