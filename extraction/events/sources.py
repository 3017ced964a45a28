"""Whose word a clause is (codebook 12.7): complainants, lawyers and prosecutors prove nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extraction.events.lexicon import cues
from extraction.events.scene import Scene
from extraction.model import Person

OTHER = "other"  # somebody, and no body that acts in a case
_TO = re.compile(r"\b(?:ke|kepada|kpd|di|terhadap|dari kantor)\s(?:\S+\s){0,2}$", re.IGNORECASE)
_BACK = 4  # sentences in which "ia" or "menurutnya" finds its speaker
_REACH = 400  # characters before and behind a clause in which its speaker stands: bounds the cost of endless sentences
_BEHIND = 90  # characters behind "kata" in which the speaker stands
Kinds = frozenset[str]


@dataclass(frozen=True, slots=True)
class Source:
    """`told` where somebody's word is marked; `kinds` are those of actors.toml or OTHER, None where nobody in particular says it;
    `wanted` where the speaker only wants, suspects or denies it."""

    told: bool
    kinds: Kinds | None = None
    wanted: bool = False


def kinds_of(scene: Scene, person: Person) -> Kinds:
    """Classes of actors.toml that a person speaks for; OTHER for complainants, lawyers, candidates and whoever has no such office."""
    office = " ".join(filter(None, (person.role_printed, person.role)))
    if cues("sources", "partial").search(office):
        return frozenset({OTHER})
    return frozenset(scene.office_kinds(person)) or frozenset({OTHER})


def _last_speaker(scene: Scene, index: int, start: int) -> Kinds | None:
    """Kinds of whoever was last quoted before an offset."""
    opening = scene.sentences[max(0, index - _BACK)].start
    people = {p.id: p for p in scene.reading.people}
    said = [q for q in scene.reading.quotes if q.person in people and opening <= q.span.start < start]
    named = [p for p in scene.reading.people for s in p.mentions if opening <= s.start < scene.sentences[index].start]
    if said:
        return kinds_of(scene, people[max(said, key=lambda q: q.span.start).person or ""])
    return kinds_of(scene, named[-1]) if len({p.id for p in named}) == 1 else None


def _named_in(scene: Scene, start: int, end: int, *, last: bool) -> Kinds | None:
    """Kinds of the first or last actor or person printed in a stretch, None where it prints none."""
    found = [
        (a.start, frozenset({a.kind}))
        for a in scene.actors_in(start, end)
        if not (last and _TO.search(scene.whole[max(start, a.start - 25) : a.start]))
    ]
    found += [(s.start, kinds_of(scene, p)) for p in scene.reading.people for s in p.mentions if start <= s.start < end]
    if not found:
        return None
    if partial := cues("sources", "partial").search(scene.whole, start, end):
        found.append((partial.start(), frozenset({OTHER})))
    return (max if last else min)(found, key=lambda pair: pair[0])[1]


def _before(scene: Scene, opening: int, index: int, start: int) -> Source:
    """By a verb of saying or judging before the clause in its sentence."""
    first = len(scene.whole[start : start + _BEHIND].split(maxsplit=1)[0])  # the clause may begin with the verb itself
    verbs = list(cues("sources", "says").finditer(scene.whole, opening, start + first))
    if not verbs:
        return Source(told=False)
    verb, word = verbs[-1], verbs[-1].group().lower()
    wanted = any(cues("sources", "wants").fullmatch(v.group()) for v in verbs)
    stretch = (opening, verb.start())
    if word == "menurutnya":
        return Source(True, _last_speaker(scene, index, opening))
    if word == "menurut":
        comma = scene.whole.find(",", verb.end(), start)
        stretch = (verb.end(), comma if comma > 0 else start)
    kinds = _named_in(scene, *stretch, last=word != "menurut") or _unnamed(scene, index, *stretch)
    return Source(True, kinds, wanted)


def _unnamed(scene: Scene, index: int, start: int, end: int) -> Kinds | None:
    """Of a subject without actor or name: a pronoun is who was quoted last, a meeting or ruling nobody in particular."""
    text = scene.whole[start:end]
    if cues("sources", "impersonal").search(text):
        return None
    if not text.strip(" \"“'‘,") or cues("sources", "pronoun").search(text):
        return _last_speaker(scene, index, scene.sentences[index].start)
    return frozenset({OTHER})


def _behind(scene: Scene, index: int, start: int, end: int, close: int) -> Source:
    """By "…, kata X" or "…, menurut X" between two offsets behind the clause."""
    said = cues("sources", "said").search(scene.whole, end, close)
    if said is None:
        return Source(told=False)
    if said["nya"]:
        return Source(True, _last_speaker(scene, index, start))
    return Source(True, _named_in(scene, said.end(), min(close, said.end() + _BEHIND), last=False) or frozenset({OTHER}))


def source_of(scene: Scene, start: int, end: int) -> Source:
    """Whose word the clause at [start, end) is; the innermost attribution counts."""
    index = scene.sentence_index(start)
    whole = scene.sentences[index]
    opening, close = max(whole.start, start - _REACH), min(whole.end, end + _REACH)
    before = _before(scene, opening, index, start)
    behind = _behind(scene, index, whole.start, end, close)
    if before.told or behind.told:
        said = before if before.told else behind
        return Source(True, said.kinds, before.wanted)
    speaker = scene.speaker(start)
    if speaker is not None:
        return Source(True, kinds_of(scene, speaker))
    quote = next((b for a, b in scene.quotes if a <= start < b), None)
    return _behind(scene, index, whole.start, quote, min(len(scene.whole), quote + _BEHIND)) if quote else Source(told=False)
