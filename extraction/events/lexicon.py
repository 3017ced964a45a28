"""The lexicons of this room: patterns from the TOML files in data/, compiled once a process.

All patterns are read without regard to case; `<name>` in a pattern stands for the part of that name in actors.toml.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from extraction.patterns import compiled

DATA = Path(__file__).parent / "data"
_PART = re.compile(r"(?<!\?P)<(\w+)>")


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML file `data/<name>.toml`."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def pattern(source: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Compile with the parts filled in. Raises KeyError where a part is unknown."""
    return compiled(filled(source), flags)


def filled(source: str) -> str:
    """A pattern's source with the parts filled in. Raises KeyError where a part is unknown."""
    parts: dict[str, str] = table("actors")["parts"]
    return _PART.sub(lambda m: parts[m[1]], source)


@cache
def cues(name: str, *path: str) -> re.Pattern[str]:
    """One pattern of a lexicon: `cues("modality", "negation", "before")`."""
    value: Any = table(name)
    for key in path:
        value = value[key]
    return pattern(value if isinstance(value, str) else "|".join(value))


def words(entries: list[str]) -> str:
    """A pattern for any of the entries as whole words."""
    return rf"(?<!\w)(?:{'|'.join(entries)})(?!\w)"


@cache
def cues_exact(name: str, key: str) -> re.Pattern[str]:
    """A pattern of a lexicon that is read in the print's own case."""
    return compiled(table(name)[key])


@cache
def office_with_name() -> re.Pattern[str]:
    """An office right before a capitalised name, in the print's own case: "Lurah Sukamaju"."""
    return re.compile(table("steps")["office_with_name"])


@cache
def classes(name: str, *path: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """A table of lists as one pattern with a group for each class, and the classes in the order of the groups."""
    value: Any = table(name)
    for key in path:
        value = value[key]
    names = tuple(value)
    source = "|".join(f"(?P<{n}>{'|'.join(value[n])})" for n in names)
    return pattern(rf"(?<![\w-])(?:{source})(?![\w])"), names
