"""What the clause classifier adds where the frames read nothing, and what it never does."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extraction.events.draft import Draft
from extraction.events.frames import Frame
from extraction.events.scene import Scene, prepare
from extraction.events.unread import completed
from extraction.model import ArticleVersion, EventType, Outlet, Status
from extraction.reading import Reading
from extraction.sentences import read_sentences


def scene_of(text: str) -> Scene:
    version = ArticleVersion("v", "a", None, text, datetime(2025, 1, 1, tzinfo=UTC), "h")
    reading = Reading(version, Outlet(domain="kabar.example"), None)
    read_sentences(reading)
    return prepare(reading)


def told(text: str, drafts: list[Draft] | None = None) -> dict[EventType, Status | None]:
    return {d.type: d.status for d in completed(scene_of(text), drafts or [], [])}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Warga Wanakerta resmi melaporkan kepala desanya ke Bawaslu karena ikut kampanye.", EventType.LAPORAN),
        ("Bupati Wanakerta memperingatkan seluruh ASN agar tidak ikut kampanye.", EventType.IMBAUAN),
    ],
)
def test_a_sentence_that_the_frames_left_is_told(text: str, kind: EventType) -> None:
    assert kind in told(text)


def test_what_the_frames_read_stands_alone() -> None:
    drafts = [Draft(EventType.IKRAR, 0, [0])]
    assert completed(scene_of("Warga melaporkan kades ke Bawaslu karena ikut kampanye."), drafts, []) is drafts


def test_a_bare_accusation_gives_way_to_a_step() -> None:
    bare = [Draft(EventType.LAINNYA, 0, [0])]
    assert EventType.LAINNYA not in told("Warga resmi melaporkan kades ke Bawaslu karena ikut kampanye.", bare)


def test_a_bare_accusation_stays_where_nothing_is_told() -> None:
    bare = [Draft(EventType.LAINNYA, 0, [0])]
    assert completed(scene_of("Udara di Wanakerta cerah."), bare, []) is bare


@pytest.mark.parametrize(
    "text",
    [
        "Bawaslu memutuskan camat itu terbukti melanggar netralitas.",
        "Majelis hakim memvonis kades itu dua bulan penjara karena terbukti menguntungkan calon.",
        "Bawaslu menghentikan laporan itu karena tidak memenuhi unsur.",
        "Bupati menjatuhkan sanksi disiplin kepada lurah itu.",
    ],
)
def test_it_never_proves_clears_or_punishes(text: str) -> None:
    drafts = completed(scene_of(text), [], [])
    assert {d.status for d in drafts} <= {Status.DUGAAN, None}
    assert EventType.SANKSI not in {d.type for d in drafts}
    assert not [d for d in drafts if d.accused]


@pytest.mark.parametrize(
    "text",
    [
        "Jika ada warga yang melaporkan kades ke Bawaslu, laporan itu akan dikaji.",
        "Apabila terbukti, camat dapat dijatuhi sanksi oleh bupati.",
        "Bawaslu Wanakerta melantik pengawas baru di aula kantor.",
    ],
)
def test_what_did_not_happen_is_none(text: str) -> None:
    assert not told(text)


def test_what_the_frames_dropped_stays_dropped() -> None:
    scene = scene_of("Warga resmi melaporkan kades ke Bawaslu karena ikut kampanye.")
    dropped = Frame("report", EventType.LAPORAN, 13, 23, 0, "citizen", "umum")
    assert EventType.LAPORAN in {d.type for d in completed(scene, [], [])}
    assert EventType.LAPORAN not in {d.type for d in completed(scene, [], [dropped])}
