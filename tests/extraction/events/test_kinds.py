"""Kinds of faults found on unseen texts, each with invented sentences (codebook 12.1 to 12.7, 12.15, 12.22, 12.25)."""

from __future__ import annotations

import pytest

from tests.extraction.events.helper import case, events, proven, statuses, types


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Camat itu memenuhi panggilan Bawaslu, Senin (14/10/2024).", "klarifikasi"),
        ("Bawaslu sudah melayangkan surat panggilan kepada camat itu.", "klarifikasi"),
        ("Klarifikasi terhadap camat itu masih berjalan di Bawaslu.", "klarifikasi"),
        ("Perkara itu dicatat dengan nomor temuan 07/TM/PW/Kab/14.05/X/2024.", "temuan"),
        ("Laporan bernomor 03/LP/PB/Kab/14.05/X/2024 menyebut camat itu sebagai terlapor.", "laporan"),
        ("Perkara camat itu kini naik ke tahap penyidikan di Polres Blora.", "pidana"),
        ("Berkas perkara camat itu diserahkan penyidik Polres Blora kepada Kejaksaan Negeri Blora.", "pidana"),
        ("Untuk netralitas camat itu diteruskan Bawaslu ke BKN.", "rekomendasi"),
        ("Pleno Bawaslu memutuskan untuk merekomendasikan camat itu ke BKN.", "rekomendasi"),
        ("Camat itu membantah kalau dirinya mengajak warga memilih salah satu calon.", "bantahan"),
        ("Bawaslu mengagendakan pemanggilan terhadap camat itu.", "pengawasan"),
        ("Menurut pleno Bawaslu, camat itu patut diduga melanggar netralitas.", "putusan"),
    ],
)
def test_steps_told_in_other_words(sentence: str, wanted: str) -> None:
    assert wanted in types(case(sentence))


@pytest.mark.parametrize(
    ("sentence", "unwanted"),
    [
        ("Gubernur mempersilakan Bawaslu memanggil camat itu.", "klarifikasi"),
        ("Hasil kajian dan pleno itu kami teruskan ke BKN, kata anggota Bawaslu.", "putusan"),
        ("Perkara itu akan kami bahas dalam rapat pleno Bawaslu.", "putusan"),
        ("Camat itu akan dibuatkan kajian dan Bawaslu melaksanakan pleno.", "putusan"),
        ("Eksekusi rekomendasi Komisi ASN belum dibahas pemerintah kabupaten, yang masih memerlukan rekomendasi.", "sanksi"),
        ("Aparat kepolisian dituntut terus menjaga netralitas selama Pilkada.", "pidana"),
        ("Sejumlah laporan masuk ke Bawaslu sepanjang Pilkada.", "laporan"),
        ("Para camat diimbau untuk melakukan sosialisasi netralitas.", "sosialisasi"),
    ],
)
def test_what_only_looks_like_a_step(sentence: str, unwanted: str) -> None:
    assert unwanted not in types(case(sentence))


def test_what_the_prosecutor_holds_proven_is_no_finding() -> None:
    text = (
        "Sidang perkara netralitas Kepala Desa Sumberagung, Darmo Sukandar, pada Pilkada 2024 digelar di Pengadilan Negeri Blora.\n"
        "Jaksa Penuntut Umum menuntut terdakwa dua bulan penjara.\n"
        "Menurutnya, kades itu terbukti bersalah karena mengampanyekan salah satu calon bupati."
    )
    assert not proven(text)


def test_supervisors_verdict_in_a_word_of_courts_is_a_finding() -> None:
    text = case("Hasilnya Bawaslu memutuskan tiga ASN terbukti tidak netral dengan mendukung seorang calon.")
    assert statuses(text).get("putusan") == "terbukti"


def test_outcome_of_a_candidate_is_no_outcome_of_the_servant() -> None:
    text = case("Bawaslu menyatakan laporan terhadap pasangan calon nomor urut 1 tidak memenuhi unsur pelanggaran.")
    assert "putusan" not in types(text)


def test_two_days_of_questioning_are_two_events() -> None:
    text = case(
        "Camat Randugung, Wirya Kusnadi, memenuhi panggilan Bawaslu pada Minggu (13/10/2024).",
        "Lurah Mekarwangi, Darto Winarno, yang diduga ikut mendukung calon itu, diperiksa Bawaslu pada Senin (14/10/2024).",
    )
    assert {e.date for e in events(text) if e.type == "klarifikasi"} == {"2024-10-13", "2024-10-14"}


def test_letter_is_dated_by_its_own_day_and_not_by_the_one_it_follows() -> None:
    own = "Bupati Blora mengeluarkan surat edaran netralitas tanggal 20 September 2024 untuk Pilkada 2024, kata sekda, Senin (30/9/2024)."
    follows = (
        "Sekda Blora mengimbau ASN menjaga netralitas pada Pilkada 2024, Senin (30/9/2024).\n"
        '"Menindaklanjuti surat Bawaslu Nomor 142/PM.00 tanggal 16 Juli 2024, kami imbau ASN netral," katanya.'
    )
    assert [e.date for e in events(own) if e.type == "imbauan"] == ["2024-09-20"]
    assert "2024-07-16" not in [e.date for e in events(follows)]


def test_step_told_for_a_province_lies_in_the_kabupaten_of_its_clause() -> None:
    text = (
        "Bawaslu Provinsi Jawa Tengah menangani dugaan pelanggaran netralitas ASN pada Pilkada 2024.\n"
        "Seorang camat di Kabupaten Blora dilaporkan ke Bawaslu karena diduga tidak netral.\n"
        '"Semua kami tangani," kata anggota Bawaslu Jawa Tengah, Sekar Palupi, di Semarang, Rabu (16/10/2024).'
    )
    regions = {e.region.name for e in events(text) if e.type == "laporan" and e.region}
    assert regions == {"Kabupaten Blora"}


def test_not_neutral_and_proven_is_no_clearing() -> None:
    text = (
        "Majelis hakim Pengadilan Negeri Blora memvonis Kepala Desa Sumberagung, Darmo Sukandar, denda dalam perkara Pilkada 2024.\n"
        '"Kades tidak netral, terbukti melanggar undang-undang pilkada," kata anggota Bawaslu Kabupaten Blora, Sekar Palupi.'
    )
    assert "tidak_terbukti" not in statuses(text).values()


def test_an_activity_proven_to_be_a_campaign_proves_nobody() -> None:
    text = case("Dalam hasil pemeriksaan Panwascam terbukti bahwa kegiatan yang melibatkan camat itu adalah kampanye.")
    assert not proven(text)


def test_two_verdicts_of_two_village_heads() -> None:
    text = (
        "Kepala Desa Sumberagung, Darmo Sukandar, divonis hakim Pengadilan Negeri Blora pada 4 Desember 2024 atas netralitas Pilkada.\n"
        "Kepala Desa Mekarwangi, Retno Wulansari, sudah divonis hakim Pengadilan Negeri Blora pada 2 Desember 2024."
    )
    assert sorted(e.date or "" for e in events(text) if e.type == "pidana") == ["2024-12-02", "2024-12-04"]


def test_group_of_citizens_reports_a_suspicion() -> None:
    text = (
        "Komite Pemantau Pilkada melaporkan dugaan ketidaknetralan Lurah Mekarwangi, Darto Winarno, di Kabupaten Blora pada Pilkada 2024."
    )
    assert "laporan" in types(text)


def test_the_day_of_the_deed_is_not_that_of_the_statement() -> None:
    text = case(
        "Seorang anggota Bawaslu menyebutkan bahwa peristiwa itu terjadi pada 1 Oktober 2024.",
        "Bawaslu meneruskan perkara camat itu ke BKN.",
    )
    assert [e.date for e in events(text) if e.type == "rekomendasi"] == ["2024-10-16"]


def test_bare_support_is_dropped_beside_the_form_it_took() -> None:
    text = case("Camat itu diduga mendukung calon bupati dengan berfoto bersama calon itu.", "Warga melaporkan camat itu ke Bawaslu.")
    forms = {f.value for e in events(text) for f in e.forms}
    assert "foto_bersama" in forms and "lainnya" not in forms
