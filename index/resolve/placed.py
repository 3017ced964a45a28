"""An article as the joiners see it."""

from __future__ import annotations

from dataclasses import dataclass

from extraction.model import CodedArticle


@dataclass(frozen=True)
class Placed:
    """A kept article (newest version) and the text cluster that it lies in."""

    coded: CodedArticle
    cluster: str
