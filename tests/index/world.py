"""Invented records for the store's tests: made by hand, not by extraction, so that a test says what a store is given."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

from extraction.model import (
    AgencyMention,
    Article,
    ArticleRegion,
    ArticleVersion,
    CaseEntry,
    CodedArticle,
    DateBasis,
    EventMention,
    EventType,
    Final,
    Form,
    Outlet,
    Part,
    Participant,
    Person,
    Precision,
    Region,
    RegionLevel,
    Span,
    Status,
    Subject,
    statement_id,
    version_id,
)
from extraction.model.identity import digest

JATENG = Region("Provinsi Jawa Tengah", RegionLevel.PROVINSI, "33")
BLORA = Region("Kabupaten Blora", RegionLevel.KABUPATEN, "33.16", "Jawa Tengah")
REMBANG = Region("Kabupaten Rembang", RegionLevel.KABUPATEN, "33.17", "Jawa Tengah")
PASURUAN = Region("Kota Pasuruan", RegionLevel.KOTA, "35.75", "Jawa Timur")
SINAR = Outlet("sinar", "Sinar Fiksi", "sinar.example", "33.16")
KABAR = Outlet("kabar", "Kabar Rekaan", "kabar.example", "35.75")
WARTA = Outlet("warta", "Warta Karangan", "warta.example", None)


def tell(
    kind: EventType,
    sentence: str,
    *,
    region: Region | None = BLORA,
    day: str | None = "2024-09-17",
    status: Status | None = None,
    basis: DateBasis = DateBasis.EVENT,
    by: str | None = None,
    accused: Sequence[str] = (),
    subjects: Sequence[Subject] = (Subject.ASN,),
    forms: Sequence[Form] = (),
) -> EventMention:
    """An event mention whose evidence is the sentence; `article` puts in the offsets and the id."""
    precision = None if day is None else {10: Precision.DAY, 7: Precision.MONTH, 4: Precision.YEAR}.get(len(day), Precision.RANGE)
    return EventMention(
        id=sentence,
        type=kind,
        evidence=[],
        region=region,
        date=day,
        precision=precision,
        date_basis=basis if day else None,
        status=status,
        by=by,
        final=Final.UNKNOWN,
        subjects=list(subjects),
        forms=list(forms),
        participants=[Participant(Part.ACCUSED, name) for name in accused],
        component="netra_events_v1",
    )


def who(
    name: str,
    role: str | None = None,
    agency: str | None = None,
    *,
    region: Region | None = None,
    public: bool = False,
    initials: bool = False,
) -> Person:
    """A person; `article` puts in the id."""
    return Person("", name, role, role, agency, official=True, region=region, public_office=public, initials=initials)


def article(
    name: str,
    title: str | None,
    text: str,
    *,
    outlet: Outlet = SINAR,
    published: str | None = "2024-09-18",
    fetched: str = "2024-09-20T03:00:00+00:00",
    regions: Sequence[Region] = (BLORA,),
    events: Sequence[EventMention] = (),
    people: Sequence[Person] = (),
    agencies: Sequence[str] = (),
    elections: Sequence[str] = ("Pilkada 2024",),
    aliases: Sequence[str] | None = None,
    relevant: bool = True,
) -> CodedArticle:
    """A coded article; each event's sentence must stand in its text."""
    url = f"https://{outlet.domain or 'tanpa.example'}/{name}"
    ident = digest("url", url)
    text_hash = hashlib.sha256(f"{title or ''}\n{text}".encode()).hexdigest()
    version = ArticleVersion(
        version_id(ident, text_hash), ident, title, text, datetime.fromisoformat(fetched).astimezone(UTC), text_hash, published=published
    )
    version.relevant = relevant
    coded = CodedArticle(Article(ident, url, outlet, [f"{name}.txt"] if aliases is None else list(aliases)), version)
    coded.regions = [ArticleRegion(r, main=i == 0, reason="uji") for i, r in enumerate(regions)]
    coded.agencies = [AgencyMention(_id(version, "agency", a), Span(0, 1), a, a) for a in agencies]
    coded.elections = list(elections)
    for person in people:
        person.id = _id(version, "person", person.name)
        coded.people.append(person)
    for number, event in enumerate(events):
        _add_event(coded, event, number)
    return coded


def _add_event(coded: CodedArticle, event: EventMention, number: int) -> None:
    whole = coded.version.whole
    start = whole.index(event.id)
    span = Span(start, start + len(event.id))
    event.id = statement_id(coded.version.id, "event", whole, span, f"{event.type}:{number}")
    event.evidence = [span]
    coded.events.append(event)
    ids = {p.name: p.id for p in coded.people}
    for participant in event.participants:
        participant.person = ids.get(participant.name)
        if event.status:
            entry_id = _id(coded.version, "case", f"{participant.name}:{event.id}")
            coded.cases.append(
                CaseEntry(
                    entry_id,
                    participant.name,
                    participant.person,
                    event.status,
                    event.id,
                    span,
                    event.by,
                    event.date,
                    event.final,
                    event.region,
                )
            )


def _id(version: ArticleVersion, kind: str, value: str) -> str:
    return digest(kind, version.id, value)


def world() -> list[CodedArticle]:
    """Ten articles: a report told twice and syndicated, its clearing, a punishment elsewhere, appeals, an undated page, an irrelevant one."""
    lapor = "Bawaslu Kabupaten Blora menerima laporan terhadap Camat Ngluwih, Darmaji Sutopo, pada Selasa (17/9/2024)."
    body = (
        f"{lapor} Camat itu diduga mengajak warga memilih salah satu pasangan calon dalam rapat di pendapa."
        " Pelapor menyerahkan rekaman video berdurasi dua menit dan daftar hadir rapat tersebut."
        " Ketua Bawaslu Kabupaten Blora, Lestari Wulandari, mengatakan laporan itu sedang dikaji kelengkapannya."
    )
    camat = lambda: who("Darmaji Sutopo", "Camat", None, region=BLORA)  # noqa: E731
    ketua = lambda: who("Lestari Wulandari", "Ketua", "Bawaslu Kabupaten Blora", region=BLORA, public=True)  # noqa: E731
    report = lambda: tell(  # noqa: E731
        EventType.LAPORAN,
        lapor,
        status=Status.DUGAAN,
        by="Bawaslu Kabupaten Blora",
        accused=["Darmaji Sutopo"],
        subjects=[Subject.ASN, Subject.CAMAT],
        forms=[Form.MOBILISASI],
    )
    bawaslu = ["Bawaslu Kabupaten Blora"]
    return [
        article("lapor-camat", "Camat dilaporkan ke Bawaslu Blora", body, events=[report()], people=[camat(), ketua()], agencies=bawaslu),
        article(
            "lapor-camat-salinan",
            "Camat dilaporkan ke Bawaslu Blora",
            body,
            outlet=KABAR,
            published="2024-09-19",
            events=[report()],
            people=[camat(), ketua()],
            agencies=bawaslu,
        ),
        article(
            "lapor-sendiri",
            "Netralitas ASN: seorang camat di Blora diadukan",
            f"Netralitas aparatur sipil negara dipersoalkan lagi. {lapor} Aduan itu datang dari warga yang mengaku hadir. Jum'at nanti pelapor dipanggil.",
            outlet=WARTA,
            published="2024-09-19",
            events=[report()],
            people=[camat()],
            agencies=bawaslu,
        ),
        article(
            "camat-bebas",
            "Camat Ngluwih tidak terbukti melanggar netralitas",
            "Bawaslu Kabupaten Blora memutuskan laporan terhadap Darmaji Sutopo tidak terbukti pada Senin (30/9/2024). Kajian menyebut tidak ada ajakan memilih.",
            published="2024-10-01",
            people=[camat(), ketua()],
            agencies=bawaslu,
            events=[
                tell(
                    EventType.PUTUSAN,
                    "Bawaslu Kabupaten Blora memutuskan laporan terhadap Darmaji Sutopo tidak terbukti pada Senin (30/9/2024).",
                    day="2024-09-30",
                    status=Status.TIDAK_TERBUKTI,
                    by="Bawaslu Kabupaten Blora",
                    accused=["Darmaji Sutopo"],
                    subjects=[Subject.ASN, Subject.CAMAT],
                )
            ],
        ),
        article(
            "lurah-disanksi",
            "Lurah di Pasuruan disanksi karena pelanggaran netralitas",
            "Pemerintah Kota Pasuruan menjatuhkan sanksi disiplin kepada lurah Bambang Raharjo. Sanksi itu menindaklanjuti rekomendasi Komisi Aparatur Sipil Negara.",
            outlet=KABAR,
            published="2024-10-05",
            regions=[PASURUAN],
            agencies=["Pemerintah Kota Pasuruan", "Komisi Aparatur Sipil Negara"],
            people=[who("Bambang Raharjo", "Lurah", None, region=PASURUAN)],
            events=[
                tell(
                    EventType.SANKSI,
                    "Pemerintah Kota Pasuruan menjatuhkan sanksi disiplin kepada lurah Bambang Raharjo.",
                    region=PASURUAN,
                    day="2024-10-04",
                    basis=DateBasis.STATEMENT,
                    status=Status.SANKSI,
                    by="Pemerintah Kota Pasuruan",
                    accused=["Bambang Raharjo"],
                    subjects=[Subject.ASN, Subject.LURAH],
                    forms=[Form.FOTO_BERSAMA],
                )
            ],
        ),
        article(
            "imbauan-rembang",
            "Bupati Rembang mengimbau PNS menjaga jarak dari kampanye",
            "Pegawai negeri sipil diimbau menjauhi kampanye selama September 2024. Imbauan itu dimuat dalam surat edaran bupati.",
            published="2024-09-10",
            regions=[REMBANG, JATENG],
            agencies=["Pemerintah Kabupaten Rembang"],
            events=[
                tell(
                    EventType.IMBAUAN,
                    "Pegawai negeri sipil diimbau menjauhi kampanye selama September 2024.",
                    region=REMBANG,
                    day="2024-09",
                )
            ],
        ),
        article(
            "ikrar-tanpa-tanggal",
            None,
            "Ratusan guru membaca ikrar netralitas di halaman kantor bupati. Ikrar dipimpin sekretaris daerah.",
            outlet=Outlet(),
            published=None,
            fetched="2024-11-02T10:00:00+00:00",
            elections=[],
            events=[
                tell(EventType.IKRAR, "Ratusan guru membaca ikrar netralitas di halaman kantor bupati.", day=None, subjects=[Subject.GURU])
            ],
        ),
        article(
            "ikrar-lain",
            "Ikrar di kecamatan",
            "Perangkat desa membaca ikrar netralitas di aula kecamatan. Acara berlangsung singkat.",
            outlet=WARTA,
            published="2024-10-20",
            events=[
                tell(
                    EventType.IKRAR,
                    "Perangkat desa membaca ikrar netralitas di aula kecamatan.",
                    day=None,
                    subjects=[Subject.PERANGKAT_DESA],
                )
            ],
        ),
        article(
            "statistik",
            "Dua puluh laporan netralitas di Jawa Tengah",
            "Bawaslu Provinsi Jawa Tengah mencatat 20 laporan netralitas sepanjang 2024.",
            regions=[JATENG],
            agencies=["Bawaslu Provinsi Jawa Tengah"],
            published="2024-11-15",
            outlet=WARTA,
            events=[
                tell(
                    EventType.STATISTIK,
                    "Bawaslu Provinsi Jawa Tengah mencatat 20 laporan netralitas sepanjang 2024.",
                    region=JATENG,
                    day="2024",
                    subjects=[],
                )
            ],
        ),
        article(
            "panen-raya",
            "Panen raya bawang merah",
            "Petani bawang merah di Brebes memulai panen raya. Camat hadir menyaksikan.",
            relevant=False,
            published="2024-09-12",
            people=[who("Camat Hadirin", "Camat")],
            events=[tell(EventType.LAINNYA, "Petani bawang merah di Brebes memulai panen raya.")],
        ),
    ]
