"""Genres by the marks of address and text (codebook 2). All pages are invented."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extraction.events.genre import genre_of
from extraction.model import ArticleVersion, Genre, Outlet
from extraction.reading import Reading

NEWS = (
    "BLORA, KABAR – Bawaslu Kabupaten Blora memeriksa seorang camat, Rabu (16/10/2024).\n“Kami memeriksa tiga saksi,” kata Ketua Bawaslu "
    "Blora, Sekar Palupi.\nCamat itu diduga hadir dalam kampanye. Ia belum memberi keterangan.\nLaporan: Darto"
)
ESSAY = (
    "Netralitas aparatur kerap menjadi slogan. Padahal aturan sudah jelas, dan sejatinya pegawai melayani semua orang tanpa memilih. "
    "Ironisnya, mereka justru menjadi mesin suara bagi petahana yang berkuasa atas mutasi.\nBukankah birokrasi digaji oleh semua warga? "
    "Siapa yang rugi kalau pelayanan dibagi menurut pilihan? Lalu apa arti sumpah jabatan? Sudah saatnya kita menata ulang wewenang "
    "kepala daerah agar mutasi tidak lagi menjadi hadiah atau hukuman bagi mereka yang bekerja."
)
FARM = (
    "Peran Pegawai dalam Pilkada Kota – Pilkada adalah pesta demokrasi yang penting dalam menentukan pemimpin daerah.\nMari kita bahas "
    "dalam artikel ini.\nDaftar Isi\nPeran pegawai dalam pilkada kota sangat krusial dalam menjaga pelayanan. Peran pegawai dalam pilkada "
    "kota memiliki dampak besar. Peran pegawai dalam pilkada kota juga menjadi sorotan, karena pelayanan yang baik adalah kunci bagi "
    "semua warga di mana pun mereka berada, tanpa memandang siapa pun yang menang.\nKesimpulan\nPegawai harus netral."
)
SPUN = (
    "BLORA – Badan Pengelola Pemilihan Umum (Bawaslu) Blora memeriksa pegawai. Abdi Warga Negara (ASN) itu hadir. Semua pejabat pemerintah "
    "Termasuk kepala desa dilarang memihak adalah adalah aturan."
)


def genre(text: str, *, url: str | None = None, title: str | None = None, authors: list[str] | None = None) -> Genre:
    version = ArticleVersion("v", "a", title, text, datetime(2025, 1, 1, tzinfo=UTC), "h", authors=authors or [])
    found, sure, why = genre_of(Reading(version, Outlet(), url))
    assert 0 < sure < 1 and why
    return found


@pytest.mark.parametrize(
    ("text", "url", "expected"),
    [
        (NEWS, None, Genre.NEWS),
        (NEWS, "https://kabar.example/opini-warga/camat", Genre.OPINION),
        (NEWS, "https://blora.bawaslu.go.id/berita/camat", Genre.RELEASE),
        (NEWS + "\n(Humas Polres Blora)", None, Genre.RELEASE),
        ("Blora, Bawaslu Blora – " + NEWS, None, Genre.RELEASE),
        (ESSAY, None, Genre.OPINION),
        (NEWS + "\nPenulis adalah dosen di Blora.", None, Genre.OPINION),
        ("Oleh: Rahmat Wijaya\n" + ESSAY, None, Genre.OPINION),
        (FARM, None, Genre.CONTENT_FARM),
        (
            "Pilkada Kota – Pasangan calon adalah [nama pasangan calon 1]. Tugas pegawai meliputi [sebutkan tugas].",
            None,
            Genre.CONTENT_FARM,
        ),
        (SPUN, None, Genre.SPUN),
        ("Sistem Informasi Penelusuran Perkara\nINFORMASI DETAIL PERKARA\n" + NEWS, None, Genre.DOCUMENT),
        (NEWS, "https://www.scribd.com/document/1/netralitas", Genre.DOCUMENT),
        ("Jurnal Ilmu Negara, Volume 4 Nomor 1\nAbstrak\nPenelitian ini …\nKata Kunci: netralitas", None, Genre.DOCUMENT),
    ],
)
def test_genre(text: str, url: str | None, expected: Genre) -> None:
    assert genre(text, url=url) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Oleh: Darto\nBLORA, KABAR – " + NEWS,  # a reporter's byline
        NEWS + " Pelakunya baru baru ini dipanggil. Seorang guru negeri (ASN) hadir.",  # a reduplication, an apposition
        NEWS + "\n“Saya, kita, dan saya lagi, bukankah begitu? Ironisnya, padahal sejatinya begitu,” kata warga.",
        NEWS + "\nHumas Bawaslu menyebut laporan masuk.\n" + NEWS,
    ],
)
def test_news_with_what_only_looks_like_another_genre(text: str) -> None:
    assert genre(text) is Genre.NEWS


def test_a_signed_text_in_which_nobody_speaks_is_sooner_an_essay() -> None:
    text = "Mengapa netralitas sulit? Siapa yang untung? Apa jalan keluarnya? Pegawai menunggu jawaban."
    assert genre(text) is Genre.NEWS
    assert genre(text, authors=["Rahmat Wijaya"]) is Genre.OPINION


def test_news_with_marks_of_another_genre_is_less_sure() -> None:
    version = ArticleVersion("v", "a", None, NEWS, datetime(2025, 1, 1, tzinfo=UTC), "h")
    marked = ArticleVersion("v", "a", None, NEWS + "\nKesimpulan\nASN netral.", datetime(2025, 1, 1, tzinfo=UTC), "h")
    assert genre_of(Reading(marked, Outlet(), None))[1] < genre_of(Reading(version, Outlet(), None))[1]
