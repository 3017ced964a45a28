"""Conformance: the same questions find the same articles, counts, facets and timelines on every back end."""

from __future__ import annotations

import msgspec
import pytest

from index.store import QueryError, Question, Store
from tests.index.world import article, ident

RELEVANT = [
    "statistik", "ikrar-tanpa-tanggal", "ikrar-lain", "lurah-disanksi", "camat-bebas",
    "lapor-camat-salinan", "lapor-sendiri", "lapor-camat", "imbauan-rembang",
]  # fmt: skip
LAPOR = ["lapor-camat", "lapor-camat-salinan", "lapor-sendiri"]
QUERIES = [
    ("netralitas", ["lapor-sendiri", "camat-bebas", "lurah-disanksi", "ikrar-tanpa-tanggal", "ikrar-lain", "statistik"]),
    ("melanggar", ["camat-bebas", "lurah-disanksi"]),  # pelanggaran, melanggar
    ('"melanggar"', ["camat-bebas"]),  # a phrase means its exact word
    ("ASN", ["lapor-sendiri", "lurah-disanksi"]),
    ('"aparatur sipil negara"', ["lapor-sendiri", "lurah-disanksi"]),
    ("KASN", ["lurah-disanksi"]),
    ("PNS", ["imbauan-rembang"]),
    ("NETRÁLITAS", ["lapor-sendiri", "camat-bebas", "lurah-disanksi", "ikrar-tanpa-tanggal", "ikrar-lain", "statistik"]),
    ("jumat", ["lapor-sendiri"]),
    ("Jum’at", ["lapor-sendiri"]),
    ("laporan camat", [*LAPOR, "camat-bebas"]),
    ("laporan AND camat", [*LAPOR, "camat-bebas"]),
    ("pasuruan OR rembang", ["lurah-disanksi", "imbauan-rembang"]),
    ("laporan NOT camat", ["statistik"]),
    ("laporan -camat", ["statistik"]),
    ("NOT netralitas", ["lapor-camat", "lapor-camat-salinan", "imbauan-rembang"]),
    ("(pasuruan OR blora) AND sanksi", ["lurah-disanksi"]),
    ('"menerima laporan"', LAPOR),
    ('"laporan menerima"', []),
    ('"laporan darmaji"~3', [*LAPOR, "camat-bebas"]),
    ('"laporan darmaji"~1', ["camat-bebas"]),
    ('"darmaji laporan"~4', ["camat-bebas"]),
    ("menj*", ["lurah-disanksi", "imbauan-rembang"]),
    ("zzz*", []),
    ('wilayah:"Jawa Tengah"', [name for name in RELEVANT if name != "lurah-disanksi"]),
    ("wilayah:Jateng wilayah:rembang", ["imbauan-rembang"]),
    ("wilayah:35", ["lurah-disanksi"]),
    ("wilayah:antahberantah", []),
    ("jenis:sanksi OR jenis:putusan", ["lurah-disanksi", "camat-bebas"]),
    ("jenis:(sanksi OR ikrar)", ["lurah-disanksi", "ikrar-lain", "ikrar-tanpa-tanggal"]),
    ('status:"tidak terbukti"', ["camat-bebas"]),
    ("subjek:lurah", ["lurah-disanksi"]),
    ("bentuk:mobilisasi", LAPOR),
    ("tokoh:darmaji", [*LAPOR, "camat-bebas"]),
    ('tokoh:"sutopo lestari"', []),  # no phrase across two names
    ('tokoh:"lestari wulandari"', ["lapor-camat", "lapor-camat-salinan", "camat-bebas"]),
    ('lembaga:"pemerintah kota"', ["lurah-disanksi"]),
    ("media:karangan", ["lapor-sendiri", "ikrar-lain", "statistik"]),
    ("media:kabar.example", ["lapor-camat-salinan", "lurah-disanksi"]),
    ('pemilu:"pilkada 2024"', [name for name in RELEVANT if name != "ikrar-tanpa-tanggal"]),
    ("tanggal:2024-09-30", ["camat-bebas", "imbauan-rembang", "statistik"]),  # a day, a month and a year that hold it
    ("tanggal:[2024-09-17 TO 2024-09-17]", [*LAPOR, "imbauan-rembang", "statistik"]),
    ("tanggal:2025", []),
    ("terbit:[2024-10-01 TO *]", ["camat-bebas", "lurah-disanksi", "ikrar-lain", "statistik"]),
    ("terbit:2024-09", [*LAPOR, "imbauan-rembang"]),
    ("terbit:>=2024-11", ["statistik"]),
    ("bawang", []),
]  # fmt: skip


def found(store: Store, question: Question) -> list[str]:
    """Ids in the order shown."""
    return [hit.article for hit in store.search(question).hits]


def test_the_query_language_finds(filled: Store) -> None:
    wrong = {}
    for query, names in QUERIES:
        answer = filled.search(Question(query=query))
        ids = {hit.article for hit in answer.hits}
        if ids != {ident(name) for name in names} or answer.counts.articles != len(names):
            wrong[query] = sorted(name for name in [*RELEVANT, "panen-raya"] if ident(name) in ids)
    assert wrong == {}


def test_without_a_question_the_newest_stand_first(filled: Store) -> None:
    by_day = sorted(RELEVANT, key=lambda name: (DAYS[name], ident(name)), reverse=True)
    assert found(filled, Question()) == [ident(name) for name in by_day]
    assert found(filled, Question(sort="oldest")) == [ident(name) for name in reversed(by_day)]


DAYS = {
    "statistik": "2024-11-15", "ikrar-tanpa-tanggal": "2024-11-02", "ikrar-lain": "2024-10-20", "lurah-disanksi": "2024-10-05",
    "camat-bebas": "2024-10-01", "lapor-camat-salinan": "2024-09-19", "lapor-sendiri": "2024-09-19", "lapor-camat": "2024-09-18",
    "imbauan-rembang": "2024-09-10",
}  # fmt: skip


def test_relevance_puts_the_article_about_it_first_and_breaks_ties_by_day(filled: Store) -> None:
    assert found(filled, Question(query="sanksi lurah"))[0] == ident("lurah-disanksi")
    assert found(filled, Question(query="netralitas pelanggaran OR camat"))[0] in {ident("camat-bebas"), ident("lapor-sendiri")}
    filled.put(
        [article(f"kembar-{i}", title="Serupa", text="Kata ajaib di sini.", published=f"2024-12-0{i}", events=[]) for i in (1, 2, 3)]
    )
    filled.settle()
    assert found(filled, Question(query="ajaib")) == [ident_of("kembar-3"), ident_of("kembar-2"), ident_of("kembar-1")]
    assert found(filled, Question(query="ajaib", page=2, size=2)) == [ident_of("kembar-1")]


def ident_of(name: str) -> str:
    return article(name, text="").article.id


def test_pages_part_the_hits_without_gap_or_overlap(filled: Store) -> None:
    whole = found(filled, Question())
    pages = [found(filled, Question(page=page, size=2)) for page in range(1, 6)]
    assert [ident for page in pages for ident in page] == whole
    answer = filled.search(Question(page=2, size=2))
    assert (answer.page, answer.pages, answer.counts.articles) == (2, 5, 9)
    assert filled.search(Question(page=99)).hits == []


def test_the_four_counts_and_the_outlets(filled: Store) -> None:
    counts = filled.search(Question()).counts
    assert (counts.articles, counts.texts, counts.events, counts.people, counts.outlets) == (9, 8, 7, 3, 3)
    counts = filled.search(Question(query="laporan camat")).counts
    assert (counts.articles, counts.texts, counts.events, counts.people, counts.outlets) == (4, 3, 2, 2, 3)
    assert filled.search(Question(query="zzz")).counts.events == 0


def test_every_count_is_the_length_of_the_list_behind_it(filled: Store) -> None:
    for question in (Question(size=100), Question(query="camat", size=100), Question(jenis=("laporan",), since="2024-09-01", size=100)):
        answer = filled.search(question)
        events, total = filled.events(question)
        people, named = filled.people(question)
        assert answer.counts.articles == len(answer.hits) == len(list(filled.articles(question)))
        assert answer.counts.events == total == len(events) == len(list(filled.all_events(question)))
        assert answer.counts.people == named == len(people) == len(list(filled.all_people(question)))


def test_facets_count_what_they_lead_to(filled: Store) -> None:
    facets = filled.search(Question()).facets
    assert set(facets) == {"wilayah", "jenis", "status", "subjek", "bentuk", "pemilu", "media", "lembaga"}
    for facet, values in facets.items():
        for value in values:
            assert filled.search(msgspec.structs.replace(Question(), **{facet: (value.value,)})).counts.articles == value.count, (
                facet,
                value,
            )
    assert [(v.value, v.label, v.count) for v in facets["wilayah"]][:2] == [
        ("33", "Provinsi Jawa Tengah", 8),
        ("33.16", "Kabupaten Blora", 6),
    ]
    assert [(v.value, v.label, v.count) for v in facets["jenis"]][:2] == [("laporan", "laporan", 3), ("ikrar", "ikrar", 2)]
    assert [(v.value, v.label) for v in facets["media"]] == [
        ("sinar.example", "Sinar Fiksi"), ("warta.example", "Warta Karangan"), ("kabar.example", "Kabar Rekaan")
    ]  # fmt: skip


def test_a_chosen_facet_still_shows_its_other_choices(filled: Store) -> None:
    answer = filled.search(Question(jenis=("laporan",), media=("warta.example",)))
    assert answer.counts.articles == 1
    assert {v.value: v.count for v in answer.facets["jenis"]} == {"laporan": 1, "ikrar": 1, "statistik": 1}
    assert {v.value: v.count for v in answer.facets["media"]} == {"sinar.example": 1, "kabar.example": 1, "warta.example": 1}
    nowhere = filled.search(Question(jenis=("pidana",)))
    assert [(v.value, v.count) for v in nowhere.facets["jenis"] if v.value == "pidana"] == [("pidana", 0)]


def test_choices_join_by_or_within_and_by_and_between_facets(filled: Store) -> None:
    assert set(found(filled, Question(jenis=("sanksi", "putusan")))) == {ident("lurah-disanksi"), ident("camat-bebas")}
    assert found(filled, Question(jenis=("sanksi", "putusan"), wilayah=("35",))) == [ident("lurah-disanksi")]
    person = filled.people(Question(query="pasuruan"))[0][0]
    assert found(filled, Question(tokoh=(person.id,))) == [ident("lurah-disanksi")]
    assert found(filled, Question(tokoh=("bambang raharjo",))) == [ident("lurah-disanksi")]
    assert found(filled, Question(lembaga=("Pemerintah Kota Pasuruan",))) == [ident("lurah-disanksi")]


def test_days_bound_events_and_publications(filled: Store) -> None:
    assert set(found(filled, Question(since="2024-09-28", until="2024-09-30"))) == {
        ident("camat-bebas"), ident("imbauan-rembang"), ident("statistik")
    }  # fmt: skip
    assert set(found(filled, Question(published_since="2024-10-05", published_until="2024-10-31"))) == {
        ident("lurah-disanksi"), ident("ikrar-lain")
    }  # fmt: skip


def test_timelines_tell_statement_days_apart_and_show_active_outlets(filled: Store) -> None:
    answer = filled.search(Question())
    assert [(b.period, b.count, b.statement_only, b.outlets) for b in answer.by_event] == [("2024-09", 3, 0, 3), ("2024-10", 1, 1, 3)]
    assert [(b.period, b.count, b.outlets) for b in answer.by_publication] == [("2024-09", 4, 3), ("2024-10", 3, 3), ("2024-11", 1, 1)]
    ikrar = filled.search(Question(jenis=("ikrar",)))
    assert ikrar.by_event == []
    assert [(b.period, b.count, b.outlets) for b in ikrar.by_publication] == [("2024-10", 1, 3)]


def test_irrelevant_articles_are_found_only_when_asked_for(filled: Store) -> None:
    assert found(filled, Question(query="bawang")) == []
    assert found(filled, Question(query="bawang", irrelevant=True)) == [ident("panen-raya")]
    assert len(list(filled.articles())) == 10


def test_hits_say_what_stands_in_for_title_and_day(filled: Store) -> None:
    (hit,) = filled.search(Question(query="guru")).hits
    assert (hit.title, hit.title_is_excerpt) == ("Ratusan guru membaca ikrar netralitas di halaman kantor bupati.", True)
    assert (hit.day, hit.day_basis) == ("2024-11-02", "fetched")
    assert (
        "".join(piece.text for piece in hit.snippet)
        == "Ratusan guru membaca ikrar netralitas di halaman kantor bupati. Ikrar dipimpin sekretaris daerah."
    )
    assert [piece.text for piece in hit.snippet if piece.hit] == ["guru"]
    assert [event.type.value for event in hit.events] == ["ikrar"]
    published = filled.search(Question(query="rekaman")).hits[0]
    assert (published.day, published.day_basis, published.outlet) == ("2024-09-19", "published", "Kabar Rekaan")


def test_regions_with_articles_are_suggested(filled: Store) -> None:
    assert [region.code for region in filled.suggest_regions("blor")] == ["33.16"]
    assert [region.code for region in filled.suggest_regions("JAWA")] == ["33", "35"]
    assert filled.suggest_regions("Merauke") == []


@pytest.mark.parametrize(
    ("question", "position"),
    [
        (Question(query="laporan AND"), 11),
        (Question(query='camat "laporan'), 6),
        (Question(query="jenis:asal"), 6),
        (Question(query="x" * 100_000), 4_000),
        (Question(query="(" * 5_000), 4_000),
        (Question(page=1_000, size=100), 0),
        (Question(since="kemarin"), 0),
    ],
)
def test_a_mistaken_question_says_where(store: Store, question: Question, position: int) -> None:
    for ask in (store.search, store.events, store.people):
        with pytest.raises(QueryError) as caught:
            ask(question)
        assert caught.value.position == position
