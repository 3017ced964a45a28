"""The query language: what it reads, and that every mistake points at its place."""

from __future__ import annotations

import pytest

from index.query import All, And, AnyOf, Days, Or, Phrase, Prefix, Without, Word, parse_query
from index.query.parser import DEEPEST, LONGEST, MOST_PREFIXES, MOST_TERMS
from index.regions import codes_named
from index.store import QueryError


def parse(query: str) -> object:
    return parse_query(query, codes_named)


def test_blank_asks_for_everything() -> None:
    assert parse("") == parse("  \n") == All()


def test_words_side_by_side_are_joined_by_and_and_stemmed() -> None:
    assert parse("pelanggaran kepala") == And((Word("stem", "langgar"), Word("stem", "kepala")))


def test_a_phrase_means_its_exact_words() -> None:
    assert parse('"pelanggaran kepala"') == Phrase("exact", ("pelanggaran", "kepala"))
    assert parse("“pelanggaran kepala”") == Phrase("exact", ("pelanggaran", "kepala"))


def test_operators_and_parentheses() -> None:
    tree = parse("(camat OR lurah) AND NOT guru")
    assert tree == And((Or((Word("stem", "camat"), Word("stem", "lurah"))), Without(Word("stem", "guru"))))
    assert parse("camat -guru") == And((Word("stem", "camat"), Without(Word("stem", "guru"))))
    assert parse("+camat") == Word("stem", "camat")


def test_words_near_each_other() -> None:
    assert parse('"camat kampanye"~5') == Phrase("exact", ("camat", "kampanye"), 5)
    assert parse('"camat ikut kampanye"~5') == And((Phrase("exact", ("camat", "ikut"), 5), Phrase("exact", ("ikut", "kampanye"), 5)))


def test_prefix() -> None:
    assert parse("netral*") == Prefix("exact", "netral")
    assert parse("tokoh:bud*") == Prefix("tokoh_kata", "bud")


def test_abbreviations_find_their_long_forms_and_the_reverse() -> None:
    assert parse("ASN") == Or((Word("stem", "asn"), Phrase("exact", ("aparatur", "sipil", "negara"))))
    assert parse('"aparatur sipil negara"') == Or((Word("exact", "asn"), Phrase("exact", ("aparatur", "sipil", "negara"))))
    found = parse("K-ASN")
    assert isinstance(found, Or)
    assert Word("stem", "kasn") in found.parts
    assert Phrase("exact", ("komisi", "aparatur", "sipil", "negara")) in found.parts


def test_fields_of_the_codebook_know_their_values() -> None:
    assert parse("jenis:sanksi") == AnyOf("jenis", ("sanksi",))
    assert parse('jenis:"rapat koordinasi"') == parse("jenis:RAPAT_KOORDINASI") == AnyOf("jenis", ("rapat_koordinasi",))
    assert parse("subjek:asn") == AnyOf("subjek", ("ASN",))
    assert parse("JENIS:sanksi") == AnyOf("jenis", ("sanksi",))
    assert parse("jenis:(sanksi OR putusan)") == Or((AnyOf("jenis", ("sanksi",)), AnyOf("jenis", ("putusan",))))


def test_regions_by_name_alias_and_code() -> None:
    assert parse('wilayah:"Jawa Tengah"') == parse("wilayah:jateng") == parse("wilayah:33") == AnyOf("wilayah", ("33",))
    assert parse("wilayah:pasuruan") == AnyOf("wilayah", ("35.14", "35.75"))
    assert parse('wilayah:"Kab. Pasuruan"') == AnyOf("wilayah", ("35.14",))
    assert parse("wilayah:antahberantah") == AnyOf("wilayah", ())


def test_days() -> None:
    day = parse("tanggal:2024-09-17")
    assert day == Days("hari", 739_146, 739_146)
    assert parse("tanggal:2024-09") == parse("tanggal:[2024-09-01 TO 2024-09-30]")
    assert parse("terbit:2024") == parse("terbit:[2024-01 TO 2024-12]")
    assert parse("terbit:[* TO 2024-09-17]") == Days("terbit", None, 739_146)
    assert parse("terbit:>=2024-09-17") == Days("terbit", 739_146, None)
    assert parse("terbit:<=2024-09-17") == Days("terbit", None, 739_146)


def test_signs_without_a_word_drop_out() -> None:
    assert parse("camat && !!") == Word("stem", "camat")


@pytest.mark.parametrize(
    ("query", "position", "said"),
    [
        ("camat AND", 9, "terputus"),
        ("camat (lurah", 6, "kurung belum ditutup"),
        ("camat)", 5, "huruf ke-6"),
        ('camat "lurah', 6, "kutip belum ditutup"),
        ("camat^2", 0, "^"),
        ("camat lurh~", 6, "~"),
        ("/cam.t/", 0, "/…/"),
        ("cam?t", 0, "*"),
        ("*camat", 0, "*"),
        ("lurah c*", 6, "2 huruf"),
        ('lurah "cam*"', 10, "kutipan"),
        ("pukul 10:00", 6, "tidak dikenal"),
        ("jenis:asal", 6, "Yang ada: sosialisasi"),
        ("wilayah:jat*", 8, "wilayah"),
        ("tanggal:kemarin", 8, "bukan tanggal"),
        ("tanggal:2024-02-30", 8, "bukan tanggal"),
        ("tanggal:[2024 TO 2023]", 8, "terbalik"),
        ("tanggal:{2024 TO 2025}", 8, "kurung siku"),
        ("[a TO b]", 0, "TO"),
        ("jenis:jenis:sanksi", 6, "tidak dikenal"),
        ('"camat lurah"~99', 0, "Jarak"),
        ("!!", 0, "Tidak ada kata"),
        ('tokoh:"budi hartawan"~3', 6, "hanya untuk"),
    ],
)
def test_a_mistake_points_at_its_place(query: str, position: int, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert said in str(caught.value)
    assert caught.value.position == position


@pytest.mark.parametrize(
    "query",
    [
        "x" * 100_000,
        "(" * 50_000 + ")" * 50_000,
        "(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1),
        "NOT " * 999 + "a",
        "-" * 3_000 + "a",
        "a " * (LONGEST // 2),
        "ab* " * (MOST_PREFIXES + 1),
        "a OR " * MOST_TERMS + "a",
        '"' + "a " * MOST_TERMS + '" ' + "b",
        "jenis:(" * 500 + "a",
        "a~" * 1_000,
        '"a b"~5 ' * 400,
    ],
)
def test_hostile_queries_are_refused_quickly(query: str) -> None:
    with pytest.raises(QueryError):
        parse(query)


def test_the_deepest_allowed_is_read() -> None:
    assert parse("(" * DEEPEST + "camat" + ")" * DEEPEST) == Word("stem", "camat")
    assert parse('"((((((((((((((((((((((((((((((" camat') == Word("stem", "camat")
