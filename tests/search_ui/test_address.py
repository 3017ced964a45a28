"""All state is in the address: what is read from it is what is written to it."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest

from index.store import Question
from search_ui.address import Address, BadAddress

FULL = Address(
    Question(
        query='camat "foto bersama"',
        wilayah=("33", "35.75"),
        jenis=("sanksi",),
        status=("terbukti", "dugaan"),
        subjek=("camat",),
        bentuk=("mobilisasi",),
        pemilu=("Pilkada 2024",),
        media=("sinar.example",),
        lembaga=("Bawaslu Kabupaten Blora",),
        tokoh=("Lestari",),
        since="2024-09-01",
        until="2024-09-30",
        published_since="2024-09-02",
        published_until="2024-10-30",
        irrelevant=True,
        sort="oldest",
        page=3,
    ),
    "terbit",
)


def again(address: Address) -> Address:
    return Address.read(parse_qsl(urlsplit(address.url()).query))


@pytest.mark.parametrize("address", [Address(), FULL, FULL.toggled("wilayah", "33"), FULL.at(9), Address().by("terbit")])
def test_an_address_reproduces_its_page(address: Address) -> None:
    assert again(address) == address


def test_the_plainest_question_has_the_plainest_address() -> None:
    assert Address().url() == "/"
    assert Address.read([("q", "  "), ("dari", ""), ("utm_source", "x"), ("hal", "1")]) == Address()


def test_a_choice_is_made_and_taken_back_and_begins_at_the_first_page() -> None:
    chosen = Address(Question(page=4)).toggled("status", "dugaan")
    assert (chosen.question.status, chosen.question.page) == (("dugaan",), 1)
    assert chosen.toggled("status", "dugaan").question.status == ()
    assert Address.read([("status", "dugaan"), ("status", "dugaan")]).question.status == ("dugaan",)


@pytest.mark.parametrize(
    ("name", "value"), [("hal", "0"), ("hal", "-1"), ("hal", "x"), ("hal", "9" * 12), ("urut", "acak"), ("waktu", "bulan")]
)
def test_what_cannot_be_read_is_said(name: str, value: str) -> None:
    with pytest.raises(BadAddress) as caught:
        Address.read([(name, value)])
    assert caught.value.values["value"] == value[:40]
