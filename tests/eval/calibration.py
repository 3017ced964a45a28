"""How often values were right, by what they were read from: the counts behind every confidence.

usage: python -m tests.eval.calibration GOLD ARTICLES [GOLD ARTICLES …] [--write]

Use gold of articles that the rules had not met, else the confidences flatter; quotes are counted on tests/eval/gold/quotes.jsonl. Without
`--write` the table is printed only.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cli.commands.ingest import ingest
from cli.evaluation import Row, read_rows
from cli.evaluation.names import agency, region, role_head, same_person
from cli.folder import open_folder, read_folder
from cli.settings import Settings
from cli.wiring import store_of
from extraction.confidence import DATA, Value, ground, taken, values
from extraction.model import AgencyMention, ArticleRegion, CaseEntry, CodedArticle, DateMention, EventMention, Figure, Person
from tests.eval.quotes import passages, quote_of
from tests.eval.quotes import right as right_speaker

HEAD = """# Of the values of one kind read on one ground: [right, of how many]. Written by: python -m tests.eval.calibration --write
# Counted on articles outside the checkout that the rules had not met, or hardly; quotes on tests/eval/gold/quotes.jsonl.
"""
Counted = dict[str, dict[str, list[int]]]


def coded_articles(articles: Path) -> dict[str, CodedArticle]:
    """The articles of a file or folder, coded, by the id given at ingest."""
    with tempfile.TemporaryDirectory(prefix="netra-eval-") as scratch:
        settings = Settings(data=Path(scratch) / "data", store="embedded")
        ingest([articles], open_folder(settings.data), settings)
        with store_of(read_folder(settings.data), settings) as store:
            return {alias.removesuffix(".txt"): coded for coded in store.articles() for alias in coded.article.aliases}


def count(gold: dict[str, Row], coded: dict[str, CodedArticle], counted: Counted) -> None:
    """Add the values of these articles. Values of an article that is not relevant are wrong, but its places and dates, which gold
    leaves out, are not counted."""
    for key, row in gold.items():
        article = coded.get(key)
        for value in values(article) if article else []:
            good = right(value, row)
            if taken(value) and good is not None:
                _add(counted, value, good)


def _add(counted: Counted, value: Value, good: bool) -> None:
    kind, name = ground(value)
    pair = counted[kind].setdefault(name, [0, 0])
    pair[0] += good
    pair[1] += 1


def right(value: Value, row: Row) -> bool | None:
    """Whether gold holds the value; None where it can't tell."""
    check = _CHECKS.get(type(value))
    if check is None or (not row["relevant"] and isinstance(value, ArticleRegion | DateMention)):
        return None
    return check(value, row)


def _event(value: EventMention, row: Row) -> bool:
    here = (value.type.value, region(value.region.name if value.region else None))
    return any((e["type"], region(e.get("region"))) == here for e in row.get("events") or [])


def _case(value: CaseEntry, row: Row) -> bool | None:
    if not value.person:
        return None
    return any(same_person(a["name"], value.accused) for a in row.get("accused") or [])


def _person(value: Person, row: Row) -> bool | None:
    if not value.official:
        return None
    known = [*(row.get("officials") or []), *(row.get("officials_optional") or [])]
    alike = [o for o in known if any(same_person(name, value.name) for name in (o["name"], *(o.get("also") or [])))]
    return any(not o.get("role") or role_head(value.role) == role_head(o["role"]) for o in alike)


def _region(value: ArticleRegion, row: Row) -> bool:
    alike = [r for r in row.get("regions") or [] if region(r["name"]) == region(value.region.name) and r["level"] == value.region.level]
    return any(bool(r.get("main")) or not value.main for r in alike)


def _agency(value: AgencyMention, row: Row) -> bool:
    return agency(value.name) in {agency(a) for a in [*(row.get("agencies") or []), *(row.get("agencies_optional") or [])]}


def _date(value: DateMention, row: Row) -> bool:
    known = {x for d in row.get("dates") or [] for x in (d.get("iso"), d.get("iso_likely"), *(d.get("iso_alt") or []))}
    return value.iso in known


def _figure(value: Figure, row: Row) -> bool:
    return value.value in {c["value"] for c in row.get("counts") or []}


_CHECKS: dict[type, Callable[[Any, Row], bool | None]] = {
    EventMention: _event,
    CaseEntry: _case,
    Person: _person,
    ArticleRegion: _region,
    AgencyMention: _agency,
    DateMention: _date,
    Figure: _figure,
}


def written(counted: Counted) -> Iterator[str]:
    """The table as TOML."""
    yield HEAD
    for kind in sorted(counted):
        yield f"[{kind}]\n"
        yield from (f'"{name}" = [{pair[0]}, {pair[1]}]\n' for name, pair in sorted(counted[kind].items()))
        yield "\n"


def main() -> int:
    """Measure; print or write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="+", type=Path, metavar="GOLD ARTICLES")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if len(options.paths) % 2:
        parser.error("each gold file needs its articles behind it")
    counted: Counted = defaultdict(dict)
    for gold, articles in zip(options.paths[::2], options.paths[1::2], strict=True):
        count(read_rows(gold), coded_articles(articles), counted)
    for passage in passages():
        quote = quote_of(passage)
        if quote and taken(quote):
            _add(counted, quote, right_speaker(passage, quote))
    text = "".join(written(counted)).rstrip("\n") + "\n"
    if options.write:
        DATA.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
