"""What becomes of a coded version that comes in: the same decision for every back end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import msgspec

from extraction.model import CodedArticle
from index.document import kept
from index.store import PutReport

Outcome = Literal["new", "new_versions", "recoded", "unchanged"]
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(CodedArticle)


@dataclass(frozen=True)
class Known:
    """A version that the store already has, and when it was last seen on the web."""

    coded: CodedArticle
    seen: datetime


@dataclass(frozen=True)
class Decision:
    """What to write. `record` is the version's record, `seen` its last sighting; `current` whether it is the article's newest now;
    `changed` whether anything but the sighting changes; `aliases` the article's aliases from now on."""

    outcome: Outcome
    record: CodedArticle
    seen: datetime
    current: bool
    changed: bool


def decide(coming: CodedArticle, same_version: Known | None, newest: Known | None) -> Decision:
    """Weigh a coming record against the same version (None where it is new) and the article's newest version (None for a new article).

    A version that is seen again keeps its first fetch time and address; the newest is the one seen last, so a page that goes back to
    an old text shows the old text.
    """
    coming = kept(coming)
    seen = coming.version.fetched
    aliases = list(dict.fromkeys([*(newest.coded.article.aliases if newest else []), *coming.article.aliases]))
    record = msgspec.structs.replace(coming, article=msgspec.structs.replace(coming.article, aliases=aliases))
    if same_version is None:
        current = newest is None or (seen, coming.version.id) > (newest.seen, newest.coded.version.id)
        return Decision("new" if newest is None else "new_versions", record, seen, current, changed=True)
    first = min(coming.version, same_version.coded.version, key=lambda version: version.fetched)
    record = msgspec.structs.replace(record, version=msgspec.structs.replace(record.version, fetched=first.fetched, url=first.url))
    seen = max(seen, same_version.seen)
    if newest is None:  # a crash kept the version but not the article
        return Decision("new", record, seen, current=True, changed=True)
    returns = newest.coded.version.id != record.version.id and seen > newest.seen
    current = newest.coded.version.id == record.version.id or returns
    same = without_aliases(record) == without_aliases(same_version.coded)
    outcome: Outcome = "new_versions" if returns else "unchanged" if same else "recoded"
    return Decision(outcome, record, seen, current, changed=returns or encode(record) != encode(same_version.coded))


def without_aliases(coded: CodedArticle) -> bytes:
    """The record as bytes, but for the aliases that ingest gave it."""
    return encode(msgspec.structs.replace(coded, article=msgspec.structs.replace(coded.article, aliases=[])))


def encode(coded: CodedArticle) -> bytes:
    """The record as JSON, always the same bytes for the same record.

    Raises UnicodeEncodeError where a text holds half of a surrogate pair.
    """
    return _encoder.encode(coded)


def decode(raw: bytes | str) -> CodedArticle:
    """The record from its JSON."""
    return _decoder.decode(raw)


def count(report: PutReport, outcome: Outcome) -> None:
    """Add one to the report's number for this outcome."""
    setattr(report, outcome, getattr(report, outcome) + 1)
