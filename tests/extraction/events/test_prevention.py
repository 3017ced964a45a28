"""Gatherings, pledges, appeals and watches: only where they are the news (codebook 12.3, 12.5, 12.19, 12.22)."""

from __future__ import annotations

from tests.extraction.events.helper import case, events, types

HELD = "Bawaslu Kota Salatiga menggelar sosialisasi netralitas ASN pada Pilkada 2024 di sebuah hotel, Selasa (17/9/2024)."


def test_gathering_with_its_day() -> None:
    (event,) = [e for e in events(HELD + "\nPeserta terdiri atas camat dan lurah.") if e.type.value == "sosialisasi"]
    assert event.date == "2024-09-17" and event.status is None
    assert event.region and event.region.name == "Kota Salatiga"


def test_closing_appeal_is_none_but_a_headline_is() -> None:
    closing = HELD + '\n"Kami imbau ASN netral," tutup Ketua Bawaslu Kota Salatiga, Ratri Anindya.'
    assert types(closing) == {"sosialisasi"}
    assert "imbauan" in types(closing, title="Bawaslu Salatiga Ingatkan ASN Netral pada Pilkada 2024")


def test_circular_is_an_appeal_of_its_own() -> None:
    assert "imbauan" in types(HELD + "\nWali Kota telah mengeluarkan surat edaran agar ASN menjaga netralitas.")


def test_meeting_held_for_the_pledge_is_the_pledge() -> None:
    text = "ASN Pemerintah Kota Salatiga mengucapkan ikrar netralitas Pilkada 2024 dalam rapat koordinasi ikrar, Rabu (18/9/2024)."
    assert types(text + "\nIkrar dibacakan sekretaris daerah.") == {"ikrar"}


def test_declaration_of_support_is_no_pledge() -> None:
    assert "ikrar" not in types(case("Camat itu menghadiri deklarasi dukungan salah satu paslon."))


def test_occasion_of_a_statement_about_a_case_is_no_gathering() -> None:
    assert "sosialisasi" not in types(case('"Masih kami kaji," katanya di sela sosialisasi pengawasan partisipatif.'))


def test_complaints_desk_is_a_watch_without_status() -> None:
    text = (
        "Kodim Salatiga membuka posko pengaduan netralitas TNI pada Pemilu 2024, Rabu (22/11/2023).\n"
        "Warga bisa melapor bila ada prajurit tidak netral."
    )
    (event,) = [e for e in events(text) if e.type.value == "pengawasan"]
    assert event.status is None
