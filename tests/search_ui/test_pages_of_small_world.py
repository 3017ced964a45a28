"""Pages over records made by hand, so that each test knows what must be said."""

from __future__ import annotations

import csv
import io
import re

import httpx
import pytest
from lxml import etree, html

from index.store import Store
from search_ui.i18n import words
from search_ui.kliping import BadKliping, render_kliping
from tests.index.world import ident


def text_of(answer: httpx.Response) -> str:
    return " ".join("".join(str(piece) for piece in html.fromstring(answer.text).itertext()).split())


PAGES = [
    "/",
    "/?q=camat&waktu=terbit",
    "/naskah",
    "/peristiwa",
    "/kasus",
    "/tokoh",
    "/wilayah",
    "/wilayah?q=blora",
    "/wilayah/33.16",
    "/media",
    "/kliping",
    "/kliping?from=2024-09-01&to=2024-11-30",
    "/tentang",
    f"/artikel/{ident('lapor-camat')}",
    f"/artikel/{ident('ikrar-tanpa-tanggal')}",
    f"/artikel/{ident('lapor-camat')}/asal",
]


@pytest.mark.parametrize("address", PAGES)
def test_pages_are_well_formed_and_labelled(site: httpx.Client, address: str) -> None:
    answer = site.get(address)
    assert answer.status_code == 200
    parser = etree.HTMLParser(recover=True)
    page = etree.fromstring(answer.text, parser)
    unknown = {"nav", "main", "header", "footer", "section", "article", "aside", "svg", "details", "summary", "pattern", "defs"}
    severe = [
        e.message for e in parser.error_log if not any(f"Tag {tag}" in e.message for tag in [*unknown, "rect", "line", "text", "mark"])
    ]
    assert severe == []
    ids = [str(e.get("id")) for e in page.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert len(page.findall(".//h1")) == 1
    assert not [e for e in page.iter() if e.get("style") or any(name.startswith("on") for name in map(str, e.keys()))]


def test_a_clearing_reaches_every_card_of_the_accused(site: httpx.Client) -> None:
    report = text_of(site.get(f"/artikel/{ident('lapor-camat')}"))
    assert "Tidak terbukti menurut Bawaslu Kabupaten Blora, 30 September 2024" in report
    listed = text_of(site.get("/peristiwa?jenis=laporan"))
    assert listed.index("Tidak terbukti") < listed.index("Dugaan menurut")
    case = next(one for one in re.findall(r"/kasus/\w+", site.get("/kasus").text) if "D.S." in site.get(one).text)
    page = text_of(site.get(case))
    assert page.index("Tidak terbukti menurut Bawaslu Kabupaten Blora") < page.index("Dugaan menurut")


def test_names_of_accused_without_office_leave_the_server_nowhere(site: httpx.Client) -> None:
    addresses = [*PAGES, "/?q=Darmaji", "/?q=Sutopo", "/unduh/peristiwa.csv", "/unduh/kasus.csv", "/unduh/artikel.csv"]
    addresses += [
        "/api/search?q=Darmaji",
        "/api/events",
        f"/api/articles/{ident('lapor-camat')}",
        f"/artikel/{ident('camat-bebas')}",
        f"/artikel/{ident('camat-bebas')}/asal",
    ]
    for address in addresses:
        body = site.get(address).text
        shown = re.sub(r'value="[^"]*"|<em>[^<]*</em>|<title>[^<]*</title>|q=\w+', "", body)  # what the reader typed is repeated
        assert "Darmaji" not in shown and "Bambang Raharjo" not in shown, address


def test_downloads_hold_no_full_texts_and_say_that_they_are_fiction(site: httpx.Client) -> None:
    rows = list(csv.DictReader(io.StringIO(site.get("/unduh/artikel.csv?wilayah=33.16").text.lstrip("\ufeff"))))
    assert rows and {row["fiction"] for row in rows} == {"true"}
    assert not {"text", "quotes"} & set(rows[0])
    assert site.get("/unduh/apa.csv").status_code == 400


def test_articles_without_title_or_day_say_so(site: httpx.Client) -> None:
    page = text_of(site.get("/?q=halaman"))
    assert "Ratusan guru membaca ikrar" in page
    assert "tanpa judul; kalimat pertama" in page and "tanpa tanggal terbit; diambil 2 November 2024" in page


def test_a_mistake_is_shown_at_its_place(site: httpx.Client) -> None:
    answer = site.get("/", params={"q": "camat jenis:ngawur"})
    assert answer.status_code == 400
    marked = html.fromstring(answer.text).xpath("//*[@class='mistake']//mark/text()")
    assert marked and "camat jenis:ngawur" in answer.text


def test_the_question_stands_in_words_with_links_to_change_it(site: httpx.Client) -> None:
    page = text_of(site.get("/?jenis=sanksi&wilayah=35&dari=2024-01-01&sampai=2024-11-30&subjek=lurah"))
    assert "Artikel di Provinsi Jawa Timur jenis Sanksi menyebut lurah, kejadian 1 Januari 2024 sampai 30 November 2024" in page


def test_copies_are_one_text(site: httpx.Client) -> None:
    page = site.get("/naskah?q=pendapa").text
    assert page.count('class="text-group"') == 1 and "juga dimuat" in page


def test_events_cite_the_public_address(site: httpx.Client) -> None:
    event = site.get("/api/events?jenis=sanksi").json()["events"][0]
    page = text_of(site.get(event["url"]))
    assert f"https://netra.example/peristiwa/{event['id']}" in page
    assert "hari pernyataan; hari kejadiannya tidak disebut" in page


def test_the_api_twins_tell_status_and_fiction(site: httpx.Client) -> None:
    found = site.get("/api/search?status=tidak_terbukti").json()
    assert found["fiction"] and found["hits"][0]["events"][0]["status"]["by"] == "Bawaslu Kabupaten Blora"
    whole = site.get(f"/api{found['hits'][0]['events'][0]['url'].replace('peristiwa', 'events')}").json()
    assert whole["told_by"][0]["evidence"][0]["url"].startswith("/artikel/")
    paths = site.get("/api/openapi.json").json()["paths"]
    assert {"/api/search", "/api/events", "/api/events/{event_id}", "/api/articles/{key}", "/api/cases/{person_id}"} <= set(paths)
    assert all(method["get"]["description"] for method in paths.values())
    missing = site.get("/api/events/tiada")
    assert missing.status_code == 404 and missing.json()["error"] == "Halaman tidak ditemukan"


def test_a_person_is_reached_by_one_address_only(site: httpx.Client) -> None:
    case = re.findall(r"/kasus/(\w+)", site.get("/kasus").text)[0]
    answer = site.get(f"/tokoh/{case}")
    assert (answer.status_code, answer.headers["location"]) == (302, f"/kasus/{case}")


@pytest.mark.parametrize(
    ("since", "until", "region"),
    [
        ("2024-09-31", "2024-10-01", None),
        ("2024-10-02", "2024-10-01", None),
        ("2020-01-01", "2024-01-01", None),
        ("2024-10-01", "2024-10-02", "99"),
    ],
)
def test_a_kliping_that_cannot_be_made_says_why(small: Store, site: httpx.Client, since: str, until: str, region: str | None) -> None:
    with pytest.raises(BadKliping):
        render_kliping(small, since, until, region, fiction=False)
    answer = site.get("/kliping", params={"from": since, "to": until, "region": region or ""})
    assert answer.status_code == 400 and "Kembali" not in answer.text


def test_a_kliping_has_one_entry_per_text_with_all_who_carried_it(small: Store) -> None:
    page = render_kliping(small, "2024-09-18", "2024-09-20", "33.16", fiction=False)
    entries = html.fromstring(page).findall(".//article[@class='entry']")
    assert len(entries) == 2  # the report and its copy are one, the third outlet wrote its own
    first = " ".join("".join(str(t) for t in entries[0].itertext()).split())
    assert "Sinar Fiksi" in first and "Kabar Rekaan" in first and "SHA-256" in first
    assert "FIKSI" not in page and "Darmaji" not in page and words()("kliping.limits") in page
