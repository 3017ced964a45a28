"""The language gate: Indonesian against Malay, Javanese and English (invented sentences)."""

from __future__ import annotations

import pytest

from extraction.article.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bawaslu Kabupaten Blora meminta aparatur sipil negara netral pada pilkada, kata ketuanya kepada wartawan di kantornya.", "id"),
        # words that Malay has too must not turn an Indonesian essay into Malay
        ("Mereka diminta netral. Kementerian itu menerbitkan edaran sehingga beliau berkata pelbagai pihak tidak boleh memihak.", "id"),
        ("Penjawat awam dilarang terlibat dalam kempen mana-mana parti politik menjelang pilihan raya, kata Pengarah Jabatan itu.", "ms"),
        ("Pegawai dilarang memakai lambang parti atau membuat apa-apa pernyataan yang menyokong calon, iaitu dalam sebarang majlis.", "ms"),
        ("Setiausaha kerajaan negeri memaklumkan bahawa kakitangan hendaklah berkecuali kerana pilihan raya kecil sudah hampir.", "ms"),
        (
            "Bawaslu Kabupaten Blora ngelingake kabeh pegawai negeri supaya tetep netral ing pilkada taun iki, ujare ketua nalika rapat.",
            "jv",
        ),
        ("Camat lan lurah ora kena ndhukung salah sijine calon. Yen ana warga sing weruh, bisa lapor menyang kantor pengawas.", "jv"),
        ("The watchdog Bawaslu urged civil servants (ASN) in Kabupaten Blora to stay neutral ahead of Pilkada 2024, a member said.", "en"),
        ("Netral.", "id"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language
