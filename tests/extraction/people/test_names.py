"""Where a name begins and ends, and what is split off it (codebook 8)."""

from __future__ import annotations

import pytest

from extraction.people.names import Name, read_name
from extraction.people.text import Text
from tests.extraction.people.build import reading


def name_in(text: str, word: int = 0, places: dict[str, str] | None = None, initials: bool = False) -> Name | None:
    return read_name(Text(reading(text, places=places)), word, initials)


@pytest.mark.parametrize(
    ("printed", "name", "degrees"),
    [
        ("Joko Lestari hadir", "Joko Lestari", []),
        ("Joko Lestari, S.H., M.H. hadir", "Joko Lestari", ["S.H", "M.H"]),
        ("Joko Lestari SH MH hadir", "Joko Lestari", ["SH", "MH"]),
        ("Joko Lestari SHMH", "Joko Lestari", ["SH", "MH"]),
        ("Joko Lestari, S. Hum., M.Si mengatakan", "Joko Lestari", ["S. Hum", "M.Si"]),
        ("Joko Lestari AP, MM. Sedangkan", "Joko Lestari", ["AP", "MM"]),
        ("Drs. H. Joko Lestari, M.AP membuka", "Joko Lestari", ["Drs", "H", "M.AP"]),
        ("DR. Ir Joko Lestari, M.Sc hadir", "Joko Lestari", ["DR", "Ir", "M.Sc"]),
        ("AKBP Joko Lestari SIK memimpin", "Joko Lestari", ["AKBP", "SIK"]),
        ("Letkol Inf Joko Lestari mengatakan", "Joko Lestari", ["Letkol Inf"]),
        ("Kombes Pol. Joko Lestari, S.I.K., menyebut", "Joko Lestari", ["Kombes Pol", "S.I.K"]),
        ("Irjen Pol Dr. Joko Lestari hadir", "Joko Lestari", ["Irjen Pol", "Dr"]),
        ("Pak Joko hadir", "Joko", []),
        ("M. Ilham Lestari hadir", "M. Ilham Lestari", []),
        ("Steven S Lasut hadir", "Steven S Lasut", []),
        ("I Nyoman Lestari hadir", "I Nyoman Lestari", []),
        ("La Ode Lestari hadir", "La Ode Lestari", []),
        ("Muhammad AH, Jumat", "Muhammad AH", []),
        ("Joko bin Lestari hadir", "Joko bin Lestari", []),
        ("JOKO LESTARI menyebut", "Joko Lestari", []),
    ],
)
def test_name_without_titles_and_degrees(printed: str, name: str, degrees: list[str]) -> None:
    found = name_in(printed)
    assert found is not None
    assert (found.text, found.degrees) == (name, degrees)


@pytest.mark.parametrize(
    "printed",
    [
        "Alhamdulillah semua lancar",
        "Selasa pagi",
        "Jalan Pemuda",
        "Bawaslu hadir",
        "Menurut dia",
        "Pilkada Serentak",
        "IM hadir",
        "Ketua hadir",
    ],
)
def test_capitalised_common_words_are_no_names(printed: str) -> None:
    assert name_in(printed) is None


def test_word_that_the_article_also_prints_in_lower_case_is_no_name() -> None:
    assert name_in("Kegembiraan warga dan kegembiraan panitia tampak.") is None


def test_a_run_stops_before_words_that_are_not_part_of_it() -> None:
    for behind in ("mengatakan", "saat ditemui", "Ketua panitia", "Bawaslu", "Senin"):
        found = name_in(f"Joko Lestari {behind}")
        assert found is not None
        assert found.text == "Joko Lestari"


def test_a_place_behind_a_name_is_not_eaten_but_one_inside_it_is() -> None:
    places = {"Randu": "Kabupaten Randu"}
    behind, inside = name_in("Joko Randu", places=places), name_in("Joko Randu Lestari", places=places)
    assert behind is not None
    assert inside is not None
    assert (behind.text, inside.text) == ("Joko", "Joko Randu Lestari")


def test_a_run_that_names_a_place_of_the_article_is_no_name() -> None:
    assert name_in("Sumur Hilir hadir. Warga Kecamatan Sumur Hilir.", places={"Kecamatan Sumur Hilir": "Kecamatan Sumur Hilir"}) is None


def test_initials_only_where_they_are_asked_for() -> None:
    found = name_in("MAB dilaporkan", initials=True)
    assert found is not None
    assert (found.text, found.initials) == ("MAB", True)
    assert name_in("MAB dilaporkan") is None


@pytest.mark.parametrize("capitals", ["ASN", "KPU", "PPK", "VIII"])
def test_abbreviations_and_numbers_are_no_initials(capitals: str) -> None:
    assert name_in(f"{capitals} dilaporkan", initials=True) is None


def test_abbreviation_explained_in_the_article_is_no_initials() -> None:
    assert name_in("LMK memilih. Lembaga Musyawarah Kelurahan (LMK) itu baru.", initials=True) is None


def test_likely_names_speak_for_themselves() -> None:
    likely = {text: name_in(text) for text in ("Joko Xqz hadir", "Hj Xqzt hadir", "Xqztwati hadir", "Xqzt mengatakan itu")}
    assert all(found is not None and found.likely for found in likely.values())
    plain = name_in("Xqzt Vrbn hadir")
    assert plain is not None
    assert not plain.likely
