"""Plain texts as they come: headline, credits, time line, and what must not stay in the text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extraction.article import read_plain
from extraction.model import ArticleText, Outlet, Source

FETCHED = datetime(2025, 1, 1, tzinfo=UTC)
LEAD = "TANJUNG RAYA, Kabarkita.id – Bawaslu Kabupaten Tanjung Raya mengingatkan seluruh ASN agar menjaga netralitas jelang pencoblosan."
SECOND = "“Kami akan menindak siapa pun yang melanggar,” kata Ketua Bawaslu Tanjung Raya Darto Wiyono, Senin (4/11/2024)."
THIRD = "Ia menambahkan bahwa pengawasan dilakukan sampai ke tingkat kecamatan oleh para panwascam."


def read(*lines: str, url: str | None = None, zone: str = "WIB", title: str | None = None, published: str | None = None) -> ArticleText:
    body = "\n".join(lines).encode()
    source = Source(body, "text/plain", "uji.txt", FETCHED, url=url, outlet=Outlet(zone=zone), title=title, published=published)
    return read_plain(source)


def test_headline_is_taken_off_the_text() -> None:
    page = read("Bawaslu Tanjung Raya Ingatkan ASN Tetap Netral", "", LEAD, SECOND, THIRD)
    assert page.title == "Bawaslu Tanjung Raya Ingatkan ASN Tetap Netral"
    assert page.text == "\n".join([LEAD, SECOND, THIRD])
    assert page.refused is None


def test_no_headline_where_the_text_starts_with_its_dateline() -> None:
    page = read(LEAD, SECOND, THIRD)
    assert page.title is None
    assert page.text.startswith("TANJUNG RAYA, Kabarkita.id")


def test_repeated_headline_wins_over_menu_and_kicker() -> None:
    title = "Panwascam Telusuri Dugaan Lurah Tidak Netral"
    page = read("Beranda", "Info Pilkada Hari Ini", title, title, LEAD, SECOND)
    assert page.title == title
    assert title not in page.text


def test_breadcrumb_before_the_headline_is_no_headline() -> None:
    title = "Panwascam Telusuri Dugaan Lurah Tidak Netral"
    assert read(f"Home Politik {title}", title, LEAD, SECOND).title == title


def test_spaced_out_heading_opens_a_document() -> None:
    assert read("P U T U S A N", "Nomor: 12/PKE/2021", LEAD, SECOND).title is None


@pytest.mark.parametrize(
    "junk",
    [
        "BACA JUGA:Pedagang Pasar Lama Keluhkan Sepinya Pembeli",
        "Baca juga : Warga Dua Desa Gotong Royong Perbaiki Jembatan",
        "(Foto: Kabarkita/Sarno)",
        "Rapat pengawasan di aula kantor bupati, beberapa waktu lalu.-Dok. Bawaslu-",
        "Ketua Bawaslu memberi keterangan-Foto : Sarno-",
        "SCROLL TO CONTINUE WITH CONTENT",
        "Advertisement",
        "tags: #bawaslu #asn",
        "Editor: Wulan Sari",
        "(wln/srn)",
        "***",
        "Ikuti berita terbaru kami di saluran WhatsApp",
        "[iklan]",
    ],
)
def test_junk_lines_leave_the_text(junk: str) -> None:
    page = read("Bawaslu Ingatkan ASN Tetap Netral", LEAD, junk, SECOND, THIRD)
    assert page.text == "\n".join([LEAD, SECOND, THIRD])


def test_related_list_in_the_middle_ends_where_sentences_go_on() -> None:
    page = read(LEAD, "BERITA TERKAIT:", "Harga Cabai Naik Jelang Lebaran", "Dua Kapal Nelayan Karam di Teluk", SECOND, THIRD)
    assert page.text == "\n".join([LEAD, SECOND, THIRD])


def test_lone_headline_of_another_article_is_dropped_but_an_own_subheading_stays() -> None:
    teaser, own = "Festival Layang-Layang Digelar Akhir Pekan", "Netralitas ASN Diawasi Panwascam"
    page = read(LEAD, teaser, SECOND, own, THIRD)
    assert teaser not in page.text
    assert own in page.text


def test_comment_form_ends_the_article() -> None:
    page = read(LEAD, SECOND, "Post a Comment", "Artikel ini bagus sekali, terima kasih banyak sudah berbagi.")
    assert page.text == f"{LEAD}\n{SECOND}"


def test_credits_become_metadata() -> None:
    page = read("Bawaslu Ingatkan ASN Tetap Netral", "Penulis: Sarno Hadi | Editor: Wulan Sari", LEAD, SECOND + " (srn/wln)")
    assert page.authors == ["Sarno Hadi"]
    assert page.editor == "Wulan Sari"
    assert page.reporter_code == "srn/wln"
    assert page.text.endswith("(4/11/2024).")


@pytest.mark.parametrize("byline", ["Penulis: Tim Redaksi", "Reporter : Kabarkita TV", "Pewarta: Humas Bawaslu"])
def test_organisations_are_no_authors(byline: str) -> None:
    assert read("Bawaslu Ingatkan ASN Tetap Netral", byline, LEAD, SECOND).authors == []


@pytest.mark.parametrize(
    ("line", "zone", "iso"),
    [
        ("Senin, 4 November 2024 | 22:18 WIB - Ragam", "WIB", "2024-11-04T22:18:00+07:00"),
        ("Kabarkita.id - 04/11/2024, 11:56 WITA", "WIB", "2024-11-04T11:56:00+08:00"),
        ("Senin 04-11-2024,09:33", "WIT", "2024-11-04T09:33:00+09:00"),
        ("4 November 2024", "WIB", "2024-11-04"),
    ],
)
def test_time_line_below_the_headline_is_the_publication(line: str, zone: str, iso: str) -> None:
    page = read("Bawaslu Ingatkan ASN Tetap Netral", line, LEAD, SECOND, zone=zone)
    assert (page.published, page.published_source) == (iso, "page")
    assert line not in page.text


def test_day_in_the_header_is_the_visitors() -> None:
    page = read("• Kontak", "Jum, 04 Oktober 2024", "Bawaslu Ingatkan ASN Tetap Netral", LEAD, SECOND)
    assert page.published is None
    assert page.published_source is None


def test_day_of_the_address_is_a_day_never_a_moment() -> None:
    page = read(LEAD, SECOND, url="https://kabarkita.id/2024/11/05/bawaslu-ingatkan-asn")
    assert (page.published, page.published_source) == ("2024-11-05", "url")


def test_given_title_and_day_win() -> None:
    page = read("Bawaslu Ingatkan ASN", "4 November 2024", LEAD, SECOND, title="Judul dari Pemberi", published="2024-11-03")
    assert (page.title, page.published, page.published_source) == ("Judul dari Pemberi", "2024-11-03", "given")


def test_deck_and_caption_above_the_dateline_are_not_the_articles() -> None:
    deck = "Pengawasan dilakukan sampai ke tingkat kecamatan oleh para panwascam di wilayah itu."
    page = read("Bawaslu Ingatkan ASN Tetap Netral", deck, "(Foto: Kabarkita/Sarno)", LEAD, SECOND)
    assert page.text == f"{LEAD}\n{SECOND}"
    assert page.captions == ["(Foto: Kabarkita/Sarno)"]


def test_hard_wrapped_paragraph_is_joined() -> None:
    first, second = LEAD[:90].rsplit(" ", 1)[0], LEAD[len(LEAD[:90].rsplit(" ", 1)[0]) + 1 :]
    assert read(first, second, SECOND).text == f"{LEAD}\n{SECOND}"


def test_repeated_paragraph_stands_once() -> None:
    assert read(LEAD, SECOND, LEAD).text == f"{LEAD}\n{SECOND}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    source = Source(f"{LEAD}\n{SECOND}".encode(encoding), "text/plain", "uji.txt", FETCHED)
    assert read_plain(source).text == f"{LEAD}\n{SECOND}"


def test_control_characters_and_blanks_are_tidied() -> None:
    dirty = LEAD.replace(" – ", "\u00a0–\u200b  ").replace("Bawaslu", "Bawas\x00lu")
    assert read(dirty, SECOND).text == f"{LEAD}\n{SECOND}"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "tidak ada teks artikel"),
        (b"\n \n\t\n", "tidak ada teks artikel"),
        (b"Just a moment...\nEnable JavaScript and cookies to continue. Please stand by for a while.", "halaman pemeriksaan bot"),
        (b"x" * 8_000_001, "teks lebih dari 8 MB"),
    ],
)
def test_refusals_say_why(body: bytes, reason: str) -> None:
    assert read_plain(Source(body, "text/plain", "uji.txt", FETCHED)).refused == reason


def test_languages() -> None:
    english = (
        "The election commission said that the vote was fair and that it will publish the results of the count by the end of the week."
    )
    assert read(english + " " + english).language == "en"
    assert read(LEAD, SECOND).language == "id"


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Seleksi PPPK diikuti 114 peserta, Sabtu (5/10/2024).",
            "Kepala BKPSDM memastikan ujian bebas calo.",
            "Hasil diumumkan bulan depan.",
        ],
        ["Hasil seleksi diumumkan hari ini di kantor bupati."],
    ],
)
def test_short_texts_are_never_cut_to_nothing(lines: list[str]) -> None:
    assert read(*lines, title="Seleksi PPPK Tanjung Raya Diikuti Ribuan Peserta").text == "\n".join(lines)


def test_paragraph_that_speaks_of_photos_is_no_caption() -> None:
    told = "Setelah rapat itu, foto-foto keduanya bersama calon bupati tersebar."
    assert told in read(LEAD, told, SECOND).text
    source = "Hal itu dibenarkan sejumlah sumber di kantor bupati."
    assert source in read(LEAD, source, SECOND).text


def test_names_in_capitals_at_the_end_are_authors() -> None:
    page = read(LEAD, SECOND, "SARNO HADI | ANTARA")
    assert page.text == f"{LEAD}\n{SECOND}"
    assert page.authors == ["Sarno Hadi"]


def test_dateline_on_a_line_of_its_own_stays_and_is_no_headline() -> None:
    body = LEAD.split(" – ")[1]
    for line in ("KABARkita – Tanjung Raya", "Tanjung Raya, Kabarkita.id"):
        page = read(line, body, SECOND)
        assert page.title is None
        assert page.text.split("\n") == [line, body, SECOND]


def test_names_parted_by_commas_are_a_topic_list() -> None:
    assert read(LEAD, SECOND, "Bawaslu, Tanjung Raya, Camat Sarno Hadi, Pilkada, ASN, Netralitas,").text == f"{LEAD}\n{SECOND}"


def test_links_about_one_event_are_no_part_of_the_article() -> None:
    first, second = "Polisi Sebut Pencuri Perahu Sudah Ditangkap", "Pencuri Perahu Ternyata Tetangga Korban"
    assert read(LEAD, first, SECOND, second, THIRD).text == "\n".join([LEAD, SECOND, THIRD])


def test_caption_behind_the_outlets_name() -> None:
    assert read("KABARKITA.ID - Ilustrasi ASN di kantor bupati. (Antara)", LEAD, SECOND).text == f"{LEAD}\n{SECOND}"


def test_a_short_closing_sentence_with_a_date_is_no_time_line() -> None:
    lead = "KOTA REKAAN - Pemerintah membuka seleksi, kata kepala dinas."
    page = read("Seleksi Dibuka", lead, "Pendaftaran berlangsung 1-20 Oktober 2024 secara daring.")
    assert page.text.endswith("Pendaftaran berlangsung 1-20 Oktober 2024 secara daring.")


def test_a_line_broken_at_a_column_goes_on_with_a_capital() -> None:
    first = (
        "REMBANG - Bawaslu Kabupaten Rembang memanggil Camat Sulang, Wiryawan Adi, Rabu (9/10/2024), terkait dugaan pelanggaran netralitas"
    )
    page = read(f"Bawaslu Rembang Panggil Camat\n\n{first}\nASN pada Pilkada 2024.\n\nPerkara itu masih dikaji.")
    assert page.text.split("\n") == [f"{first} ASN pada Pilkada 2024.", "Perkara itu masih dikaji."]


def test_a_slogan_above_the_headline_and_a_caption_below_the_clock_are_no_headline() -> None:
    assert read("Kota Contoh Maju Berkarya Bersama", "", "Bawaslu Ingatkan ASN Tanjung Raya Netral", "", LEAD, SECOND).title == (
        "Bawaslu Ingatkan ASN Tanjung Raya Netral"
    )
    caption = "Ketua Bawaslu Tanjung Raya, Darto Wiyono"
    page = read("Bawaslu Ingatkan ASN Tetap Netral", "- Selasa, 20 Oktober 2020 | 14:47 WIB", caption, caption, LEAD, SECOND)
    assert page.title == "Bawaslu Ingatkan ASN Tetap Netral"
