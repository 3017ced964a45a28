"""Which model finds persons' names: the shipped one, or one that a user names as "module:callable"."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from typing import Any, NamedTuple, Protocol, runtime_checkable

SHIPPED = "netra_person_model_v1"


class NotAPersonModel(Exception):
    """What was named can't be imported or is no person model; the message says why."""


class PersonSpan(NamedTuple):
    """A person's name [start, end) in the text that was asked, without titles and degrees; `confidence` from 0 to 1."""

    start: int
    end: int
    confidence: float


@runtime_checkable
class PersonModel(Protocol):
    """What a plugged model must be. `name` holds its version and stands in the components of each coded article that asked it."""

    name: str

    def person_spans(self, text: str) -> list[PersonSpan]:
        """The persons' names in one sentence, in order, none overlapping."""


@runtime_checkable
class PersonLikelihood(Protocol):
    """What a model may tell besides; one that doesn't never speaks against a name of the role grammar."""

    def person_likelihood(self, text: str, start: int, end: int) -> float:
        """The probability, 0 to 1, that a person's name covers any of the characters [start, end) of the sentence."""


def _shipped() -> PersonModel:
    from extraction.models.crf import CrfPersons  # noqa: PLC0415  (a process that plugs another model never loads it)

    return CrfPersons()


class _Chosen:
    """The choice of this process, and the model once it is made."""

    def __init__(self) -> None:
        self.where = SHIPPED
        self.make: Callable[[], Any] = _shipped
        self.model: PersonModel | None = None


_chosen = _Chosen()


def use_person_model(where: str) -> None:
    """Choose the model of this process: `netra_person_model_v1`, or "package.module:callable" that returns a PersonModel.

    Its module is imported at once, the model made when first asked, so a large one costs nothing before.
    Raises NotAPersonModel where `where` has neither form or can't be imported.
    """
    make = _shipped if where == SHIPPED else _named(where)
    _chosen.where, _chosen.make, _chosen.model = where, make, None


def chosen_person_model() -> str:
    """What `use_person_model` was last told, for a process that is to use the same."""
    return _chosen.where


def person_model() -> PersonModel:
    """The chosen model, made at the first call.

    Raises NotAPersonModel where the chosen callable gives no PersonModel; whatever the callable itself raises passes through.
    """
    if _chosen.model is None:
        made = _chosen.make()
        if not isinstance(made, PersonModel):
            raise NotAPersonModel(f"'{_chosen.where}' gives {type(made).__name__}, which has no name and person_spans")
        _chosen.model = made
    return _chosen.model


def _named(where: str) -> Callable[[], Any]:
    """The callable that a user names."""
    if not all(where.partition(":")):
        raise NotAPersonModel(f"'{where}' is neither {SHIPPED} nor package.module:callable")
    try:
        found = pkgutil.resolve_name(where)
    except (ImportError, AttributeError, ValueError) as error:
        raise NotAPersonModel(f"'{where}' can't be imported: {error}") from error
    if not callable(found):
        raise NotAPersonModel(f"'{where}' can't be called")
    return found  # type: ignore[no-any-return]
