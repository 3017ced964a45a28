"""What an article says, clause by clause: sentences with their clauses, who is named where, and the frames read from them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from extraction.events import clauses, lexicon
from extraction.events.clauses import Clause
from extraction.model import DateKind, Person, Span
from extraction.reading import Reading, Sentence


@dataclass(frozen=True, slots=True)
class Actor:
    """A printed actor: its class in actors.toml and where it stands."""

    kind: str
    start: int
    end: int


@dataclass
class Scene:
    """One reading, prepared. `lead` is the index of the last sentence that counts as headline or lead."""

    reading: Reading
    sentences: list[Sentence]
    clauses: list[list[Clause]]
    actors: list[Actor]
    quotes: list[tuple[int, int]]
    lead: int
    starts: list[int] = field(default_factory=list)
    names: list[Span] = field(default_factory=list)  # where people are named, in order; filled when the accused are read
    memo: dict[tuple[str, int], bool] = field(default_factory=dict)  # what was found of a whole sentence, by question and index
    latest_vote: str = ""  # the latest election year that the text names

    @property
    def whole(self) -> str:
        """The text that all offsets address."""
        return self.reading.whole

    def sentence_index(self, offset: int) -> int:
        """The sentence at or before the offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def clause_at(self, offset: int) -> Clause:
        """The clause that holds the offset."""
        found = self.clauses[self.sentence_index(offset)]
        return next((c for c in found if c.start <= offset < c.end), found[-1])

    def near(self, index: int, reach: int) -> str:
        """The sentence with so many sentences on both sides of it."""
        first, last = self.sentences[max(0, index - reach)], self.sentences[min(len(self.sentences) - 1, index + reach)]
        return self.whole[first.start : last.end]

    def actors_in(self, start: int, end: int) -> list[Actor]:
        """Actors between two offsets, in order."""
        return [a for a in self.actors if start <= a.start < end]

    def quoted(self, offset: int) -> bool:
        """Whether the offset stands between quotation marks."""
        return any(a <= offset < b for a, b in self.quotes)

    def told_day(self, index: int) -> bool:
        """Whether the sentence prints the day of something that happened."""
        sentence = self.sentences[index]
        return any(d.kind is DateKind.EVENT and d.iso and sentence.start <= d.span.start < sentence.end for d in self.reading.dates)

    def speaker(self, offset: int) -> Person | None:
        """The person whose quotation holds the offset."""
        for quote in self.reading.quotes:
            if quote.person and quote.span.start <= offset < quote.span.end:
                return next((p for p in self.reading.people if p.id == quote.person), None)
        return None

    def office_kinds(self, person: Person) -> set[str]:
        """Classes of actors.toml that the person's office and agency name."""
        finder, _ = lexicon.classes("actors", "classes")
        office = " ".join(filter(None, (person.role_printed, person.role, person.agency)))
        return {m.lastgroup or "" for m in finder.finditer(office)}

    def we(self, index: int) -> set[str]:
        """Classes that "kami" in the sentence may be: of the office of who is quoted there, else of the actors near."""
        sentence = self.sentences[index]
        for quote in self.reading.quotes:
            if quote.person and quote.span.start < sentence.end and sentence.start < quote.span.end:
                person = next((p for p in self.reading.people if p.id == quote.person), None)
                if person and (found := self.office_kinds(person)):
                    return found
        return self.speaker_kinds(index)

    def speaker_kinds(self, index: int) -> set[str]:
        """Classes of the actors that stand in the sentence or beside it: who "kami" may be."""
        near = range(max(0, index - 1), min(len(self.sentences), index + 2))
        if found := {a.kind for i in near for a in self.actors_in(self.sentences[i].start, self.sentences[i].end)}:
            return found
        earlier = [a.kind for a in self.actors_in(self.sentences[max(0, index - _BACK)].start, self.sentences[index].start)]
        return set(earlier[-1:])


_BACK = 6  # sentences back to which a "kami" may reach
_LEAD_CHARACTERS = 420  # the first paragraph of a news text, and the second where the first is a dateline or one short line


def _lead(sentences: list[Sentence]) -> int:
    used, last = 0, 0
    first = next((s.paragraph for s in sentences if not s.title), 0)
    for index, sentence in enumerate(sentences):
        if sentence.title:
            last = index
            continue
        if used and (used > _LEAD_CHARACTERS or (sentence.paragraph > first and used > 110)):
            break
        used += len(sentence.text)
        last = index
    return last


def prepare(reading: Reading) -> Scene:
    """Split and look up; reads the text once for each lexicon."""
    sentences = [s for s in reading.sentences if s.text.strip()]
    finder, names = lexicon.classes("actors", "classes")
    actors = [Actor(m.lastgroup or "", m.start(), m.end()) for m in finder.finditer(reading.whole)]
    scene = Scene(
        reading,
        sentences,
        [clauses.split(s.text, s.start) or [Clause(s.start, s.end)] for s in sentences],
        [a for a in actors if a.kind in names],
        clauses.quotations(reading.whole),
        _lead(sentences),
    )
    scene.starts = [s.start for s in sentences]
    scene.latest_vote = max((m["year"] for m in lexicon.cues("modality", "background", "vote").finditer(scene.whole)), default="")
    return scene
