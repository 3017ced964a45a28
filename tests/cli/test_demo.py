"""The demo world through the real crawler: every article is found, nothing else becomes one, and nothing real is touched."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.commands.demo import build
from cli.exits import Exit
from cli.folder import DataFolder, open_folder
from cli.main import main
from cli.settings import Settings
from cli.wiring import store_of
from demo.sites import article_path
from demo.world import edition
from extraction.article import canonical_url
from extraction.model import CodedArticle
from index.store import Store


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    made = open_folder(tmp_path_factory.mktemp("dunia") / "data-demo", fiction=True)
    build(made, Settings(data=made.root, store="embedded"))
    return made


@pytest.fixture(scope="module")
def store(folder: DataFolder) -> Iterator[Store]:
    with store_of(folder, Settings(data=folder.root, store="embedded")) as opened:
        yield opened


@pytest.fixture(scope="module")
def articles(store: Store) -> dict[str | None, CodedArticle]:
    return {coded.article.url: coded for coded in store.articles()}


def addresses(walled: bool) -> set[str | None]:
    shown = edition(2).items()
    return {canonical_url(f"http://{h}{article_path(e, a)}", None) for h, e in shown for a in e.articles if a.walled == walled}


def test_every_article_is_found_and_no_other_page_becomes_one(articles: dict[str | None, CodedArticle]) -> None:
    assert set(articles) == addresses(walled=False)
    assert not set(articles) & addresses(walled=True)


def test_every_title_is_the_articles_own_without_the_sites_name(articles: dict[str | None, CodedArticle]) -> None:
    for host, shown in edition(2).items():
        for article in shown.articles:
            coded = articles.get(canonical_url(f"http://{host}{article_path(shown, article)}", None))
            assert article.walled or (coded and coded.version.title == article.title)


def test_the_text_holds_every_paragraph_of_every_page_and_no_clutter(articles: dict[str | None, CodedArticle]) -> None:
    clutter = ("Baca juga", "BACA JUGA", "Berita Terkait", "BERITA TERKAIT", "FIKSI", "Post a Comment", "Copyright", "KOMENTAR", "Sumber:")
    for host, shown in edition(2).items():
        for article in shown.articles:
            coded = articles.get(canonical_url(f"http://{host}{article_path(shown, article)}", None))
            if coded:
                paragraphs = [p.strip().replace("\n", " ") for page in shown.pages(article) for p in page.split("\n\n")]
                assert [p for p in paragraphs if p and p not in coded.version.text] == [], article.slug
                assert [c for c in clutter if c in coded.version.text] == [], article.slug


def test_an_updated_article_keeps_both_versions(store: Store, articles: dict[str | None, CodedArticle]) -> None:
    updated = [coded for coded in articles.values() if coded.version.title and "(Diperbarui)" in coded.version.title]
    assert len(updated) == 1
    stored = store.article(updated[0].article.id)
    assert stored and len(stored.versions) == 2
    assert "Pembaruan" not in stored.versions[0].text and "Pembaruan" in stored.versions[1].text


def test_copies_count_as_articles_but_not_as_texts(store: Store, articles: dict[str | None, CodedArticle]) -> None:
    copied = [a for shown in edition(2).values() for a in shown.articles if a.copy_of]
    with_copies = [coded for coded in articles.values() if (found := store.article(coded.article.id)) and found.copies]
    assert len(copied) == 3 and len(with_copies) == 2 * len(copied)


def test_irrelevant_articles_name_no_people_and_no_events(articles: dict[str | None, CodedArticle]) -> None:
    irrelevant = [coded for coded in articles.values() if not coded.version.relevant]
    assert len(irrelevant) >= 12
    assert all(not (coded.people or coded.events or coded.cases) for coded in irrelevant)


def test_a_demo_folder_takes_no_real_data(folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Bawaslu menggelar ikrar netralitas ASN.", encoding="utf-8")
    monkeypatch.setenv("NETRA_DATA", str(folder.root))
    assert main(["ingest", str(tmp_path / "a.txt")]) == Exit.USAGE


def test_exports_of_fiction_say_so(folder: DataFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NETRA_DATA", str(folder.root))
    assert main(["export", "events"]) == Exit.OK
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 30 and all('"fiction":true' in line.replace(" ", "") for line in lines)


@pytest.mark.parametrize("kind", ["articles", "events", "mentions", "people", "cases"])
def test_every_column_of_an_export_is_documented(
    kind: str, folder: DataFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NETRA_DATA", str(folder.root))
    assert main(["export", kind]) == Exit.OK
    columns = json.loads(capsys.readouterr().out.splitlines()[0])
    page = (Path(__file__).resolve().parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    assert [column for column in columns if f"`{column}`" not in page] == []
