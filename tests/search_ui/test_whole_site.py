"""The whole site over the crawled demo world: every link works, every page keeps the rules of honesty and safety."""

from __future__ import annotations

import json
import re
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from lxml import html

from cli.commands.demo import build
from cli.commands.ingest import ingest
from cli.commands.serve import listen
from cli.folder import DataFolder, open_folder
from cli.settings import Settings
from cli.wiring import store_of
from index.store import Question, Store
from search_ui.app import create_app
from search_ui.kliping import render_kliping

MAX_PAGES = 350  # facets combine without end: breadth first, these are all kinds of pages many times over
MAX_BYTES = 200_000  # interface.md 16
STARTS = ["/", "/peristiwa", "/kasus", "/wilayah", "/tokoh", "/media", "/kliping", "/tentang", "/?sumbu=terbit", "/?q=camat"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    made = open_folder(tmp_path_factory.mktemp("situs") / "data-demo", fiction=True)
    build(made, Settings(data=made.root, store="embedded"))
    return made


@pytest.fixture(scope="module")
def store(folder: DataFolder) -> Iterator[Store]:
    with store_of(folder, Settings(data=folder.root, store="embedded")) as opened:
        yield opened


@contextmanager
def served(store: Store, *, fiction: bool) -> Iterator[httpx.Client]:
    """A client of the real server on a free port."""
    listener = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(create_app(lambda: store, fiction=fiction), log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", timeout=30) as opened:
            yield opened
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def client(store: Store) -> Iterator[httpx.Client]:
    with served(store, fiction=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(client: httpx.Client) -> dict[str, str]:
    """Pages by address, breadth first from the main ones; asserts on the way that each answers and is light."""
    found: dict[str, str] = {}
    waiting = deque(STARTS)
    while waiting and len(found) < MAX_PAGES:
        address = waiting.popleft()
        if address in found:
            continue
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert len(answer.content) <= MAX_BYTES, address
        found[address] = answer.text if "html" in answer.headers["content-type"] else ""
        waiting += [link.split("#")[0] for link in links(found[address]) if link.startswith("/")]
    return found


def links(page: str) -> list[str]:
    return [link for e in html.fromstring(page).iter("a") if (link := e.get("href"))] if page else []


def elements(page: str, name: str) -> list[html.HtmlElement]:
    return [e for e in html.fromstring(page).iter() if name in (e.get("class") or "").split()]


def text_of(page: str) -> str:
    return said(html.fromstring(page))


def said(element: html.HtmlElement) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def test_every_kind_of_page_is_reached(pages: dict[str, str]) -> None:
    kinds = {re.sub(r"\?.*|(?<=/)[0-9a-f.]{2,}$", "", address) for address in pages}
    assert kinds >= {
        "/",
        "/peristiwa",
        "/peristiwa/",
        "/artikel/",
        "/wilayah",
        "/wilayah/",
        "/kasus",
        "/tokoh",
        "/media",
        "/kliping",
        "/tentang",
    }


def test_every_anchor_that_a_link_names_is_there(client: httpx.Client, pages: dict[str, str]) -> None:
    wanted = {link for page in pages.values() for link in links(page) if link.startswith("/artikel/") and "#" in link}
    assert wanted
    for link in sorted(wanted)[:80]:
        address, _, anchor = link.partition("#")
        assert html.fromstring(client.get(address).text).xpath("//*[@id=$id]", id=anchor), link


def test_every_page_says_that_it_is_fiction_and_in_which_language(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        if page:
            assert "FIKSI" in page, address
            assert html.fromstring(page).get("lang") == "id", address


def test_only_web_addresses_and_own_pages_are_links(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        assert [link for link in links(page) if not re.match(r"(/|#|\?|https?://)", link)] == [], address
        assert "<script" not in page, address


def test_no_status_stands_without_who_said_it_and_when(pages: dict[str, str]) -> None:
    told = [said(e) for page in pages.values() if page for e in elements(page, "status")]
    assert len(told) > 50
    assert [text for text in told if not re.search(r" menurut .+, (?:\d|[A-Z]|tanggal)", text)] == []


def test_pages_about_people_are_kept_out_of_search_engines(client: httpx.Client, pages: dict[str, str]) -> None:
    people = [address for address in pages if re.match(r"/(?:tokoh|kasus)(?:/|$)", address)]
    assert people
    for address in people:
        answer = client.get(address)
        assert "noindex" in answer.headers["x-robots-tag"], address
        assert 'name="robots"' in answer.text and "noindex" in answer.text, address


def test_every_answer_carries_the_safety_headers(client: httpx.Client) -> None:
    for address in ("/", "/tidak-ada", "/api/search", "/static/netra.css"):
        headers = client.get(address).headers
        assert headers["content-security-policy"].startswith("default-src 'none'"), address
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"


def test_mistakes_are_told_in_words(client: httpx.Client) -> None:
    assert client.get("/artikel/tiada").status_code == 404
    for address in ("/?q=(camat+AND", "/?hal=0", "/?hal=x", "/?urut=acak", "/?q=" + "a" * 20_000):
        answer = client.get(address)
        assert answer.status_code == 400, address
        assert "Traceback" not in answer.text and len(text_of(answer.text)) > 50


def test_head_is_answered_as_get_without_the_body(client: httpx.Client) -> None:
    answer = client.head("/")
    assert (answer.status_code, answer.content) == (200, b"")


def test_the_counts_of_the_search_page_are_those_of_the_store(client: httpx.Client, store: Store) -> None:
    counts = store.search(Question()).counts
    page = text_of(client.get("/").text)
    for number, noun in ((counts.articles, "artikel"), (counts.events, "peristiwa")):
        assert f"{number} {noun}" in page


def test_accused_without_public_office_are_never_named(store: Store, pages: dict[str, str]) -> None:
    hidden = [p.name for p in store.all_people() if p.accused and not p.public_office and " " in p.name]
    assert hidden
    for address, page in pages.items():
        assert [name for name in hidden if name in page] == [], address


def test_the_press_summary_is_whole_and_says_where_all_is_from(store: Store) -> None:
    page = render_kliping(store, "2024-10-01", "2024-10-31", None, fiction=True)
    assert "FIKSI" in page and "Kabupaten Kendal" in page and "SHA-256" in page and "http://pengawaskendal.example/" in page
    assert "<script" not in page
    empty = render_kliping(store, "2020-01-01", "2020-01-02", None, fiction=True)
    assert "0" in text_of(empty) and len(text_of(empty)) > 100


def test_a_hostile_title_is_shown_as_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETRA_DATA", str(tmp_path / "data"))
    title = "<script>alert(1)</script> Ikrar Netral ASN Kabupaten Blora"
    body = "BLORA - ASN Kabupaten Blora mengucapkan ikrar netralitas Pilkada 2024, Senin (9/9/2024). <img onerror=x>"
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", "title": title, "text": body}), encoding="utf-8")
    settings = Settings(data=tmp_path / "data", store="embedded")
    opened = open_folder(settings.data)
    assert ingest([tmp_path / "a.jsonl"], opened, settings).new == 1
    with store_of(opened, settings) as real, served(real, fiction=False) as site:
        for address in ("/", "/artikel/a", "/peristiwa"):
            page = site.get(address).text
            assert "<script>" not in page and "<img onerror" not in page and "FIKSI" not in page
