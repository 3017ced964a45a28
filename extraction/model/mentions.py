"""What is said where: spans of one article version and what they resolve to."""

from __future__ import annotations

import msgspec

from extraction.model.vocabulary import DateKind, Precision, RegionLevel


class Span(msgspec.Struct, frozen=True, order=True):
    """Half-open range of code points in `ArticleVersion.whole` (title, newline, text): `whole[start:end]` is what is printed."""

    start: int
    end: int

    def of(self, whole: str) -> str:
        """The printed string."""
        return whole[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


class Region(msgspec.Struct, frozen=True):
    """An administrative unit. `code` is Kemendagri's (`33`, `33.16`, `33.16.09`); None where a desa is only known by name and parent.

    `name` is canonical: `Provinsi Jawa Tengah`, `Kabupaten Blora`, `Kota Pasuruan`, `Kecamatan Cepu`, `Desa Harapan Makmur`,
    `Kelurahan Sumber Harta`.
    """

    name: str
    level: RegionLevel
    code: str | None = None
    province: str | None = None


class RegionMention(msgspec.Struct):
    """A printed place. `region` is None where it was refused or left open; then `reason` says why and `candidates` lists codes."""

    id: str
    span: Span
    printed: str
    region: Region | None
    reason: str
    candidates: list[str] = []
    in_agency: bool = False
    dateline: bool = False


class ArticleRegion(msgspec.Struct):
    """A region of the article as a whole; `main` where the case or event belongs to it (codebook 6 and 12.23)."""

    region: Region
    main: bool
    reason: str
    spans: list[Span] = []
    confidence: float = 1.0


class AgencyMention(msgspec.Struct):
    """An institution. `name` is canonical, long form with its region; None where refused (then `reason` says why)."""

    id: str
    span: Span
    printed: str
    name: str | None
    region: Region | None = None
    reason: str = ""
    implied: bool = False  # named only inside an office (codebook 12.20)
    confidence: float = 1.0


class Person(msgspec.Struct):
    """A person of one article version: an official, or another named person with a role.

    `initials` marks a person printed only by initials; `public_office` one whose office makes the full name public; a person is
    `official` by codebook 8 and 12.17. `mentions` are all spans that mean this person, full name first.
    """

    id: str
    name: str
    role: str | None
    role_printed: str | None
    agency: str | None
    official: bool
    region: Region | None = None
    degrees: list[str] = []
    initials: bool = False
    public_office: bool = False
    mentions: list[Span] = []
    confidence: float = 1.0


class DateMention(msgspec.Struct):
    """A printed date. `iso` is None where it can't be resolved (then `reason` says why).

    `iso`: `2024-09-17`, `2024-09`, `2024` or `2024-08-27/2024-08-29`. `conflict` names what disagrees (weekday, publication …).
    """

    id: str
    span: Span
    printed: str
    iso: str | None
    precision: Precision | None
    kind: DateKind
    reason: str = ""
    conflict: str | None = None
    confidence: float = 1.0
