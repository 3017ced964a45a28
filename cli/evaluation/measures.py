"""Counting hits, extras and misses by article, with a bootstrap interval."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

DRAWS = 400  # bootstrap samples: the interval then moves by less than .01 between seeds


class Measure:
    """Hits, extras and misses by article. `share` measures report hits of all, the others F1."""

    def __init__(self, share: bool = False) -> None:
        self.share = share
        self.by_article: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        self.misses: list[str] = []

    def hit(self, key: str, n: int = 1) -> None:
        """Count what was found and wanted."""
        self.by_article[key][0] += n

    def surplus(self, key: str, what: object) -> None:
        """Count what was found and not wanted."""
        self.by_article[key][1] += 1
        self.misses.append(f"{key}: extra {what}")

    def miss(self, key: str, what: object) -> None:
        """Count what was wanted and not found."""
        self.by_article[key][2] += 1
        self.misses.append(f"{key}: missing {what}")

    def check(self, key: str, good: bool, said: str = "") -> None:
        """A hit or a miss."""
        if good:
            self.hit(key)
        else:
            self.miss(key, said)

    def sets(self, key: str, gold: Iterable[object], got: Iterable[object]) -> None:
        """Compare as multisets."""
        want, have = Counter(gold), Counter(got)
        self.hit(key, (want & have).total())
        for x in sorted((have - want).elements(), key=str):
            self.surplus(key, repr(x))
        for x in sorted((want - have).elements(), key=str):
            self.miss(key, repr(x))

    def value(self, rows: Collection[list[int]]) -> float:
        """The share, or F1, over these articles; 1.0 where there was nothing to find."""
        tp, fp, fn = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0, 0)
        if self.share:
            return tp / (tp + fn) if tp + fn else 1.0
        return 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else 1.0

    def row(self) -> dict[str, float]:
        """The figure, the 95% interval of a bootstrap over articles, and `n`, the number wanted."""
        rows = list(self.by_article.values())
        draw = random.Random(0)  # noqa: S311  (a fixed seed: the same interval every time)
        runs = sorted(self.value(draw.choices(rows, k=len(rows))) for _ in range(DRAWS)) if rows else [1.0]
        tp, fp, fn = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0, 0)
        out = (
            {"acc": round(self.value(rows), 4)}
            if self.share
            else {
                "f1": round(self.value(rows), 4),
                "p": round(tp / (tp + fp), 4) if tp + fp else 1.0,
                "r": round(tp / (tp + fn), 4) if tp + fn else 1.0,
            }
        )
        return out | {"low": round(runs[len(runs) // 40], 3), "high": round(runs[-1 - len(runs) // 40], 3), "n": tp + fn}


SHARES = frozenset(
    {"title", "published", "main_region", "officials_agency", "event_date_of_matched", "event_status_of_matched", "accused_status"}
    | {"not_overclaimed", "not_cleared", "evidence", "must_not", "must_have"}
)


class Measures(dict[str, Measure]):
    """All measures by name, made when first asked for."""

    def __missing__(self, name: str) -> Measure:
        self[name] = Measure(share=name in SHARES)
        return self[name]
