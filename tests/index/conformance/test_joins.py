"""Conformance: events, people and copies across articles, and what a person decided about them."""

from __future__ import annotations

from index.ledger import Ledger
from index.store import Question, Store
from tests.index.conftest import Opener
from tests.index.world import DATA, article, ident, world


def ledger_of(store: Store) -> Ledger:
    ledger: Ledger = store.ledger  # type: ignore[attr-defined]
    return ledger


def test_an_event_is_told_by_its_articles_in_order_of_publication(filled: Store) -> None:
    (event,), total = filled.events(Question(jenis=("laporan",)))
    assert (total, event.articles, event.texts) == (1, 3, 2)
    stored = filled.event(event.id)
    assert stored is not None
    assert [coded.article.id for coded, _ in stored.told_by] == [article for article, _ in event.mentions]
    assert stored.told_by[0][0].article.id == ident("lapor-camat")
    for coded, mention in stored.told_by:
        assert mention.evidence[0].of(coded.version.whole).startswith("Bawaslu Kabupaten Blora menerima laporan")
    assert filled.event("tidak-ada") is None


def test_events_match_the_facets_themselves_and_stand_newest_first(filled: Store) -> None:
    events, total = filled.events(Question(wilayah=("33",)))
    assert total == len(events) == 6
    assert [event.date for event in events] == ["2024-09-30", "2024-09-17", "2024-09", "2024", None, None]
    assert [event.type.value for event in filled.events(Question(status=("tidak_terbukti",)))[0]] == ["putusan"]
    assert [event.type.value for event in filled.events(Question(bentuk=("foto_bersama",)))[0]] == ["sanksi"]
    assert [event.type.value for event in filled.events(Question(since="2024-10-01", until="2024-10-31"))[0]] == ["sanksi", "statistik"]
    page, total = filled.events(Question(page=2, size=3))
    assert (len(page), total) == (3, 7)
    assert page == filled.events(Question(size=100))[0][3:6]


def test_people_are_joined_and_their_history_is_told(filled: Store) -> None:
    people, total = filled.people(Question())
    assert total == 3
    assert [(person.name, person.shown, len(person.articles)) for person in people] == [
        ("Darmaji Sutopo", "D.S.", 4), ("Lestari Wulandari", "Lestari Wulandari", 3), ("Bambang Raharjo", "B.R.", 1)
    ]  # fmt: skip
    darmaji = filled.person(people[0].id)
    assert darmaji == people[0]
    assert darmaji is not None
    assert (darmaji.first_seen, darmaji.last_seen) == ("2024-09-18", "2024-10-01")
    steps = []
    for article_id, entry_id in darmaji.history:
        stored = filled.article(article_id)
        assert stored is not None
        steps += [entry.status.value for entry in stored.coded.cases if entry.id == entry_id]
    assert steps == ["dugaan", "dugaan", "dugaan", "tidak_terbukti"]
    assert filled.person("tidak-ada") is None
    assert [person.name for person in filled.people(Question(page=2, size=2))[0]] == ["Bambang Raharjo"]


def test_copies_of_one_text_know_each_other(filled: Store) -> None:
    stored = filled.article("lapor-camat.txt")
    assert stored is not None
    assert stored.copies == [ident("lapor-camat-salinan")]


def test_copies_follow_when_the_text_changes(filled: Store) -> None:
    filled.put(
        [article("lapor-camat-salinan", text="Naskah lain sama sekali tentang jembatan.", events=[], fetched="2024-11-25T00:00:00+00:00")]
    )
    filled.settle()
    stored = filled.article("lapor-camat.txt")
    assert stored is not None
    assert stored.copies == []
    (event,) = filled.events(Question(jenis=("laporan",)))[0]
    assert (event.articles, event.texts) == (2, 2)
    assert filled.search(Question()).counts.texts == 9


def test_an_event_without_a_day_is_one_across_copies_only(store: Store) -> None:
    text = article("ikrar-tanpa-tanggal").version.text
    store.put([article(name, text=text, events=["ikrar_guru"], outlet="sinar") for name in ("satu", "dua")])
    store.put(
        [article("tiga", text=f"{text} Setelah itu hujan turun sampai sore dan acara dilanjutkan di dalam gedung.", events=["ikrar_guru"])]
    )
    store.settle()
    assert sorted(event.articles for event in store.all_events()) == [1, 2]


def test_ids_survive_a_new_text_of_the_article(filled: Store) -> None:
    (before,) = filled.events(Question(jenis=("sanksi",)))[0]
    person = filled.people(Question(query="pasuruan"))[0][0]
    longer = f"{article('lurah-disanksi').version.text} Berita ini diperbarui."
    filled.put([article("lurah-disanksi", text=longer, fetched="2024-11-25T00:00:00+00:00")])
    filled.settle()
    (after,) = filled.events(Question(jenis=("sanksi",)))[0]
    assert (after.id, after.articles) == (before.id, 1)
    assert after.mentions != before.mentions
    assert filled.people(Question(query="pasuruan"))[0][0].id == person.id


def test_merged_events_answer_by_both_ids_also_after_a_rebuild(reopen: Opener) -> None:
    store = reopen()
    store.put(world())
    store.settle()
    sanksi, putusan = (store.events(Question(jenis=(kind,)))[0][0] for kind in ("sanksi", "putusan"))
    ledger_of(store).merge("event", sanksi.id, putusan.id, "peninjau", "uji")
    store.put([article("lurah-disanksi", title="Diperbarui", fetched="2024-11-25T00:00:00+00:00")])
    store.settle()
    for key in (sanksi.id, putusan.id):
        stored = store.event(key)
        assert stored is not None
        assert (stored.event.id, stored.event.articles) == (putusan.id, 2)
    before = list(store.all_events())
    store.clear()
    store.put([*world(), article("lurah-disanksi", title="Diperbarui", fetched="2024-11-25T00:00:00+00:00")])
    store.settle()
    assert list(store.all_events()) == before


def test_what_is_not_the_same_is_parted_at_the_next_settling(filled: Store) -> None:
    (event,) = filled.events(Question(jenis=("laporan",)))[0]
    mentions = dict(event.mentions)
    ledger_of(filled).keep_apart(mentions[ident("lapor-camat")], mentions[ident("lapor-sendiri")], "peninjau", "dua laporan")
    filled.put([article("lapor-sendiri", agencies=[])])  # touches the event
    filled.settle()
    events = filled.events(Question(jenis=("laporan",)))[0]
    assert sorted(one.articles for one in events) == [1, 2]
    assert event.id in {one.id for one in events}


def test_merged_people_of_two_names_are_one_profile(filled: Store) -> None:
    people = {person.name: person.id for person in filled.all_people()}
    ledger_of(filled).merge("person", people["Bambang Raharjo"], people["Lestari Wulandari"], "peninjau", "uji")
    filled.put([article("lurah-disanksi", title="Diperbarui", fetched="2024-11-25T00:00:00+00:00")])
    filled.settle()
    merged = filled.person(people["Bambang Raharjo"])
    assert merged is not None
    assert merged.id == people["Lestari Wulandari"]
    assert len(merged.articles) == 4
    assert len(list(filled.all_people())) == 2


def test_many_settlings_and_one_give_the_same(reopen: Opener) -> None:
    data = DATA["events"]["lapor"]
    batch = [
        article(f"ramai-{i}", title=f"Judul {i}", text=f"{data['sentence']} Catatan nomor {i}.", events=["lapor"], people=["darmaji"])
        for i in range(12)
    ]
    one, many = reopen("satu"), reopen("banyak")
    one.put(batch)
    one.settle()
    for coded in batch:
        many.put([coded])
        many.settle()
    assert list(one.all_events()) == list(many.all_events())
    assert list(one.all_people()) == list(many.all_people())
    assert one.search(Question()) == many.search(Question())
