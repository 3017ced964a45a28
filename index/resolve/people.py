"""Profiles: a person across articles, joined where name and agency, region or text agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.model import CaseEntry, Part, Person
from index.document import day_of
from index.ledger import Ledger, Mint
from index.resolve.keys import name_key, person_keys
from index.resolve.minting import identify
from index.resolve.placed import Placed
from index.store import PersonProfile


@dataclass(frozen=True)
class Named:
    """A person of one article."""

    placed: Placed
    person: Person
    keys: tuple[str, ...]


@dataclass(frozen=True)
class JoinedPerson:
    """A profile with the names (as name_key gives them) that lead to it."""

    profile: PersonProfile
    names: tuple[str, ...]


def named_in(placed: Placed) -> list[Named]:
    """The people of an article with their keys."""
    return [Named(placed, p, tuple(person_keys(placed.coded, p, placed.cluster))) for p in placed.coded.people]


def join_people(named: Sequence[Named], ledger: Ledger) -> tuple[list[JoinedPerson], list[Mint]]:
    """The profiles of these people; they must be all people of their names. Also the new entries for the ledger."""
    groups = _groups(named)
    keyed = [(sorted({key for n in group for key in n.keys}, key=_telling), ()) for group in groups]
    identified, mints = identify("person", keyed, ledger)
    by_id: dict[str, list[Named]] = {}
    for minted, group in zip(identified, groups, strict=True):
        by_id.setdefault(minted, []).extend(group)
    return [JoinedPerson(_profile(minted, group), _names(group)) for minted, group in sorted(by_id.items())], mints


def _telling(key: str) -> tuple[bool, str]:
    """The text's cluster says least of who a person is, and clusters grow: it stands last."""
    return ("|teks:" in key, key)


def _names(group: Sequence[Named]) -> tuple[str, ...]:
    return tuple(sorted({name_key(n.person.name) for n in group}))


def _groups(named: Sequence[Named]) -> list[list[Named]]:
    """People who share a key, directly or through others, in a fixed order."""
    parent = list(range(len(named)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first: dict[str, int] = {}
    for i, person in enumerate(named):
        for key in person.keys:
            other = first.setdefault(key, i)
            a, b = find(i), find(other)
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[Named]] = {}
    for i, person in enumerate(named):
        groups.setdefault(find(i), []).append(person)
    return sorted(groups.values(), key=lambda group: min(key for n in group for key in n.keys))


def _profile(minted: str, group: list[Named]) -> PersonProfile:
    group = sorted(group, key=lambda n: (day_of(n.placed.coded.version)[0], n.placed.coded.article.id, n.person.id))
    names = Counter(n.person.name for n in group)
    name = min(names, key=lambda printed: (-names[printed], -len(printed), printed))
    roles = Counter((n.person.role, n.person.agency) for n in group if n.person.role)
    public = any(n.person.public_office for n in group)
    entries = sorted(((entry, n) for n in group for entry in _entries(n)), key=_entry_order)
    accused = bool(entries) or any(_is_accused(n) for n in group)
    days = [day_of(n.placed.coded.version)[0] for n in group]
    return PersonProfile(
        id=minted,
        name=name,
        shown=initials(name) if accused and not public else name,
        roles=[(role, agency) for (role, agency), _ in sorted(roles.items(), key=lambda r: (-r[1], r[0][0] or "", r[0][1] or "")) if role],
        public_office=public,
        accused=accused,
        articles=list(dict.fromkeys(n.placed.coded.article.id for n in group)),
        history=[(n.placed.coded.article.id, entry.id) for entry, n in entries],
        first_seen=min(days),
        last_seen=max(days),
    )


def initials(name: str) -> str:
    """`Budi Santoso` as `B.S.`; a name that is initials already stays."""
    words = name.split()
    if name.isupper() and len(words) == 1 and len(name) <= 3:
        return name
    return "".join(f"{word[0].upper()}." for word in words if word[0].isalpha()) or "—"


def _entries(named: Named) -> list[CaseEntry]:
    return [entry for entry in named.placed.coded.cases if entry.person == named.person.id]


def _entry_order(pair: tuple[CaseEntry, Named]) -> tuple[str, str, str]:
    entry, named = pair
    return (entry.date or day_of(named.placed.coded.version)[0], named.placed.coded.article.id, entry.id)


def _is_accused(named: Named) -> bool:
    """Accused by a participant's id, or by the same name where the event gives no id."""
    for event in named.placed.coded.events:
        for participant in event.participants:
            if participant.part is not Part.ACCUSED:
                continue
            if participant.person == named.person.id or (
                not participant.person and name_key(participant.name) == name_key(named.person.name)
            ):
                return True
    return False
