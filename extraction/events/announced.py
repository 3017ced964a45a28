"""People whom a word announces as the accused ("terdakwa X", "atas nama X", "berinisial AB") and whom nobody read as people."""

from __future__ import annotations

import re

from extraction.events.lexicon import cues, cues_exact, table
from extraction.events.scene import Scene
from extraction.model import Person, Span
from extraction.people.names import Name, read_name
from extraction.people.text import Text, text_of

_TELLING, _PLACED = ("announces", "lists"), ("between_commas", "name_before_office")  # the latter only name somebody
_APPOSED = re.compile(r",\s(?!dan\b|serta\b)[a-z][^,]*")  # "AK, mantan camat X, dan AJ"
_MOST = 12  # names of one enumeration
_BEHIND = 120  # characters behind a name for its office and what is said of it
_REACH = 40  # characters in front of a name in which it may be announced as a witness, a candidate or a complainant


def add_announced(scene: Scene) -> list[Span]:
    """Let them join the reading's people (a known person printed more fully here takes the full name); the spans that are announced."""
    _by_initials(scene)
    matches = [(key, m) for key in (*_TELLING, *_PLACED) for m in cues_exact("accused", key).finditer(scene.whole)]
    if not matches:
        return []
    text, told = text_of(scene.reading), []
    for key, match in matches:
        if match.start() < scene.reading.text_start or _of_others(scene, match.start(), match.end()):
            continue
        for name in _listed(text, match.end()):
            if cues("accused", "never_behind").match(scene.whole[name.span.end : name.span.end + _BEHIND]):
                continue
            if key in _TELLING or name.likely or _charged(scene, name):
                _join(scene, name)
            told += [name.span] if key in _TELLING else []
    return told


def _charged(scene: Scene, name: Name) -> bool:
    """Whether what follows the name and its office is said of an accused, and the name is no word of speech ("katanya")."""
    behind = scene.whole[name.span.end : name.span.end + _BEHIND]
    return not name.text.endswith("nya") and cues("accused", "charged_behind").match(behind) is not None


def _of_others(scene: Scene, start: int, end: int) -> bool:
    """Whether a witness or complainant is announced, or somebody in sentences that are no matter of the state apparatus."""
    if cues("accused", "never_before").search(scene.whole[max(0, start - _REACH) : end]):
        return True
    index = scene.sentence_index(start)
    if cues("cases", "foreign").search(scene.sentences[index].text) is None or "terdakwa" in scene.whole[start:end].lower():
        return False
    return cues("topic", "apparatus").search(scene.sentences[index].text) is None


def _listed(text: Text, start: int) -> list[Name]:
    """The names of an enumeration that begins at an offset; brackets behind a name are passed over."""
    found: list[Name] = []
    while len(found) < _MOST:
        i = text.words.at(start)
        name = read_name(text, i) if i < len(text.words) and text.words[i].start - start <= 1 else None
        if name is None or name.initials:
            break
        found.append(name)
        behind = cues("accused", "next_in_list").match(text.whole, name.span.end)
        if behind is None:
            break
        start = behind.end()
    return found


def _join(scene: Scene, name: Name) -> None:
    tokens = set(name.tokens)
    for person in scene.reading.people:
        known = set(person.name.lower().replace(".", " ").split())
        overlaps = any(s.start < name.span.end and name.span.start < s.end for s in person.mentions)
        if known < tokens and not person.initials:
            person.name = name.text
            person.mentions = [name.span, *(s for s in person.mentions if not (s.start < name.span.end and name.span.start < s.end))]
            return
        if tokens <= known or overlaps:
            return
    spans = [name.span, *(s for s in _later(scene, name) if s != name.span)]
    scene.reading.people.append(
        Person(
            scene.reading.make_id("person", name.span, name.text), name.text, None, None, None, False, degrees=name.degrees, mentions=spans
        )
    )


def _later(scene: Scene, name: Name) -> list[Span]:
    """Where the name stands again: whole, or by its first word where that is no one else's."""
    taken = [s for p in scene.reading.people for s in p.mentions]
    first = re.escape(name.text.split()[0])
    finder = re.compile(rf"(?<!\w){re.escape(name.text)}(?!\w)|(?<!\w){first}(?! [A-Z])(?!\w)")
    return [
        Span(m.start(), m.end())
        for m in finder.finditer(scene.whole, scene.reading.text_start)
        if not any(s.start < m.end() and m.start() < s.end for s in taken)
    ]


def _by_initials(scene: Scene) -> None:
    known = {p.name for p in scene.reading.people}
    new: dict[str, Person] = {}
    for pattern in ("initial", "initials_told", "initials_aged", "initials_of_office"):
        for match in cues_exact("accused", pattern).finditer(scene.whole):
            for name in re.findall(r"\b[A-Z]{1,4}\b", _APPOSED.sub("", match["names"])):
                if name in known or name in new or name in table("accused")["abbreviations"]:
                    continue
                spans = [Span(m.start(), m.end()) for m in re.finditer(rf"(?<![\w.]){name}(?![\w.])", scene.whole)]
                if len(spans) < (2 if pattern == "initials_of_office" else 1):
                    continue
                person_id = scene.reading.make_id("person", spans[0], name)
                new[name] = Person(person_id, name, None, None, None, False, initials=True, mentions=spans)
    scene.reading.people += new.values()
