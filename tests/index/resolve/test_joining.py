"""What joins two mentions to one event, and two people to one profile; and what must not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extraction.model import ArticleRegion, DateBasis, Final, Region, RegionLevel, Status
from index.ledger import Ledger
from index.resolve.events import Joined, Told, join_events
from index.resolve.keys import event_keys, name_key
from index.resolve.minting import identify
from index.resolve.people import initials, join_people, named_in
from index.resolve.placed import Placed
from index.store import PersonProfile
from tests.index.world import DATA, article

LAPOR = DATA["events"]["lapor"]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger.jsonl")


def told_in(name: str, cluster: str | None = None, **changes: Any) -> list[Told]:
    """The mentions of a new article with one event like `lapor`, changed."""
    event = LAPOR | changes
    coded = article(name, title=name, text=event["sentence"], events=[event], outlet="sinar")
    placed = Placed(coded, cluster or coded.article.id)
    return [Told(placed, mention, key) for key, mention in event_keys(coded, placed.cluster)]


def joined(ledger: Ledger, *told: list[Told]) -> list[Joined]:
    events, mints = join_events([t for some in told for t in some], ledger)
    ledger.append(mints)
    return events


def test_equal_type_region_day_and_accused_are_one_event(ledger: Ledger) -> None:
    (one,) = joined(ledger, told_in("a"), told_in("b"))
    assert (one.event.articles, one.event.texts, len(one.event.mentions)) == (2, 2, 2)


@pytest.mark.parametrize(
    "change",
    [
        {"type": "temuan"},
        {"region": "33.17"},
        {"date": "2024-09-18"},
        {"accused": ["Orang Lain"]},
        {"accused": ["Darmaji Sutopo", "Orang Lain"]},
        {"region": "33.16.01"},
    ],
)
def test_one_difference_makes_two_events(ledger: Ledger, change: dict[str, Any]) -> None:
    assert len(joined(ledger, told_in("a"), told_in("b", **change))) == 2


def test_an_unknown_day_is_equal_only_within_one_text(ledger: Ledger) -> None:
    for day in (None, "2024-09", "2024"):
        assert len(joined(ledger, told_in("a", date=day), told_in("b", date=day))) == 2
        assert len(joined(ledger, told_in("a", "teks", date=day), told_in("b", "teks", date=day))) == 1


def test_a_range_of_days_is_a_day_told_exactly(ledger: Ledger) -> None:
    assert len(joined(ledger, told_in("a", date="2024-08-27/2024-08-29"), told_in("b", date="2024-08-27/2024-08-29"))) == 1


def test_a_national_matter_without_accused_is_one_only_within_one_text(ledger: Ledger) -> None:
    nation = {key: value for key, value in LAPOR.items() if key != "region"} | {"accused": []}

    def told(name: str, cluster: str | None) -> list[Told]:
        coded = article(name, title=name, text=nation["sentence"], events=[nation], outlet="sinar")
        placed = Placed(coded, cluster or coded.article.id)
        return [Told(placed, mention, key) for key, mention in event_keys(coded, placed.cluster)]

    assert len(joined(ledger, told("a", None), told("b", None))) == 2
    assert len(joined(ledger, told("a", "teks"), told("b", "teks"))) == 1


def test_two_mentions_of_one_version_are_two_events(ledger: Ledger) -> None:
    coded = article("dua", title="dua", text=LAPOR["sentence"], events=[LAPOR, LAPOR], outlet="sinar")
    placed = Placed(coded, coded.article.id)
    told = [Told(placed, mention, key) for key, mention in event_keys(coded, placed.cluster)]
    assert len(joined(ledger, told)) == 2


def test_names_are_compared_folded_and_written_out() -> None:
    assert name_key("Moch. Ma'ruf  AMIN") == name_key("Muhammad Maruf Amin")


@pytest.mark.parametrize(
    ("statuses", "shown"),
    [
        (("dugaan", "terbukti"), Status.DUGAAN),
        (("sanksi", "terbukti"), Status.TERBUKTI),
        (("terbukti", "tidak_terbukti"), Status.TIDAK_TERBUKTI),
        (("terbukti", "terbukti"), Status.TERBUKTI),
    ],
)
def test_where_articles_disagree_the_most_careful_status_is_shown(ledger: Ledger, statuses: tuple[str, str], shown: Status) -> None:
    (one,) = joined(ledger, *(told_in(f"a{i}", status=status, by=f"Badan {status}") for i, status in enumerate(statuses)))
    assert one.event.status is shown
    assert one.event.by == f"Badan {shown.value}"


def test_final_only_where_those_who_tell_the_status_agree(ledger: Ledger) -> None:
    (one,) = joined(ledger, told_in("a", final="yes"), told_in("b", final="no"), told_in("c"))
    assert one.event.final is Final.NO
    (two,) = joined(ledger, told_in("d", final="yes", date="2024-12-01"), told_in("e", date="2024-12-01"))
    assert two.event.final is Final.YES


def test_a_day_of_the_event_beats_the_day_of_a_statement(ledger: Ledger) -> None:
    (one,) = joined(ledger, told_in("a", date_basis="statement"), told_in("b"))
    assert one.event.date_basis is DateBasis.EVENT


def test_the_id_is_kept_when_more_articles_tell_it_and_when_the_day_is_corrected(ledger: Ledger) -> None:
    first = told_in("a")
    (before,) = joined(ledger, first)
    (more,) = joined(ledger, first, told_in("b"), told_in("c"))
    assert more.event.id == before.event.id
    mention = first[0].mention
    mention.date = "2024-09-16"
    moved = [Told(first[0].placed, mention, key) for key, mention in event_keys(first[0].placed.coded, first[0].placed.cluster)]
    (after,) = joined(ledger, moved)
    assert after.event.id == before.event.id
    corrected, rest = joined(ledger, moved, told_in("b"))
    assert corrected.event.id != rest.event.id
    assert before.event.id in {corrected.event.id, rest.event.id}


def test_merged_events_are_one_and_parted_ones_stay_apart(ledger: Ledger) -> None:
    a, b = told_in("a"), told_in("b", date="2024-09-18")
    one, two = joined(ledger, a, b)
    ledger.merge("event", two.event.id, one.event.id, "peninjau", "satu laporan")
    (merged,) = joined(ledger, a, b)
    assert merged.event.id == one.event.id
    assert len(merged.event.mentions) == 2
    c, d = told_in("c", date="2024-12-01"), told_in("d", date="2024-12-01")
    joined(ledger, c, d)
    ledger.keep_apart(c[0].mention.id, d[0].mention.id, "peninjau", "dua camat")
    ids = {j.event.id for j in joined(ledger, c, d)}
    assert len(ids) == 2
    assert {j.event.id for j in joined(ledger, c, d)} == ids


def test_minting_gives_the_same_id_for_the_same_key_and_never_one_twice(ledger: Ledger) -> None:
    ids, mints = identify("event", [(["k1"], ["m1"]), (["k2"], ["m2"])], ledger)
    assert len(set(ids)) == 2
    ledger.append(mints)
    again, none = identify("event", [(["k2"], ["m2"]), (["k1"], ["m1"])], ledger)
    assert (again, none) == (ids[::-1], [])
    moved, mints = identify("event", [(["k9"], ["m1"])], ledger)
    assert moved == [ids[0]]
    ledger.append(mints)
    both, _ = identify("event", [(["k9"], ["m1"]), (["k3"], ["m1"])], ledger)
    assert both[0] == ids[0] != both[1]


def people(ledger: Ledger, *articles: tuple[str, dict[str, Any]]) -> list[PersonProfile]:
    """Profiles of one person in each article, by article name and the person's data."""
    named = []
    for name, data in articles:
        coded = article(name, title=name, text=f"Naskah {name}.", people=[data], outlet="sinar")
        named += named_in(Placed(coded, coded.article.id))
    found, mints = join_people(named, ledger)
    ledger.append(mints)
    return [person.profile for person in found]


BUDI = {"name": "Budi Hartawan", "role": "Ketua", "agency": "Bawaslu Kabupaten Blora", "region": "33.16"}


def test_the_same_name_at_one_agency_or_region_is_one_person(ledger: Ledger) -> None:
    elsewhere = BUDI | {"region": "33.17"}
    other_agency = BUDI | {"agency": "Pemerintah Kabupaten Blora"}
    (one,) = people(ledger, ("a", BUDI), ("b", elsewhere), ("c", other_agency))
    assert len(one.articles) == 3


def test_a_village_that_no_list_knows_leaves_the_articles_region_to_say_where(ledger: Ledger) -> None:
    village = Region("Desa Rekaan", RegionLevel.DESA)
    named = []
    for name, region in (("a", None), ("b", village)):
        coded = article(name, title=name, text=f"Naskah {name}.", people=[{"name": "Budi Hartawan", "role": "Kepala Desa"}], outlet="sinar")
        coded.regions = [ArticleRegion(Region("Kabupaten Blora", RegionLevel.KABUPATEN, "33.16"), main=True, reason="judul")]
        coded.people[0].region = region
        named += named_in(Placed(coded, coded.article.id))
    assert len(join_people(named, ledger)[0]) == 1


def test_the_same_name_elsewhere_is_another_person(ledger: Ledger) -> None:
    far = {"name": "Budi Hartawan", "role": "Camat", "region": "35.75"}
    assert len(people(ledger, ("a", BUDI), ("b", far))) == 2
    assert len(people(ledger, ("a", {"name": "Budi"}), ("b", {"name": "Budi"}))) == 2


def test_a_name_that_joins_two_profiles_keeps_one_of_their_ids(ledger: Ledger) -> None:
    far = {"name": "Budi Hartawan", "role": "Camat", "region": "35.75"}
    before = {p.id for p in people(ledger, ("a", BUDI), ("b", far))}
    bridge = {"name": "Budi Hartawan", "role": "Ketua", "agency": "Bawaslu Kabupaten Blora", "region": "35.75"}
    (after,) = people(ledger, ("a", BUDI), ("b", far), ("c", bridge))
    assert after.id in before


def test_initials_are_one_person_only_with_the_same_office_and_place(ledger: Ledger) -> None:
    camat = {"name": "IM", "role": "Camat", "region": "33.16", "initials": True}
    lurah = {"name": "IM", "role": "Lurah", "region": "33.16", "initials": True}
    assert len(people(ledger, ("a", camat), ("b", camat))) == 1
    assert len(people(ledger, ("c", camat), ("d", lurah))) == 2


def test_a_profile_says_when_where_and_as_what(ledger: Ledger) -> None:
    variant = BUDI | {"name": "BUDI HARTAWAN", "role": "Koordinator Divisi Hukum"}
    (one,) = people(ledger, ("a", BUDI), ("b", BUDI), ("c", variant))
    assert one.name == "Budi Hartawan"
    assert one.roles == [("Ketua", "Bawaslu Kabupaten Blora"), ("Koordinator Divisi Hukum", "Bawaslu Kabupaten Blora")]
    assert (one.shown, one.accused, one.first_seen) == ("Budi Hartawan", False, "2024-11-20")


def test_accused_without_public_office_show_initials(ledger: Ledger) -> None:
    coded = article("lapor-camat")
    profiles = {p.profile.name: p.profile for p in join_people(named_in(Placed(coded, coded.article.id)), ledger)[0]}
    accused, chair = profiles["Darmaji Sutopo"], profiles["Lestari Wulandari"]
    assert (accused.accused, accused.shown, len(accused.history)) == (True, "D.S.", 1)
    assert (chair.accused, chair.shown, chair.history) == (False, "Lestari Wulandari", [])
    official = article("lapor-camat", people=[DATA["people"]["darmaji"] | {"public_office": True}])
    (shown,) = join_people(named_in(Placed(official, official.article.id)), ledger)[0]
    assert shown.profile.shown == "Darmaji Sutopo"


@pytest.mark.parametrize(
    ("name", "short"), [("Budi Santoso", "B.S."), ("IM", "IM"), ("siti nur aini", "S.N.A."), ("ADI", "ADI"), ("Ahmad", "A.")]
)
def test_initials(name: str, short: str) -> None:
    assert initials(name) == short
