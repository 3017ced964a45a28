"""A page read by its outlet's container: the same article as read whole, and only where the checks hold."""

from __future__ import annotations

import msgspec
import pytest
from lxml import html

from extraction.article import read_html
from extraction.article.container import agreed, name_of, named
from extraction.model import Source
from tests.benchmarks.cms import sources

PAGES = sources(25)
NAME = "article .format-standard .has-post-thumbnail .hentry .post .status-publish .type-post"


def hinted(source: Source, name: str | None = NAME) -> Source:
    return msgspec.structs.replace(source, container=name)


def changed(source: Source, old: str, new: str) -> Source:
    body = source.body.decode()
    assert old in body
    return hinted(msgspec.structs.replace(source, body=body.replace(old, new).encode()))


@pytest.mark.parametrize("source", [*PAGES, *sources(5, relevant=False)], ids=lambda s: s.name)
def test_the_same_article_as_read_whole(source: Source) -> None:
    whole, learned = read_html(source), read_html(hinted(source))
    assert (whole.choice, learned.choice) == ("container", "learned")
    assert learned.container == NAME
    assert msgspec.structs.replace(learned, choice="container", container=whole.container) == whole


def test_the_name_of_one_outlets_container_comes_from_what_its_pages_share() -> None:
    names = [name for source in PAGES[:5] if (name := read_html(source).container)]
    assert len(set(names)) == 5 and agreed(names) == NAME
    assert all(agreed([NAME, name]) == NAME for name in names)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("has-post-thumbnail hentry", "gallery"),  # no such element
        ('<section class="related-posts">', f'<article class="{" ".join(m[1:] for m in NAME.split()[1:])}"></article><section>'),  # two
        ('<h1 class="entry-title">', '<h1 class="entry-title">Halaman '),  # no headline that the head confirms
        ("entry-content entry-content-single clearfix", "x" + '"><div hidden style="display:none'),  # nothing shown
        ("Contoh - Badan Pengawas", "Contoh - The committee of the town, which was of all the people and that had not been with it,"),
    ],
)
def test_a_page_that_fails_a_check_is_read_whole(old: str, new: str) -> None:
    page = changed(PAGES[0], old, new)
    if "committee" in new:
        english = "It is said that the mayor of the town was not at the meeting and that all of them would have to be there with her. " * 60
        page = changed(PAGES[0], "<p>Editor", f"<p>{english}</p><p>Editor")
    assert read_html(page).choice != "learned"
    assert read_html(page) == read_html(hinted(page, None))


def test_a_text_that_was_cut_off_is_not_taken() -> None:
    page = PAGES[0].body.decode()
    start = page.index("<p>Rembang")
    teaser = (
        page[:start]
        + "<p>Rembang, Suara Contoh - Badan Pengawas Pemilihan Umum (Bawaslu) menangani</p></div></article></main></body></html>"
    )
    assert read_html(hinted(msgspec.structs.replace(PAGES[0], body=teaser.encode()))).choice != "learned"


def test_further_pages_of_an_article_are_read_by_the_same_container() -> None:
    from extraction.worker import code  # noqa: PLC0415

    joined = hinted(msgspec.structs.replace(PAGES[0], parts=[PAGES[1].body]))
    version = code(joined).version
    assert version.choice == "learned" and version.container == NAME and version.text_confidence == 1.0
    assert version.text == code(msgspec.structs.replace(joined, container=None)).version.text


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ('<div id="a" class="c b"><p>x</p></div>', "div #a .b .c"),
        ('<div class="b"><section><p>x</p></section></div>', "div .b > section"),
        ("<section><p>x</p></section>", None),
        ('<main class="m"><div></div><div><p>x</p></div></main>', None),
        ('<div id="two words" class=""><p>x</p></div>', None),
    ],
)
def test_elements_are_named_by_what_tells_them_apart(page: str, name: str | None) -> None:
    tree = html.document_fromstring(f"<html><body>{page}</body></html>")
    paragraph = next(tree.iter("p"))
    element = paragraph.getparent()
    assert element is not None and name_of(element) == name
    if name:
        assert named(tree, name) is element


@pytest.mark.parametrize(
    ("names", "shared"),
    [
        (["div #a .x", "div #a .y"], "div #a"),
        (["div .a .post-1", "div .a .post-2"], "div .a"),
        (["div .a > p", "div .a > p"], "div .a > p"),
        (["div .a > p", "div .a"], None),
        (["div .a", "section .a"], None),
        (["div .a", "div .b"], None),
        (["div .a"], "div .a"),
    ],
)
def test_names_agree_on_what_they_share(names: list[str], shared: str | None) -> None:
    assert agreed(names) == shared


def test_a_name_that_fits_several_elements_or_none_finds_nothing() -> None:
    tree = html.document_fromstring('<body><div class="a"></div><div class="a b"></div><div class="c"><p></p><p></p></div></body>')
    assert named(tree, "div .a") is None and named(tree, "div .x") is None and named(tree, "div .c > p") is None
    found = named(tree, "div .a .b")
    assert found is not None and found.get("class") == "a b"
