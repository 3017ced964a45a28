"""What the role grammar gets from the model: completed names, refused words, and nothing where it must not ask."""

from __future__ import annotations

import pytest

from extraction.components import READERS
from extraction.models.registry import SHIPPED
from extraction.people import read_people
from tests.extraction.people.build import reading


def names(text: str, asked: bool = True, **more: dict[str, str]) -> list[str]:
    """Names of the persons with or without the model."""
    made = reading(text, **more)  # type: ignore[arg-type]
    if asked:
        READERS[SHIPPED](made)
    read_people(made)
    return [person.name for person in made.people]


def test_a_name_that_only_the_model_knows_is_completed() -> None:
    text = "Kepala distrik itu, Welem Pekei Gobay, sudah pensiun."
    assert names(text, asked=False) == []
    assert names(text) == ["Welem Pekei Gobay"]


def test_a_piece_of_an_unknown_place_is_refused_and_the_name_behind_it_taken() -> None:
    text = "Sekretaris Daerah Kabupaten Kuala Bening, Suhaimi Lubis, kembali mangkir."
    places = {"Kabupaten Kuala": "Kabupaten Kuala"}
    assert names(text, asked=False, places=places) == ["Bening"]
    assert names(text, places=places) == ["Suhaimi Lubis"]


def test_a_misprinted_field_behind_an_office_is_no_name() -> None:
    text = "Hal itu dikatakan Kordiv Penangganann pelanggaran dan penyelesaian sengketa pada Kamis."
    assert "Penangganann" not in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rekomendasi dikirim kepada Bupati, Bawaslu, dan KASN.",
        "Hadir para Danramil, Danposramil dan Babinsa.",
        "Camat, Lurah, dan Kepala Desa membacakan ikrar.",
    ],
)
def test_lists_of_offices_give_no_names(text: str) -> None:
    assert names(text) == names(text, asked=False) == []


def test_places_and_agencies_already_read_are_no_names() -> None:
    text = "Kepala distrik itu, Welem Pekei Gobay, sudah pensiun."
    assert names(text, places={"Welem": "Kecamatan Welem"}) == []


def test_offsets_hold_behind_the_headline_and_in_later_sentences() -> None:
    made = reading("Hujan turun pagi ini.\nKepala distrik itu, Welem Pekei Gobay, sudah pensiun.", title="Warga Mengadu")
    READERS[SHIPPED](made)
    read_people(made)
    (person,) = made.people
    assert person.mentions[0].of(made.whole) == "Welem Pekei Gobay"
    assert made.names is not None
    assert made.names.starting_at(len(made.whole) + 5) is None
    assert made.names.likelihood(len(made.whole) + 5, len(made.whole) + 9) is None
