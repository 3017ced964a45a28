"""The state of a page lives in its address: from query string to Question and back, so that every link reproduces its page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeVar, get_args
from urllib.parse import urlencode

import msgspec

from index.store import FACETS, Question, Sort

T = TypeVar("T")
Chart = Literal["peristiwa", "terbit"]
LISTS = (*FACETS, "tokoh")
_TEXTS = {
    "q": "query",
    "dari": "since",
    "sampai": "until",
    "terbit_dari": "published_since",
    "terbit_sampai": "published_until",
}
_SORTS: dict[str, Sort] = {"terbaru": "newest", "terlama": "oldest"}
_NUMBER = re.compile(r"[0-9]{1,9}")


class BadAddress(Exception):
    """A parameter that can't be read; `key` and `values` name the string that says so (i18n, section error)."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True)
class Address:
    """A question, and by which day the chart counts."""

    question: Question = field(default_factory=Question)
    chart: Chart = "peristiwa"

    @classmethod
    def read(cls, parameters: Iterable[tuple[str, str]]) -> Address:
        """From the pairs of a query string; unknown parameters are ignored. Raises BadAddress."""
        values: dict[str, Any] = {}
        chart: Chart = "peristiwa"
        for name, value in ((name, text.strip()) for name, text in parameters):
            if not value:
                continue
            if name in LISTS:
                values[name] = tuple(dict.fromkeys((*values.get(name, ()), value)))
            elif name in _TEXTS:
                values[_TEXTS[name]] = value
            elif name == "urut":
                values["sort"] = _choice(_SORTS, name, value)
            elif name == "semua":
                values["irrelevant"] = value == "1"
            elif name == "hal":
                values["page"] = _page(value)
            elif name == "waktu":
                chart = _choice({c: c for c in get_args(Chart)}, name, value)
        return cls(Question(**values), chart)

    def pairs(self) -> list[tuple[str, str]]:
        """The query string's pairs, in a fixed order, without what is not asked."""
        question = self.question
        pairs = [(name, value) for name, attribute in _TEXTS.items() if (value := getattr(question, attribute))]
        pairs += [(name, value) for name in LISTS for value in getattr(question, name)]
        pairs += [("urut", name) for name, sort in _SORTS.items() if question.sort == sort]
        pairs += [("semua", "1")] if question.irrelevant else []
        pairs += [("waktu", self.chart)] if self.chart != "peristiwa" else []
        pairs += [("hal", str(question.page))] if question.page > 1 else []
        return pairs

    def url(self, path: str = "/") -> str:
        """The address of a page in this state."""
        pairs = self.pairs()
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def changed(self, **changes: object) -> Address:
        """With other values of the question; on its first page unless told otherwise."""
        return replace(self, question=msgspec.structs.replace(self.question, **{"page": 1, **changes}))

    def toggled(self, facet: str, value: str) -> Address:
        """With a choice of a facet made, or taken back."""
        chosen: tuple[str, ...] = getattr(self.question, facet)
        return self.changed(**{facet: tuple(v for v in chosen if v != value) if value in chosen else (*chosen, value)})

    def by(self, chart: Chart) -> Address:
        """With the chart counted otherwise."""
        return replace(self, chart=chart)

    def at(self, page: int) -> Address:
        """Another page of the same answer."""
        return self.changed(page=page)


def _choice(known: Mapping[str, T], name: str, value: str) -> T:
    if value not in known:
        raise BadAddress("error.bad_choice", value=value[:40], name=name)
    return known[value]


def _page(value: str) -> int:
    if not _NUMBER.fullmatch(value) or int(value) < 1:
        raise BadAddress("error.bad_number", value=value[:40])
    return int(value)
