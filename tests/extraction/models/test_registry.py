"""Choosing the model: the shipped one, a plugged one, and what is refused with a reason."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extraction.components import READERS
from extraction.models import NotAPersonModel, PersonModel, person_model, use_person_model
from extraction.models.registry import SHIPPED
from extraction.people import read_people
from tests.extraction.models.fakes import Finder
from tests.extraction.people.build import reading

FAKE = "tests.extraction.models.fakes"
TEXT = "Camat Sumber, Budaya, hadir di lokasi.\nWarga lain tidak hadir."


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    yield
    use_person_model(SHIPPED)


def names_read(text: str) -> tuple[list[str], list[str]]:
    """(names of the persons, components that read)."""
    made = reading(text, places={"Kabupaten Ranu": "Kabupaten Ranu"})
    READERS[SHIPPED](made)
    read_people(made)
    return [person.name for person in made.people], made.version.components


def test_the_shipped_model_is_the_default_and_made_once() -> None:
    assert person_model().name == SHIPPED
    assert person_model() is person_model()


def test_a_plugged_model_completes_names_and_signs_what_it_read() -> None:
    use_person_model(f"{FAKE}:Finder")
    assert isinstance(person_model(), Finder)
    names, components = names_read(TEXT)
    assert names == ["Budaya"]
    assert components == ["finder_v1"]


def test_a_plugged_model_without_likelihood_speaks_against_no_name() -> None:
    use_person_model(f"{FAKE}:Finder")
    names, _ = names_read("Ketua Bawaslu Kabupaten Ranu, Jokrowi, mengatakan demikian.")
    assert names == ["Jokrowi"]


def test_nobody_is_asked_where_the_grammar_knows_the_name() -> None:
    use_person_model(f"{FAKE}:Finder")
    names, components = names_read("Ketua Bawaslu Kabupaten Ranu, Joko Lestari, mengatakan demikian.")
    assert names == ["Joko Lestari"]
    assert components == []


@pytest.mark.parametrize("where", ["", "gliner", "modul:", ":fungsi", f"{FAKE}:Missing", "no_such_package.x:y", f"{FAKE}:NUMBER", "a b:c"])
def test_what_is_no_model_is_refused_when_chosen(where: str) -> None:
    with pytest.raises(NotAPersonModel):
        use_person_model(where)
    assert person_model().name == SHIPPED


def test_what_gives_no_model_is_refused_when_asked() -> None:
    use_person_model(f"{FAKE}:Nothing")
    with pytest.raises(NotAPersonModel, match="Nothing"):
        person_model()


def test_the_shipped_model_keeps_the_contract() -> None:
    assert isinstance(person_model(), PersonModel)
