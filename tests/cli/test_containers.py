"""What outlets' containers are learned from, when they are tried and forgotten, and that every page is read as it was read first."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from cli.bounded import Answer, Coded, NoArticle
from cli.coding import code_archive
from cli.commands.rebuild import rebuild
from cli.containers import AGREEING, CHECKED, Containers, Known, after, digest
from cli.exits import Stop
from cli.folder import DataFolder, open_folder
from cli.settings import Settings
from cli.wiring import store_of
from crawler.archive import Archive
from crawler.archive.pages import Exchange
from extraction.model import Outlet, Source
from extraction.worker import NotAnArticle, code
from index.rows import rows
from index.store import Question
from tests.benchmarks.cms import OUTLET, sources

NAME = "article .format-standard .has-post-thumbnail .hentry .post .status-publish .type-post"


def answer(source: Source) -> Answer:
    try:
        return Coded(code(source))
    except NotAnArticle as refusal:
        return NoArticle(str(refusal))


def read(containers: Containers, pages: list[Source]) -> list[str]:
    """How each page was read, one after another."""
    choices = []
    for page in containers.hinted(pages):
        told = answer(page)
        containers.learn(page, told)
        choices.append(told.article.version.choice if isinstance(told, Coded) else "refused")
    containers.commit()
    return choices


def test_a_container_is_tried_once_several_pages_agree_and_one_page_in_twenty_is_read_whole(tmp_path: Path) -> None:
    pages = sources(60)
    with Containers(tmp_path / "c.sqlite") as containers:
        choices = read(containers, pages)
        assert containers.known(OUTLET.id) == Known(NAME)
    whole = [i for i, choice in enumerate(choices) if choice == "container"]
    checked = [i for i, page in enumerate(pages) if int.from_bytes(digest(page)[:4], "big") % CHECKED == 0]
    assert whole == sorted({*range(AGREEING), *checked}) and set(choices) == {"container", "learned"}
    assert 0 < len(checked) < 8


def test_what_was_learned_is_there_in_the_next_run(tmp_path: Path) -> None:
    with Containers(tmp_path / "c.sqlite") as containers:
        read(containers, sources(AGREEING))
    with Containers(tmp_path / "c.sqlite") as containers:
        assert containers.known(OUTLET.id).container == NAME
        assert "learned" in read(containers, sources(9)[AGREEING:])


def test_a_page_is_read_again_as_it_was_read_first(tmp_path: Path) -> None:
    pages = sources(12)
    with Containers(tmp_path / "c.sqlite") as containers:
        first = read(containers, pages)
    with Containers(tmp_path / "c.sqlite") as containers:
        assert read(containers, pages[::-1]) == first[::-1]
        assert read(containers, pages) == first
        assert containers.known(OUTLET.id) == Known(NAME)


def test_a_page_that_is_no_article_teaches_nothing(tmp_path: Path) -> None:
    empty = msgspec.structs.replace(sources(1)[0], body=b"<html><body><p>Kosong.</p></body></html>")
    with Containers(tmp_path / "c.sqlite") as containers:
        assert read(containers, [*sources(AGREEING - 1), empty, *sources(9)[AGREEING - 1 :]])[AGREEING - 1] == "refused"
        assert containers.known(OUTLET.id).container == NAME


def test_another_markup_makes_it_forgotten_and_learned_anew(tmp_path: Path) -> None:
    old = sources(30)
    new = [
        msgspec.structs.replace(p, body=p.body.replace(b"has-post-thumbnail hentry", b"baru kartu").replace(b"type-post", b"kabar"))
        for p in old
    ]
    with Containers(tmp_path / "c.sqlite") as containers:
        read(containers, old[:8])
        choices = read(containers, new[8:20])
        known = containers.known(OUTLET.id)
    assert choices[:AGREEING] == ["container"] * AGREEING and "learned" in choices[AGREEING:]
    assert known.failed == 1 and known.container and ".kartu" in known.container


def test_outlets_are_apart_and_an_unknown_one_learns_nothing(tmp_path: Path) -> None:
    pages = sources(8)
    with Containers(tmp_path / "c.sqlite") as containers:
        read(containers, pages)
        other = [msgspec.structs.replace(p, outlet=Outlet("lain", "Lain", "lain.example")) for p in pages]
        assert read(containers, other)[:AGREEING] == ["container"] * AGREEING
        nobody = [msgspec.structs.replace(p, outlet=Outlet()) for p in pages]
        assert set(read(containers, nobody)) == {"container"}


@pytest.mark.parametrize(
    ("known", "found", "then"),
    [
        (Known(), "div .a", Known(last=["div .a"])),
        (Known(last=["div .a"] * 3), "div .b", Known(last=["div .b"])),
        (Known(last=["div .a"] * 3), None, Known()),
        (Known(last=["div .a .n1", "div .a .n2", "div .a .n3", "div .a .n4"]), "div .a .n5", Known("div .a")),
        (Known("div .a"), "div .a .n6", Known("div .a")),
        (Known("div .a"), "div .b", Known(last=["div .b"], failed=1)),
        (Known("div .a", failed=2), None, Known(failed=3)),
    ],
)
def test_what_is_known_after_a_page(known: Known, found: str | None, then: Known) -> None:
    assert after(known, found) == then


def test_a_damaged_file_ends_with_one_line(tmp_path: Path) -> None:
    (tmp_path / "c.sqlite").write_bytes(b"this is no database, only words " * 100)
    with pytest.raises(Stop, match="tidak dapat dibuka"):
        Containers(tmp_path / "c.sqlite")


def records(folder: DataFolder, settings: Settings) -> dict[str, bytes]:
    """Every coded record of the folder's store, by article."""
    with store_of(folder, settings) as store:
        ids = [str(row["id"]) for row in rows(store, "articles", Question(irrelevant=True))]
        found = {one: store.article(one) for one in ids}
    return {one: msgspec.json.encode(article.coded) for one, article in found.items() if article}


@pytest.mark.parametrize("learned_is_kept", [True, False])
def test_a_rebuild_gives_the_same_records(tmp_path: Path, learned_is_kept: bool) -> None:
    """Pages come in two runs, the first too short to learn from; of the last page a longer version comes later."""
    folder, settings = open_folder(tmp_path / "data"), Settings(data=tmp_path / "data")
    pages = sources(14)
    last = msgspec.structs.replace(pages[-1], body=pages[-1].body.replace(b"<p>Editor", b"<p>Berita ini diperbarui.</p><p>Editor"))
    for part in (pages[: AGREEING - 1], [*pages[AGREEING - 1 :], last]):
        with Archive(folder.archive) as archive:
            for number, page in enumerate(part):
                moment = page.fetched + timedelta(minutes=number)
                exchange = Exchange(page.url or "", 200, page.body, moment, headers=[("Content-Type", "text/html; charset=utf-8")])
                archive.write_response(exchange, {"outlet_domain": OUTLET.domain})
        code_archive(folder, settings)
    before = records(folder, settings)
    choices = [msgspec.json.decode(record)["version"]["choice"] for record in before.values()]
    assert len(before) == 14 and set(choices) == {"container", "learned"}
    if not learned_is_kept:  # an archive alone still gives its articles, only the way to some of them is another
        folder.containers.unlink()
    assert rebuild(folder, settings).new == 14
    again = records(folder, settings)
    assert again == before if learned_is_kept else again.keys() == before.keys()
