"""Where the role grammar is in doubt about a name behind an office, it asks the statistical model (extraction/models)."""

from __future__ import annotations

from extraction.model import Span
from extraction.people.names import INITIALS_MOST, Name
from extraction.people.text import COMMAS, Text
from extraction.people.titles import read_titles

# Measured on the grammar of an early day, which had not met the texts (DECISIONS.md, 2026-11-25): true names that the model did not find
# stood at .05 and more (the highest of their words), words that were no names at .001 and less.
_NO_NAME = 0.01
_SURE = 0.5


def refused(text: Text, name: Name) -> bool:
    """Whether the model is sure that a single word is nobody's name; names that something else speaks for are not asked about."""
    if text.reading.names is None or name.likely or name.initials or len(name.tokens) > 1 or not text.words[name.first].capital:
        return False
    likelihood = text.reading.names.likelihood(name.span.start, name.span.end)
    return likelihood is not None and likelihood < _NO_NAME


def completed(text: Text, start: int) -> Name | None:
    """The name that the model finds behind an office at word `start` and its titles; None where it stands in a place or agency."""
    words = text.words
    first = read_titles(text, start).after if start < len(words) else start
    if text.reading.names is None or first >= len(words) or not words[first].capital:
        return None
    told = text.reading.names.starting_at(words[first].start)
    if told is None or told.confidence < _SURE:
        return None
    last = words.at(told.end)
    printed = text.whole[told.start : told.end]
    read = [i for i in range(first, last) if i in text.inside or i in text.in_agency or text.common(i)]
    if read or (printed.isupper() and len(printed) <= INITIALS_MOST) or not _closed(text, last):
        return None
    return Name(first, last, words[start].start, Span(told.start, told.end), printed.replace("\n", " "), last)


def _closed(text: Text, i: int) -> bool:
    """Whether the name ends there: at a comma, a full stop, a word in lower case."""
    words = text.words
    return i >= len(words) or words.gap(i) in COMMAS or words.gap(i).strip() != "" or words[i].text.islower()
