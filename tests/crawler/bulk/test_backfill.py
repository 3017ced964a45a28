"""Bulk files give what belongs to the subject and to registered outlets, once, whatever else they hold."""

from __future__ import annotations

import gzip
import zipfile
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import crawler.bulk.intake as bulk
from crawler.archive import Archive, ArchivedPage, verify
from crawler.bulk import backfill
from tests.crawler.world import article, irrelevant

HIT = article("Camat hilir ditegur")
HOST = "https://bacaini.id"  # registered, for only such are taken


def warc(*records: tuple[str, bytes, dict[str, str]], packed: bool = True) -> bytes:
    """A WARC file; each record is an address, a body, and headers (`status` too)."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=packed, warc_version="1.1")
    for url, body, more in records:
        headers = [("Content-Type", more.get("type", "text/html"))]
        headers += [("Content-Encoding", more["encoding"])] if "encoding" in more else []
        http = StatusAndHeaders(f"{more.get('status', '200')} X", headers, protocol="HTTP/1.1")
        about = {"WARC-Date": more.get("date", "2024-09-18T07:30:00Z")}
        writer.write_record(
            writer.create_warc_record(url, "response", payload=BytesIO(body), length=len(body), http_headers=http, warc_headers_dict=about)
        )
    return out.getvalue()


def hits(number: int) -> list[tuple[str, bytes, dict[str, str]]]:
    return [(f"{HOST}/{n}.html", article(f"Camat {n}"), {}) for n in range(number)]


def pages(folder: Path) -> list[ArchivedPage]:
    with Archive(folder) as archive:
        return list(archive.pages())


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc"])
def test_what_is_taken_and_why_the_rest_is_not(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    records = [
        (f"{HOST}/1.html", HIT, {}),
        (f"{HOST}/2.html", irrelevant("Cabai"), {}),
        (f"{HOST}/3.html", HIT, {"status": "404"}),
        (f"{HOST}/4.pdf", HIT, {"type": "application/pdf"}),
        ("https://lain.example/5.html", HIT, {}),
        (f"{HOST}/6.html", gzip.compress(HIT), {"encoding": "gzip"}),
        (f"{HOST}/7.html", gzip.compress(b"netralitas ASN " * 1_000_000), {"encoding": "gzip"}),
    ]
    path.write_bytes(warc(*records, packed=name.endswith(".gz")))
    report = backfill([path], tmp_path / "arsip")
    assert (report.files, report.records, report.taken, report.problems) == (1, 7, 2, [])
    assert report.skipped == {
        "bukan HTML": 1, "bukan jawaban 200": 1, "bukan media terdaftar": 1, "tanpa kata pokok bahasan": 1, "terlalu besar": 1,
    }  # fmt: skip
    taken = pages(tmp_path / "arsip")
    assert [(p.url, p.body) for p in taken] == [(f"{HOST}/1.html", HIT), (f"{HOST}/6.html", HIT)]
    assert {p.fetched.isoformat() for p in taken} == {"2024-09-18T07:30:00+00:00"}
    assert verify(tmp_path / "arsip").ok


@pytest.mark.parametrize("moment", ["2024", "kemarin sore"])
def test_a_page_without_a_readable_moment_is_skipped_and_the_rest_goes_on(tmp_path: Path, moment: str) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc((f"{HOST}/1.html", HIT, {"date": moment}), (f"{HOST}/2.html", article("Camat hulu ditegur"), {})))
    report = backfill([path], tmp_path / "arsip")
    assert (report.taken, report.skipped, report.problems) == (1, {"rusak": 1}, [])


def test_nothing_is_taken_twice(tmp_path: Path) -> None:
    one, two = tmp_path / "a.warc.gz", tmp_path / "b.warc.gz"
    one.write_bytes(warc(*hits(3)))
    two.write_bytes(warc(*hits(5)))
    assert backfill([one], tmp_path / "arsip").taken == 3
    again = backfill([one, two], tmp_path / "arsip")
    assert (again.taken, again.known, again.records) == (2, 3, 5)
    assert len(pages(tmp_path / "arsip")) == 5


def test_other_outlets_are_taken_if_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc(("https://lain.example/5", irrelevant("Cabai"), {})))
    assert backfill([path], tmp_path / "arsip", registered_only=False, keep_all=True).taken == 1


def test_it_reads_on_where_it_was_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.warc.gz"
    whole = warc(*hits(40))
    path.write_bytes(whole)
    monkeypatch.setattr(bulk, "_AT_ONCE", 10)
    take, seen = bulk._take, 0

    def interrupted(*arguments: object) -> None:
        nonlocal seen
        seen += 1
        if seen == 25:
            raise KeyboardInterrupt
        take(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(bulk, "_take", interrupted)
    with pytest.raises(KeyboardInterrupt):
        backfill([path], tmp_path / "arsip")
    monkeypatch.setattr(bulk, "_take", take)
    report = backfill([path], tmp_path / "arsip")
    assert report.records < 40 and report.taken == 40 - 24
    assert sorted(p.name for p in pages(tmp_path / "arsip")) == sorted(url for url, _, _ in hits(40))


def test_a_torn_file_gives_what_is_whole_and_a_problem(tmp_path: Path) -> None:
    torn, sound = tmp_path / "a.warc.gz", tmp_path / "b.warc.gz"
    torn.write_bytes(warc(*hits(3))[:-40])
    sound.write_bytes(warc((f"{HOST}/9.html", HIT, {})))
    report = backfill([torn, sound, tmp_path / "tidak-ada.warc"], tmp_path / "arsip")
    assert f"{HOST}/9.html" in {p.url for p in pages(tmp_path / "arsip")}
    assert {p.url for p in pages(tmp_path / "arsip")} >= {f"{HOST}/0.html", f"{HOST}/1.html"}
    assert any("tidak-ada" in problem for problem in report.problems)


def test_a_wacz_is_read_and_its_names_lead_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("archive/data.warc.gz", warc(*hits(2)))
        archive.writestr("archive/../../jahat.warc.gz", warc((f"{HOST}/jahat.html", HIT, {})))
        archive.writestr("pages/pages.jsonl", "{}")
    assert backfill([path], tmp_path / "arsip").taken == 3
    assert not list(tmp_path.parent.glob("jahat*"))


def test_a_wordpress_export_gives_its_published_posts(tmp_path: Path) -> None:
    item = """<item><title>Camat &amp; lurah</title><link>{link}</link><content:encoded><![CDATA[<p>{text}</p>]]></content:encoded>
    <wp:post_date>2024-09-17 08:00:00</wp:post_date><wp:status>{status}</wp:status><wp:post_type>{type}</wp:post_type></item>"""
    rows = [("a", "netralitas ASN", "publish", "post"), ("b", "netralitas ASN", "draft", "post"), ("c", "netralitas", "publish", "page")]
    rows.append(("d", "cabai", "publish", "post"))
    items = "".join(item.format(link=f"{HOST}/{slug}.html", text=text, status=status, type=kind) for slug, text, status, kind in rows)
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"'
    path = tmp_path / "ekspor.xml"
    path.write_text(f'<?xml version="1.0"?><rss {names}><channel>{items}</channel></rss>', encoding="utf-8")
    report = backfill([path], tmp_path / "arsip")
    assert (report.taken, report.skipped) == (1, {"tanpa kata pokok bahasan": 1})
    (page,) = pages(tmp_path / "arsip")
    assert (page.url, page.metadata["title"], page.metadata["published"]) == (f"{HOST}/a.html", "Camat & lurah", "2024-09-17T08:00:00")
    assert b"<h1>Camat &amp; lurah</h1><p>netralitas ASN</p>" in page.body


@pytest.mark.parametrize("name", ["a.warc.gz", "a.wacz", "a.xml"])
def test_what_is_no_such_file_is_a_problem(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x1f\x8brusak" if name.endswith("gz") else b"<rusak")
    assert len(backfill([path], tmp_path / "arsip").problems) == 1


def test_several_processes_share_an_archive(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.warc.gz" for n in range(4)]
    for n, path in enumerate(paths):
        path.write_bytes(warc(*[(f"{HOST}/{n}-{m}.html", article(f"Camat {n} {m}"), {}) for m in range(20)]))
    with ProcessPoolExecutor(2) as executor:
        report = backfill(paths, tmp_path / "arsip", executor=executor)
    assert (report.files, report.taken, report.problems) == (4, 80, [])
    assert len(pages(tmp_path / "arsip")) == 80
