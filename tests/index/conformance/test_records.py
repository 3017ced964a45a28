"""Conformance: what is put is kept, once, with all its versions, and taken down whole."""

from __future__ import annotations

from index.ledger import Ledger
from index.store import Question, Store
from tests.index.conftest import Opener
from tests.index.world import NAMES, article, ident, world


def test_the_same_input_twice_changes_nothing(store: Store) -> None:
    first = store.put(world())
    assert (first.new, first.new_versions, first.unchanged, first.recoded, first.failed) == (len(NAMES), 0, 0, 0, [])
    store.settle()
    before = [list(store.articles()), list(store.all_events()), list(store.all_people())]
    again = store.put(world())
    assert (again.new, again.new_versions, again.unchanged, again.recoded) == (0, 0, len(NAMES), 0)
    store.settle()
    assert [list(store.articles()), list(store.all_events()), list(store.all_people())] == before


def test_within_one_batch_the_same_article_counts_once(store: Store) -> None:
    report = store.put([article("statistik"), article("statistik")])
    assert (report.new, report.unchanged) == (1, 1)


def test_a_changed_text_is_a_new_version_and_the_newest_is_shown(store: Store) -> None:
    store.put([article("statistik")])
    changed = article(
        "statistik",
        text="Bawaslu Provinsi Jawa Tengah mencatat 20 laporan netralitas sepanjang 2024. Ralat: 21.",
        fetched="2024-11-21T03:00:00+00:00",
    )
    report = store.put([changed])
    assert (report.new, report.new_versions) == (0, 1)
    store.settle()
    stored = store.article("statistik.txt")
    assert stored is not None
    assert stored.coded.version.text.endswith("Ralat: 21.")
    assert [version.text[-10:] for version in stored.versions] == ["jang 2024.", "Ralat: 21."]
    assert stored.versions[0].fetched < stored.versions[1].fetched
    assert store.search(Question(query="ralat")).counts.articles == 1


def test_an_older_version_that_comes_late_is_history_only(store: Store) -> None:
    store.put([article("statistik", fetched="2024-11-21T03:00:00+00:00")])
    late = article("statistik", title="Judul lama", fetched="2024-11-19T03:00:00+00:00")
    assert store.put([late]).new_versions == 1
    store.settle()
    stored = store.article("statistik.txt")
    assert stored is not None
    assert stored.coded.version.title == "Dua puluh laporan netralitas di Jawa Tengah"
    assert [version.title for version in stored.versions] == ["Judul lama", "Dua puluh laporan netralitas di Jawa Tengah"]


def test_a_page_that_returns_to_an_old_text_shows_it_again(store: Store) -> None:
    store.put([article("statistik", fetched="2024-11-19T03:00:00+00:00")])
    store.put([article("statistik", title="Judul sementara", fetched="2024-11-20T03:00:00+00:00")])
    report = store.put([article("statistik", fetched="2024-11-21T03:00:00+00:00")])
    assert report.new_versions == 1
    store.settle()
    stored = store.article("statistik.txt")
    assert stored is not None
    assert stored.coded.version.title == "Dua puluh laporan netralitas di Jawa Tengah"
    assert len(stored.versions) == 2


def test_a_version_that_a_newer_component_reads_differently_is_recoded(store: Store) -> None:
    store.put([article("lurah-disanksi")])
    store.settle()
    recoded = article("lurah-disanksi", events=[])
    report = store.put([recoded])
    assert (report.recoded, report.new_versions, report.unchanged) == (1, 0, 0)
    store.settle()
    assert list(store.all_events()) == []
    stored = store.article("lurah-disanksi.txt")
    assert stored is not None
    assert len(stored.versions) == 1


def test_aliases_gather_and_find_the_article(store: Store) -> None:
    store.put([article("statistik", aliases=["001.txt"])])
    assert store.put([article("statistik", aliases=["tumpukan/001.txt"])]).unchanged == 1
    store.settle()
    stored = store.article("tumpukan/001.txt")
    assert stored is not None
    assert stored.coded.article.aliases == ["001.txt", "tumpukan/001.txt"]
    assert stored == store.article("001.txt") == store.article(ident("statistik"))
    assert store.article("tidak ada") is None


def test_two_articles_may_bear_one_alias(store: Store) -> None:
    store.put([article("statistik", aliases=["001.txt"]), article("ikrar-lain", aliases=["001.txt"])])
    store.settle()
    stored = store.article("001.txt")
    assert stored is not None
    assert stored.coded.article.id == min(ident("statistik"), ident("ikrar-lain"))


def test_an_irrelevant_article_keeps_no_people_and_no_events(filled: Store) -> None:
    stored = filled.article("panen-raya.txt")
    assert stored is not None
    coded = stored.coded
    assert (coded.people, coded.events, coded.cases, coded.agencies) == ([], [], [], [])
    assert [r.region.name for r in coded.regions] == ["Kabupaten Blora"]
    assert all(person.name != "Kusno Hadirin" for person in filled.all_people())


def test_half_a_surrogate_pair_is_set_aside_and_the_rest_goes_on(store: Store) -> None:
    torn = article("rusak", title="Judul", text="teks \ud83d terpotong")
    report = store.put([torn, article("statistik")])
    assert report.new == 1
    assert [key for key, _ in report.failed] == [torn.article.id]
    assert "Unicode" in report.failed[0][1]
    store.settle()
    assert [coded.article.id for coded in store.articles()] == [ident("statistik")]


def test_a_text_with_nul_markup_and_very_long_words_is_kept_as_it_is(store: Store) -> None:
    text = "Netralitas\0 <script>alert(1)</script> " + "x" * 40_000 + " selesai."
    store.put([article("aneh", title='"><img src=x>', text=text)])
    store.settle()
    hit = store.search(Question(query="netralitas script")).hits[0]
    assert hit.title == '"><img src=x>'
    stored = store.article("aneh.txt")
    assert stored is not None
    assert stored.coded.version.text == text


def test_what_is_forgotten_is_gone_everywhere(filled: Store) -> None:
    gone = ident("lurah-disanksi")
    assert filled.forget([gone, "tidak-ada"]) == 1
    assert filled.article(gone) is None
    assert filled.article("lurah-disanksi.txt") is None
    assert filled.search(Question(query="pasuruan")).counts.articles == 0
    assert all(gone not in {a for a, _ in event.mentions} for event in filled.all_events())
    assert all(person.name != "Bambang Raharjo" for person in filled.all_people())
    assert filled.suggest_regions("pasuruan") == []
    assert filled.forget([gone]) == 0


def test_a_copy_survives_when_the_other_is_forgotten(filled: Store) -> None:
    filled.forget([ident("lapor-camat-salinan")])
    stored = filled.article("lapor-camat.txt")
    assert stored is not None
    assert stored.copies == []
    (event,) = filled.events(Question(jenis=("laporan",)))[0]
    assert (event.articles, event.texts) == (2, 2)


def test_a_takedown_in_the_ledger_holds_at_ingest_and_at_opening(reopen: Opener) -> None:
    store = reopen()
    store.put(world())
    store.settle()
    ledger: Ledger = store.ledger  # type: ignore[attr-defined]
    ledger.take_down([ident("statistik")], "redaksi", "putusan pengadilan")
    assert store.put([article("statistik", title="Diunggah lagi", fetched="2025-01-01T00:00:00+00:00")]).withheld == 1
    store.close()
    again = reopen()
    assert again.article("statistik.txt") is None
    assert again.search(Question(query="mencatat")).counts.articles == 0
    assert len(list(again.articles())) == len(NAMES) - 1


def test_all_that_was_put_is_there_after_reopening(reopen: Opener) -> None:
    store = reopen()
    store.put(world())
    store.close()  # never settled: the next opening does it
    again = reopen()
    assert again.search(Question()).counts.articles == len(NAMES) - 1
    assert len(list(again.all_events())) == 7


def test_the_order_of_arrival_makes_no_difference(reopen: Opener) -> None:
    one, other = reopen("satu"), reopen("dua")
    one.put(world())
    one.settle()
    for coded in reversed(world()):
        other.put([coded])
        other.settle()
    assert list(one.articles()) == list(other.articles())
    assert list(one.all_events()) == list(other.all_events())
    assert list(one.all_people()) == list(other.all_people())


def test_a_cleared_store_is_empty_and_takes_the_same_again_with_the_same_ids(filled: Store) -> None:
    before = [list(filled.articles()), list(filled.all_events()), list(filled.all_people())]
    filled.clear()
    assert [list(filled.articles()), list(filled.all_events()), list(filled.all_people())] == [[], [], []]
    assert filled.search(Question()).counts.articles == 0
    filled.put(world())
    filled.settle()
    assert [list(filled.articles()), list(filled.all_events()), list(filled.all_people())] == before
    assert filled.search(Question()).counts.articles == len(NAMES) - 1


def test_a_change_that_adds_people_keeps_the_others_as_they_are(store: Store) -> None:
    store.put([article("statistik", people=["lestari"])])
    store.settle()
    (before,) = store.all_people()
    changed = article("statistik", title="Judul baru", people=["bambang", "darmaji", "lestari"], fetched="2024-11-22T00:00:00+00:00")
    store.put([changed])
    store.settle()
    after = {person.name: person.id for person in store.all_people()}
    assert sorted(after) == ["Bambang Raharjo", "Darmaji Sutopo", "Lestari Wulandari"]
    assert after["Lestari Wulandari"] == before.id


def test_an_article_leads_to_its_events_and_people(filled: Store) -> None:
    report = ident("lapor-camat")
    events, people = filled.events_in([report]), filled.people_in([report])
    assert events == sorted(events, key=lambda event: event.id)
    assert [event.id for event in events] == [e.id for e in filled.all_events() if report in {a for a, _ in e.mentions}]
    assert {person.name for person in people} == {"Darmaji Sutopo", "Lestari Wulandari"}
    assert [person.id for person in people] == sorted(person.id for person in people)
    both = filled.events_in([report, ident("lurah-disanksi")])
    assert {event.type.value for event in both} == {"laporan", "sanksi"}
    assert filled.events_in([]) == [] and filled.people_in(["tidak-ada"]) == []
