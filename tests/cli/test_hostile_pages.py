"""Pages that lie or attack, crawled, coded and exported (reliability.md, attacks 18, 20 to 22): the record stays true, nothing ends."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from cli.exits import Exit
from cli.main import main
from crawler.archive import Archive, verify
from tests.crawler.world import Page, Site, World, article, rss

HOST, VICTIM = "kabarsungai.example", "wartabukit.example"
TEXT = "Ketua Bawaslu Kabupaten Blora, Sutrisni Handayani, mengingatkan netralitas ASN dalam Pilkada 2024, Senin (9/9/2024). "
HEAD = '<meta property="og:type" content="article"><meta property="article:published_time" content="2024-09-09T08:00:00+07:00">'
ENTRY = 'id = "{0}"\nname = "{0}"\ndomains = ["{0}"]\nprovince = "33"\ndiscovery = ["feed /feed/"]\nscheme = "http"\n'
Record = Callable[[dict[str, Page]], dict[str, dict[str, object]]]


def page(title: str, text: str = "", head: str = HEAD) -> Page:
    return Page(article(title, f"{text}{TEXT * 3}", head=head))


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Record:
    """Crawls and codes pages of an outlet (and an honest article of another); gives the articles of the record by their
    address."""

    def run(pages: dict[str, Page]) -> dict[str, dict[str, object]]:
        liar, victim = Site(HOST, dict(pages)), Site(VICTIM, {"/korban-asli-dari-sini": page("Bawaslu Rembang Ingatkan Netralitas ASN")})
        liar.pages["/feed/"] = Page(rss([f"{liar.base}{path}" for path in pages]))
        victim.pages["/feed/"] = Page(rss([f"{victim.base}/korban-asli-dari-sini"]))
        (tmp_path / "media").mkdir()
        for host in (HOST, VICTIM):
            (tmp_path / "media" / f"{host}.toml").write_text(ENTRY.format(host), encoding="utf-8")
        monkeypatch.setenv("NETRA_OUTLETS", str(tmp_path / "media"))
        monkeypatch.setenv("NETRA_DATA", str(tmp_path / "data"))
        monkeypatch.setenv("NETRA_DELAY", "0")
        began = time.monotonic()
        with World(liar, victim) as world:
            monkeypatch.setenv("NETRA_RESOLVE", f"{HOST}=127.0.0.1:{world.port},{VICTIM}=127.0.0.1:{world.port}")
            assert main(["crawl", HOST, VICTIM]) == Exit.OK
        assert time.monotonic() - began < 30
        assert verify(tmp_path / "data" / "archive").ok
        rows = [json.loads(line) for line in exported(capsys, "articles").splitlines()]
        return {str(row["url"]).removeprefix(f"https://{HOST}/"): row for row in rows}

    return run


def exported(capsys: pytest.CaptureFixture[str], kind: str, form: str = "jsonl") -> str:
    capsys.readouterr()
    assert main(["export", kind, "--format", form]) == Exit.OK
    return capsys.readouterr().out


CHARSETS = {
    "latin-1 labelled utf-8": (article("Judul Café", TEXT * 3, head=HEAD).decode().encode("latin-1"), "text/html; charset=utf-8"),
    "utf-8 labelled latin-1": (article("Judul Café", TEXT * 3, head=HEAD), "text/html; charset=iso-8859-1"),
    "utf-16 without a mark": (article("Judul Biasa", TEXT * 3, head=HEAD).decode().encode("utf-16-le"), "text/html; charset=utf-16le"),
    "a charset that is none": (article("Judul Biasa", TEXT * 3, head=HEAD), "text/html; charset=rahasia"),
    "utf-7": (article("Judul Biasa", TEXT * 3 + "+ADw-script+AD4-alert(1)", head=HEAD), "text/html; charset=utf-7"),
    "zeros": (article("Judul\0 Biasa", (TEXT * 3).replace("ASN", "A\0SN"), head=HEAD), "text/html"),
    "half letters": (article("Judul Biasa", TEXT * 3, head=HEAD).replace(b"Ketua", b"Ketua \xe2\x82"), "text/html; charset=utf-8"),
    "letters of both directions": (article("Judul \u202ekilab\u202c", f"\u2066{TEXT * 3}\u2069", head=HEAD), "text/html; charset=utf-8"),
}


@pytest.mark.attack(18)
def test_charsets_that_lie(record: Record, tmp_path: Path) -> None:
    pages = {f"/berita-dengan-nomor-{n}": Page(body, kind) for n, (body, kind) in enumerate(CHARSETS.values())}
    found = record(pages)
    with Archive(tmp_path / "data" / "archive") as archive:
        kept = {archived.name.rpartition("/")[2]: archived.body for archived in archive.pages()}
    for n, (name, (body, _)) in enumerate(CHARSETS.items()):
        assert kept[f"berita-dengan-nomor-{n}"] == body, name  # byte for byte
        title = str(found[f"berita-dengan-nomor-{n}"]["title"])
        assert "Judul" in title and "\0" not in title and "\u202e" not in title, name
    assert found["berita-dengan-nomor-0"]["title"] == found["berita-dengan-nomor-1"]["title"] == "Judul Café"


@pytest.mark.attack(20)
@pytest.mark.parametrize("formula", ["=HYPERLINK(0)", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])
def test_a_formula_in_a_title_is_text_in_a_table(record: Record, capsys: pytest.CaptureFixture[str], formula: str) -> None:
    record({"/berita-dengan-rumus-di-judul": page(f"{formula} Bawaslu Blora Ingatkan Netralitas ASN")})
    for kind in ("articles", "events", "people", "mentions", "cases"):
        for row in csv.reader(StringIO(exported(capsys, kind, "csv"))):
            assert [cell for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "＝")] == []


CLAIMS = [
    f'<link rel="canonical" href="http://{VICTIM}/korban-asli-dari-sini">',
    f'<meta property="og:url" content="http://{VICTIM}/korban-asli-dari-sini">',
    f'<base href="http://{VICTIM}/"><link rel="canonical" href="korban-asli-dari-sini">',
    f'<script type="application/ld+json">{{"@type":"NewsArticle","url":"http://{VICTIM}/korban-asli-dari-sini",'
    f'"mainEntityOfPage":"http://{VICTIM}/korban-asli-dari-sini","publisher":{{"name":"{VICTIM}"}}}}</script>',
    f'<link rel="amphtml" href="http://{VICTIM}/amp/korban-asli-dari-sini"><link rel="next" href="http://{VICTIM}/2">',
]


@pytest.mark.attack(21)
def test_no_page_takes_another_outlets_place(record: Record, capsys: pytest.CaptureFixture[str]) -> None:
    found = record({f"/berita-palsu-yang-mengaku-{n}": page(f"Camat {n} Dipecat", head=HEAD + claim) for n, claim in enumerate(CLAIMS)})
    assert {row["title"]: str(row["url"]).split("/")[2] for row in found.values()} == {
        "Bawaslu Rembang Ingatkan Netralitas ASN": VICTIM,
        **{f"Camat {n} Dipecat": HOST for n in range(len(CLAIMS))},
    }
    assert {row["title"] for row in found.values() if VICTIM in str(row["outlet"])} == {"Bawaslu Rembang Ingatkan Netralitas ASN"}
    versions = [json.loads(line) for line in exported(capsys, "articles").splitlines()]
    assert len({row["article_id"] for row in versions}) == len(versions)


DATES = [
    "2999-01-01",
    "0001-01-01",
    "1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59-14:00",
    "-44-03-15",
    "20240230",
    "1e99",
    "besok",
    "9" * 5000,
]


@pytest.mark.attack(22)
def test_impossible_days_are_no_days(record: Record) -> None:
    pages = {}
    for n, day in enumerate(DATES):
        head = f'<meta property="og:type" content="article"><meta property="article:published_time" content="{day}">'
        data = json.dumps({"@type": "NewsArticle", "datePublished": day, "dateModified": day})
        text = f"Blora, {day} - Rapat digelar 31/02/2024, 32 September 2024 dan 99/99/9999. "
        pages[f"/berita-dengan-tanggal-aneh-{n}"] = page(f"Judul {n}", text, f'{head}<script type="application/ld+json">{data}</script>')
    found = record(pages)
    assert len(found) == len(DATES) + 1
    for row in found.values():
        published = str(row.get("published") or "")
        assert published == "" or "1995" <= published[:4] <= "2100", row["url"]


@pytest.mark.attack(22)
@pytest.mark.parametrize(
    "data",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"@graph":[' + '{"@type":"NewsArticle","datePublished":"2024-09-09"},' * 50_000 + "{}]}",
        '{"articleBody":"' + "x" * 4_000_000 + '"}',
        '{"datePublished":' + "9" * 100_000 + "}",
        '{"@type":"NewsArticle","author":' + '[{"name":"A"},' * 20_000,
    ],
    ids=["lists", "objects", "graph", "long", "number", "authors"],
)
def test_bombs_in_structured_data_end_nothing(record: Record, data: str) -> None:
    bomb = page("Bawaslu Blora Ingatkan Netralitas ASN", head=f'{HEAD}<script type="application/ld+json">{data}</script>')
    assert f"https://{VICTIM}/korban-asli-dari-sini" in record({"/berita-dengan-data-besar-sekali": bomb})
