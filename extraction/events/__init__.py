"""The subject of an article and the events that it tells: relevance, elections, figures, event mentions, case entries."""

from extraction.events.compose import read_cases, read_events
from extraction.events.elections import read_elections
from extraction.events.figures import read_figures
from extraction.events.relevance import read_relevance

__all__ = ["read_cases", "read_elections", "read_events", "read_figures", "read_relevance"]
