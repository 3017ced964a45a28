"""Which articles are about neutrality of the state apparatus in an election (codebook 2)."""

from __future__ import annotations

import pytest

from tests.extraction.events.helper import coded

RELEVANT = [
    "Bawaslu Kota Madiun mengingatkan ASN agar netral pada Pilkada 2024.\nHal itu disampaikan dalam rapat bersama camat.",
    "Kepala Desa Sumberjati dilaporkan ke Bawaslu karena mengajak warga memilih salah satu paslon.\nLaporan disampaikan warga.",
    "Seorang kades divonis tiga bulan penjara dalam perkara tindak pidana pemilu.\nHakim menilai ia terbukti bersalah.",
    "Kapolres menegaskan anggota Polri netral pada Pemilu 2024.\nPersonel dilarang berpolitik praktis.",
    "Tiga guru dipanggil Bawaslu karena berfoto bersama caleg.\nKetiganya sudah dimintai keterangan.",
    "Kepala SDN 7 Batara mendatangi kantor Bawaslu Palopo.\nIa membantah terlibat politik praktis menjelang pilkada.\nFoto itu lama.",
    "Kabupaten Kediri teratas jumlah ASN pelanggar pilkada.\nMereka diduga tidak netral dalam pemilihan kepala daerah, kata Bawaslu.",
    "Bawaslu Konawe menghentikan penanganan dugaan kampanye terselubung Pj Bupati Konawe.\nPelapor dan saksi sudah dimintai keterangan.",
    "Bawaslu Pasaman menerima laporan menjelang PSU.\nDua laporan awal dihentikan.\nKeduanya menyangkut spanduk di pasar.\n"
    "Petugas berjaga di TPS.\nWarga datang sejak pagi untuk mendaftar.\nKotak suara disimpan di gudang milik kecamatan yang dijaga "
    "petugas siang dan malam.\nSatu laporan lagi menyebut ASN yang diduga mengampanyekan salah satu pasangan calon.",
    "Majelis hakim memvonis Junaedi, Kepala Desa Kawo, empat bulan penjara.\nJaksa menuntut enam bulan.\nIa mengajak warga memilih caleg "
    "lewat pengeras suara.",
    "KASN merekomendasikan hukuman disiplin berat bagi Kepala Dinas Pendidikan.\nGubernur diberi waktu empat belas hari.",
    "Lurah dan pamong kalurahan diminta tidak memihak dalam Pemilu 2024.\nPesan itu disampaikan gubernur.",
]
NOT_RELEVANT = [
    "Panitia pilkades diminta netral.\nPemilihan kepala desa digelar November, dan calon kepala desa sudah mendaftar di kantor camat.",
    "KPU Kabupaten Ngawi meminta PPK dan PPS netral.\nPenyelenggara pemilu tidak boleh memihak calon.",
    "Calon bupati dilaporkan ke Bawaslu karena diduga membagikan uang.\nPolitik uang itu terjadi saat kampanye pilkada.",
    "BKN membuka seleksi CPNS dan PPPK.\nASN yang lulus menerima gaji mulai bulan depan.",
    "Pemerintah mengejar netralitas karbon pada 2060.\nEmisi pabrik diturunkan, kata pejabat kementerian.",
    "Bawaslu dan Satpol PP menurunkan baliho yang melanggar aturan kampanye.\nPenertiban dilakukan menjelang masa tenang pemilu.",
    "Warga RW 05 memilih ketua RW baru.\nLurah berharap pemilihan ketua RW berlangsung netral dan aman.",
    "KPU menetapkan daftar pemilih tetap Pemilu 2024.\nRapat pleno dihadiri Bawaslu dan polisi.",
    "Kepala desa divonis dua tahun penjara karena korupsi dana desa.\nVonis dibacakan menjelang pilkada.",
    "KASN merekomendasikan pembatalan mutasi kepala dinas.\nBupati melantik pejabat baru.",
    "Bawaslu membuka pendaftaran pengawas TPS.\nASN boleh mendaftar dengan izin atasan.\nSeleksi berlangsung sepekan.",
    "Caleg divonis bersalah karena politik uang.\nKepala desa setempat menjadi saksi.\nHakim menjatuhkan denda.",
    "Wasit dinilai tidak netral oleh pelatih.\nLaga itu berakhir imbang.",
]


@pytest.mark.parametrize("text", RELEVANT)
def test_subject_is_recognised_also_without_the_word_netral(text: str) -> None:
    version = coded(text).version
    assert version.relevant, version.relevance_reason
    assert version.relevance >= 0.5


@pytest.mark.parametrize("text", NOT_RELEVANT)
def test_look_alikes_are_not_relevant(text: str) -> None:
    version = coded(text).version
    assert not version.relevant
    assert version.relevance < 0.5
    assert version.relevance_reason


def test_irrelevant_article_keeps_no_event_and_no_case() -> None:
    record = coded(NOT_RELEVANT[2])
    assert record.events == [] and record.cases == [] and record.figures == [] and record.elections == []


def test_ruling_document_is_no_news() -> None:
    text = "Pengaduan terhadap seorang lurah yang tidak netral pada Pilkada 2020.\nMENIMBANG bahwa Bawaslu telah didengar."
    record = coded(text)
    assert record.version.genre.value == "document" and not record.version.relevant


def test_a_village_head_jailed_for_campaigning_is_the_subject_without_a_supervisor_named() -> None:
    assert coded(
        "Tarmo, Kepala Desa Sukowati, Kabupaten Blora, dijatuhi hukuman penjara tiga bulan oleh Pengadilan Negeri Blora.\n"
        "Ia mengampanyekan istrinya yang menjadi calon anggota legislatif pada Pemilu 2024, kata hakim ketua."
    ).version.relevant


def test_police_in_a_candidates_team_are_the_subject() -> None:
    assert coded(
        "Kapolda menerima laporan bahwa ada polisi menjadi tim sukses calon kepala daerah dalam Pilkada 2024 di Kabupaten Blora."
    ).version.relevant
