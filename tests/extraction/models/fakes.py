"""Models that the tests plug in by name."""

from __future__ import annotations

from extraction.models import PersonSpan


class Finder:
    """Takes the word "Budaya" for a person's name, and nothing else."""

    name = "finder_v1"

    def person_spans(self, text: str) -> list[PersonSpan]:
        """Where the word stands."""
        at = text.find("Budaya")
        return [PersonSpan(at, at + len("Budaya"), 0.9)] if at >= 0 else []


class Nothing:
    """No person model."""


NUMBER = 3
