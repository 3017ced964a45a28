"""Each rule of the resolver, in its order (extraction.md, "Resolver")."""

from __future__ import annotations

import pytest

from tests.extraction.places.helper import reading_of, regions


def resolved(text: str, printed: str, home: str | None = None, title: str | None = None) -> tuple[str | None, str]:
    mention = next(m for m in reading_of(text, title, home).places if m.printed == printed)
    return (mention.region.name if mention.region else None), mention.reason


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        ("Rapat di Kota Bogor.", "Kota Bogor", ("Kota Bogor", "awalan")),
        ("Bupati Bogor rapat.", "Bogor", ("Kabupaten Bogor", "jabatan")),
        ("Polrestabes Semarang rapat.", "Semarang", ("Kota Semarang", "jabatan")),
        ("Kabupaten Bogor rawan. Warga Bogor resah.", "Bogor", ("Kabupaten Bogor", "disebut lengkap dalam artikel")),
        ("Bawaslu Banjar di Kalimantan Selatan rapat.", "Banjar", ("Kabupaten Banjar", "provinsi dalam artikel")),
        ("Bawaslu Kediri memeriksa Camat Mojoroto.", "Kediri", ("Kota Kediri", "kecamatan dalam artikel")),
        ("Bawaslu Kediri rapat. Wali kota diam.", "Kediri", ("Kota Kediri", "jabatan dalam artikel")),
        ("Bawaslu Kediri menegur kades. Kades itu diam.", "Kediri", ("Kabupaten Kediri", "kepala desa dalam artikel")),
        ("KUPANG – Bawaslu Provinsi Nusa Tenggara Timur rapat.", "KUPANG", ("Kota Kupang", "provincial_seat")),
        ("Bawaslu Bengkulu rapat.", "Bengkulu", ("Provinsi Bengkulu", "lembaga provinsi")),
        ("Warga Bengkulu tenang.", "Bengkulu", ("Provinsi Bengkulu", "nama provinsi")),
        ("BENGKULU – Bawaslu Seluma rapat.", "BENGKULU", ("Kota Bengkulu", "kota pada dateline")),
        ("Warga Blora tenang.", "Blora", ("Kabupaten Blora", "nama")),
        ("Warga Jateng tenang.", "Jateng", ("Provinsi Jawa Tengah", "abbreviation")),
        ("Bawaslu Kediri rapat.", "Kediri", (None, "nama bersama, tidak dapat dipastikan")),
        ("Bawaslu Kediri rapat bersama bupati dan wali kota.", "Kediri", (None, "nama bersama, tidak dapat dipastikan")),
    ],
)
def test_rules(text: str, printed: str, expected: tuple[str | None, str]) -> None:
    assert resolved(text, printed) == expected


def test_home_of_the_outlet() -> None:
    assert resolved("Bawaslu Kediri rapat.", "Kediri", home="35.71") == ("Kota Kediri", "wilayah media")
    assert resolved("Bawaslu Banjar rapat.", "Banjar", home="63") == ("Kabupaten Banjar", "provinsi media")
    assert resolved("Bupati Kediri rapat.", "Kediri", home="35.71") == ("Kabupaten Kediri", "jabatan")


def test_a_wrong_prefix_does_not_lose_the_place() -> None:
    assert resolved("Ia ditemui di Kota Bulukumba.", "Kota Bulukumba")[0] == "Kabupaten Bulukumba"
    assert resolved("Ia ditemui di Kabupaten Palembang.", "Kabupaten Palembang")[0] == "Kota Palembang"


def test_guarded_alias_of_two_units() -> None:
    assert resolved("Bawaslu Kabupaten Musi Rawas (Mura) rapat.", "Mura")[0] == "Kabupaten Musi Rawas"
    assert resolved("Bawaslu Kabupaten Murung Raya (Mura) rapat.", "Mura")[0] == "Kabupaten Murung Raya"


def test_the_towns_name_in_the_dateline_of_a_provincial_body_is_its_seat() -> None:
    reading = reading_of("SERANG — Bawaslu Banten mencatat laporan.\nKepala desa di Kabupaten Serang paling banyak dilaporkan.")
    assert {"Kota Serang", "Kabupaten Serang", "Provinsi Banten"} <= regions(reading)
    local = reading_of("SERANG — Bawaslu Kabupaten Serang mencatat laporan.\nRekomendasinya diteruskan ke Bawaslu Banten.")
    assert "Kota Serang" not in regions(local)
