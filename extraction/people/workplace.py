"""Civil servants whose agency stands in a clause of its own: "RAG yang berdinas di Dinas X" (codebook 12.12, 12.17)."""

from __future__ import annotations

from extraction.model import Span
from extraction.people.chains import Known
from extraction.people.lexicon import grammar
from extraction.people.text import BLANKS, Text

_REACH = 6  # small words between a person and the agency
_DEFAULT_ROLE = "ASN"


def find_workplaces(text: Text, people: list[Known], mentions: list[list[Span]]) -> None:
    """Complete persons of kind `service` (or known by initials only) who have no agency yet."""
    for person, spans in zip(people, mentions, strict=True):
        if person.agency is None and (person.kind == "service" or (person.initials and person.role is None)):
            for span in spans:
                _complete(text, person, span)


def _complete(text: Text, person: Known, span: Span) -> None:
    words, i = text.words, text.words.at(span.end)
    works, seen = grammar().works, set()
    start = i
    while i < len(words) and i - start < _REACH and i not in text.agencies:
        if words.gap(i).lstrip(")") not in BLANKS or words[i].low not in works["verbs"] | works["places"] | {"yang"}:
            return
        seen.add(words[i].low)
        i += 1
    if i in text.agencies and seen & (works["verbs"] | {"di", "pada"}) and person.agency is None:
        mention = text.agencies[i][1]
        person.agency, person.region, person.official = mention.name, mention.region, True
        person.role = person.role or _DEFAULT_ROLE
