"""The ledger: an append-only JSONL file of what must survive every rebuild. Minted ids, merges, "not the same", reviews, takedowns.

Each line is one entry; nothing is ever changed or removed. Several processes may append (a lock guards each write).
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from extraction.model import Review

Minted = Literal["event", "person"]


class Mint(msgspec.Struct, tag="mint", frozen=True):
    """An id with keys that lead to it: `strong` ones decide, `weak` ones (mention ids) keep it when a strong key changed."""

    kind: Minted
    id: str
    strong: tuple[str, ...]
    weak: tuple[str, ...] = ()


class Merge(msgspec.Struct, tag="merge", frozen=True):
    """`gone` is the same as `kept`: asking for it leads there."""

    kind: Minted
    gone: str
    kept: str
    who: str
    when: datetime
    why: str


class Apart(msgspec.Struct, tag="apart", frozen=True):
    """Two event mentions that are not the same event."""

    first: str
    second: str
    who: str
    when: datetime
    why: str


class Takedown(msgspec.Struct, tag="takedown", frozen=True):
    """An article that no back end shows any more, also when it is ingested again."""

    article: str
    who: str
    when: datetime
    why: str


class Reviewed(msgspec.Struct, tag="review", frozen=True):
    """A person's decision about a record."""

    review: Review


Entry: TypeAlias = Mint | Merge | Apart | Takedown | Reviewed
_decoder: msgspec.json.Decoder[Entry] = msgspec.json.Decoder(Entry)
_encoder = msgspec.json.Encoder()


class LedgerDamaged(Exception):
    """A line of the ledger can't be read; the message says which."""


class Ledger:
    """The ledger in memory, kept up with the file.

    Raises LedgerDamaged where a line is not an entry. A torn last line (a crash while appending) was never acknowledged: it is cut.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read_to = 0
        self._ids: dict[tuple[Minted, str], str] = {}  # (kind, key) → id, the newest entry wins
        self._keys: dict[tuple[Minted, str], set[str]] = {}  # (kind, id) → strong keys
        self._merged: dict[tuple[Minted, str], str] = {}
        self._apart: dict[str, set[str]] = {}
        self.taken_down: set[str] = set()
        self.reviews: list[Review] = []
        self.refresh()

    def refresh(self) -> None:
        """Read what other processes appended."""
        if not self.path.exists() or self.path.stat().st_size <= self._read_to:
            return
        with self.path.open("rb") as file:
            file.seek(self._read_to)
            for line in file:
                if not line.endswith(b"\n"):
                    break
                self._take(_decode(line, self.path, self._read_to))
                self._read_to += len(line)

    def append(self, entries: Sequence[Entry]) -> None:
        """Write the entries and make them durable before returning."""
        if not entries:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            self.refresh()
            file.truncate(self._read_to)
            file.write(b"".join(_encoder.encode(entry) + b"\n" for entry in entries))
            file.flush()
            os.fsync(file.fileno())
        self.refresh()

    def resolve(self, kind: Minted, minted: str) -> str:
        """The id that took the place of this one, or itself."""
        seen = {minted}
        while (kept := self._merged.get((kind, minted))) is not None and kept not in seen:
            minted = kept
            seen.add(kept)
        return minted

    def minted_as(self, kind: Minted, key: str) -> str | None:
        """The id that was minted for this key, before any merge."""
        return self._ids.get((kind, key))

    def id_for(self, kind: Minted, key: str) -> str | None:
        """The id that this key leads to, merges followed."""
        minted = self._ids.get((kind, key))
        return None if minted is None else self.resolve(kind, minted)

    def keys_of(self, kind: Minted, minted: str) -> set[str]:
        """All strong keys that lead to this id, by itself or through merges."""
        family = {minted} | {gone for k, gone in self._merged if k == kind and self.resolve(kind, gone) == minted}
        return set().union(*(self._keys.get((kind, member), set()) for member in family))

    def names_merged_with(self, names: Iterable[str]) -> set[str]:
        """Names of people whom the ledger merged with people of these names (a strong key of a person begins with the name)."""
        roots = {self.resolve(kind, gone) for kind, gone in self._merged if kind == "person"}
        families = [{key.split("|", 1)[0] for key in self.keys_of("person", root)} for root in roots]
        wanted = set(names)
        return set().union(*(family for family in families if family & wanted))

    def apart_from(self, mention: str) -> set[str]:
        """Event mentions that somebody said are not the same event as this one."""
        return self._apart.get(mention, set())

    def merge(self, kind: Minted, gone: str, kept: str, who: str, why: str) -> None:
        """Record that two minted ids are one thing.

        Raises ValueError where both already are the same id.
        """
        self.refresh()
        kept = self.resolve(kind, kept)
        if kept == self.resolve(kind, gone):
            raise ValueError(f"{gone} dan {kept} sudah satu")
        self.append([Merge(kind, self.resolve(kind, gone), kept, who, datetime.now(UTC), why)])

    def keep_apart(self, first: str, second: str, who: str, why: str) -> None:
        """Record that two event mentions tell of different events."""
        self.append([Apart(first, second, who, datetime.now(UTC), why)])

    def take_down(self, articles: Iterable[str], who: str, why: str) -> None:
        """Record that articles must not be shown; `Store.forget` then removes them."""
        self.append([Takedown(article, who, datetime.now(UTC), why) for article in articles])

    def review(self, review: Review) -> None:
        """Record a person's decision."""
        self.append([Reviewed(review)])

    def _take(self, entry: Entry) -> None:
        match entry:
            case Mint():
                for key in (*entry.strong, *entry.weak):
                    self._ids[entry.kind, key] = entry.id
                self._keys.setdefault((entry.kind, entry.id), set()).update(entry.strong)
            case Merge():
                self._merged[entry.kind, entry.gone] = entry.kept
            case Apart():
                self._apart.setdefault(entry.first, set()).add(entry.second)
                self._apart.setdefault(entry.second, set()).add(entry.first)
            case Takedown():
                self.taken_down.add(entry.article)
            case Reviewed():
                self.reviews.append(entry.review)


def _decode(line: bytes, path: Path, offset: int) -> Entry:
    try:
        return _decoder.decode(line)
    except msgspec.DecodeError as error:
        raise LedgerDamaged(f"{path}: baris mulai bita {offset} tidak dapat dibaca ({error})") from error
