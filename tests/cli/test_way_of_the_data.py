"""Ingest, change, rebuild, export: the whole way of the data by hand, on the embedded store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.exits import Exit
from cli.main import main

IKRAR = """Ratusan ASN Kabupaten Blora Ikrar Netral

BLORA - Ratusan aparatur sipil negara (ASN) Pemerintah Kabupaten Blora mengucapkan ikrar netralitas Pilkada 2024, Senin (9/9/2024).

Ketua Bawaslu Kabupaten Blora, Sutrisni Handayani, mengatakan ikrar itu langkah pencegahan.
"""
ADDED = "\nSekretaris Daerah Kabupaten Blora, Purnomo Adi, memimpin pembacaan ikrar.\n"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NETRA_DATA", str(tmp_path / "data"))
    for name in ("NETRA_STORE", "NETRA_PORT"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "data"


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    for folder, text in (("a", IKRAR), ("b", IKRAR.replace("Blora", "Rembang").replace("BLORA", "REMBANG"))):
        (tmp_path / "masukan" / folder).mkdir(parents=True)
        (tmp_path / "masukan" / folder / "001.txt").write_text(text, encoding="utf-8")
    (tmp_path / "masukan" / "kosong.txt").write_bytes(b"")
    return tmp_path / "masukan"


def ingest(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    capsys.readouterr()
    assert main(["ingest", str(path), "--json"]) == Exit.OK
    return dict(json.loads(capsys.readouterr().out))


def export(kind: str, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["export", kind]) == Exit.OK
    return capsys.readouterr().out


def test_same_names_in_two_folders_are_two_articles_and_the_empty_one_is_refused(inputs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = ingest(inputs, capsys)
    assert (report["new"], report["relevant"]) == (2, 2)
    assert report["refused"] == [{"name": "kosong.txt", "reason": "kosong"}]
    rows = [json.loads(line) for line in export("articles", capsys).splitlines()]
    assert [row["id"] for row in rows] == ["001.txt", "001.txt"] and len({row["article_id"] for row in rows}) == 2


def test_the_same_input_twice_changes_nothing(inputs: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ingest(inputs, capsys)
    before = export("articles", capsys), sorted((p.name, p.stat().st_size) for p in (data / "archive").glob("*.warc.gz"))
    report = ingest(inputs, capsys)
    assert (report["new"], report["new_versions"], report["unchanged"]) == (0, 0, 2)
    assert before == (export("articles", capsys), sorted((p.name, p.stat().st_size) for p in (data / "archive").glob("*.warc.gz")))


def test_a_changed_text_is_a_new_version_of_the_same_article(inputs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ingest(inputs, capsys)
    first = {row["article_id"] for row in map(json.loads, export("articles", capsys).splitlines())}
    (inputs / "a" / "001.txt").write_text(IKRAR + ADDED, encoding="utf-8")
    report = ingest(inputs, capsys)
    assert (report["new"], report["new_versions"], report["unchanged"]) == (0, 1, 1)
    rows = [json.loads(line) for line in export("articles", capsys).splitlines()]
    assert {row["article_id"] for row in rows} == first
    assert any("Purnomo Adi" in official["name"] for row in rows for official in row["officials"])
    capsys.readouterr()
    assert main(["rebuild", "--json"]) == Exit.OK
    report = json.loads(capsys.readouterr().out)
    assert (report["new_versions"], report["relevant"]) == (1, 2)  # articles, not versions


def test_rebuild_from_the_archive_gives_a_byte_identical_export(inputs: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ingest(inputs, capsys)
    (inputs / "a" / "001.txt").write_text(IKRAR + ADDED, encoding="utf-8")
    ingest(inputs, capsys)
    kinds = ("articles", "events", "mentions", "people", "cases")
    before = {kind: export(kind, capsys) for kind in kinds}
    assert all(before[kind] for kind in ("articles", "events", "people"))
    for path in sorted((data / "index").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    assert main(["rebuild", "--json"]) == Exit.OK
    assert {kind: export(kind, capsys) for kind in kinds} == before


def test_rebuild_without_an_archive_leaves_what_is_there(inputs: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ingest(inputs, capsys)
    for path in (data / "archive").iterdir():
        path.unlink()
    assert main(["rebuild"]) == Exit.FAILED
    assert "kosong" in capsys.readouterr().err
    assert export("articles", capsys)


def test_every_event_shows_sentences_that_stand_in_its_text(inputs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ingest(inputs, capsys)
    rows = [json.loads(line) for line in export("articles", capsys).splitlines()]
    events = [(row, event) for row in rows for event in row["events"]]
    assert {event["type"] for _, event in events} >= {"ikrar"}
    assert all(sentence in f"{row['title']}\n{row['text']}" for row, event in events for sentence in event["evidence"])


def test_search_finds_and_a_mistake_points_at_its_place(inputs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ingest(inputs, capsys)
    assert main(["search", 'wilayah:"Kabupaten Blora"', "--json"]) == Exit.OK
    assert json.loads(capsys.readouterr().out)["counts"]["articles"] == 1
    assert main(["search", "(ikrar AND"]) == Exit.USAGE
    assert "^" in capsys.readouterr().err
    assert main(["search", "ikrar " * 15 + "jenis:foo " + "ikrar " * 15]) == Exit.USAGE
    *_, shown, mark = capsys.readouterr().err.splitlines()
    assert shown[mark.index("^") :].startswith("foo") and len(shown) < 140


def test_an_export_to_a_file_appears_whole(inputs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ingest(inputs, capsys)
    target = tmp_path / "peristiwa.csv"
    assert main(["export", "events", "--format", "csv", "--output", str(target)]) == Exit.OK
    assert target.read_text(encoding="utf-8").count("\n") >= 3
    assert not list(tmp_path.glob("*.part"))


def test_explain_says_where_every_value_comes_from(inputs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ingest(inputs, capsys)
    assert main(["explain", "001.txt"]) == Exit.OK
    page = capsys.readouterr().out
    assert "Ikrar: Kabupaten" in page and "netra_events_v1" in page and "«Senin (9/9/2024)»" in page
    assert main(["explain", "tiada"]) == Exit.USAGE
