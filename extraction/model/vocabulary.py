"""The closed vocabularies of the codebook. The values are what records, exports and addresses carry; Indonesian, as printed there."""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """Codebook, section 3."""

    SOSIALISASI = "sosialisasi"
    IKRAR = "ikrar"
    RAPAT_KOORDINASI = "rapat_koordinasi"
    PEMETAAN_KERAWANAN = "pemetaan_kerawanan"
    IMBAUAN = "imbauan"
    PENGAWASAN = "pengawasan"
    LAPORAN = "laporan"
    TEMUAN = "temuan"
    KLARIFIKASI = "klarifikasi"
    PUTUSAN = "putusan"
    REKOMENDASI = "rekomendasi"
    SANKSI = "sanksi"
    PIDANA = "pidana"
    BANTAHAN = "bantahan"
    STATISTIK = "statistik"
    LAINNYA = "lainnya"


PREVENTION_TYPES = frozenset(
    {
        EventType.SOSIALISASI,
        EventType.IKRAR,
        EventType.RAPAT_KOORDINASI,
        EventType.PEMETAAN_KERAWANAN,
        EventType.IMBAUAN,
        EventType.PENGAWASAN,
    }
)
CASE_TYPES = frozenset(
    {
        EventType.LAPORAN,
        EventType.TEMUAN,
        EventType.KLARIFIKASI,
        EventType.PUTUSAN,
        EventType.REKOMENDASI,
        EventType.SANKSI,
        EventType.PIDANA,
        EventType.BANTAHAN,
    }
)


class Status(StrEnum):
    """Codebook, section 4: the stage that a case has reached, according to somebody, on a day."""

    DUGAAN = "dugaan"
    TERBUKTI = "terbukti"
    TIDAK_TERBUKTI = "tidak_terbukti"
    SANKSI = "sanksi"


class Final(StrEnum):
    """Whether a status can still change; an announced appeal makes it NO."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Subject(StrEnum):
    """Codebook, section 5; local titles (keuchik, perbekel, panewu …) map to these."""

    ASN = "ASN"
    PPPK = "PPPK"
    HONORER = "honorer"
    GURU = "guru"
    KEPALA_SEKOLAH = "kepala_sekolah"
    KEPALA_DINAS = "kepala_dinas"
    SEKDA = "sekda"
    CAMAT = "camat"
    LURAH = "lurah"
    KADES = "kades"
    PERANGKAT_DESA = "perangkat_desa"
    KEPALA_DAERAH = "kepala_daerah"
    TNI = "TNI"
    POLRI = "Polri"
    PENYELENGGARA = "penyelenggara"
    RT_RW = "RT_RW"
    BPD = "BPD"


class Form(StrEnum):
    """Codebook, section 5: what somebody is said to have done."""

    LIKE_KOMENTAR_SHARE = "like_komentar_share"
    POSTING_DUKUNGAN = "posting_dukungan"
    FOTO_BERSAMA = "foto_bersama"
    HADIR_KAMPANYE = "hadir_kampanye"
    DEKLARASI_DUKUNGAN = "deklarasi_dukungan"
    DAFTAR_PARPOL = "daftar_parpol"
    PASANG_BALIHO = "pasang_baliho"
    MOBILISASI = "mobilisasi"
    FASILITAS_NEGARA = "fasilitas_negara"
    LAINNYA = "lainnya"


class RegionLevel(StrEnum):
    """Levels of the Kemendagri code; a kelurahan is of level desa (codebook 12.17)."""

    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"
    KOTA = "kota"
    KECAMATAN = "kecamatan"
    DESA = "desa"


class Precision(StrEnum):
    """How much of an ISO value was told: `2024-09-17`, `2024-09`, `2024`, or an interval `2024-08-27/2024-08-29`."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"


class DateBasis(StrEnum):
    """Why an event carries its date (codebook 12.8)."""

    EVENT = "event"
    STATEMENT = "statement"
    PUBLICATION = "publication"


class DateKind(StrEnum):
    """What a printed date is the date of (codebook 12.9)."""

    EVENT = "event"
    STATEMENT = "statement"
    REGULATION = "regulation"
    STAGE = "stage"
    VOTING = "voting"
    CUTOFF = "cut-off"


class Genre(StrEnum):
    """Codebook, section 2."""

    NEWS = "news"
    RELEASE = "press release"
    OPINION = "opinion"
    DOCUMENT = "document"
    CONTENT_FARM = "content-farm page"
    SPUN = "machine-spun copy"


class Part(StrEnum):
    """What a participant does in an event: who acts, who is said to have broken neutrality, who reports it, who is asked about it."""

    ACTOR = "actor"
    ACCUSED = "accused"
    REPORTER = "reporter"
    WITNESS = "witness"
    ADDRESSEE = "addressee"
