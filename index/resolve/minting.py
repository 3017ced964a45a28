"""Ids that last: minted once, remembered in the ledger, found again by the keys of what they name."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.model.identity import digest
from index.ledger import Ledger, Mint, Minted

Group = tuple[Sequence[str], Sequence[str]]  # (strong keys, weak keys)


def identify(kind: Minted, groups: Sequence[Group], ledger: Ledger) -> tuple[list[str], list[Mint]]:
    """The id of each group, and the entries that the ledger must gain.

    A known strong key decides; else a known weak key; else the id is new, made from the group's first strong key (the most telling one
    must stand first). A minted id goes to one group only, the first that asks for it; groups share an id only where the ledger merged
    what they were minted as.
    """
    claimed: set[str] = set()
    ids = [_claim(kind, strong, claimed, ledger) for strong, _ in groups]
    ids = [minted or _claim(kind, weak, claimed, ledger) for minted, (_, weak) in zip(ids, groups, strict=True)]
    mints: list[Mint] = []
    final: list[str] = []
    for minted, (strong, weak) in zip(ids, groups, strict=True):
        chosen = minted or _new(kind, strong[0], claimed, ledger)
        claimed.add(chosen)
        final.append(chosen)
        fresh_strong = tuple(sorted(key for key in strong if ledger.id_for(kind, key) != chosen))
        fresh_weak = tuple(sorted(key for key in weak if ledger.id_for(kind, key) != chosen))
        if fresh_strong or fresh_weak:
            mints.append(Mint(kind, chosen, fresh_strong, fresh_weak))
    return final, mints


def _claim(kind: Minted, keys: Sequence[str], claimed: set[str], ledger: Ledger) -> str | None:
    """The id that these keys lead to, if no other group has it; the smallest of several (the group joined what was apart)."""
    minted = {found for key in keys if (found := ledger.minted_as(kind, key))} - claimed
    claimed |= minted
    return min((ledger.resolve(kind, found) for found in minted), default=None)


def _new(kind: Minted, key: str, taken: set[str], ledger: Ledger) -> str:
    """A new id made from the key; numbered where that id is in use for something that has moved on to other keys."""
    number = 0
    while True:
        minted = digest(kind, key) if number == 0 else digest(kind, key, str(number))
        if minted not in taken and not ledger.keys_of(kind, minted):
            return minted
        number += 1
