"""The golden list of components: an accidental removal or renaming fails here."""

from __future__ import annotations

from extraction.components import ALWAYS, READERS, pipeline
from extraction.model import COMPONENT_ORDER

GOLDEN = {
    "netra_sentences_v1",
    "netra_relevance_v1",
    "netra_dates_v1",
    "netra_places_v1",
    "netra_agencies_v1",
    "netra_person_model_v1",
    "netra_people_v1",
    "netra_quotes_v1",
    "netra_figures_v1",
    "netra_elections_v1",
    "netra_events_v1",
    "netra_main_region_v1",
    "netra_cases_v1",
    "netra_confidence_v1",
}


def test_all_components_are_registered_under_their_versioned_names() -> None:
    assert set(READERS) == set(COMPONENT_ORDER) == GOLDEN
    assert pipeline().pipe_names == list(COMPONENT_ORDER)
    assert set(READERS) >= ALWAYS


def test_the_tokenizer_loses_nothing() -> None:
    text = "  Bawaslu Kab.  Rekaan –\n“ASN” 2024/2025, abu-abu.\n\n"
    assert pipeline().make_doc(text).text == text
