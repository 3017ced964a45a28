"""An event on its way: its type, the sentences that tell it, and what was decided about it so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from extraction.events.accused import Accused
from extraction.model import EventType, Form, Status, Subject


@dataclass
class Draft:
    """`anchor` is the offset of the cue to which dates and places are bound, `anchors` those of its other tellings,
    `case` numbers the case that the step belongs to."""

    type: EventType
    anchor: int
    sentences: list[int]
    status: Status | None = None
    case: int = 0
    accused: list[Accused] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    forbidden: list[Form] = field(default_factory=list)
    gathering: bool = False
    anchors: list[int] = field(default_factory=list)
    confidence: float = 0.8
