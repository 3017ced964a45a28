"""Figures that disagree: two sources are both kept and shown (codebook 1, "Figure").

Compared are the largest figures of one unit ("14 laporan", "17 kasus") in the sentences that tell the same event, or totals of the
same place whose days lie near; smaller ones beside them are parts, not contradictions.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extraction.model import CodedArticle, EventMention, EventType, Figure
from search_ui.show.excerpt import sentence_at
from search_ui.show.marks import anchor


@dataclass(frozen=True)
class Claim:
    """A figure with where it stands."""

    value: float
    printed: str
    unit: str
    article: str
    anchor: str
    outlet: str
    published: str | None


@lru_cache
def _units() -> dict[str, str]:
    table = tomllib.loads((Path(__file__).parent / "units.toml").read_text("utf-8"))
    return {word: unit for unit, listed in table["units"].items() for word in listed}


def _unit(printed: str) -> str | None:
    """What is counted: the first word of the printed figure that names a unit."""
    return next((_units()[word] for word in printed.lower().split() if word in _units()), None)


def claims(told_by: Iterable[tuple[CodedArticle, EventMention]]) -> list[Claim]:
    """The largest figure of each unit in each article's sentences about the event."""
    best: dict[tuple[str, str], Claim] = {}
    for coded, mention in told_by:
        for figure in coded.figures:
            claim = _claim(coded, mention, figure)
            if claim:
                key = (claim.article, claim.unit)
                if key not in best or claim.value > best[key].value:
                    best[key] = claim
    return list(best.values())


def _claim(coded: CodedArticle, mention: EventMention, figure: Figure) -> Claim | None:
    version = coded.version
    printed = figure.span.of(version.whole)
    unit = _unit(printed)
    sentence = next((span for span in mention.evidence if span.covers(figure.span)), None)
    if unit is None or (sentence is None and mention.type is not EventType.STATISTIK):
        return None
    where = sentence or sentence_at(version, figure.span)
    outlet = coded.article.outlet
    return Claim(figure.value, printed, unit, coded.article.id, anchor(where), outlet.name or outlet.domain, version.published)


def disagreeing(found: Iterable[Claim]) -> list[list[Claim]]:
    """The groups of claims of one unit whose values differ, each value once a source, smaller values first."""
    groups: dict[str, list[Claim]] = {}
    for claim in found:
        groups.setdefault(claim.unit, []).append(claim)
    return [
        sorted(group, key=lambda c: (c.value, c.published or "", c.article))
        for _, group in sorted(groups.items())
        if len({claim.value for claim in group}) > 1
    ]
