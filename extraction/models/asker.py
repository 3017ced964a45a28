"""Asks the person model about single doubtful names of one article, and remembers each sentence that it was asked about."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from extraction.models.registry import PersonLikelihood, PersonSpan, person_model

if TYPE_CHECKING:
    from extraction.reading import Reading, Sentence


class Names:
    """What the model says of one article. Nothing is loaded or read before the first question."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._told: dict[int, list[PersonSpan]] = {}  # by start of the sentence

    def starting_at(self, offset: int) -> PersonSpan | None:
        """The name that the model finds with its first letter at the offset; offsets address `reading.whole`."""
        sentence = self._sentence(offset)
        if sentence is None:
            return None
        if sentence.start not in self._told:
            base = sentence.start
            told = person_model().person_spans(sentence.text)
            self._told[base] = [PersonSpan(base + start, base + end, sure) for start, end, sure in told]
            self._sign()
        return next((span for span in self._told[sentence.start] if span.start == offset), None)

    def likelihood(self, start: int, end: int) -> float | None:
        """How likely a person's name covers any of the characters; None where the model can't say."""
        model, sentence = person_model(), self._sentence(start)
        if sentence is None or not isinstance(model, PersonLikelihood):
            return None
        self._sign()
        return model.person_likelihood(sentence.text, start - sentence.start, end - sentence.start)

    def _sentence(self, offset: int) -> Sentence | None:
        sentences = self._reading.sentences
        k = bisect_right(sentences, offset, key=lambda s: s.start) - 1
        return sentences[k] if k >= 0 and offset < sentences[k].end else None

    def _sign(self) -> None:
        """A plugged model stands by its own name among the components that read the version."""
        name, components = person_model().name, self._reading.version.components
        if name not in components:
            components.append(name)


def read_names(reading: Reading) -> None:
    """Give the article somebody to ask about doubtful names; needs `sentences`."""
    reading.names = Names(reading)
