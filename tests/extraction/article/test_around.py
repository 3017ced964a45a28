"""What stands around articles in the systems of real outlets, on invented pages: it goes, the article stays whole."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from extraction.article import read_plain
from extraction.model import Source

PARAGRAPHS = {
    "lead": (
        "REMBANG, KabarContoh.com - Badan Pengawas Pemilihan Umum (Bawaslu) Kabupaten Rembang menangani dugaan pelanggaran netralitas ASN "
        "di Kecamatan Sulang pada Pilkada 2024, Senin (14/10/2024)."
    ),
    "second": (
        "Ketua Bawaslu Kabupaten Rembang, Sugeng Contoh, mengatakan laporan itu memuat rekaman video yang memperlihatkan terlapor hadir di "
        "panggung kampanye salah satu pasangan calon, dan dua saksi sudah dimintai keterangan di kantornya."
    ),
    "third": (
        "Menurut dia, kajian harus selesai lima hari setelah laporan diregistrasi. Jika terbukti, rekomendasi diteruskan kepada lembaga "
        "yang berwenang menjatuhkan sanksi kepada pegawai."
    ),
}
PAGES = tomllib.loads((Path(__file__).parent / "around.toml").read_text("utf-8"))["page"]


def filled(line: str) -> str:
    for name, text in PARAGRAPHS.items():
        line = line.replace(f"{{{name}}}", text)
    return line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["kind"])
def test_what_stands_around_an_article_goes(page: dict[str, Any]) -> None:
    found = read_plain(Source(filled(page["text"]).encode(), "text/plain", "uji", datetime(2025, 1, 1, tzinfo=UTC)))
    assert found.text.split("\n") == [filled(line) for line in page["kept"]]
    expected = (page.get("title"), page.get("authors", []), page.get("editor"), page.get("published"))
    assert (found.title, found.authors, found.editor, found.published) == expected
    assert page.get("code") in (None, found.reporter_code)
