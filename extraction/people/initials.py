"""People printed by initials: "oknum lurah X berinisial MAA", "Nama (AT)" (codebook 12.12)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from extraction.people.lexicon import links_initials
from extraction.people.names import Name, read_name
from extraction.people.offices import Office
from extraction.people.text import BLANKS, COMMAS, Text

_LIST_MOST = 12  # initials of one enumeration


class Bound(Protocol):
    """What a binding tells here."""

    name: Name
    office: Office | None


B = TypeVar("B", bound=Bound)


def read_initials(text: Text, offices: list[Office], bound: list[B], make: Callable[[Name, Office | None, str], B]) -> list[B]:
    """Bindings for the initials behind "berinisial", each with the last free office before it in its sentence."""
    taken = {b.name.first for b in bound}
    owners = {id(b.office) for b in bound}
    found: list[B] = []
    for i in range(len(text.words)):
        link = next((phrase for phrase in links_initials().get(text.words[i].low, ()) if text.words.matches(i, phrase)), None)
        if link is None:
            continue
        office = _owner(text, offices, owners, i)
        found.extend(make(name, office, "by initials") for name in _listed(text, i + len(link)) if name.first not in taken)
        taken |= {b.name.first for b in found}
    return found


def _owner(text: Text, offices: list[Office], owners: set[int], i: int) -> Office | None:
    """The last office before word i in its sentence that no name has yet, if no bound office stands nearer."""
    sentence = text.sentence(i)
    near = [o for o in offices if o.last <= i and text.sentence(o.first) == sentence]
    return near[-1] if near and id(near[-1]) not in owners else None


def _listed(text: Text, i: int) -> list[Name]:
    names: list[Name] = []
    while i < len(text.words) and len(names) < _LIST_MOST:
        name = read_name(text, i, initials=True)
        if name is None:
            break
        names.append(name)
        i = name.after
        if i >= len(text.words):
            break
        gap = text.words.gap(i)
        if text.words[i].low in ("dan", "serta") and (gap in BLANKS or gap in COMMAS):
            i += 1
        elif gap not in COMMAS:
            break
    return names
