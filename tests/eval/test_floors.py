"""Quality floors that only rise, each tied to the hash of the gold that it was measured on (floors.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.eval.sets import SETS, EvalSet

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
SLACK = 0.00005  # figures are printed with four digits


@pytest.mark.parametrize("chosen", SETS, ids=lambda s: s.name)
def test_no_figure_falls_below_its_floor(chosen: EvalSet) -> None:
    if not chosen.there:
        pytest.skip(f"{chosen.gold.name} of {chosen.name} is absent: ../shared is not part of the checkout")
    known = FLOORS[chosen.name]
    assert chosen.hash() == known["gold"], "the gold changed: measure anew (python -m tests.eval.sets), set hash and floors together"
    figures, misses = chosen.measure()
    low = {name: (figures.get(name, 0.0), floor) for name, floor in known["floors"].items() if figures.get(name, 0.0) < floor - SLACK}
    details = [f"{name}: {got} < {floor}\n  " + "\n  ".join(misses.get(name, [])[:15]) for name, (got, floor) in low.items()]
    assert not low, "\n".join(details)


def test_nobody_is_called_proven_or_cleared_without_ground_in_any_set() -> None:
    for name, known in FLOORS.items():
        assert known["floors"]["not_overclaimed"] == known["floors"]["not_cleared"] == 1.0, name
