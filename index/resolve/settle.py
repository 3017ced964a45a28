"""Settling: what was put is clustered, joined and made findable. The order is the same for every back end; a `Shelf` is what each lends.

Only what the new articles touch is joined again: the clusters that they share bands with, the events whose keys they bear or bore, the
people whose names they name or named.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice
from typing import Protocol

from index.ledger import Ledger
from index.resolve.events import Joined, Told, join_events
from index.resolve.keys import event_keys, name_key
from index.resolve.people import JoinedPerson, join_people, named_in
from index.resolve.placed import Placed
from index.resolve.texts import Signature, bands, clusters, signature

_AT_ONCE = 500  # articles settled in one go: bounds memory (about 50 kB each with what they touch)

__all__ = ["Placed", "Shelf", "settle"]


class Shelf(Protocol):
    """What a back end lends to the joiners. Article ids that no longer exist are simply not found."""

    def unsettled(self) -> list[str]:
        """Articles put, changed or taken down since the last settling, by id."""

    def load(self, articles: Collection[str]) -> list[Placed]:
        """The kept articles, by id."""

    def signatures(self, articles: Collection[str]) -> dict[str, Signature]:
        """The signatures of articles that were placed before."""

    def neighbours(self, articles: Collection[str], their_bands: Collection[int]) -> set[str]:
        """Articles that lie in the clusters of these, or in a cluster with an article that bears one of the bands."""

    def place(self, signs: dict[str, Signature], clusters: dict[str, str]) -> set[str]:
        """Keep new signatures and all clusters; the articles whose cluster changed."""

    def keyed(self, articles: Collection[str], keys: dict[str, list[str]], names: dict[str, list[str]]) -> None:
        """Keep the event keys and person names of these articles, in place of those they had."""

    def bearing_keys(self, keys: Collection[str]) -> set[str]:
        """Articles that bear one of the event keys."""

    def naming(self, names: Collection[str]) -> set[str]:
        """Articles that name somebody by one of these names (as name_key gives them)."""

    def told_keys(self, articles: Collection[str]) -> set[str]:
        """Keys of the events that these articles told at the last settling."""

    def told_names(self, articles: Collection[str]) -> set[str]:
        """Names of the people that these articles named at the last settling."""

    def write_events(self, keys: Collection[str], joined: Sequence[Joined]) -> set[str]:
        """Put these events in place of all that bear the keys; the articles whose events changed."""

    def write_people(self, names: Collection[str], joined: Sequence[JoinedPerson]) -> set[str]:
        """Put these profiles in place of all with the names; the articles whose people changed."""

    def finish(self, settled: Collection[str], touched: Collection[str]) -> None:
        """Make the touched articles findable as they now are, and the settled ones done. Durable when it returns."""


def settle(shelf: Shelf, ledger: Ledger) -> None:
    """Settle all that is unsettled, a bounded number of articles at a time."""
    ledger.refresh()
    waiting = iter(shelf.unsettled())
    while chunk := list(islice(waiting, _AT_ONCE)):
        _settle(shelf, ledger, chunk)


def _settle(shelf: Shelf, ledger: Ledger, chunk: list[str]) -> None:
    touched = set(chunk)
    moved = _cluster(shelf, chunk)
    touched |= moved
    placed = shelf.load(sorted(touched))
    old_keys, old_names = shelf.told_keys(touched), shelf.told_names(touched)
    keys = {p.coded.article.id: [key for key, _ in event_keys(p.coded, p.cluster)] for p in placed}
    names = {p.coded.article.id: sorted({name_key(person.name) for person in p.coded.people}) for p in placed}
    shelf.keyed(touched, keys, names)
    touched |= _join_events(shelf, ledger, old_keys.union(*keys.values()))
    touched |= _join_people(shelf, ledger, old_names.union(*names.values()))
    shelf.finish(chunk, sorted(touched))


def _cluster(shelf: Shelf, chunk: list[str]) -> set[str]:
    """Cluster the chunk's texts anew with all that they may be alike to; the articles whose cluster changed."""
    fresh = {p.coded.article.id: signature(p.coded.version.text) for p in shelf.load(chunk)}
    their_bands = {band for sign in fresh.values() for band in bands(sign)}
    pool = shelf.neighbours(chunk, their_bands) - set(chunk)
    return shelf.place(fresh, clusters(shelf.signatures(sorted(pool)) | fresh))


def _join_events(shelf: Shelf, ledger: Ledger, keys: set[str]) -> set[str]:
    keys = _with_family(ledger, keys)
    articles = shelf.load(sorted(shelf.bearing_keys(keys)))
    told = [Told(p, mention, key) for p in articles for key, mention in event_keys(p.coded, p.cluster) if key in keys]
    joined, mints = join_events(told, ledger)
    ledger.append(mints)
    return shelf.write_events(keys, joined)


def _join_people(shelf: Shelf, ledger: Ledger, names: set[str]) -> set[str]:
    names = names | ledger.names_merged_with(names)
    articles = shelf.load(sorted(shelf.naming(names)))
    named = [n for p in articles for n in named_in(p) if name_key(n.person.name) in names]
    joined, mints = join_people(named, ledger)
    ledger.append(mints)
    return shelf.write_people(names, joined)


def _with_family(ledger: Ledger, keys: set[str]) -> set[str]:
    """The keys with all keys that the ledger's merges tie to them."""
    ids = {minted for key in keys if (minted := ledger.id_for("event", key))}
    family = {key for minted in ids for key in ledger.keys_of("event", minted)}
    return keys | {key.split("~", 1)[0] for key in family}  # a part split off by "not the same" is joined with its whole group
