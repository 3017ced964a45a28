"""Every attack of the hostile suite that touches the crawler has a test that carries its number."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
# 17, 19 and 24 are extraction's and the interface's.
OURS = {*range(1, 17), 18, *range(20, 24), 25}


def test_each_attack_is_tested() -> None:
    found: set[int] = set()
    for path in TESTS.rglob("test_*.py"):
        for numbers in re.findall(r"mark\.attack\(([\d, ]+)\)", path.read_text(encoding="utf-8")):
            found |= {int(number) for number in numbers.split(",")}
    assert OURS - found == set()
