"""The spaCy components, each under a versioned name, in the one place where they are registered.

The Doc's extension `doc._.reading` holds the Reading that they fill. A golden list in the tests catches an accidental removal.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extraction.agencies import read_agencies
from extraction.confidence import read_confidence
from extraction.dates import read_dates
from extraction.events import read_cases, read_elections, read_events, read_figures, read_relevance
from extraction.model import COMPONENT_ORDER
from extraction.models.asker import read_names
from extraction.people import read_people, read_quotes
from extraction.places import read_main_region, read_places
from extraction.reading import Reading
from extraction.sentences import read_sentences
from extraction.tokens import TOKENIZER

Reader = Callable[[Reading], None]

READERS: dict[str, Reader] = {
    "netra_sentences_v1": read_sentences,
    "netra_relevance_v1": read_relevance,
    "netra_dates_v1": read_dates,
    "netra_places_v1": read_places,
    "netra_main_region_v1": read_main_region,
    "netra_agencies_v1": read_agencies,
    "netra_person_model_v1": read_names,
    "netra_people_v1": read_people,
    "netra_quotes_v1": read_quotes,
    "netra_figures_v1": read_figures,
    "netra_elections_v1": read_elections,
    "netra_events_v1": read_events,
    "netra_cases_v1": read_cases,
    "netra_confidence_v1": read_confidence,
}

# An irrelevant article keeps title, date and regions only (architecture.md, "What is kept of a crawl").
ALWAYS = frozenset(
    {"netra_sentences_v1", "netra_relevance_v1", "netra_dates_v1", "netra_places_v1", "netra_main_region_v1", "netra_confidence_v1"}
)


class Component:
    """A spaCy pipe that lets one reader fill the Doc's Reading."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.read = READERS[name]

    def __call__(self, doc: Doc) -> Doc:
        reading: Reading = doc._.reading
        if reading.relevant or self.name in ALWAYS:
            self.read(reading)
            reading.version.components.append(self.name)
        return doc


def _register(name: str) -> None:
    Language.factory(name, func=lambda nlp, name: Component(name))  # noqa: ARG005  (spaCy's signature)


for _name in READERS:
    _register(_name)
if not Doc.has_extension("reading"):
    Doc.set_extension("reading", default=None)


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The Indonesian pipeline with all components in their order; made once a process."""
    nlp = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    for name in COMPONENT_ORDER:
        nlp.add_pipe(name)
    return nlp
