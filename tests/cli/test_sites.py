"""The outlet's whole way by command, against sites on loopback: drafted, checked, crawled, and its health shown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.exits import Exit
from cli.main import main
from crawler.registry import load_entry
from tests.crawler.world import Page, Site, World, article, rss

HOST = "kabarsungai.example"
TEXT = "Ketua Bawaslu Kabupaten Blora, Sutrisni Handayani, mengingatkan netralitas ASN dalam Pilkada 2024, Senin (9/9/2024). "
HEAD = (
    '<meta name="generator" content="WordPress 6.5"><meta property="og:site_name" content="Kabar Sungai">'
    '<meta property="og:type" content="article"><meta property="article:published_time" content="2024-09-09T08:00:00+07:00">'
)


def site_of(host: str = HOST) -> Site:
    site = Site(host)
    links = [f"{site.base}/2024/09/{n:02}/bawaslu-ingatkan-netralitas-{n}/" for n in range(1, 7)]
    for n, link in enumerate(links):
        site.pages[link.removeprefix(site.base)] = Page(
            article(f"Bawaslu Blora Ingatkan Netralitas ASN {n}", TEXT * 3 + f"Hal {n}.", head=HEAD)
        )
    site.pages["/feed/"] = Page(rss(links))
    site.pages["/"] = Page(article("Beranda", foot="".join(f'<a href="{link}">x</a>' for link in links)))
    return site


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    (tmp_path / "media").mkdir()
    with World(site_of()) as running:
        monkeypatch.setenv("NETRA_OUTLETS", str(tmp_path / "media"))
        monkeypatch.setenv("NETRA_RESOLVE", f"{HOST}=127.0.0.1:{running.port}")
        monkeypatch.setenv("NETRA_DATA", str(tmp_path / "data"))
        monkeypatch.setenv("NETRA_DELAY", "0")
        monkeypatch.delenv("NETRA_CONTACT", raising=False)
        yield running


def test_an_outlet_is_added_checked_crawled_and_watched(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "media" / "33" / f"{HOST}.toml"
    assert main(["outlet", "add", f"http://{HOST}", "--home", "33.16"]) == Exit.OK
    assert "belum ditulis" in capsys.readouterr().err and not file.exists()
    assert main(["outlet", "add", f"http://{HOST}", "--home", "33.16", "--write"]) == Exit.OK
    entry = load_entry(file)
    assert (entry.name, entry.cms, entry.home, entry.state.value) == ("Kabar Sungai", "wordpress", "33.16", "unverified")
    assert entry.article == r"^/\d{4}/\d{2}/\d{2}/[^/]+/?$" and "feed /feed/" in entry.discovery
    assert len(file.read_text().splitlines()) <= 12
    golden = (tmp_path / "media" / "golden.csv").read_text().splitlines()[1:]
    assert {line.rpartition(",")[2] for line in golden} == {"yes", "no"}

    capsys.readouterr()
    assert main(["outlet", "check", HOST, "--write"]) == Exit.OK
    assert f"{HOST}: lulus" in capsys.readouterr().out
    checked = load_entry(file).state
    assert checked.value == "stable" and checked.since and checked.checked.startswith("3 artikel")

    assert main(["crawl", HOST, "--log", "json", "--metrics", str(tmp_path / "m.prom")]) == Exit.OK
    told = [json.loads(line) for line in capsys.readouterr().err.splitlines() if line.startswith("{")]
    assert [t["event"] for t in told if t["event"] != "address"] == ["pass_started", "pass_ended", "coded"]
    assert {t["url"] for t in told if t["event"] == "address" and t["status"] == "fetched"} == {
        f"http://{HOST}/2024/09/{n:02}/bawaslu-ingatkan-netralitas-{n}" for n in range(1, 7)
    }
    assert next(t for t in told if t["event"] == "coded")["new"] == 6
    assert f'netra_crawl_addresses{{outlet="{HOST}",status="fetched"}} 6' in (tmp_path / "m.prom").read_text()

    assert main(["outlet", "health", "--html", str(tmp_path / "h.html"), "--province", "33"]) == Exit.OK
    html = (tmp_path / "h.html").read_text()
    assert "Kabar Sungai" in html and "stabil" in html and "6 diarsipkan" in html and 'class="recent"' in html
    assert "<script" not in html and not re.search(r"(?:src|href)=", html)


def test_a_site_that_has_changed_does_not_pass_and_is_noted(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlet", "add", f"http://{HOST}", "--home", "33.16", "--write"]) == Exit.OK
    pages = world.sites[HOST].pages
    for path in [path for path in pages if path.startswith("/2024/")]:
        pages[path] = Page(article("Tanpa tanggal", TEXT * 3))
    pages["/feed/"] = Page(b"<html>bukan umpan</html>")
    assert main(["outlet", "check", HOST, "--write"]) == Exit.FAILED
    printed = capsys.readouterr().out
    assert "tidak lulus" in printed and "cara ini tidak memberi artikel: feed /feed/" in printed
    state = load_entry(tmp_path / "media" / "33" / f"{HOST}.toml").state
    assert state.value == "investigating" and state.checked.startswith("cara ini tidak memberi artikel")


def test_dates_that_can_not_be_read_are_told(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlet", "add", f"http://{HOST}", "--home", "33.16", "--write"]) == Exit.OK
    pages = world.sites[HOST].pages
    for n, path in enumerate([path for path in pages if path.startswith("/2024/")]):
        pages[path.replace("2024/09", "berita/isi")] = Page(article(f"Camat {n} ditegur", f"Camat ke-{n} diingatkan soal netralitas. " * 9))
    links = [path for path in pages if path.startswith("/berita/")]
    pages["/feed/"] = Page(rss([f"http://{HOST}{link}" for link in links]))
    assert main(["outlet", "check", HOST]) == Exit.FAILED
    assert "tanggal terbit tidak terbaca pada 3 artikel" in capsys.readouterr().out


def test_a_site_that_can_not_be_reached_is_not_judged(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["outlet", "add", f"http://{HOST}", "--home", "33.16", "--write"]) == Exit.OK
    monkeypatch.setenv("NETRA_RESOLVE", f"{HOST}=127.0.0.1:9,lain.example=127.0.0.1:9")
    assert main(["outlet", "check", HOST, "--write"]) == Exit.UNAVAILABLE
    assert "tidak dapat dihubungi" in capsys.readouterr().out
    assert load_entry(tmp_path / "media" / "33" / f"{HOST}.toml").state.value == "unverified"
    assert main(["outlet", "add", "http://lain.example", "--home", "33.16", "--write"]) == Exit.UNAVAILABLE
    assert "lain.example tidak dapat dihubungi" in capsys.readouterr().err


def test_a_quarantined_outlet_is_left_alone_unless_it_is_named(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from cli.outlets import chosen_outlets  # noqa: PLC0415
    from cli.settings import Settings  # noqa: PLC0415

    assert main(["outlet", "add", f"http://{HOST}", "--home", "33.16", "--write"]) == Exit.OK
    file = tmp_path / "media" / "33" / f"{HOST}.toml"
    file.write_text(file.read_text().replace("unverified", "quarantined"))
    assert HOST not in {entry.id for entry in chosen_outlets(Settings(), [], "33", None)}
    assert [entry.id for entry in chosen_outlets(Settings(), [HOST], None, None)] == [HOST]


@pytest.mark.parametrize(
    ("name", "value", "line"), [("NETRA_RESOLVE", "a.example", "host=alamat:porta"), ("NETRA_OUTLETS", "/tidak/ada", "daftar media")]
)
@pytest.mark.usefixtures("world")
def test_a_mistaken_setting_gets_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, value: str, line: str
) -> None:
    monkeypatch.setenv(name, value)
    assert main(["outlet", "check", "bacaini.id"]) != Exit.OK
    assert line in capsys.readouterr().err


def test_in_json_logs_a_failure_is_an_event_too(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["crawl", "tidak-ada.example", "--log", "json"]) == Exit.USAGE
    last = json.loads(capsys.readouterr().err.splitlines()[-1])
    assert (last["event"], last["code"]) == ("error", Exit.USAGE) and "tidak terdaftar" in last["message"]
