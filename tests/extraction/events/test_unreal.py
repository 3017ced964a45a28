"""What did not happen codes nothing: negation, condition, future, question, law, background, procedure (codebook 3, 12.19, 12.25)."""

from __future__ import annotations

import pytest

from tests.extraction.events.helper import case, types

WATCHED = "Bawaslu Kota Salatiga mengawasi netralitas ASN pada Pilkada 2024."

NOTHING_OF = [
    ("laporan", "Hingga kini belum ada laporan yang masuk ke Bawaslu tentang ASN."),
    ("laporan", "Bawaslu belum menerima satu pun laporan pelanggaran ASN."),
    ("laporan", "Laporan dugaan pelanggaran ASN masih nihil."),
    ("laporan", "Jika ada ASN tidak netral, warga bisa melapor ke Bawaslu."),
    ("laporan", "Warga diminta melaporkan ASN yang tidak netral ke Bawaslu."),
    ("laporan", "Pada Pilkada 2020 Bawaslu telah menerima aduan tentang ASN, sedangkan pada Pilkada 2024 tidak."),
    ("temuan", "Apabila ditemukan pelanggaran oleh ASN, Bawaslu bertindak."),
    ("temuan", "Pengawas tidak menemukan pelanggaran netralitas ASN."),
    ("sanksi", "ASN yang terbukti melanggar netralitas bisa dijatuhi sanksi disiplin."),
    ("sanksi", "Kalau ASN tidak netral, bupati akan menjatuhkan sanksi tegas."),
    ("sanksi", "Sanksi berat berupa penurunan jabatan atau diberhentikan dari ASN."),
    ("sanksi", "Untuk sanksi sedang, tukin ASN dipotong, sedangkan sanksi berat diberhentikan."),
    ("rekomendasi", "Apabila ada temuan, berkas diteruskan ke BKN.\nSelanjutnya BKN memberikan rekomendasi kepada bupati."),
    ("rekomendasi", "Bawaslu akan merekomendasikan ASN itu ke BKN bila terbukti."),
    ("rekomendasi", "Bupati masih menunggu rekomendasi dari BKN soal ASN."),
    ("pidana", "Pasal 188 menyebutkan pejabat ASN yang melanggar dipidana penjara paling lama enam bulan."),
    ("pidana", "ASN yang tidak netral terancam hukuman penjara maksimal 1 tahun."),
    ("putusan", "Terbukti atau tidak, hal itu diputuskan BKN terhadap ASN tersebut."),
    ("putusan", "Bawaslu belum bisa memastikan apakah ASN itu melanggar atau tidak."),
]


@pytest.mark.parametrize(("kind", "sentence"), NOTHING_OF)
def test_unreal_step_is_no_event(kind: str, sentence: str) -> None:
    assert kind not in types(f"{WATCHED}\n{sentence}")


def test_relative_clause_is_only_the_object_of_another_step() -> None:
    text = case("Bupati Blora menonaktifkan sementara dua camat yang sedang diperiksa, Senin (14/10/2024).")
    assert "klarifikasi" not in types(text)


def test_journalist_who_asks_is_no_clarification() -> None:
    assert "klarifikasi" not in types(case("Camat itu belum menjawab ketika diminta klarifikasi oleh wartawan."))


def test_decided_but_announced_forwarding_counts() -> None:
    text = case("Bawaslu akan merekomendasikan camat itu ke BKN.", "Rapat pleno memutuskan hal itu, Senin (14/10/2024).")
    assert "rekomendasi" in types(text)


def test_announced_summons_is_a_watch_and_no_questioning() -> None:
    found = types(case("Bawaslu akan memanggil camat itu untuk dimintai keterangan."))
    assert "pengawasan" in found and "klarifikasi" not in found
