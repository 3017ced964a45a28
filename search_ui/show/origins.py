"""Where each value of a coded article comes from: its passage, reason, component and confidence; also what was refused, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extraction.model import CodedArticle, Span
from search_ui.i18n import Words
from search_ui.show.days import day_in_words, number
from search_ui.show.status import told, told_of

# Which component reads a kind of value: the name without its version, which the record itself tells.
_READERS = {
    "relevansi": "netra_relevance",
    "peristiwa": "netra_events",
    "kasus": "netra_cases",
    "tokoh": "netra_people",
    "wilayah": "netra_main_region",
    "tempat": "netra_places",
    "lembaga": "netra_agencies",
    "tanggal": "netra_dates",
    "angka": "netra_figures",
    "kutipan": "netra_quotes",
    "pemilu": "netra_elections",
}
KINDS = tuple(_READERS)


@dataclass(frozen=True)
class Origin:
    """One value with what speaks for it, or (`taken` False) a reading that was refused.

    `value` is what was read, `said` more of it, `why` the rule or reason, all in words; `spans` address `ArticleVersion.whole`;
    `component` is the reader with its version, empty where the record does not name it; `confidence` is None where none is given.
    """

    kind: str
    value: str
    spans: list[Span]
    component: str
    why: str = ""
    said: str = ""
    confidence: float | None = None
    taken: bool = True
    candidates: tuple[str, ...] = ()


def origins(coded: CodedArticle, words: Words) -> list[Origin]:
    """Every value of an article in the order of `KINDS`; refused readings stand behind the taken ones of their kind."""
    found = [*_Origins(coded, words)]
    return sorted(found, key=lambda one: (KINDS.index(one.kind), not one.taken))


class _Origins:
    def __init__(self, coded: CodedArticle, words: Words) -> None:
        self.coded, self.words = coded, words
        names = {name.rsplit("_v", 1)[0]: name for name in coded.version.components}
        self.component = {kind: names.get(reader, "") for kind, reader in _READERS.items()}

    def __iter__(self) -> Iterator[Origin]:
        yield self._relevance()
        yield from self._events()
        yield from self._cases()
        yield from self._people()
        yield from self._places()
        yield from self._agencies()
        yield from self._dates()
        yield from self._said()
        yield from (Origin("pemilu", name, [], self.component["pemilu"]) for name in self.coded.elections)

    def _relevance(self) -> Origin:
        version = self.coded.version
        value = self.words("origin.relevant" if version.relevant else "origin.irrelevant")
        return Origin("relevansi", value, [], self.component["relevansi"], version.relevance_reason, confidence=version.relevance)

    def _events(self) -> Iterator[Origin]:
        for event in self.coded.events:
            status = told_of(event, self.words)
            where = event.region.name if event.region else self.words("event.national")
            day = day_in_words(event.date, self.words) or self.words("event.undated")
            said = "; ".join(filter(None, (where, day, status.text if status else "")))
            why = self.words(f"event.basis_{event.date_basis.value}") if event.date_basis else ""
            component = event.component or self.component["peristiwa"]
            yield Origin("peristiwa", self._label("jenis", event.type), event.evidence, component, why, said, event.confidence)

    def _cases(self) -> Iterator[Origin]:
        for entry in self.coded.cases:
            status = told(entry.status, entry.by, entry.date, entry.final, self.words)
            yield Origin(
                "kasus",
                entry.accused,
                [entry.evidence],
                self.component["kasus"],
                said=status.text if status else "",
                confidence=entry.confidence,
            )

    def _label(self, section: str, value: str) -> str:
        return self.words.label(section, str(value))

    def _people(self) -> Iterator[Origin]:
        for person in self.coded.people:
            said = ", ".join(filter(None, (person.role, person.agency))) or self.words("article.role_unknown")
            why = self.words("origin.official" if person.official else "origin.other_person")
            yield Origin("tokoh", person.name, person.mentions[:1], self.component["tokoh"], why, said, person.confidence)

    def _places(self) -> Iterator[Origin]:
        for region in self.coded.regions:
            said = self.words("article.main") if region.main else ""
            why = self._label("reason", region.reason)
            yield Origin("wilayah", region.region.name, region.spans[:1], self.component["wilayah"], why, said, region.confidence)
        for place in self.coded.places:
            if place.region is None:
                why, candidates = self._label("reason", place.reason), tuple(place.candidates)
                yield Origin("tempat", place.printed, [place.span], self.component["tempat"], why, taken=False, candidates=candidates)

    def _agencies(self) -> Iterator[Origin]:
        for agency in self.coded.agencies:
            taken = agency.name is not None
            value = agency.name or agency.printed
            why = self._label("reason", agency.reason)
            yield Origin(
                "lembaga", value, [agency.span], self.component["lembaga"], why, confidence=_sure(agency.confidence, taken), taken=taken
            )

    def _dates(self) -> Iterator[Origin]:
        for day in self.coded.dates:
            conflict = self.words("origin.conflict", what=day.conflict) if day.conflict else ""
            why = "; ".join(filter(None, (self._label("reason", day.reason), conflict)))
            taken = day.iso is not None
            value, said = (day_in_words(day.iso, self.words), self._label("datekind", day.kind)) if taken else (day.printed, "")
            yield Origin("tanggal", value, [day.span], self.component["tanggal"], why, said, _sure(day.confidence, taken), taken)

    def _said(self) -> Iterator[Origin]:
        for figure in self.coded.figures:
            said = self.words("case.according", by=figure.source) if figure.source else ""
            value = figure.what or number(figure.value)
            yield Origin("angka", value, [figure.span], self.component["angka"], said=said, confidence=figure.confidence)
        for quote in self.coded.quotes:
            said = self.words("article.direct" if quote.direct else "article.indirect")
            value = quote.speaker or self.words("article.no_speaker")
            taken = quote.speaker is not None
            sure = _sure(quote.confidence, taken)
            yield Origin("kutipan", value, [quote.span], self.component["kutipan"], quote.reason, said, sure, taken)


def _sure(confidence: float, taken: bool) -> float | None:
    return confidence if taken else None
