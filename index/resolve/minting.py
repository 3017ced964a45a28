"""Ids that last: minted once, remembered in the ledger, found again by the keys of what they name."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.model.identity import digest
from index.ledger import Ledger, Mint, Minted

Group = tuple[Sequence[str], Sequence[str]]  # (strong keys, weak keys)


def identify(kind: Minted, groups: Sequence[Group], ledger: Ledger) -> tuple[list[str], list[Mint]]:
    """The id of each group, and the entries that the ledger must gain.

    A known strong key decides; else a known weak key, unless its id already belongs to another group here; else the id is new, made
    from the group's first strong key (the most telling one must stand first). Groups may share an id only where the ledger merged them.
    """
    ids: list[str | None] = [_known(kind, strong, ledger) for strong, _ in groups]
    taken = {minted for minted in ids if minted}
    for i, (_, weak) in enumerate(groups):
        if ids[i] is None:
            found = [m for key in weak if (m := ledger.id_for(kind, key)) and m not in taken]
            if found:
                ids[i] = found[0]
                taken.add(found[0])
    mints: list[Mint] = []
    final: list[str] = []
    for minted, (strong, weak) in zip(ids, groups, strict=True):
        chosen = minted or _new(kind, strong[0], taken, ledger)
        taken.add(chosen)
        final.append(chosen)
        fresh_strong = tuple(sorted(key for key in strong if ledger.id_for(kind, key) != chosen))
        fresh_weak = tuple(sorted(key for key in weak if ledger.id_for(kind, key) != chosen))
        if fresh_strong or fresh_weak:
            mints.append(Mint(kind, chosen, fresh_strong, fresh_weak))
    return final, mints


def _known(kind: Minted, strong: Sequence[str], ledger: Ledger) -> str | None:
    """The id of a group by its strong keys; where they lead to several, the smallest id (the group joined what was apart)."""
    return min((minted for key in strong if (minted := ledger.id_for(kind, key))), default=None)


def _new(kind: Minted, key: str, taken: set[str], ledger: Ledger) -> str:
    """A new id made from the key; numbered where that id is in use for something that has moved on to other keys."""
    number = 0
    while True:
        minted = digest(kind, key) if number == 0 else digest(kind, key, str(number))
        if minted not in taken and not ledger.keys_of(kind, minted):
            return minted
        number += 1
