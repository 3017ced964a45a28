"""Exports: every kind, both forms, filtered or whole; formulas disarmed; fiction marked."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index import open_store
from index.export import KINDS, ExportFormat, write_export
from index.store import Kind, QueryError, Question, Store
from tests.index.world import NAMES, article, world

LENGTHS = {"articles": 10, "events": 7, "mentions": 9, "people": 3, "cases": 5}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store("embedded", tmp_path / "store", tmp_path / "ledger")
    store.put(world())
    store.settle()
    yield store
    store.close()


def jsonl(store: Store, kind: Kind, question: Question | None = None, *, fiction: bool = False) -> list[dict[str, Any]]:
    out = io.StringIO()
    count = write_export(store, kind, "jsonl", out, question, fiction=fiction)
    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    assert count == len(rows)
    return rows


def table(store: Store, kind: Kind, question: Question | None = None, *, fiction: bool = False) -> list[dict[str, str]]:
    out = io.StringIO()
    count = write_export(store, kind, "csv", out, question, fiction=fiction)
    rows = list(csv.DictReader(io.StringIO(out.getvalue().removeprefix("\ufeff"))))
    assert count == len(rows)
    return rows


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_whole_and_its_rows_have_the_same_fields(store: Store, kind: Kind) -> None:
    rows = jsonl(store, kind)
    assert len(rows) == LENGTHS[kind]
    assert len({tuple(row) for row in rows}) == 1
    cells = table(store, kind)
    assert [list(row) for row in cells] == [list(row) for row in rows]


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_the_same_store_gives_the_same_bytes(store: Store, form: ExportFormat) -> None:
    for kind in KINDS:
        one, two = io.StringIO(), io.StringIO()
        write_export(store, kind, form, one)
        write_export(store, kind, form, two)
        assert one.getvalue() == two.getvalue() != ""


def test_the_id_of_ingest_is_exported(store: Store) -> None:
    assert {row["id"] for row in jsonl(store, "articles")} == {f"{name}.txt" for name in NAMES}


def test_an_event_shows_its_sentences_and_leads_to_its_articles(store: Store) -> None:
    (event,) = [row for row in jsonl(store, "events") if row["type"] == "laporan"]
    told = [row for row in jsonl(store, "mentions") if row["event_id"] == event["id"]]
    assert [row["article_id"] for row in told] != []
    assert {row["article_id"] for row in told} == set(event["article_ids"])
    assert (event["articles"], event["texts"], event["status"], event["by"]) == (3, 2, "dugaan", "Bawaslu Kabupaten Blora")
    texts = {row["article_id"]: row["text"] for row in jsonl(store, "articles")}
    assert all(sentence in texts[row["article_id"]] for row in told for sentence in row["evidence"])


def test_a_case_names_its_person_source_and_sentence(store: Store) -> None:
    people = {row["id"]: row["name"] for row in jsonl(store, "people")}
    cases = jsonl(store, "cases")
    assert sorted((people[row["person_id"]], row["status"]) for row in cases) == [
        ("Bambang Raharjo", "sanksi"),
        *[("Darmaji Sutopo", "dugaan")] * 3,
        ("Darmaji Sutopo", "tidak_terbukti"),
    ]
    assert all(row["by"] and row["date"] and row["evidence"] for row in cases)


def test_irrelevant_articles_have_no_people_and_no_events(store: Store) -> None:
    (row,) = [row for row in jsonl(store, "articles") if row["id"] == "panen-raya.txt"]
    assert (row["relevant"], row["events"], row["officials"], row["accused"], row["agencies"]) == (False, [], [], [], [])
    assert row["title"] and row["regions"]


def test_a_question_filters_every_kind(store: Store) -> None:
    question = Question(query="wilayah:pasuruan")
    assert {kind: len(jsonl(store, kind, question)) for kind in KINDS} == {
        "articles": 1,
        "events": 1,
        "mentions": 1,
        "people": 1,
        "cases": 1,
    }
    assert {kind: len(jsonl(store, kind, Question(query="zzz"))) for kind in KINDS} == dict.fromkeys(KINDS, 0)
    facet = Question(jenis=("putusan",), irrelevant=True)
    assert [row["type"] for row in jsonl(store, "events", facet)] == ["putusan"]
    with pytest.raises(QueryError):
        jsonl(store, "events", Question(query="(("))


def test_an_export_is_not_cut_at_a_page(store: Store) -> None:
    store.put([article(f"banyak-{i}", title=f"Judul {i}", text=f"Naskah ke-{i}.", events=[]) for i in range(60)])
    store.settle()
    assert len(jsonl(store, "articles", Question(query="naskah", size=5))) == 60


def test_cells_that_a_spreadsheet_would_run_are_disarmed(tmp_path: Path) -> None:
    store = open_store("embedded", tmp_path / "lain", tmp_path / "ledger")
    titles = ['=HYPERLINK("http://x")', "+62", "-1", "@SUM(A1)", "\tx", "\rx", "biasa = saja"]
    store.put([article(f"rumus-{i}", title=title, text="Naskah.", events=[]) for i, title in enumerate(titles)])
    store.settle()
    shown = {row["title"] for row in table(store, "articles")}
    assert shown == {"'" + title for title in titles[:6]} | {"biasa = saja"}
    assert {row["title"] for row in jsonl(store, "articles")} == set(titles)
    store.close()


def test_lists_are_json_inside_a_cell(store: Store) -> None:
    row = next(row for row in table(store, "events") if row["type"] == "laporan")
    assert json.loads(row["subjects"]) == ["ASN", "camat"]
    assert row["articles"] == "3"
    article_row = next(row for row in table(store, "articles") if row["id"] == "panen-raya.txt")
    assert (article_row["relevant"], article_row["modified"]) == ("false", "")


def test_fiction_is_marked_on_every_row(store: Store) -> None:
    for kind in KINDS:
        assert all(row["fiction"] is True for row in jsonl(store, kind, fiction=True))
        assert all(row["fiction"] == "true" for row in table(store, kind, fiction=True))
        assert all("fiction" not in row for row in jsonl(store, kind))
