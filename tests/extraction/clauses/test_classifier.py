"""The shipped weights on invented clauses that are none of the training frames, and how weights are read and learnt."""

from __future__ import annotations

from pathlib import Path

import pytest

from extraction.clauses.classifier import WEIGHTS, read_weights, scores
from extraction.clauses.training import maxent, mean_of, perceptron
from extraction.model import EventType

MOST_BYTES = 200_000


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Seorang nelayan melaporkan Camat Wanakerta ke Bawaslu karena ikut kampanye.", EventType.LAPORAN),
        ("Camat Wanakerta diperiksa Bawaslu selama dua jam pada Selasa.", EventType.KLARIFIKASI),
        ("Bawaslu meneruskan perkara Lurah Wanakerta ke BKN.", EventType.REKOMENDASI),
        ("Majelis hakim memvonis kades itu dua bulan penjara.", EventType.PIDANA),
        ("Lurah Wanakerta membantah mendukung salah satu calon.", EventType.BANTAHAN),
        ("Seluruh pegawai membacakan ikrar netralitas di halaman kantor bupati.", EventType.IKRAR),
    ],
)
def test_what_happened_is_told(text: str, kind: EventType) -> None:
    assert scores(text)[kind] > 0


@pytest.mark.parametrize(
    "text",
    [
        "Jika ada warga yang melapor, Bawaslu akan memeriksa camat itu.",
        "Hingga kini belum ada laporan yang masuk ke Bawaslu Wanakerta.",
        "KPU Wanakerta menetapkan jumlah pemilih tetap.",
        "Dinas perikanan membagikan bibit lele kepada petani.",
    ],
)
def test_what_did_not_happen_is_told_of_no_case(text: str) -> None:
    told = {kind for kind, score in scores(text).items() if score > 1}
    assert not told & {EventType.LAPORAN, EventType.KLARIFIKASI, EventType.PUTUSAN, EventType.SANKSI, EventType.PIDANA}


def test_the_weights_stay_small() -> None:
    assert WEIGHTS.stat().st_size < MOST_BYTES


def test_a_broken_line_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    path.write_text("bias\tlaporan\n", encoding="utf-8")
    with pytest.raises(ValueError, match="zip"):
        read_weights(path)


@pytest.mark.parametrize("learn", [maxent, perceptron])
def test_both_learners_separate_what_can_be_separated(learn: object) -> None:
    assert callable(learn)
    rows = [(i % 2 == 0, ["bias", "lapor" if i % 2 == 0 else "jalan"]) for i in range(40)]
    weights = learn(rows)
    assert weights.get("lapor", 0) - weights.get("jalan", 0) > 0


def test_the_mean_leaves_small_weights_out() -> None:
    assert mean_of({"a": 1.0, "b": 0.1}, {"a": 4.0}) == {"a": 1.0}
