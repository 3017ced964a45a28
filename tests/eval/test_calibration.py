"""The counts behind confidences are what gold says of each value."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from cli.evaluation import read_rows
from extraction.confidence import confidence, ground, taken, values
from tests.eval.calibration import Counted, coded_articles, count, right, written

TRAPS = Path(__file__).parent / "gold" / "traps"


def test_counts_are_what_gold_says() -> None:
    gold, coded = read_rows(TRAPS / "gold.jsonl"), coded_articles(TRAPS / "articles.jsonl")
    counted: Counted = defaultdict(dict)
    count(gold, coded, counted)
    for kind in ("agencies", "dates", "events", "people", "regions"):
        good = sum(pair[0] for pair in counted[kind].values())
        of = sum(pair[1] for pair in counted[kind].values())
        assert of > 30 and 0.8 < good / of <= 1, kind
    told = [v for key in gold for v in values(coded[key]) if taken(v) and right(v, gold[key]) is not None]
    assert len(told) == sum(pair[1] for grounds in counted.values() for pair in grounds.values())
    assert all(v.confidence == confidence(*ground(v)) for v in told)
    assert "[events]\n" in "".join(written(counted))


def test_a_value_that_gold_does_not_hold_is_wrong() -> None:
    coded = coded_articles(TRAPS / "articles.jsonl")
    key, article = next((k, a) for k, a in coded.items() if a.events and a.cases)
    row = {"relevant": True, "events": [], "accused": [], "officials": [], "agencies": [], "dates": [], "regions": [], "counts": []}
    judged = [right(value, row) for value in values(article) if taken(value)]
    assert judged and True not in judged, key
    event = article.events[0]
    region = event.region.name if event.region else None
    assert right(event, row | {"events": [{"type": event.type.value, "region": region}]}) is True
    with pytest.raises(KeyError):
        right(event, {})
