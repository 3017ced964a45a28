"""Numbers, figures, elections, subjects, forms and dates of events."""

from __future__ import annotations

import pytest

from extraction.events.numbers import value
from extraction.model import Final
from tests.extraction.events.helper import case, coded, events


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("dua", 2),
        ("sebelas", 11),
        ("tujuh belas", 17),
        ("dua puluh lima", 25),
        ("seratus dua puluh", 120),
        ("dua ribu", 2000),
        ("1.005", 1005),
        ("66", 66),
    ],
)
def test_number_words(printed: str, number: int) -> None:
    assert value(printed) == number


def test_word_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="not a number"):
        value("camat")


def test_figures_count_cases_and_people_but_no_rules_ballots_or_threats() -> None:
    text = case(
        "Delapan lurah dan 34 guru dimintai keterangan.",
        "Pasal 71 UU Nomor 10 Tahun 2016 melarang dukungan kepada paslon nomor urut 2.",
        "Ancamannya penjara paling lama enam bulan dan denda paling banyak Rp6 juta.",
    )
    assert sorted(f.value for f in coded(text).figures) == [8, 34]


def test_penalties_imposed_are_figures() -> None:
    text = case("Majelis hakim Pengadilan Negeri Blora memvonis Wirya penjara tiga bulan dan denda Rp4 juta.")
    assert {3, 4_000_000} <= {f.value for f in coded(text).figures}


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Bawaslu memeriksa tiga PNS dan tiga kepala desa.", [3, 3]),
        ("Delapan kasus temuan sendiri, delapan kasus lagi aduan warga.", [8, 8]),
        ("Bawaslu menerima 79 laporan: 60 dari masyarakat, 19 temuan.", [19, 60, 79]),
        ("Surat berisi 16 butir, 14 di antaranya larangan.", []),
        ("Keenam ASN itu diteruskan ke KASN.", [6]),
        ("Empat kepala desa diperiksa. Keempat terlapor mengakuinya.", [4]),
        ("Hakim memvonis Wirya, Camat Randugung, Kabupaten Blora, empat bulan dengan masa percobaan setahun.", [4]),
        ("Hakim menghukumnya penjara 3 bulan dan denda satu juta rupiah subsider 3 bulan kurungan.", [3, 3, 1_000_000]),
        ("Jaksa menuntut enam bulan kurungan penjara dan Rp24 juta, hakim menghukumnya satu bulan.", [6, 24_000_000]),
        ("Bupati menjatuhkan sanksi penundaan kenaikan gaji selama dua tahun.", [2]),
        ("Pendukung paslon 01 dan 03 hadir.", []),
        ("Dari 11 (sebelas) ASN, 4 (empat) diantaranya diteruskan.", [4, 11]),
        ("Dari sembilan laporan yang masuk,6 laporan dinyatakan gugur.", [6, 9]),
    ],
)
def test_what_counts(sentence: str, values: list[int]) -> None:
    lead = "Bawaslu Kabupaten Blora menangani dugaan pelanggaran netralitas ASN pada Pilkada 2024.\n"
    assert sorted(int(f.value) for f in coded(lead + sentence).figures) == sorted(values)


def test_a_total_behind_a_dateline_is_no_share_of_its_town() -> None:
    text = "KENDARI, Kabar - Sebanyak 10 ASN Kabupaten Muna diduga tidak netral pada Pilkada 2024.\nBawaslu memeriksa 10 ASN itu."
    assert [f.value for f in coded(text).figures] == [10]


@pytest.mark.parametrize(
    ("sentence", "elections"),
    [
        ("Bawaslu Blora meminta ASN netral pada Pemilu dan Pilkada 2024.", ["Pemilu 2024", "Pilkada 2024"]),
        ("Bawaslu Blora meminta ASN netral pada Pemilihan Serentak 2024.", ["Pilkada 2024"]),
        ("Bawaslu Blora meminta ASN netral pada Pileg 2019.", ["Pemilu 2019"]),
        ("Bawaslu Blora meminta ASN netral pada pilkada, Kamis (15/10/2020).", ["Pilkada 2020"]),
        ("Bawaslu Blora meminta ASN netral.\nTahapan kampanye berjalan.", []),
        ("ASN diminta netral dalam pemilihan kepala daerah (pilkada) serentak 2018.", ["Pilkada 2018"]),
        (
            "ASN Blora tidak netral karena membagikan kalender caleg; untuk pemilu maupun pilkada itu dilarang, Kamis (1/2/2024).",
            ["Pemilu 2024"],
        ),
        (
            "Pelanggaran netralitas ASN lebih banyak di pilkada, bukan pemilu, seperti pada Pemilu 2019, Selasa (17/9/2024).",
            ["Pemilu 2019", "Pilkada 2024"],
        ),
        ("ASN Blora diduga melakukan tindak pidana pemilu untuk paslon bupati, Jumat (20/4/2018).", ["Pilkada 2018"]),
        ("ASN Blora tidak netral saat deklarasi paslon gubernur Jawa Tengah 2018.", ["Pilkada 2018"]),
        (
            "ASN diminta netral pada pemungutan suara ulang (PSU).\nPSU atau pilkada ulang itu mengulang Pemilihan Bupati Tahun 2024.",
            ["PSU 2025"],
        ),
        ("Camat Blora mendukung calon bupati periode 2021-2024, kata Bawaslu.", []),
    ],
)
def test_elections_named_or_forced_by_date(sentence: str, elections: list[str]) -> None:
    assert coded(sentence + "\nCamat dan lurah hadir.").elections == elections


def test_the_title_of_a_rule_names_no_election_of_the_article() -> None:
    rule = "Surat Edaran Nomor B/11/M.SM/2017 tentang Netralitas ASN pada Pilkada Serentak tahun 2018 dan Pemilu 2019"
    text = f"ASN Blora yang mencalonkan diri pada Pilkada 2020 diminta netral.\nHal itu diatur {rule}."
    assert coded(text).elections == ["Pilkada 2020"]


def test_office_held_by_a_civil_servant_adds_asn_but_a_village_head_does_not() -> None:
    told = {s for e in events(case("Warga melaporkan camat itu ke Bawaslu.")) for s in e.subjects}
    assert {"camat", "ASN"} <= told
    village = (
        "Warga melaporkan Kepala Desa Sumberjati ke Bawaslu Kabupaten Blora karena tidak netral pada Pilkada 2024.\nLaporan sudah diterima."
    )
    assert {s.value for e in events(village) for s in e.subjects} == {"kades"}


def _subjects(text: str) -> set[str]:
    return {s.value for e in events(text) for s in e.subjects}


def test_offices_of_those_whom_a_case_is_about_are_subjects_wherever_they_are_printed() -> None:
    told = _subjects(
        "Bawaslu Kabupaten Blora meneruskan dugaan pelanggaran netralitas empat ASN ke KASN, Rabu (14/10/2020).\n"
        "Keempatnya adalah Kepala Dinas Perikanan Darto Wiyono, Camat Randugung Sapta Kirana dan dua guru.\n"
        "Berkas diserahkan Sekretaris Daerah Blora, Ruslan Hadi.\nBawaslu meminta para lurah tidak ikut berkampanye."
    )
    assert {"ASN", "kepala_dinas", "camat", "guru"} <= told
    assert not told & {"sekda", "lurah"}


def test_groups_that_an_appeal_names_further_down_are_subjects() -> None:
    told = _subjects(
        "Bawaslu Kabupaten Blora mengingatkan ASN agar netral pada Pilkada 2024.\n"
        "Warga diajak ikut mengawasi ASN, TNI, Polri dan tenaga kontrak."
    )
    assert told == {"ASN", "TNI", "Polri", "honorer"}


def test_a_head_of_a_national_body_and_elected_offices_in_a_law_are_no_subjects() -> None:
    told = _subjects(
        "Bawaslu Kabupaten Blora memeriksa seorang guru yang diduga tidak netral pada Pilkada 2024.\n"
        "Dasarnya keputusan bersama Menteri dan Kepala Badan Kepegawaian Negara serta UU Pemilihan Gubernur, Bupati, dan Wali Kota."
    )
    assert told == {"guru", "ASN"}


def test_soldiers_and_police_joined_by_a_hyphen_are_two_subjects() -> None:
    assert {"TNI", "Polri"} <= _subjects("Bawaslu Kabupaten Blora mengingatkan ASN dan TNI-Polri agar netral pada Pilkada 2024.")


def test_forms_alleged_and_forms_forbidden_are_kept_apart() -> None:
    accused = events(case("Camat itu diduga mengunggah foto paslon di Facebook.", "Warga melaporkan camat itu ke Bawaslu."))
    assert any("posting_dukungan" in e.forms for e in accused)
    warned = events("Bawaslu Blora mengingatkan ASN netral pada Pilkada 2024.\nASN dilarang memasang baliho calon.")
    assert all(not e.forms for e in warned) and any("pasang_baliho" in e.forms_forbidden for e in warned)


def test_step_takes_its_own_day_and_not_the_deeds_or_the_statements() -> None:
    text = case(
        "Camat itu diduga menghadiri kampanye, Kamis (3/10/2024).",
        "Warga melaporkan camat itu ke Bawaslu, Senin (7/10/2024).",
        "Bawaslu memanggil camat itu, Jumat (11/10/2024).",
    )
    days = {e.type.value: e.date for e in events(text)}
    assert days["laporan"] == "2024-10-07" and days["klarifikasi"] == "2024-10-11"


def test_day_of_the_statement_where_no_other_is_told() -> None:
    (event,) = [e for e in events(case("Warga telah melaporkan camat itu ke Bawaslu.")) if e.type.value == "laporan"]
    assert event.date == "2024-10-16" and event.date_basis == "statement"


def test_sentence_that_points_back_dates_the_step_before() -> None:
    text = case("Bawaslu menyatakan Wirya terbukti melanggar netralitas.", "Putusan itu diambil dalam rapat pleno, Senin (14/10/2024).")
    assert {e.type.value: e.date for e in events(text)}["putusan"] == "2024-10-14"


@pytest.mark.parametrize(
    ("sentence", "kind", "by"),
    [
        ("Bupati Blora menjatuhkan sanksi teguran tertulis kepada Wirya, Selasa (5/11/2024).", "sanksi", "Pemerintah Kabupaten Blora"),
        ("Komisi Aparatur Sipil Negara (KASN) merekomendasikan sanksi sedang.", "rekomendasi", "Komisi Aparatur Sipil Negara"),
        ("Wirya direkomendasikan Bawaslu Kabupaten Blora ke BKN.", "rekomendasi", "Bawaslu Kabupaten Blora"),
        ("Bawaslu Kabupaten Blora meneruskan perkara itu ke BKN.", "rekomendasi", "Bawaslu Kabupaten Blora"),
        ("Perkara Wirya sudah kami teruskan kepada pihak Badan Kepegawaian Negara (BKN).", "rekomendasi", "Bawaslu Kabupaten Blora"),
    ],
)
def test_a_status_is_the_word_of_who_acts_in_its_step(sentence: str, kind: str, by: str) -> None:
    assert {e.by for e in events(case(sentence)) if e.type == kind} == {by}


@pytest.mark.parametrize(
    ("sentence", "final"),
    [
        ("Wirya mengajukan keberatan.", Final.NO),
        ("Wirya menerima sanksi itu dan tidak mengajukan keberatan.", Final.UNKNOWN),
        ("Ia belum menyatakan banding.", Final.UNKNOWN),
    ],
)
def test_only_an_appeal_that_was_made_leaves_a_status_open(sentence: str, final: Final) -> None:
    text = case("Bupati Blora menjatuhkan sanksi teguran tertulis kepada Wirya, Selasa (5/11/2024).", sentence)
    assert [e.final for e in events(text) if e.type == "sanksi"] == [final]


def test_a_case_told_in_passing_lies_where_its_sentence_says() -> None:
    told = events(
        "Kerawanan netralitas ASN pada Pilkada 2024 di Jawa Tengah masih ada di Kabupaten Blora dan Kabupaten Rembang.\n"
        "Dua kabupaten itu berkategori rawan tinggi, kata Anggota Bawaslu Jawa Tengah, Sekar Palupi, Senin (9/9/2024).\n"
        "Di luar keduanya, Bawaslu Kota Salatiga menyatakan Camat Randugung, Wirya Kusnadi, terbukti melanggar netralitas ASN."
    )
    assert {e.region.name for e in told if e.status and e.region} == {"Kota Salatiga"}
