"""Initials for accused people who hold no public office: in names, in excerpts, in everything that leaves the server
(reliability.md, "Law")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extraction.model import CodedArticle, Person
from index.resolve.keys import name_key
from index.store import PersonProfile, SnippetPiece

_SHORTEST = 3  # letters of a short form that is masked alone: "Al" or "Sri" is too often another word's part


@dataclass(frozen=True)
class Hidden:
    """A stretch of a text that is shown as something else."""

    start: int
    end: int
    shown: str


class Mask:
    """Replaces printed names. `names` are pairs (printed form, what is shown)."""

    def __init__(self, names: Iterable[tuple[str, str]] = ()) -> None:
        self._shown: dict[str, str] = {}
        for printed, shown in names:
            if printed != shown and len(printed) >= _SHORTEST:
                self._shown.setdefault(printed.casefold(), shown)
        forms = sorted(self._shown, key=len, reverse=True)
        # An alternation of literals: its time grows with the text only. Blanks may be any blanks.
        joined = "|".join(r"\s+".join(re.escape(part) for part in form.split()) for form in forms)
        self._pattern = re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE) if forms else None

    def hidden(self, text: str) -> list[Hidden]:
        """The stretches to replace, in order, never overlapping."""
        if self._pattern is None:
            return []
        return [Hidden(m.start(), m.end(), self._shown[" ".join(m[0].split()).casefold()]) for m in self._pattern.finditer(text)]

    def text(self, text: str) -> str:
        """The text with initials."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda m: self._shown[" ".join(m[0].split()).casefold()], text)

    def pieces(self, pieces: Sequence[SnippetPiece]) -> list[SnippetPiece]:
        """An excerpt with initials, also where a name runs over marked and plain pieces."""
        whole = "".join(piece.text for piece in pieces)
        hidden = self.hidden(whole)
        if not hidden:
            return list(pieces)
        out: list[SnippetPiece] = []
        at = 0
        for piece in pieces:
            out += _cut(piece, at, hidden)
            at += len(piece.text)
        return out

    def value(self, value: object) -> object:
        """Any JSON-like value with initials in all of its strings (but not in keys and not in addresses)."""
        if isinstance(value, str):
            return value if value.startswith(("http://", "https://")) else self.text(value)
        if isinstance(value, list | tuple):
            return [self.value(one) for one in value]
        if isinstance(value, dict):
            return {key: self.value(one) for key, one in value.items()}
        return value


def _cut(piece: SnippetPiece, at: int, hidden: Sequence[Hidden]) -> list[SnippetPiece]:
    """A piece that begins at `at` of the whole, without what is hidden; a name is shown where it begins."""
    out, position, end = list[SnippetPiece](), at, at + len(piece.text)
    for stretch in hidden:
        if stretch.end <= at or stretch.start >= end:
            continue
        if stretch.start > position:
            out.append(SnippetPiece(piece.text[position - at : stretch.start - at], piece.hit))
        if stretch.start >= at:
            out.append(SnippetPiece(stretch.shown, piece.hit))
        position = min(stretch.end, end)
    if position < end:
        out.append(SnippetPiece(piece.text[position - at :], piece.hit))
    return out


def mask_of(profiles: Iterable[PersonProfile], articles: Iterable[CodedArticle] = ()) -> Mask:
    """The mask for what these people are called, and for how these articles print them (short forms of the same name)."""
    hidden = [profile for profile in profiles if profile.shown != profile.name]
    names = [(profile.name, profile.shown) for profile in hidden]
    for coded in articles:
        for person in coded.people:
            profile = profile_of(coded, person, hidden)
            if profile:
                names += [(form, profile.shown) for form in _forms(coded, person)]
    return Mask(names)


def profile_of(coded: CodedArticle, person: Person, profiles: Iterable[PersonProfile]) -> PersonProfile | None:
    """The profile that a person of an article belongs to: by a case entry of theirs, else by name; None where none fits."""
    entries = {entry.id for entry in coded.cases if entry.person == person.id}
    here = [profile for profile in profiles if coded.article.id in profile.articles]
    for profile in here:
        if entries & {entry for _, entry in profile.history}:
            return profile
    return bearing(person.name, here)


def bearing(name: str, profiles: Iterable[PersonProfile]) -> PersonProfile | None:
    """The profile of that name, or of a longer or shorter form of it."""
    key = name_key(name)
    words = set(key.split())
    known = [(set(name_key(profile.name).split()), profile) for profile in profiles]
    exact = [profile for _, profile in known if name_key(profile.name) == key]
    alike = [profile for theirs, profile in known if words and theirs and (words <= theirs or words >= theirs)]
    return next(iter(exact or alike), None)


def _forms(coded: CodedArticle, person: Person) -> list[str]:
    """The name and its printed short forms: mentions made of the name's own words ("Sastro", not "Kades")."""
    words = set(name_key(person.name).split())
    printed = {span.of(coded.version.whole) for span in person.mentions}
    return [person.name, *sorted(form for form in printed if name_key(form) and set(name_key(form).split()) <= words)]
