"""From drafts to event mentions: who, what forms, when, where, by whose word."""

from __future__ import annotations

from dataclasses import dataclass

from extraction.events.accused import Accused
from extraction.events.dating import Dated, Dates, in_order
from extraction.events.draft import Draft
from extraction.events.forms import forms_in, without_bare_support
from extraction.events.lexicon import classes, cues, table
from extraction.events.placing import region_of, region_of_totals
from extraction.events.scene import Scene
from extraction.events.subjects import subjects_in, with_further
from extraction.model import CASE_TYPES, AgencyMention, EventMention, EventType, Final, Form, Part, Participant, Span, Status, Subject

_BODIES = frozenset(EventType(name) for name in table("build")["speaks_in"])
_OWN_WORD = frozenset({EventType.PIDANA, EventType.SANKSI})  # a verdict is never the supervisor's word, nor is a punishment
_PRESIDING = frozenset({Subject.KEPALA_DAERAH, Subject.SEKDA, Subject.KEPALA_DINAS})
COMPONENT = "netra_events_v1"


@dataclass(frozen=True, slots=True)
class About:
    """What the article as a whole says of subjects and forms."""

    lead: list[Subject]
    all: list[Subject]
    alleged: list[Form]
    forbidden: list[Form]


def about(scene: Scene, accused: list[Accused], *, case_led: bool) -> About:
    """Subjects of the lead and of all text, forms alleged and forbidden."""
    speakers = _speakers(scene, accused)
    lead_end = scene.sentences[scene.lead].end if scene.sentences else 0
    alleged: list[Form] = []
    forbidden: list[Form] = []
    for index in range(len(scene.sentences)):
        told, named = forms_in(scene, index, case_led=case_led)
        alleged += told
        forbidden += named
    return About(
        subjects_in(scene, 0, lead_end, speakers),
        subjects_in(scene, 0, len(scene.whole), speakers),
        without_bare_support(scene, list(dict.fromkeys(alleged))),
        list(dict.fromkeys(forbidden)),
    )


def _speakers(scene: Scene, accused: list[Accused]) -> list[tuple[int, int]]:
    """Stretches that print the office of somebody who is not accused: from a little before the name to its end."""
    blamed = {a.person.id for a in accused}
    spans: list[tuple[int, int]] = []
    for person in scene.reading.people:
        if person.id in blamed or not person.mentions:
            continue
        for mention in person.mentions:
            reach = len(person.role_printed or person.role or "") + len(person.agency or "") + 12
            spans.append((max(0, mention.start - reach), mention.end))
    return spans


def _subjects(scene: Scene, draft: Draft, told: About, accused: list[Accused]) -> list[Subject]:
    speakers = _speakers(scene, accused)
    own = [s for i in draft.sentences for s in subjects_in(scene, scene.sentences[i].start, scene.sentences[i].end, speakers)]
    offices = [s for a in draft.accused for s in _office(a)]
    if draft.type not in CASE_TYPES and draft.status is None:  # who speaks at a gathering is a bupati or sekda more often than not
        return list(dict.fromkeys(s for s in [*own, *told.lead, *_addressees(scene, draft, speakers)] if s not in _PRESIDING)) or told.all
    merged = list(dict.fromkeys([*offices, *own, *told.lead, *_addressees(scene, draft, speakers)]))
    return merged or told.all


def _addressees(scene: Scene, draft: Draft, speakers: list[tuple[int, int]]) -> list[Subject]:
    """Whom an appeal also speaks to, further down."""
    if draft.type is not EventType.IMBAUAN:
        return []
    sentences = [s for s in scene.sentences if cues("build", "appeals").search(s.text)]
    return [subject for s in sentences for subject in subjects_in(scene, s.start, s.end, speakers)]


def _office(accused: Accused) -> list[Subject]:
    finder, _ = classes("subjects", "words")
    office = accused.person.role_printed or accused.person.role or ""
    return [Subject(m.lastgroup or "") for m in finder.finditer(office)]


def _by(scene: Scene, draft: Draft) -> str | None:
    """The agency that says the status: who acts in the step's own sentence, else one named there, else the last named before."""
    if draft.type is EventType.BANTAHAN:
        return None
    patterns = [cues("build", "speaks_in", draft.type.value)] if draft.type in _BODIES else []
    patterns += [] if draft.type in _OWN_WORD else [cues("build", "judges")]
    addressed = _addressed(scene, draft)
    for pattern in patterns:
        named = [a for a in scene.reading.agencies if a.name and pattern.search(a.name) and (a.name not in addressed)]
        inside = [a for i in draft.sentences for a in named if scene.sentences[i].start <= a.span.start < scene.sentences[i].end]
        earlier = [a for a in named if a.span.start <= draft.anchor]
        order = [*_agents(scene, draft, named), *inside, *reversed(earlier), *named]
        if order:
            return order[0].name
    return None


def _addressed(scene: Scene, draft: Draft) -> set[str | None]:
    """The institutions to which the step only sends something: "diteruskan ke BKN" is not BKN's word."""
    finder, spans = cues("build", "addressed"), [scene.sentences[i] for i in draft.sentences]
    inside = [a for a in scene.reading.agencies if any(s.start <= a.span.start < s.end for s in spans)]
    return {a.name for a in inside if finder.search(scene.whole[max(0, a.span.start - 40) : a.span.start])}


def _agents(scene: Scene, draft: Draft, named: list[AgencyMention]) -> list[AgencyMention]:
    """Who recommends: the institution before the word for it, else (passive) the first behind."""
    if draft.type is not EventType.REKOMENDASI:
        return []
    sentence = scene.sentences[scene.sentence_index(draft.anchor)]
    here = [a for a in named if sentence.start <= a.span.start < sentence.end]
    before = [a for a in here if a.span.start < draft.anchor]
    return [*reversed(before), *(a for a in here if a.span.start >= draft.anchor)]


def _final(scene: Scene, draft: Draft) -> Final:
    """Not final where an appeal is told; that none was made does not say that none can be made."""
    if draft.type is EventType.PIDANA or draft.status is Status.SANKSI:
        appeal, denied = cues("findings", "appeal"), cues("findings", "appeal_not")
        if any(appeal.search(denied.sub("", s.text)) for s in scene.sentences):
            return Final.NO
    return Final.UNKNOWN


def _participants(draft: Draft) -> list[Participant]:
    return [Participant(Part.ACCUSED, a.person.name, a.person.id) for a in draft.accused]


def _mention(scene: Scene, draft: Draft, when: Dated, told: About, accused: list[Accused]) -> EventMention:
    reading = scene.reading
    case = draft.type in CASE_TYPES or draft.status is not None
    total = draft.type is EventType.STATISTIK
    at = (scene, draft.sentences, draft.anchor)
    region = region_of_totals(*at) if total else region_of(*at, case=case)
    evidence = [Span(scene.sentences[i].start, scene.sentences[i].end) for i in draft.sentences]
    value = "|".join(filter(None, (draft.type, region.name if region else "", draft.status or "", str(draft.case))))
    return EventMention(
        id=reading.make_id("event", evidence[0], value),
        type=draft.type,
        evidence=evidence,
        region=region,
        date=when[0],
        precision=when[1],
        date_basis=when[2],
        status=draft.status,
        by=_by(scene, draft) if draft.status else None,
        final=_final(scene, draft),
        subjects=_subjects(scene, draft, told, accused),
        forms=told.alleged if case else [],
        forms_forbidden=[] if case else told.forbidden,
        participants=_participants(draft),
        confidence=draft.confidence,
        component=COMPONENT,
    )


def build(scene: Scene, drafts: list[Draft], dates: Dates, accused: list[Accused]) -> list[EventMention]:
    """The event mentions in the order of the text; the same (type, region, date, accused, status) once (12.15)."""
    told = about(scene, accused, case_led=any(d.status for d in drafts))
    dated = in_order([(d, dates.of(d)) for d in drafts])
    mentions = [_mention(scene, d, when, told, accused) for d, when in dated]
    with_further(scene, accused, mentions)
    unique: dict[tuple[object, ...], EventMention] = {}
    for mention in mentions:
        who = tuple(p.person or p.name for p in mention.participants)
        unique.setdefault((mention.type, mention.region, mention.date, mention.status, who), mention)
    return sorted(unique.values(), key=lambda m: m.evidence[0])
