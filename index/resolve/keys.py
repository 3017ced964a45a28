"""What makes two mentions one: keys that are equal where all that the joiner looks at is equal (architecture.md, "Identity").

The first joiner joins event mentions of equal type, region, day and accused. What was not told is equal to nothing: a mention without a
day joins only within one text cluster (a copy tells the same), and one of a national matter without accused likewise.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import lru_cache
from pathlib import Path

from extraction.model import CodedArticle, EventMention, Part, Person, Precision
from index.analysis import folded

_DEPTH = 5  # characters of a code down to kabupaten or kota (`33.16`)


@lru_cache(maxsize=1)
def _name_words() -> dict[str, str]:
    table = tomllib.loads((Path(__file__).parent / "data" / "names.toml").read_text("utf-8"))
    words: dict[str, str] = table["words"]
    return words


def name_key(name: str) -> str:
    """A person's name as it is compared: folded, short forms written out."""
    return " ".join(_name_words().get(word, word) for word in folded(name).split())


def accused_of(event: EventMention) -> list[str]:
    """The names of those said to have broken neutrality, as printed, in order and once each."""
    return list(dict.fromkeys(p.name for p in event.participants if p.part is Part.ACCUSED))


def event_keys(coded: CodedArticle, cluster: str) -> list[tuple[str, EventMention]]:
    """The key of each event mention of an article. Two mentions of one version are two events (codebook 12.15), so a key that comes
    again is numbered."""
    seen: Counter[str] = Counter()
    keyed: list[tuple[str, EventMention]] = []
    for event in coded.events:
        key = _event_key(event, cluster)
        seen[key] += 1
        keyed.append((key if seen[key] == 1 else f"{key}#{seen[key]}", event))
    return keyed


def _event_key(event: EventMention, cluster: str) -> str:
    accused = sorted({name_key(name) for name in accused_of(event)})
    place = (event.region.code or folded(event.region.name)) if event.region else ""
    day = event.date if event.date and event.precision in (Precision.DAY, Precision.RANGE) else f"{event.date or ''}@{cluster}"
    if not place and not accused:
        place = f"@{cluster}"
    return "|".join((event.type.value, place, day, "+".join(accused)))


def person_keys(coded: CodedArticle, person: Person, cluster: str) -> list[str]:
    """The keys of a person, each `name|anchor`: the agency, the region, and the text. People who share a key are one profile.

    Somebody printed by initials only is tied to office and place together: "IM" alone says little.
    """
    name = name_key(person.name)
    place = _place(coded, person)
    agency = folded(person.agency) if person.agency else ""
    anchors = [f"teks:{cluster}"]
    if person.initials:
        anchors += [f"jabatan:{folded(person.role)}/{agency or spot}" for spot in (place or ["?"])] if person.role else []
    else:
        anchors += [f"lembaga:{agency}"] if agency else []
        anchors += [f"wilayah:{spot}" for spot in place]
    return [f"{name}|{anchor}" for anchor in anchors]


def _place(coded: CodedArticle, person: Person) -> list[str]:
    """The kabupaten or kota (else province) of a person: the person's own region, else the article's main ones.

    A village that no list knows has no code and says nothing.
    """
    regions = [person.region] if person.region and person.region.code else [r.region for r in coded.regions if r.main]
    return sorted({region.code[:_DEPTH] for region in regions if region.code})
