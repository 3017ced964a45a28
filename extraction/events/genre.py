"""The genre of an article (codebook 2) by the marks of its address and its text, and how sure it is."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from extraction.events.lexicon import table
from extraction.model import Genre
from extraction.patterns import compiled
from extraction.reading import Reading

_OPENING, _CLOSING = 400, 250  # characters, see genre.toml
_MARKED = (Genre.DOCUMENT, Genre.RELEASE, Genre.OPINION, Genre.CONTENT_FARM)  # an equal number of points goes to the first
_LONG = 60  # words from which a text's lack of speakers and days says something
_FIRST_PERSON, _ARGUMENT = 3, 3  # words of each in an essay
_FIRST_PERSON_SHARE = 90  # words to one of the first person, at most, in an essay
_MISMATCH = 1.5  # points of a long form with a swapped word; the other marks of a spun copy have one
_QUESTIONS = 3  # asked of the reader in an essay
_REPEATED = 4  # times that the first words of a headline stand in a page made for search engines
_LONG_FORM = re.compile(r"((?:\b\w+[ -]){2,6}) ?\((\w{3,9})\)")


@cache
def _cues(genre: Genre, place: str) -> list[tuple[float, re.Pattern[str]]]:
    """Points and patterns of one genre in one place."""
    flags = 0 if place == "exact" else re.IGNORECASE
    return [(float(points), re.compile(pattern, flags)) for points, pattern in table("genre")[genre.value].get(place, [])]


@cache
def _word(name: str, section: str = "words") -> re.Pattern[str]:
    return compiled(table("genre")[section][name], re.IGNORECASE if section == "words" else 0)


def genre_of(reading: Reading) -> tuple[Genre, float, str]:
    """Genre, how sure it is (the share right of pages so marked, genre.toml), and by how many points."""
    points: dict[Genre, float] = {genre: _points(reading, genre) for genre in _MARKED}
    points[Genre.SPUN] = _spun(reading.version.text)
    best = max(points, key=lambda genre: points[genre])
    if points[best] >= table("genre")["least"]:
        return best, _share(best.value), f"{points[best]:g} poin"
    doubtful = points[best] >= 1
    return Genre.NEWS, _share("news, doubtful" if doubtful else "news"), f"tidak ada tanda genre lain ({points[best]:g} poin)"


def _share(ground: str) -> float:
    """The share right of pages read on this ground, with one right and one wrong added: few pages make nothing certain."""
    counts: list[int] = table("genre")["measured"][ground]
    right, of = counts
    return round((right + 1) / (of + 2), 3)


def _points(reading: Reading, genre: Genre) -> float:
    address = urlsplit(reading.url or "")
    text = reading.version.text
    places = {
        "host": address.hostname or reading.outlet.domain or "",
        "path": address.path,
        "opening": reading.whole[:_OPENING],
        "closing": text[-_CLOSING:],
        "cues": reading.whole,
        "exact": text,
    }
    points = sum((p for place, read in places.items() for p, cue in _cues(genre, place) if cue.search(read)), 0.0)
    if genre is Genre.OPINION:
        points += _essay(text, signed=bool(reading.version.authors))
    if genre is Genre.CONTENT_FARM:
        points += _filler(reading)
    return points


def _essay(text: str, *, signed: bool) -> float:
    """An author who argues, asks, or speaks in the first person: words outside quotation marks, with nobody else speaking."""
    own = re.sub(r"[\"“][^\"”\n]{0,600}[\"”]", " ", text)
    words = len(own.split())
    spoken = len(_word("attributed").findall(own))
    person, arguing = len(_word("person").findall(own)), len(_word("arguing").findall(own))
    if spoken > 1:
        return 0.0
    told = (
        (1.5, person >= _FIRST_PERSON and person * _FIRST_PERSON_SHARE >= words),
        (1.5, own.count("?") >= _QUESTIONS),
        (2.0, arguing >= _ARGUMENT and words >= _LONG),
    )
    points = sum(p for p, there in told if there)
    timeless = words >= _LONG and not spoken and not _word("dated").search(own)
    return points + (2.0 if signed and timeless else 1.0 if signed and points else 0.0)


def _filler(reading: Reading) -> float:
    """Without who and when, and the headline's words over and over."""
    text = reading.version.text
    empty = len(text.split()) >= _LONG and not _word("attributed").search(text) and not _word("dated").search(text)
    head = " ".join((reading.version.title or "").lower().split()[:4])
    again = len(head) > 15 and text.lower().count(head) >= _REPEATED
    return (1 if empty else 0) + (1.5 if again else 0)


def _spun(text: str) -> float:
    """Long forms that don't fit the abbreviation behind them, words printed twice, sentences whose end was lost."""
    wrong = sum(_swapped(m[1].lower(), m[2].upper()) for m in _LONG_FORM.finditer(text))
    marks = len(_word("doubled", "spun").findall(text)) + len(_word("lost", "spun").findall(text))
    return _MISMATCH * wrong + float(marks)


def _swapped(long_form: str, abbreviation: str) -> bool:
    anchor, *needed = table("genre")["long_forms"].get(abbreviation, [""])
    return bool(anchor) and anchor in long_form.split() and not any(word in long_form for word in needed)
