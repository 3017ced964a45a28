"""Fills `reading.quotes`: who said what, directly or reported (codebook 1)."""

from __future__ import annotations

import re

from extraction.model import Person, Quote, Span
from extraction.people.lexicon import speech
from extraction.reading import Reading

# Opening and closing marks as outlets print them; one kind may be closed by another ("“…''").
_DIRECT = re.compile(r"[“\"„«]|‘‘|''")
_CLOSE = re.compile(r"[”\"“»]|’’|''")
_SHORTEST = 15  # characters; shorter quoted words are terms, not statements
_NEAR = 160  # characters behind or before a quotation in which its speaker stands


def read_quotes(reading: Reading) -> None:
    """Find direct quotations and reported statements with their speakers; needs `people`."""
    last: Person | None = None
    offset = 0
    for paragraph in reading.whole.split("\n"):
        if offset >= reading.text_start and paragraph.strip():
            last = _paragraph(reading, Span(offset, offset + len(paragraph)), last)
        offset += len(paragraph) + 1


def _paragraph(reading: Reading, span: Span, last: Person | None) -> Person | None:
    """Read one paragraph; returns the person who spoke last in it, who goes on speaking where the next one names nobody."""
    quotes = _direct(reading.whole, span)
    for quote in quotes:
        speaker, reason = _speaker(reading, span, quote, last)
        last = speaker or last
        _add(reading, quote, speaker, True, reason)
    for sentence in reading.sentences:
        if span.start <= sentence.start < span.end and not any(q.start < sentence.end and sentence.start < q.end for q in quotes):
            found = _reported(reading, sentence.span)
            if found:
                last = found[0]
                _add(reading, found[1], found[0], False, "kata kerja ucapan")
    return last


def _add(reading: Reading, span: Span, speaker: Person | None, direct: bool, reason: str) -> None:
    name = speaker.name if speaker else None
    quote_id = reading.make_id("quote", span, name or "")
    reading.quotes.append(Quote(quote_id, span, name, speaker.id if speaker else None, direct, reason))


def _direct(whole: str, span: Span) -> list[Span]:
    """The words between quotation marks; a mark never closed reaches to the paragraph's end."""
    found: list[Span] = []
    at = span.start
    while True:
        opening = _DIRECT.search(whole, at, span.end)
        if opening is None:
            return found
        closing = _CLOSE.search(whole, opening.end(), span.end)
        end = closing.start() if closing else span.end
        if end - opening.end() >= _SHORTEST:
            found.append(Span(opening.end(), end))
        at = closing.end() if closing else span.end


def _speaker(reading: Reading, paragraph: Span, quote: Span, last: Person | None) -> tuple[Person | None, str]:
    """Behind the quotation, before it, by "-nya", else who spoke before."""
    whole = reading.whole
    behind = whole[quote.end : min(paragraph.end, quote.end + _NEAR)]
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", behind[:60].lower())[:4]
    verbs = speech()
    if any(w in verbs.inverted for w in words):
        person = _first_in(reading, Span(quote.end, min(paragraph.end, quote.end + _NEAR)))
        if person:
            return person, "di belakang kutipan"
    before = Span(max(paragraph.start, quote.start - _NEAR), quote.start)
    person = _last_in(reading, before)
    if person:
        return person, "di depan kutipan"
    if any(w in verbs.possessive for w in words) or (len(words) > 1 and f"{words[0]} {words[1]}" in verbs.possessive):
        return last, "bentuk -nya"
    return last, "pembicara terakhir" if last else "tidak disebut"


def _first_in(reading: Reading, span: Span) -> Person | None:
    hits = [(m.start, k) for k, p in enumerate(reading.people) for m in p.mentions if span.covers(m)]
    return reading.people[min(hits)[1]] if hits else None


def _last_in(reading: Reading, span: Span) -> Person | None:
    hits = [(m.start, k) for k, p in enumerate(reading.people) for m in p.mentions if span.covers(m)]
    return reading.people[max(hits)[1]] if hits else None


def _reported(reading: Reading, sentence: Span) -> tuple[Person, Span] | None:
    """ "Nama mengatakan, …": the person before the verb and the words behind it."""
    for match in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", sentence.of(reading.whole)):
        if match[0].lower() in speech().forward:
            verb = Span(sentence.start + match.start(), sentence.start + match.end())
            person = _last_in(reading, Span(sentence.start, verb.start))
            words = Span(verb.end, sentence.end)
            return (person, _stripped(reading.whole, words)) if person and sentence.end - verb.end > _SHORTEST else None
    return None


def _stripped(whole: str, span: Span) -> Span:
    text = span.of(whole)
    left = len(text) - len(text.lstrip(" ,:"))
    for opener in ("bahwa ", "jika "):
        if text[left:].startswith(opener):
            left += len(opener)
    return Span(span.start + left, span.end)
