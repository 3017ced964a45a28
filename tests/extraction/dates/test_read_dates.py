"""Dates resolved, classified and doubted, as the codebook says (7, 12.8, 12.9)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extraction.dates import read_dates
from extraction.model import ArticleVersion, DateKind, DateMention, Outlet, Precision
from extraction.reading import Reading
from extraction.sentences import read_sentences

OPENING = "Bawaslu Kabupaten Tanjung Raya mengawasi netralitas ASN"


def read(text: str, published: str | None = None, url: str | None = None) -> list[DateMention]:
    version = ArticleVersion("v", "a", None, text, datetime(2025, 1, 1, tzinfo=UTC), "h", published=published)
    reading = Reading(version, Outlet(), url)
    read_sentences(reading)
    read_dates(reading)
    return reading.dates


def only(text: str, published: str | None = None, url: str | None = None) -> DateMention:
    mentions = read(text, published, url)
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("digelar Selasa (17/9/2024).", "2024-09-17", Precision.DAY),
        ("digelar Senin Pagi (23/9/24).", "2024-09-23", Precision.DAY),
        ("berlangsung 27-29 Agustus 2024.", "2024-08-27/2024-08-29", Precision.RANGE),
        ("berlangsung 28 Agustus - 3 September 2024.", "2024-08-28/2024-09-03", Precision.RANGE),
        ("berlangsung 30 Desember 2024 - 2 Januari 2025.", "2024-12-30/2025-01-02", Precision.RANGE),
        ("viral sejak Agustus 2023.", "2023-08", Precision.MONTH),
        ("digelar Jum’at, 9 Ags 2024.", "2024-08-09", Precision.DAY),
    ],
)
def test_printed_values(text: str, iso: str, precision: Precision) -> None:
    mention = only(f"{OPENING} yang {text}")
    assert (mention.iso, mention.precision, mention.conflict) == (iso, precision, None)


def test_day_that_does_not_exist_stays_open() -> None:
    mention = only("Kegiatan digelar pada 31 Februari 2024.")
    assert mention.iso is None
    assert mention.reason == "tanggal tidak ada"


def test_numbers_win_over_a_misprinted_weekday_and_the_conflict_is_named() -> None:
    mention = only("Kegiatan digelar Senin, 5 Desember 2024.")
    assert mention.iso == "2024-12-05"
    assert mention.conflict == "hari tercetak Senin, tanggal itu hari Kamis"


class TestMissingYear:
    def test_publication_comes_first(self) -> None:
        assert only("Ia dipanggil Rabu (8/1).", published="2025-01-09").iso == "2025-01-08"
        assert only("Ia dipanggil Selasa (31/12).", published="2025-01-02T08:00:00+07:00").iso == "2024-12-31"

    def test_address_with_a_month(self) -> None:
        assert only("Ia dipanggil (27/11).", url="https://kabar.id/2020/11/berita").iso == "2020-11-27"

    def test_other_dates_of_the_article(self) -> None:
        mentions = read("Surat dikirim 13 November. Hal itu dikatakan ketua, Rabu (2/12/2020).")
        assert [m.iso for m in mentions] == ["2020-11-13", "2020-12-02"]

    def test_weekday_and_named_election(self) -> None:
        assert only("Ikrar menjelang Pemilu 2024 digelar Rabu (17/5).").iso == "2023-05-17"

    def test_weekday_and_stage_where_only_the_kind_is_named(self) -> None:
        assert only("Menurut pengawas Pilkada, lima ASN diduga ikut berkampanye pada Jumat (15/11).").iso == "2024-11-15"

    def test_stage_day(self) -> None:
        assert only("Kampanye Pilkada berakhir 23 November mendatang.").iso == "2024-11-23"

    def test_nothing_tells(self) -> None:
        mention = only("Warga berkumpul pada 3 Maret di balai desa.")
        assert mention.iso is None
        assert mention.reason == "tahun tidak tercetak dan tidak dapat disimpulkan"

    @pytest.mark.parametrize(
        ("text", "iso"),
        [
            ("Kata Ketua Bawaslu Kabupaten Blora, paslon bupati hadir, Rabu (14/10).", "2020-10-14"),  # 2015 there was no such body
            ("Kata Panwaslu, paslon bupati melanggar Perbawaslu Nomor 6 Tahun 2018, Kamis (4/10).", "2018-10-04"),
            ("KASN menyurati Bawaslu Blora, Rabu (19/2).", "2020-02-19"),  # 2025 there was no KASN
            ("Pengawas memeriksa caleg itu, Selasa (19/2).", "2019-02-19"),
            ("Itu wewenang KASN dulu, kata ketua soal Pilkada 2024, Jumat (1/11).", "2024-11-01"),  # a named election comes first
        ],
    )
    def test_bodies_and_rules_bound_the_time(self, text: str, iso: str) -> None:
        assert only(text).iso == iso

    def test_a_weekday_decides_between_the_years_around_other_dates(self) -> None:
        mentions = read("Telegram terbit 16 Januari 2018. Hal itu dikatakan ketua, Senin (25/6).")
        assert mentions[1].iso == "2018-06-25" and mentions[1].conflict is None

    def test_a_misprinted_day_lies_ahead_of_the_voting_day(self) -> None:
        mentions = read("Pemungutan suara digelar 27 November 2024. Verifikasi berjalan hingga Sabtu (14/4).")
        assert mentions[1].iso == "2024-04-14" and mentions[1].conflict is not None

    def test_the_number_of_a_case_tells_its_month(self) -> None:
        mentions = read("Laporan 01/LP/PG/Prov/22.00/X/2020 diterima awal Oktober kemarin. Pleno digelar Selasa (6/10).")
        assert [m.iso for m in mentions] == ["2020-10", "2020-10-06"]

    @pytest.mark.parametrize(
        ("text", "iso"),
        [
            ("Baliho dipasang akhir Desember lalu.", "2023-12"),
            ("Cuti dimulai Maret mendatang.", "2024-03"),
            ("Surat dikirim bulan Januari.", "2024-01"),
        ],
    )
    def test_a_month_alone(self, text: str, iso: str) -> None:
        assert only(text, published="2024-02-10").iso == iso

    def test_yearless_days_agree_against_one_misprint(self) -> None:
        mentions = read("Ketua Bawaslu Kabupaten Blora berkata, Rabu (14/10). Camat dipanggil Selasa (13/10), lurah Senin (11/10).")
        assert [m.iso for m in mentions] == ["2020-10-14", "2020-10-13", "2020-10-11"]
        assert mentions[2].conflict is not None and "hari tercetak Senin" in mentions[2].conflict

    @pytest.mark.parametrize("printed", ["Selasa (1/10/2029)", "Selasa (1/10/204)", "Selasa (1/10/20204)"])
    def test_a_year_that_can_be_none_is_inferred(self, printed: str) -> None:
        mention = only(f"Bawaslu Kabupaten Blora mengawasi netralitas ASN pada Pilkada 2024, {printed}.")
        assert mention.iso == "2024-10-01" and mention.conflict is not None and "tahun tercetak 20" in mention.conflict

    def test_disagreeing_clues_are_named(self) -> None:
        mention = only("Ia dipanggil Rabu (17/9).", published="2024-09-18")
        assert mention.iso == "2024-09-17"
        assert mention.conflict is not None
        assert "hari" in mention.conflict


def test_a_universitys_name_is_no_date() -> None:
    assert read("Dosen Universitas 17 Agustus menilai ASN sulit netral pada Pilkada 2020.") == []


class TestRelative:
    @pytest.mark.parametrize(
        ("text", "iso"),
        [
            ("kata ketua di Tanjung Raya, Rabu.", "2024-11-20"),
            ("kata ketua di Tanjung Raya, Jumat.", "2024-11-22"),
            ("Masa tenang dimulai esok, Minggu.", "2024-11-24"),
            ("Rapat digelar Senin depan.", "2024-11-25"),
            ("Sidang digelar kemarin.", "2024-11-21"),
            ("Mereka berkumpul tadi malam.", "2024-11-21"),
            ("Pemanggilan dijadwalkan lusa.", "2024-11-24"),
            ("Laporan masuk dua hari lalu.", "2024-11-20"),
            ("Laporan masuk pekan lalu.", "2024-11-11/2024-11-17"),
            ("Laporan masuk bulan lalu.", "2024-10"),
        ],
    )
    def test_counted_from_publication(self, text: str, iso: str) -> None:
        assert only(text, published="2024-11-22").iso == iso

    @pytest.mark.parametrize("text", ["kata ketua di Tanjung Raya, Rabu.", "Sidang digelar kemarin."])
    def test_open_without_publication(self, text: str) -> None:
        mention = only(text)
        assert mention.iso is None
        assert "tanggal terbit tidak diketahui" in mention.reason

    def test_yesterday_with_a_weekday_leans_on_a_printed_statement(self) -> None:
        mentions = read("Sosialisasi digelar Rabu kemarin. Hal itu disampaikan ketua, Kamis (30/11/2023).")
        assert [m.iso for m in mentions] == ["2023-11-29", "2023-11-30"]

    def test_a_quotation_runs_over_sentences(self) -> None:
        assert read("“ASN wajib netral. Yang tidak, hari ini harus mundur,” kata Darto.", published="2024-11-22") == []

    def test_words_in_a_quotation_are_the_speakers(self) -> None:
        assert read("“Hari ini ASN harus netral,” kata Darto.", published="2024-11-22") == []


def test_a_date_that_is_a_sentence_of_its_own_belongs_to_the_one_before() -> None:
    assert only("“ASN harus netral,” tutur Darto kepada kabar.co. Sabtu, 23 November 2024.").kind == DateKind.STATEMENT


class TestKinds:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("“Kami awasi,” kata Ketua Bawaslu Darto Wiyono, Senin (4/11/2024).", DateKind.STATEMENT),
            ("Rapat koordinasi digelar di aula, Senin (4/11/2024).", DateKind.EVENT),
            ("Hal itu diatur Perpres Nomor 91 Tahun 2024 tanggal 23 Agustus 2024.", DateKind.REGULATION),
            ("Surat telegram kapolri tertanggal 20 November 2020 berisi larangan.", DateKind.REGULATION),
            ("Pemungutan suara jatuh pada 27 November 2024.", DateKind.VOTING),
            ("Kata dia, ASN harus netral jelang Pemilu 17 April 2019 mendatang.", DateKind.VOTING),
            ("Masa kampanye baru mulai 28 November 2023 mendatang.", DateKind.STAGE),
            ("Pendaftaran paslon dibuka 27-29 Agustus 2024.", DateKind.STAGE),
            ("Bupati Darto di Tanjung Raya, Senin (4/11/2024), mengatakan ASN harus netral.", DateKind.STATEMENT),
            (
                "Surat Edaran Menteri Nomor B/7/2017 tentang netralitas aparatur negara tanggal 17 Desember 2017 berlaku.",
                DateKind.REGULATION,
            ),
            ("Hal itu disebut Darto dalam rilis yang diterima redaksi, Senin (4/11/2024).", DateKind.STATEMENT),
            ("Menurut jadwal, 24 April-31 Mei 2024 penyerahan daftar pemilih.", DateKind.STAGE),
            ("Penghitungan suara akan dilakukan hingga 16 Desember 2024.", DateKind.STAGE),
            ("Data BKN per Kamis (26/11/2020) menunjukkan 1.005 ASN dilaporkan.", DateKind.CUTOFF),
        ],
    )
    def test_kind(self, text: str, kind: DateKind) -> None:
        assert only(text).kind == kind


def test_spans_address_the_stored_text() -> None:
    text = "Rapat digelar Senin (4/11/2024) dan Selasa, 5 November 2024."
    assert [m.span.of(text) for m in read(text)] == [m.printed for m in read(text)] == ["Senin (4/11/2024)", "Selasa, 5 November 2024"]
