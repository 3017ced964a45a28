"""One person, however printed: short forms, spellings, initials in brackets, the bare office (codebook 8)."""

from __future__ import annotations

from extraction.model import Person
from tests.extraction.people.build import people

PLACES = {"Randu": "Kabupaten Randu"}
AGENCIES = {"Bawaslu Randu": "Bawaslu Kabupaten Randu"}
LEAD = "Ketua Bawaslu Randu, Joko Lestari Wibawa, hadir. "


def printed(text: str, person: Person) -> list[str]:
    return [span.of(text) for span in person.mentions]


def find(text: str) -> list[Person]:
    return people(text, places=PLACES, agencies=AGENCIES)


def test_short_forms_join() -> None:
    text = LEAD + "Joko menyebut hal itu. Kata Lestari Wibawa, hal itu benar."
    found = find(text)
    assert [printed(text, p) for p in found] == [["Joko Lestari Wibawa", "Joko", "Lestari Wibawa"]]


def test_second_full_mention_joins_with_its_office() -> None:
    text = LEAD + "Ketua Bawaslu Randu Joko Lestari menambahkan hal lain."
    assert [(p.name, p.role) for p in find(text)] == [("Joko Lestari Wibawa", "Ketua")]


def test_abbreviated_family_name_joins() -> None:
    text = LEAD + "Ketua Bawaslu Randu, Joko Lestari W, menambahkan hal lain."
    assert [p.name for p in find(text)] == ["Joko Lestari Wibawa"]


def test_two_spellings_are_one_person() -> None:
    text = "Ketua Bawaslu Randu, Khoerul Lestari, hadir. Menurut Ketua Bawaslu Randu Khaerul Lestari, hal itu benar."
    assert len(find(text)) == 1


def test_two_officials_with_one_first_name_stay_two() -> None:
    text = "Ketua Bawaslu Randu, Joko Lestari, dan Bupati Randu, Joko Wibawa, hadir. Joko Wibawa membuka acara."
    found = find(text)
    assert [(p.name, p.role) for p in found] == [("Joko Lestari", "Ketua"), ("Joko Wibawa", "Bupati")]
    assert printed(text, found[1]) == ["Joko Wibawa", "Joko Wibawa"]


def test_shared_first_name_goes_to_the_one_named_last() -> None:
    text = "Ketua Bawaslu Randu, Joko Lestari, hadir. Bupati Randu, Joko Wibawa, membuka acara. Menurut Joko, semua siap."
    first, second = find(text)
    assert printed(text, first) == ["Joko Lestari"]
    assert printed(text, second)[-1] == "Joko"


def test_initials_in_brackets_mean_the_person_before_them() -> None:
    text = "Lurah Sumur, Joko Lestari (JL), dilaporkan. Menurut saksi, JL hadir."
    found = find(text)
    assert [p.name for p in found] == ["Joko Lestari"]
    assert "JL" in printed(text, found[0])


def test_initials_are_found_again() -> None:
    text = "Oknum lurah berinisial MAB dilaporkan. MAB diduga hadir. Kasus MAB dikaji."
    assert [len(p.mentions) for p in find(text)] == [3]


def test_place_of_the_same_name_is_no_mention() -> None:
    text = "Ketua Bawaslu Randu, Joko Randu Lestari, hadir di Randu."
    assert [printed(text, p) for p in find(text)] == [["Joko Randu Lestari"]]


def test_bare_office_means_its_only_holder() -> None:
    text = "Kapolres Randu AKBP Joko Lestari hadir. Menurut Kapolres, semua siap. Para Kapolres hadir."
    assert [printed(text, p) for p in find(text)] == [["Joko Lestari", "Kapolres"]]


def test_office_with_its_agency_means_its_holder() -> None:
    text = LEAD + "Ketua Bawaslu Randu lalu menutup rapat."
    assert [printed(text, p) for p in find(text)] == [["Joko Lestari Wibawa", "Ketua Bawaslu Randu"]]


def test_name_of_the_headline_is_a_mention_but_no_person_by_itself() -> None:
    found = people(LEAD, title="Joko: Semua Siap", places=PLACES, agencies=AGENCIES)  # type: ignore[arg-type]
    assert len(found) == 1
    assert len(found[0].mentions) == 2
    assert people("Rapat digelar.", title="Camat Joko Lestari Dipanggil") == []  # type: ignore[arg-type]


def test_title_case_line_without_a_stop_is_a_link() -> None:
    assert find("Rapat berjalan lancar.\nBupati Randu Joko Lestari Buka Rapat Koordinasi Daerah") == []


def test_ids_and_spans_are_of_this_text() -> None:
    text = LEAD + "Bupati Randu Dewi Anggraini hadir."
    found = find(text)
    assert len({p.id for p in found}) == 2
    assert all(0 <= span.start < span.end <= len(text) for p in found for span in p.mentions)


def test_text_without_anybody() -> None:
    assert find("") == []
    assert find("Rapat berjalan lancar dan ditutup pada sore hari.") == []
