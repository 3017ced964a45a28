"""The fields of the query language and how a value of each becomes a node."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from extraction.model import EventType, Form, Status, Subject
from index.analysis import folded, words

# Fields whose values are a closed list of the codebook.
VOCABULARIES: dict[str, type[StrEnum]] = {"jenis": EventType, "status": Status, "subjek": Subject, "bentuk": Form}
# Fields that are searched word by word, with the token field of the index that holds them.
TOKEN_FIELDS = {"tokoh": "tokoh_kata", "lembaga": "lembaga_kata", "media": "media_kata", "pemilu": "pemilu_kata"}
DAY_FIELDS = {"tanggal": "hari", "terbit": "terbit"}
FIELDS = ("wilayah", *VOCABULARIES, *TOKEN_FIELDS, *DAY_FIELDS)

_DATA = Path(__file__).parents[1] / "analysis" / "data" / "abbreviations.toml"


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, tuple[tuple[str, ...], ...]], dict[str, str]]:
    table = tomllib.loads(_DATA.read_text("utf-8"))
    forms: dict[str, tuple[tuple[str, ...], ...]] = {}
    for group in table["groups"]:
        tokens = tuple(tuple(words(form)) for form in group)
        for form in tokens:
            forms[" ".join(form)] = tokens
    return forms, {folded(short): folded(long) for short, long in table["regions"].items()}


def same_meaning(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The forms that mean the same as these tokens, themselves among them."""
    return _table()[0].get(" ".join(tokens), (tokens,))


def region_name(printed: str) -> str:
    """The folded name of a region, its short form written out (Jateng is jawa tengah)."""
    name = folded(printed)
    return _table()[1].get(name, name)


def vocabulary_value(field: str, printed: str) -> str | None:
    """The codebook's value for what somebody typed (`tidak terbukti` is tidak_terbukti, `asn` is ASN); None where there is none."""
    wanted = folded(printed).replace(" ", "_")
    return next((v.value for v in VOCABULARIES[field] if folded(v.value.replace("_", " ")).replace(" ", "_") == wanted), None)
