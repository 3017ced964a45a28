"""Fills `reading.quotes`: who said what, directly or reported (codebook 1)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extraction.model import Person, Quote, Span
from extraction.people.lexicon import speech
from extraction.reading import Reading

# Opening and closing marks as outlets print them; one kind may be closed by another ("“…''").
_OPENING = re.compile(r"[“\"„«]|‘‘|''")
_CLOSING = re.compile(r"[”\"“»]|’’|''")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST = 15  # characters; shorter quoted words are terms, not statements
_NEAR = 160  # characters before a quotation in which its speaker stands
_VERB_REACH = 4  # words behind a quotation among which its verb of speech stands (", kata", ". Demikian ungkap")
_SAID = re.compile(r"[,.]\s{1,2}(?P<verb>[a-z]{3,14})\s{1,2}(?=[A-Z])")  # ", kata Ketua …" inside a quotation that was never closed
_BY_PRONOUN = re.compile(r"\s(?:dia|beliau|pihaknya)\b")
_PRONOUNS = frozenset({"ia", "dia", "beliau", "pihaknya"})
_NAMELESS = "penutur tanpa nama"


@dataclass(frozen=True)
class Told:
    """Words with their speaker; `term` marks quoted words that nobody says in this sentence (a slogan, a title)."""

    span: Span
    speaker: Person | None
    reason: str
    term: bool = False


class QuoteReader:
    """Reads an article from top to bottom; whoever spoke last goes on speaking where a paragraph names nobody."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.whole = reading.whole
        self.last: Person | None = None
        self.spans = sorted((span, k) for k, person in enumerate(reading.people) for span in person.mentions)

    def read(self) -> None:
        """Fill `reading.quotes` in order of print."""
        sentences: dict[int, list[Span]] = {}
        for sentence in self.reading.sentences:
            sentences.setdefault(sentence.paragraph, []).append(sentence.span)
        offset = 0
        for number, paragraph in enumerate(self.whole.split("\n")):
            if offset >= self.reading.text_start and paragraph.strip():
                self._paragraph(Span(offset, offset + len(paragraph)), sentences.get(number, []))
            offset += len(paragraph) + 1

    def _paragraph(self, paragraph: Span, sentences: list[Span]) -> None:
        quotes = quoted(self.whole, paragraph)
        events: list[tuple[int, Span, bool]] = [(q.start, q, True) for q in quotes]
        for sentence in sentences:
            if not any(q.start < sentence.end and sentence.start < q.end for q in quotes):
                events.append((sentence.start, sentence, False))
        for _, span, direct in sorted(events):
            told = self._direct(paragraph, span) if direct else self._reported(span)
            if told is not None:
                self.last = told.speaker or (None if told.reason == _NAMELESS else self.last)
                if not told.term and len(told.span.of(self.whole)) >= _SHORTEST:
                    self._add(told, direct)

    def _add(self, told: Told, direct: bool) -> None:
        speaker = told.speaker
        quote_id = self.reading.make_id("quote", told.span, speaker.name if speaker else "")
        quote = Quote(quote_id, told.span, speaker.name if speaker else None, speaker.id if speaker else None, direct, told.reason)
        self.reading.quotes.append(quote)

    # --- direct speech

    def _direct(self, paragraph: Span, quote: Span) -> Told:
        """The speaker behind the quotation, before it, by "-nya", else who spoke before."""
        behind = self._clause_behind(paragraph, quote)
        words = [m[0].lower() for m in _WORD.finditer(behind.of(self.whole))][:_VERB_REACH]
        verbs = speech()
        if any(word in verbs.inverted for word in words):
            person = self._first_in(behind)
            if person:
                return Told(quote, person, "di belakang kutipan")
            if not any(word in _PRONOUNS for word in words):
                return Told(quote, None, _NAMELESS)
        before = Span(max(paragraph.start, quote.start - _NEAR), quote.start)
        person = self._last_in(before)
        if person and self._opens_speech(before):
            return Told(quote, person, "di depan kutipan")
        if any(word in verbs.possessive | verbs.inverted for word in words):
            return Told(quote, self._going_on(quote), "bentuk -nya")
        alone = not before.of(self.whole).strip(" “\"'‘„")
        if alone or self._opens_speech(before) or before.of(self.whole).rstrip().endswith(tuple('”"’.')):
            speaker = self._going_on(quote)
            return Told(quote, speaker, "pembicara terakhir" if speaker else "tidak disebut")
        return Told(quote, None, "istilah", term=True)

    def _going_on(self, quote: Span) -> Person | None:
        """Who spoke last; where nobody has spoken yet, who was named last."""
        return self.last or self._last_in(Span(self.reading.text_start, quote.start))

    def _clause_behind(self, paragraph: Span, quote: Span) -> Span:
        """From the quotation to the end of the sentence behind it."""
        end = next((s.end for s in self.reading.sentences if s.end > quote.end + 3), paragraph.end)
        return Span(quote.end, max(quote.end, min(paragraph.end, end)))

    def _opens_speech(self, before: Span) -> bool:
        """Whether the words before a quotation lead into it: a verb of speech in its sentence, or a comma or colon."""
        text = before.of(self.whole).rstrip(" “\"'‘„")
        sentence = re.split(r"[.!?]\s", text)[-1].lower()
        return text.endswith((":", ",")) or any(w in speech().forward | speech().inverted for w in _WORD.findall(sentence))

    # --- reported speech

    def _reported(self, sentence: Span) -> Told | None:
        """ "Nama mengatakan …", "Menurut Nama, …", "Ia menambahkan …", "Hal itu disampaikan Nama"."""
        for match in _WORD.finditer(sentence.of(self.whole)):
            word = match[0].lower()
            verb = Span(sentence.start + match.start(), sentence.start + match.end())
            if word in speech().forward or word.removesuffix("nya") in speech().forward:
                return self._by_verb(sentence, verb)
            if word in speech().according:
                return self._according(sentence, verb)
            if word in ("menurutnya", "dikatakannya", "dijelaskannya") and self.last:
                return Told(self._stripped(Span(verb.end, sentence.end)), self.last, "bentuk -nya")
        return None

    def _by_verb(self, sentence: Span, verb: Span) -> Told | None:
        before = Span(sentence.start, verb.start)
        person = self._last_in(before)
        words = self._stripped(Span(verb.end, sentence.end))
        if person and not self._agency_speaks(before):
            return Told(words, person, "kata kerja ucapan")
        if set(_WORD.findall(before.of(self.whole).lower())) & _PRONOUNS and self.last:
            return Told(words, self.last, "kata ganti")
        return None

    def _agency_speaks(self, before: Span) -> bool:
        """Whether an agency, not the person named before it, is the subject ("Bupati X dilaporkan. …, Bawaslu Y menyebut")."""
        person_end = max(span.end for span, _ in self.spans if before.covers(span))
        later = [a.span for a in self.reading.agencies if a.span.start >= person_end and before.covers(a.span)]
        return any(self.whole[: span.start].rstrip()[-1:] in ",.;" or span.start == before.start for span in later)

    def _according(self, sentence: Span, verb: Span) -> Told | None:
        """ "Menurut Nama, kata-kata"; "Hal itu disampaikan Nama" only tells who speaks next."""
        rest = Span(verb.end, sentence.end)
        person = self._first_in(rest)
        if person is None:
            pronoun = _BY_PRONOUN.match(rest.of(self.whole))
            words = Span(rest.start + pronoun.end(), rest.end) if pronoun else rest
            return Told(self._stripped(words), self.last, "kata ganti") if pronoun and self.last else None
        name_end = next(span.end for span, k in self.spans if rest.covers(span) and self.reading.people[k] is person)
        comma = self.whole.find(",", name_end, sentence.end)
        if verb.of(self.whole).lower() != "menurut" or comma < 0:
            return Told(rest, person, "disampaikan oleh", term=True)
        return Told(self._stripped(Span(comma, sentence.end)), person, "menurut")

    def _stripped(self, span: Span) -> Span:
        text = span.of(self.whole)
        left = len(text) - len(text.lstrip(" ,:"))
        if text[left:].startswith("bahwa "):
            left += len("bahwa ")
        return Span(min(span.start + left, span.end), span.end)

    # --- persons in a stretch of text

    def _first_in(self, stretch: Span) -> Person | None:
        return next((self.reading.people[k] for span, k in self.spans if stretch.covers(span)), None)

    def _last_in(self, stretch: Span) -> Person | None:
        return next((self.reading.people[k] for span, k in reversed(self.spans) if stretch.covers(span)), None)


def quoted(whole: str, stretch: Span) -> list[Span]:
    """The words between quotation marks inside the stretch; a mark never closed reaches to its end."""
    found: list[Span] = []
    at = stretch.start
    while True:
        opening = _OPENING.search(whole, at, stretch.end)
        if opening is None:
            return found
        closing = _CLOSING.search(whole, opening.end(), stretch.end)
        end = closing.start() if closing else stretch.end
        if end - opening.end() >= _SHORTEST:
            found.append(Span(opening.end(), end if closing else _said_before(whole, opening.end(), end)))
        at = closing.end() if closing else stretch.end


def _said_before(whole: str, start: int, end: int) -> int:
    """Where an unclosed quotation ends: before ", kata Nama", else at `end`."""
    said = (m.start() for m in _SAID.finditer(whole, start + _SHORTEST, end) if m["verb"] in speech().inverted)
    return next(said, end)


def read_quotes(reading: Reading) -> None:
    """Find direct quotations and reported statements with their speakers; needs `people`."""
    QuoteReader(reading).read()
