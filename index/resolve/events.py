"""From the mentions of one key to one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.model import DateBasis, Event, EventMention, Final, Form, Status, Subject
from index.document import day_of
from index.ledger import Ledger, Mint
from index.resolve.keys import accused_of
from index.resolve.minting import identify
from index.resolve.placed import Placed

# Where mentions of one event disagree, the most careful status is shown: a clearing stands first, and nobody is called proven or
# punished on the word of one article against another (codebook 4).
_CAREFUL = (Status.TIDAK_TERBUKTI, Status.DUGAAN, Status.TERBUKTI, Status.SANKSI)
_BASES = (DateBasis.EVENT, DateBasis.STATEMENT, DateBasis.PUBLICATION)


@dataclass(frozen=True)
class Told:
    """An event mention with the article that tells it and its key."""

    placed: Placed
    mention: EventMention
    key: str


@dataclass(frozen=True)
class Joined:
    """An event with the keys that its mentions bear."""

    event: Event
    keys: tuple[str, ...]


def join_events(told: Sequence[Told], ledger: Ledger) -> tuple[list[Joined], list[Mint]]:
    """The events that these mentions tell; they must be all mentions of their keys. Also the new entries for the ledger."""
    groups = [group for key in sorted({t.key for t in told}) for group in _parted([t for t in told if t.key == key], ledger)]
    identified, mints = identify("event", [(keys, [t.mention.id for t in group]) for keys, group in groups], ledger)
    by_id: dict[str, list[Told]] = {}
    for minted, (_, group) in zip(identified, groups, strict=True):
        by_id.setdefault(minted, []).extend(group)
    joined = [Joined(_event(minted, group), tuple(sorted({told.key for told in group}))) for minted, group in sorted(by_id.items())]
    return joined, mints


def _parted(group: list[Told], ledger: Ledger) -> list[tuple[list[str], list[Told]]]:
    """The group, split where somebody said "not the same"; each part with its key."""
    parts: list[list[Told]] = []
    for told in sorted(group, key=_order):
        apart = ledger.apart_from(told.mention.id)
        place = next((part for part in parts if not any(t.mention.id in apart for t in part)), None)
        if place is None:
            parts.append([told])
        else:
            place.append(told)
    key = group[0].key
    return [([key if i == 0 else f"{key}~{part[0].mention.id}"], part) for i, part in enumerate(parts)]


def _order(told: Told) -> tuple[str, str, str]:
    version = told.placed.coded.version
    return (day_of(version)[0], told.placed.coded.article.id, told.mention.id)


def _event(minted: str, group: list[Told]) -> Event:
    group = sorted(group, key=_order)
    mentions = [told.mention for told in group]
    first = mentions[0]
    status, by, final = _status(mentions)
    basis = next((b for b in _BASES if any(m.date_basis is b for m in mentions)), None)
    return Event(
        id=minted,
        type=first.type,
        region=first.region,
        date=first.date,
        precision=first.precision,
        date_basis=basis,
        status=status,
        by=by,
        final=final,
        subjects=[s for s in Subject if any(s in m.subjects for m in mentions)],
        forms=[f for f in Form if any(f in m.forms for m in mentions)],
        accused=list(dict.fromkeys(name for m in mentions for name in accused_of(m))),
        mentions=[(told.placed.coded.article.id, told.mention.id) for told in group],
        articles=len({told.placed.coded.article.id for told in group}),
        texts=len({told.placed.cluster for told in group}),
    )


def _status(mentions: list[EventMention]) -> tuple[Status | None, str | None, Final]:
    status = next((s for s in _CAREFUL if any(m.status is s for m in mentions)), None)
    telling = [m for m in mentions if m.status is status]
    by = next((m.by for m in telling if m.by), None)
    finals = {m.final for m in telling} - {Final.UNKNOWN}
    return status, by, finals.pop() if len(finals) == 1 else Final.NO if finals else Final.UNKNOWN
