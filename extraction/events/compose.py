"""The events of one article: frames and findings gathered into cases, totals set apart, prevention judged by headline and lead."""

from __future__ import annotations

from dataclasses import replace

from extraction.events import modality
from extraction.events.accused import Accused, find_accused
from extraction.events.build import build
from extraction.events.cases import split_cases
from extraction.events.dating import Dates
from extraction.events.draft import Draft
from extraction.events.finding import read_findings
from extraction.events.foreign import of_another
from extraction.events.frames import Frame, read_frames
from extraction.events.lexicon import cues
from extraction.events.prevention import appeal, gatherings, late_appeal, watch
from extraction.events.scene import Scene, prepare
from extraction.events.steps import case_drafts
from extraction.events.totals import Totals, read_totals
from extraction.events.unread import completed
from extraction.model import CaseEntry, EventType, Part, Span, Status
from extraction.reading import Reading

_REPEATED = frozenset({EventType.LAPORAN, EventType.TEMUAN, EventType.KLARIFIKASI, EventType.REKOMENDASI, EventType.PIDANA})


def _borne_out(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Without a punishment that only the headline tells: where the text tells of none, the text wins (codebook 12.7)."""
    told = any(f.type is EventType.SANKSI and not f.against and not scene.sentences[f.sentence].title for f in frames)
    return [f for f in frames if told or f.type is not EventType.SANKSI or not scene.sentences[f.sentence].title]


def _weighs(frame: Frame) -> bool:
    """Whether the frame may call somebody punished or convicted."""
    return frame.type is EventType.SANKSI or frame.act == "verdict"


def _statistics(totals: Totals | None, drafts: list[Draft]) -> list[Draft]:
    """A total is one `statistik`, unless its number is that of a batch whose one step is the news (12.2)."""
    if totals is None:
        return []
    batch = any(d.type is EventType.REKOMENDASI and d.sentences[0] in totals.sentences for d in drafts)
    if batch and len(totals.sentences) <= 2:
        return []
    return [Draft(EventType.STATISTIK, totals.first, sorted(totals.sentences)[:4])]


def _accuses(text: str, *, some: bool) -> bool:
    """Whether the sentence accuses servants of the state; beside other events only where it accuses somebody in particular."""
    if some and not cues("steps", "somebody").search(text):
        return False
    return cues("steps", "accusation").search(text) is not None and cues("topic", "apparatus").search(text) is not None


def _remaining(scene: Scene, drafts: list[Draft], accused: list[Accused]) -> list[Draft]:
    """A concrete accusation in the lead that no step follows is `lainnya`."""
    if any(d.status or d.type is EventType.STATISTIK for d in drafts) or len(drafts) > 1:
        return []
    for index, sentence in enumerate(scene.sentences[: scene.lead + 1]):
        if sentence.title or modality.conditional(scene, sentence.start):
            continue
        if _accuses(sentence.text, some=bool(drafts)):
            return [Draft(EventType.LAINNYA, sentence.start, [index], accused=accused)]
    if accused and not drafts:
        first = min(min(a.sentences) for a in accused)
        return [Draft(EventType.LAINNYA, scene.sentences[first].start, [first], accused=accused)]
    return []


def _by_days(scene: Scene, draft: Draft, dates: Dates) -> list[Draft]:
    """A step told on several days, or of different accused with a day each, is several events (codebook 12.15)."""
    if draft.type not in _REPEATED:
        return [draft]
    groups: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for anchor, day in dates.days(draft):
        index = scene.sentence_index(anchor)
        who = tuple(a.person.id for a in draft.accused if index in a.sentences)
        groups.setdefault((day.iso or "", who), []).append(anchor)
    if len(groups) < 2:
        return [draft]
    parts = []
    for (_, who), anchors in groups.items():
        sentences = list(dict.fromkeys(scene.sentence_index(a) for a in anchors))
        accused = [a for a in draft.accused if a.person.id in who] or draft.accused
        parts.append(replace(draft, anchor=anchors[0], anchors=anchors, sentences=sentences, accused=accused))
    return parts


def read_events(reading: Reading) -> None:
    """Fill `reading.events`; needs dates, main regions, agencies, people and figures."""
    scene = prepare(reading)
    if not scene.sentences:
        return
    accused = find_accused(scene)
    frames = [f for f in _borne_out(scene, read_frames(scene)) if not (_weighs(f) and of_another(scene, f, accused))]
    findings = [f for f in read_findings(scene) if not of_another(scene, f, accused)]
    cases = split_cases(scene, frames, findings, accused)
    totals = read_totals(scene)
    steps = case_drafts(scene, cases, totals)
    led = bool(steps)
    held = gatherings(scene, case_led=led)
    drafts = [*held, *steps]
    drafts += [d for d in (appeal(scene, held=bool(held), case_led=led), None if led else watch(scene)) if d]
    drafts += _statistics(totals, drafts)
    drafts += _remaining(scene, drafts, accused)
    if not drafts:
        drafts += [d for d in (late_appeal(scene),) if d]
    drafts = completed(scene, drafts, frames)
    dates = Dates(scene, frames)
    reading.events = build(scene, [one for draft in drafts for one in _by_days(scene, draft, dates)], dates, accused)


def read_cases(reading: Reading) -> None:
    """Fill `reading.cases` from the accused of the events, in the order of the steps."""
    entries = []
    for event in sorted(reading.events, key=_step):
        status = Status.DUGAAN if event.type is EventType.LAINNYA else event.status  # an accusation that no step follows is one
        for who in event.participants:
            if who.part is Part.ACCUSED and status is not None:
                value = f"{event.type}|{status}|{who.name}"
                entries.append(
                    CaseEntry(
                        reading.make_id("case", event.evidence[0], value),
                        who.name,
                        who.person,
                        status,
                        event.id,
                        Span(event.evidence[0].start, event.evidence[0].end),
                        event.by,
                        event.date,
                        event.final,
                        event.region,
                    )
                )
    reading.cases = entries


_ORDER = ("laporan", "temuan", "pengawasan", "klarifikasi", "bantahan", "rekomendasi", "putusan", "sanksi", "pidana")


def _step(event: object) -> int:
    kind = getattr(event, "type", "")
    return _ORDER.index(kind) if kind in _ORDER else -1
