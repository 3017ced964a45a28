"""Text clusters: copies are found, different articles of one subject are not."""

from __future__ import annotations

import numpy as np

from index.resolve.texts import SAME, alike, bands, clusters, packed, signature, unpacked

REPORT = (
    "Bawaslu Kabupaten Blora menerima laporan warga tentang seorang camat yang diduga mengajak hadirin memilih salah satu pasangan calon"
    " dalam rapat di pendapa pada Selasa pagi. Pelapor menyerahkan rekaman video berdurasi dua menit serta daftar hadir. Ketua Bawaslu"
    " mengatakan laporan itu dikaji kelengkapannya selama dua hari kerja sebelum diputuskan diregistrasi atau tidak. Camat yang dilaporkan"
    " belum menjawab permintaan tanggapan. Pemerintah kabupaten menyatakan menunggu hasil kajian itu."
)
OTHER = (
    "Wali Kota Pasuruan mengingatkan seluruh lurah agar tidak ikut berkampanye. Surat edaran tentang netralitas pegawai telah dibagikan ke"
    " semua kelurahan pekan ini. Setiap pelanggaran akan diteruskan kepada pejabat pembina kepegawaian untuk diperiksa lebih lanjut."
)


def of(**texts: str) -> dict[str, str]:
    return clusters({name: signature(text) for name, text in texts.items()})


def test_the_same_text_is_one_cluster_named_by_its_smallest_article() -> None:
    assert of(c=REPORT, b=REPORT, z=OTHER) == {"c": "b", "b": "b", "z": "z"}


def test_light_rewriting_is_the_same_text() -> None:
    rewritten = REPORT.replace("menerima laporan warga", "mendapat laporan warga").replace("Selasa pagi.", "Selasa pagi, kata panitia.")
    assert of(a=REPORT, b=f"{rewritten} (red)")["b"] == "a"


def test_case_accents_and_punctuation_make_no_difference() -> None:
    assert alike(signature(REPORT), signature(REPORT.upper().replace(".", " !"))) == 1.0


def test_two_reports_of_one_event_are_two_texts() -> None:
    own = "Seorang camat di Blora diadukan ke Bawaslu. Aduan menyebut ajakan memilih pasangan calon dalam rapat. " + OTHER
    assert set(of(a=REPORT, b=own).values()) == {"a", "b"}


def test_copies_of_copies_are_joined_through_each_other() -> None:
    words = REPORT.split()
    chain = {f"a{i}": " ".join(words[i * 3 :] + [f"tambahan{i}" for _ in range(i)]) for i in range(4)}
    assert set(of(**chain).values()) == {"a0"}


def test_short_texts_are_one_only_when_equal() -> None:
    assert of(a="Ikrar netralitas.", b="ikrar netralitas", c="Ikrar damai.") == {"a": "a", "b": "a", "c": "c"}


def test_signatures_survive_storage_and_estimate_the_common_share() -> None:
    sign = signature(REPORT)
    assert np.array_equal(unpacked(packed(sign)), sign)
    assert bands(unpacked(packed(sign))) == bands(sign)
    assert all(0 <= band < 2**63 for band in bands(sign))
    half = " ".join(REPORT.split()[:34])
    assert 0.3 < alike(sign, signature(half)) < SAME
