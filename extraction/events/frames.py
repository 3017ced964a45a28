"""Acts that the text says were done: each cue of acts.toml read with its agent, receiver, polarity, modality and tense."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from extraction.events import modality
from extraction.events.lexicon import cues, filled, pattern, table
from extraction.events.scene import Scene
from extraction.model import EventType
from extraction.patterns import Several

_PASSIVE = re.compile(r"^(?:di|ter)", re.IGNORECASE)
_ACTIVE = re.compile(r"^me", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:\S+\s){0,2}?(?:oleh\s|$)", re.IGNORECASE)
_TO = re.compile(r"\b(?:ke|kepada|kpd|pada|terhadap)\s(?:\S+\s){0,2}$", re.IGNORECASE)
_WE = re.compile(r"\b(?:kami|kita|pihaknya|saya)\b", re.IGNORECASE)
_THEN = 130  # characters within which the receiver of a report follows its verb
_NEAR = 2  # sentences on both sides in which what makes a cue an act may stand
_REACH = 70  # characters between a passive verb and its agent


@dataclass(frozen=True, slots=True)
class Frame:
    """One act. `against` says why it codes no event, empty where the text asserts it; `agent` is a class of actors.toml."""

    act: str
    type: EventType
    start: int
    end: int
    sentence: int
    agent: str | None
    against: str = ""
    announced: bool = False

    @property
    def asserted(self) -> bool:
        """Whether the text says that it happened."""
        return not self.against


@dataclass(frozen=True, slots=True)
class Act:
    """An entry of acts.toml, compiled."""

    name: str
    type: EventType
    cue: re.Pattern[str]
    needs: re.Pattern[str] | None
    never: re.Pattern[str] | None
    then: re.Pattern[str] | None
    near: re.Pattern[str] | None
    never_then: re.Pattern[str] | None
    agents: frozenset[str]
    future: bool
    open: bool
    negation: bool
    named: bool


@lru_cache(maxsize=1)
def acts() -> tuple[Act, ...]:
    """All acts, in the order of the file."""

    def compiled(entry: dict[str, Any], key: str) -> re.Pattern[str] | None:
        return pattern(entry[key]) if key in entry else None

    return tuple(
        Act(
            e["name"],
            EventType(e["type"]),
            pattern(e["cue"]),
            compiled(e, "needs"),
            compiled(e, "never"),
            compiled(e, "then"),
            compiled(e, "near"),
            compiled(e, "never_then"),
            frozenset(e.get("agent", ())),
            bool(e.get("future")),
            bool(e.get("open")),
            bool(e.get("negation")),
            bool(e.get("named")),
        )
        for e in table("acts")["acts"]
    )


@lru_cache(maxsize=1)
def _all_cues() -> Several:
    """The cues of all acts, looked for in one pass: twenty passes were half of the time that events took."""
    return Several([filled(e["cue"]) for e in table("acts")["acts"]], re.IGNORECASE)


def agent_of(scene: Scene, start: int, end: int) -> str | None:
    """Class of the actor that does what the verb at [start, end) says, None where the clause names none."""
    clause = scene.clause_at(start)
    if _PASSIVE.match(scene.whole[start:end]):
        for actor in scene.actors_in(end, min(clause.end, end + _REACH)):
            between = scene.whole[end : actor.start]
            if _TO.search(between):
                continue
            return actor.kind if _BY.match(between) or "oleh" in between else None
        return None
    sentence = scene.sentences[scene.sentence_index(start)]
    left = [a for a in scene.actors_in(sentence.start, start) if not _TO.search(scene.whole[max(sentence.start, a.start - 25) : a.start])]
    near = [a for a in left if a.start >= clause.start]
    if near:
        return near[-1].kind
    if _WE.search(scene.whole[clause.start : start]):
        return "we"
    return left[0].kind if left and _ACTIVE.match(scene.whole[start:end]) else None


def _fits(scene: Scene, act: Act, agent: str | None, sentence: int, *, passive: bool) -> bool:
    if agent is None:
        return not act.named or passive
    if not act.agents or agent in act.agents:
        return True
    return agent == "we" and bool(act.agents & scene.we(sentence))


def _has_what_it_needs(scene: Scene, act: Act, index: int, end: int) -> bool:
    """Whether the words that an act wants in its sentence, behind it or near it stand there, and those that forbid it don't."""
    sentence = scene.sentences[index]
    behind = min(sentence.end, end + _THEN)
    if (act.needs and not act.needs.search(sentence.text)) or (act.never and act.never.search(sentence.text)):
        return False
    if (act.then and not act.then.search(scene.whole, end, behind)) or (act.never_then and act.never_then.search(scene.whole, end, behind)):
        return False
    return act.near is None or act.near.search(scene.near(index, _NEAR)) is not None


def _read(scene: Scene, act: Act, start: int, end: int) -> Frame | None:
    index = scene.sentence_index(start)
    if end > scene.sentences[index].end or not _has_what_it_needs(scene, act, index, end):
        return None
    agent = agent_of(scene, start, end)
    if not _fits(scene, act, agent, index, passive=_PASSIVE.match(scene.whole[start:end]) is not None):
        return None
    if not act.negation and cues("modality", "inside").search(scene.whole[start:end]):
        return None
    against = modality.reason_against(scene, start, end, announced=act.future, open_ended=act.open, own_negation=act.negation)
    announced = act.future and (
        modality.future(scene, start, end) or cues("modality", "sequel", "plan").search(scene.whole[start:end]) is not None
    )
    return Frame(act.name, act.type, start, end, index, agent, against, announced)


def read_frames(scene: Scene) -> list[Frame]:
    """All frames in the order of the text, the unasserted ones with their reason."""
    found = [
        frame
        for number, match in _all_cues().finditer(scene.whole)
        if (frame := _read(scene, acts()[number], match.start(), match.end())) is not None
    ]
    return sorted(found, key=lambda f: (f.start, f.end))
