"""Where the case or event belongs (codebook 6, 12.10, 12.23). All incidents are invented."""

from __future__ import annotations

import pytest

from tests.extraction.places.helper import mains, reading_of, regions


def test_headline_and_lead_weigh_most() -> None:
    reading = reading_of(
        "BLORA, Kabar – Bawaslu Blora memanggil seorang lurah.\nLurah itu pernah bertugas di Rembang, Pati, dan Kudus.",
        title="Lurah di Blora Dipanggil",
    )
    assert mains(reading) == {"Kabupaten Blora"}
    assert {"Kabupaten Rembang", "Kabupaten Pati", "Kabupaten Kudus"} <= regions(reading)


def test_a_dateline_is_no_main() -> None:
    reading = reading_of("JAKARTA – Bawaslu Kabupaten Buton menyerahkan berkas ke KASN. Berkas Bawaslu Buton diterima.")
    assert mains(reading) == {"Kabupaten Buton"}
    assert "Provinsi DKI Jakarta" in regions(reading)


def test_a_dateline_counts_where_nothing_else_is_printed() -> None:
    assert mains(reading_of("BLORA – Aparatur diminta netral oleh pengawas.\nPesan itu disampaikan saat apel.")) == {"Kabupaten Blora"}


def test_the_parent_province_is_no_main() -> None:
    reading = reading_of("Bawaslu Kabupaten Bone, Sulawesi Selatan (Sulsel) memeriksa dua pegawai Pemkab Bone.")
    assert mains(reading) == {"Kabupaten Bone"}


def test_a_provincial_speaker_with_totals() -> None:
    reading = reading_of(
        "PEKANBARU – Bawaslu Riau menangani 23 pelanggaran.\nDi Kabupaten Siak ada dua pelanggaran, di Kabupaten Kampar tiga, "
        "di Kota Dumai satu.\nKetua Bawaslu Riau berjanji menuntaskannya.",
        title="Bawaslu Riau Tangani 23 Pelanggaran",
    )
    assert mains(reading) == {"Provinsi Riau"}


def test_a_provincial_speaker_who_tells_several_cases() -> None:
    reading = reading_of(
        "AMBON – Bawaslu Provinsi Maluku menangani perkara netralitas.\nDi Kabupaten Buru, perkara seorang camat dihentikan.\n"
        "Di Maluku Tenggara, seorang kades naik penyidikan.\nKetua Bawaslu Maluku menyampaikannya.",
        title="Bawaslu Maluku Tangani Perkara Netralitas",
    )
    assert mains(reading) == {"Kabupaten Buru", "Kabupaten Maluku Tenggara"}


def test_a_provincial_appeal_after_a_case_in_one_city() -> None:
    reading = reading_of(
        "JAKARTA – Bawaslu DKI Jakarta meminta Gubernur DKI mengingatkan bawahannya, menyusul laporan tentang RT dan RW di Jakarta Barat.\n"
        "Bawaslu DKI menunggu jawaban.",
        title="Bawaslu DKI Minta Gubernur DKI Ingatkan Bawahan",
    )
    assert mains(reading) == {"Provinsi DKI Jakarta", "Kota Jakarta Barat"}


def test_a_venue_in_the_lead_is_no_main() -> None:
    reading = reading_of(
        "Bawaslu Jateng menggelar ikrar ASN Pemprov Jateng di Gedung Contoh, Kota Semarang.\nKetua Bawaslu Jateng memimpin ikrar.",
        title="ASN Pemprov Jateng Berikrar Netral",
    )
    assert mains(reading) == {"Provinsi Jawa Tengah"}


def test_one_case_told_by_the_province() -> None:
    reading = reading_of(
        "PALU – Pelanggaran terjadi lagi.\nDi Kabupaten Donggala seorang kepala desa terbukti melanggar, kata Bawaslu Sulteng.\n"
        "Bawaslu Sulawesi Tengah, Bawaslu Sulteng, dan jajaran Bawaslu Sulteng mengawasi.",
        title="Oknum Kades Diputus Bersalah",
    )
    assert mains(reading) == {"Kabupaten Donggala"}


@pytest.mark.parametrize(
    "text",
    [
        "KABAR.COM, JAKARTA - Bawaslu menerima 400 laporan.\nKata Ketua Bawaslu RI di kawasan Contoh, Jakarta Utara, Selasa (17/9/2024).",
        "Penandatanganan berlangsung di Gedung Bawaslu, Jakarta Pusat, Sabtu (23/3). Hadir utusan Kemenpan RB.",
    ],
)
def test_the_place_where_somebody_spoke_is_no_main(text: str) -> None:
    assert mains(reading_of(text)) == set()


def test_a_province_that_only_says_where_the_kabupaten_lies() -> None:
    reading = reading_of(
        "Seorang kepala desa di Nusa Tenggara Timur (NTT) divonis.\nIa memimpin sebuah desa di Kabupaten Flores Timur.",
        title="Kades Divonis Tiga Bulan",
    )
    assert mains(reading) == {"Kabupaten Flores Timur"}


def test_a_total_of_one_province_told_by_the_nation() -> None:
    reading = reading_of(
        "KUPANG - Komisi Aparatur Sipil Negara (KASN) mencatat 17 kasus pelanggaran di Sulawesi Tenggara.\nAsisten KASN bicara."
    )
    assert mains(reading) == {"Provinsi Sulawesi Tenggara"}


def test_two_kabupaten_in_the_headline() -> None:
    reading = reading_of("Bawaslu memanggil camat dari dua daerah.", title="Camat di Blora dan Camat di Rembang Dipanggil")
    assert mains(reading) == {"Kabupaten Blora", "Kabupaten Rembang"}


@pytest.mark.parametrize(
    "text",
    [
        "JAKARTA – KASN memproses ratusan laporan. Ketua KASN menyampaikannya bersama BKN dan Kemendagri.",
        "Bawaslu menyebut lima provinsi rawan: NTT, Kaltim, Jatim, Sulsel, dan Sulteng.",
        "Bawaslu RI bersama KASN dan BKN menggelar rapat kerja di Bali.",
        "Bawaslu RI melimpahkan berkas kepada BKN. Kantor regional BKN ada di Makassar dan Bandung.",
    ],
)
def test_a_national_matter_has_no_main(text: str) -> None:
    assert mains(reading_of(text)) == set()


def test_a_region_named_once_deep_in_the_text_is_no_main() -> None:
    filler = "Aparatur wajib netral menurut KASN. Aturan sudah jelas. Sanksi menanti.\n"
    assert mains(reading_of(filler * 3 + "Contohnya pernah ada di Blora.")) == set()


def test_the_only_region_of_a_text_without_national_bodies() -> None:
    filler = "Kepala desa itu divonis. Hakim membacakan putusan. Terdakwa banding.\n"
    assert mains(reading_of(filler * 2 + "Kasus ini yang pertama di Kabupaten Minahasa.")) == {"Kabupaten Minahasa"}


def test_a_ranking_by_the_province() -> None:
    reading = reading_of(
        "MANADO - Bawaslu Provinsi Sulawesi Utara mencatat 31 kasus.\nSembilan di Kabupaten Minahasa Utara, enam di Kota Bitung.",
        title="Bawaslu Sulut Catat 31 Kasus, Terbanyak di Minahasa Utara",
    )
    assert mains(reading) == {"Provinsi Sulawesi Utara"}


def test_the_courts_town_is_no_region() -> None:
    reading = reading_of("Pengadilan Negeri Mataram memvonis Kepala Desa Langko, Kecamatan Lingsar, Lombok Barat.")
    assert mains(reading) == {"Kabupaten Lombok Barat"}
    assert "Kota Mataram" not in regions(reading)


def test_every_main_carries_a_reason_and_spans() -> None:
    reading = reading_of("Bawaslu Blora rapat di Blora.")
    assert all(r.spans for r in reading.regions)
    assert [r.reason != "" for r in reading.regions if r.main] == [True]


def test_a_holder_of_office_is_not_the_place_of_the_case() -> None:
    reading = reading_of(
        "NUNUKAN – Baliho istri Gubernur Kaltara dipasang di sekolah.\nBawaslu Nunukan memeriksa. Bawaslu Nunukan menegur kepala sekolah.",
        title="Kepala Sekolah Bantah Baliho Istri Gubernur Kaltara",
    )
    assert mains(reading) == {"Kabupaten Nunukan"}


def test_no_regions_at_all() -> None:
    reading = reading_of("Aparatur wajib netral.")
    assert reading.regions == []
    assert reading.places == []


def test_the_election_says_more_than_the_name_of_a_command() -> None:
    reading = reading_of(
        "Komandan Kodim 1399 Minahasa Utara, Letkol Inf Rekaan Wijaya, menegaskan TNI netral menjelang pilkada di Kabupaten Minahasa.\n"
        "Pesan itu disampaikan saat apel Kodim 1399 Minahasa Utara."
    )
    assert mains(reading) == {"Kabupaten Minahasa"}


@pytest.mark.parametrize(
    "text",
    [
        "Ketua Bawaslu Rahardian Sutejo mencatat ratusan ASN tidak netral.\n“Datanya terus naik,” kata Rahardian di Ancol, Jakarta Utara, "
        "Selasa (17/9/2024).",
        "Jakarta: Ketua Badan Pengawas Pemilihan Umum (Bawaslu) RI Rahardian Sutejo menilai pelanggaran mudah ditindak.\n"
        "Penelusuran berjalan di Kabupaten Garut dan Kota Bekasi.\nBawaslu Garut memeriksa anggota Satpol PP Garut.",
    ],
)
def test_a_national_statement_has_no_main_for_where_it_is_made_or_for_its_examples(text: str) -> None:
    assert mains(reading_of(text)) == set()


def test_a_national_body_that_only_receives_does_not_make_a_matter_national() -> None:
    text = "Rekomendasi atas empat pegawai sudah diteruskan kepada BKN.\nHal itu dilakukan pengawas di Kabupaten Blora."
    assert mains(reading_of(text)) == {"Kabupaten Blora"}


def test_the_place_of_a_visit_is_no_main() -> None:
    reading = reading_of(
        "Pontianak (ANTARA) - Pangdam mengingatkan prajurit agar netral pada pilkada di Provinsi Kalimantan Barat.\n"
        "“Prajurit harus netral,” kata Pangdam, di Kubu Raya, Kamis.\nSituasi Kalbar diharapkan kondusif."
    )
    assert mains(reading) == {"Provinsi Kalimantan Barat"}


def test_cases_told_by_the_supervisors_of_two_kabupaten() -> None:
    reading = reading_of(
        "Makassar, Kabar - Dua kepala desa di Sulawesi Selatan terjerat hukum.\n"
        "Kades di Selayar dianggap mengampanyekan satu paslon.\n"
        "Anggota Bawaslu Bulukumba, Baktiar Umar, mengatakan kades lain diputus bersalah.\nKepala desa di Bulukumba itu divonis percobaan.",
        title="Dua Kepala Desa di Sulsel Dipidana",
    )
    assert mains(reading) == {"Kabupaten Bulukumba", "Kabupaten Kepulauan Selayar"}


def test_a_provincial_speaker_on_one_case_that_the_first_sentence_tells() -> None:
    reading = reading_of(
        "Seorang ASN yang bertugas di Kabupaten Merauke, Papua Selatan, dilaporkan ke Bawaslu.\n"
        "Anggota Bawaslu Papua Selatan, Amos Muyan, membenarkannya.\nDi Provinsi Papua Selatan ada tiga laporan.\n"
        "Di Boven Digoel ada dua, di Asmat satu, kata Bawaslu Papua Selatan."
    )
    assert mains(reading) == {"Kabupaten Merauke"}


def test_the_top_of_a_list_of_provinces_is_no_main() -> None:
    reading = reading_of(
        "Bawaslu memetakan kerawanan netralitas ASN.\nUrutannya Maluku Utara, Banten, Lampung, dan Gorontalo.",
        title="ASN 22 Provinsi Rawan Tak Netral, Tertinggi di Maluku Utara",
    )
    assert mains(reading) == set()


def test_a_dateline_joined_to_the_first_word_and_an_outlets_name_are_no_mains() -> None:
    joined = reading_of("KABARKITA.CO, Pekanbaru-Kepala Desa Teluk Sungka, Kabupaten Indragiri Hilir, divonis.", title="Kades Divonis")
    assert mains(joined) == {"Kabupaten Indragiri Hilir"}
    assert "Provinsi Papua" not in regions(reading_of("Berita Papua, Serui — Pegawai Kabupaten Kepulauan Yapen diminta netral."))


def test_two_cases_set_against_each_other_in_one_sentence() -> None:
    reading = reading_of(
        "Denpasar (ANTARA) - Bawaslu menemukan dua ASN di Bali tidak netral.\nASN di Kabupaten Jembrana terbukti membagikan brosur, "
        "sedangkan ASN di Karangasem terbukti mengajak warga.\nRekomendasi Bawaslu Bali sudah dikirim, kata Ketua Bawaslu Bali."
    )
    assert mains(reading) == {"Kabupaten Jembrana", "Kabupaten Karangasem"}


def test_a_headline_that_ends_in_pilkada_lends_the_dateline_no_weight() -> None:
    reading = reading_of("JAKARTA, KABAR — Pegawai negeri sulit bersikap netral.", title="Sulitnya Netral di Pilkada")
    assert mains(reading) == set()


def test_the_top_of_a_provinces_list_is_no_main_but_a_kabupaten_that_speaks_of_itself_is() -> None:
    listed = reading_of(
        "SERANG, Kabar - Bawaslu Banten mencatat sembilan pelanggaran ASN.\nEmpat pelanggaran terjadi di Kabupaten Pandeglang, "
        "tiga di Kota Cilegon, dua di Kabupaten Lebak.",
        title="Sembilan ASN Tak Netral, Terbanyak Pandeglang",
    )
    assert mains(listed) == {"Provinsi Banten"}
    own = reading_of(
        "Bawaslu Kabupaten Kediri memeriksa 21 ASN.\nAngka itu tertinggi di Jawa Timur.", title="Kediri Tertinggi, 21 ASN Diperiksa"
    )
    assert mains(own) == {"Kabupaten Kediri"}
