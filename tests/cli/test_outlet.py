"""The outlet command lists, and tells the health of what was crawled; looking at sites is tested in tests/crawler/test_probe.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.folder import open_folder
from cli.main import main
from crawler.frontier import Decision, Found, Frontier, Role, Status


def test_outlets_are_listed_by_province(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlet", "list", "--province", "33", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["province"] for row in rows} == {"33"}
    assert "tabloidinfoku.com" in {row["id"] for row in rows}


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["check"], "sebut media yang diperiksa"),
        (["add", "localhost", "--home", "35.71"], "tidak dapat didaftarkan"),
        (["add", "baru.example", "--home", "Kediri"], "tidak dapat didaftarkan"),
        (["check", "tidak-ada.example"], "media tidak terdaftar: tidak-ada.example"),
        (["add", "baru.example"], "--home KODE"),
        (["add", "bacaini.id", "--home", "35.71"], "sudah terdaftar"),
    ],
)
def test_a_mistake_gets_one_line(capsys: pytest.CaptureFixture[str], arguments: list[str], line: str) -> None:
    assert main(["outlet", *arguments]) != 0
    assert line in capsys.readouterr().err


def test_health_tells_what_each_outlet_gave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NETRA_DATA", str(tmp_path / "data"))
    folder = open_folder(tmp_path / "data")
    with Frontier(folder.frontier) as frontier:
        for n in range(6):
            url = f"https://bacaini.id/{n}.html"
            frontier.add([Found(url, url, "bacaini.id", "bacaini.id", Role.ARTICLE, "uji")])
            address = frontier.get(url)
            assert address
            frontier.decide(address, Decision(Status.BOT_WALL))
    assert main(["outlet", "health"]) == 0
    printed = capsys.readouterr().out
    assert "bacaini.id" in printed and "diselidiki" in printed and "dinding bot: 6 dari 6 halaman" in printed
    assert "1 media dirayapi, 1 dengan peringatan; dari 997 media: 1 diselidiki, 996 belum diperiksa" in printed
    assert main(["outlet", "health", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    kinds = [alert["kind"] for alert in row["health"]["alerts"]]
    assert (row["outlet"], row["state"], kinds) == ("bacaini.id", "investigating", ["wall", "unreadable"])
