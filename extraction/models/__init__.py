"""The statistical model of persons' names, and the place where another model is plugged in (README.md of this folder)."""

from extraction.models.registry import (
    NotAPersonModel,
    PersonLikelihood,
    PersonModel,
    PersonSpan,
    chosen_person_model,
    person_model,
    use_person_model,
)

__all__ = [
    "NotAPersonModel",
    "PersonLikelihood",
    "PersonModel",
    "PersonSpan",
    "chosen_person_model",
    "person_model",
    "use_person_model",
]
