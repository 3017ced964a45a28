"""Steps of the cases (codebook 12.1, 12.4 to 12.7, 12.16, 12.21 to 12.26): which happened, and the state of the case after each."""

from __future__ import annotations

from extraction.events import modality
from extraction.events.binding import bound_accused
from extraction.events.cases import Case
from extraction.events.draft import Draft
from extraction.events.finding import Finding
from extraction.events.frames import Frame
from extraction.events.lexicon import cues, office_with_name
from extraction.events.outcomes import Outcome, by_commission, recommendations, sanctions, verdicts
from extraction.events.scene import Scene
from extraction.events.totals import Totals, share_of_many
from extraction.model import EventType, Status

_SILENCED = frozenset(
    {
        EventType.LAPORAN,
        EventType.TEMUAN,
        EventType.PUTUSAN,
        EventType.REKOMENDASI,
        EventType.SANKSI,
        EventType.KLARIFIKASI,
        EventType.PIDANA,
    }
)


def _silenced(scene: Scene, frame: Frame, case: Case, totals: Totals | None) -> bool:
    """Whether the frame is only counted in a total (12.2)."""
    if frame.type is EventType.LAPORAN and not any(frame.sentence in a.sentences for a in case.accused):
        sentence = scene.sentences[frame.sentence]
        if any(
            m.start() < frame.end and frame.start < m.end()
            for m in cues("totals", "vague").finditer(scene.whole, sentence.start, sentence.end)
        ):
            return True
    if totals is None or frame.sentence not in totals.sentences or frame.type not in _SILENCED:
        return False
    batch = frame.type is EventType.REKOMENDASI and frame.sentence <= scene.lead and frame.sentence not in totals.several
    batch = batch and _counts_people(scene, frame.sentence)
    batch = batch and cues("totals", "parts").search(scene.sentences[frame.sentence].text) is None
    return not batch


def _counts_people(scene: Scene, index: int) -> bool:
    sentence = scene.sentences[index]
    return any(sentence.start <= f.span.start < sentence.end for f in scene.reading.figures)


def led(scene: Scene) -> bool:
    """Whether headline or lead speak of a suspicion against servants of the state."""
    lead = range(scene.lead + 1)
    return any(cues("topic", "servant").search(scene.sentences[i].text) and _suspected(scene, i) for i in lead)


def concrete(scene: Scene, frame: Frame, case: Case, totals: Totals | None) -> bool:
    """Whether the frame's sentence, or its case, is about somebody: an accused person or group, or a printed suspicion.

    Beside totals only who is singled out is a case of its own (12.2).
    """
    counted = totals is not None and any(i <= scene.lead for i in totals.sentences)
    if totals is not None and frame.type is EventType.KLARIFIKASI and cues("totals", "those").search(scene.sentences[frame.sentence].text):
        return True
    if totals is not None and not case.accused and (counted or not led(scene)) and frame.sentence > scene.lead:
        return cues("totals", "somebody").search(scene.sentences[frame.sentence].text) is not None
    if frame.type is EventType.SANKSI or led(scene):  # a punishment has been read as somebody's already
        return True
    near = range(max(0, frame.sentence - 2), min(len(scene.sentences), frame.sentence + 2))
    return bool(case.accused) or any(_suspected(scene, i) for i in near)


def _suspected(scene: Scene, index: int) -> bool:
    """Whether the sentence suspects somebody, not whoever might come to be suspected."""
    sentence = scene.sentences[index]
    if modality.conditional(scene, sentence.start) or modality.law(scene, sentence.start):
        return False
    found = cues("steps", "suspect").finditer(scene.whole, sentence.start, sentence.end)
    return any(not modality.possible(scene, m.start()) for m in found)


def _punished(scene: Scene, frame: Frame, case: Case) -> bool:
    """Whether the sentence says that somebody was punished, not which punishments there are."""
    text = scene.sentences[frame.sentence].text
    if cues("steps", "threat").search(text) or share_of_many(scene, frame.sentence):
        return False
    if cues("steps", "only_proposed").search(scene.whole[frame.start : frame.end]):
        return False
    named = any(frame.sentence in a.sentences for a in case.accused)
    return named or cues("steps", "punished_one").search(text) is not None or office_with_name().search(text) is not None


def _only_advised(scene: Scene, cases: list[Case]) -> bool:
    """Whether the staff commission advises the punishment and no employer is said to have imposed it."""
    frames = [f for case in cases for f in case.frames if f.asserted]
    if any(f.type is EventType.SANKSI and f.agent == "employer" for f in frames):
        return False
    return any(by_commission(scene, f) for f in frames)


def _frames(scene: Scene, case: Case, totals: Totals | None, *, advised: bool) -> dict[EventType, list[Frame]]:
    grouped: dict[EventType, list[Frame]] = {}
    decided = any(f.act == "plenary" and f.asserted for f in case.frames) and any(f.act == "decide" and f.asserted for f in case.frames)
    for frame in case.frames:
        if frame.type is EventType.SANKSI and (advised or not _punished(scene, frame, case)):
            continue
        announced = decided and frame.type is EventType.REKOMENDASI and frame.against == "rencana" and frame.agent == "supervisor"
        if (frame.asserted or announced) and not _silenced(scene, frame, case, totals) and concrete(scene, frame, case, totals):
            grouped.setdefault(frame.type, []).append(frame)
    return grouped


def _in_order(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """The frames that tell what was done in court, where there are such."""
    return [f for f in frames if not cues("steps", "in_court").fullmatch(scene.whole[f.start : f.end])] or frames


def _pick(scene: Scene, frames: list[Frame]) -> Frame:
    """The frame that tells the step best: a verdict before a trial, in the body, with its day or its agent."""
    told = [f for f in frames if f.act == "verdict"] or _in_order(scene, frames)
    body = [f for f in told if not scene.sentences[f.sentence].title] or told
    dated = [f for f in body if scene.told_day(f.sentence)]
    return next(iter(dated), None) or next((f for f in body if f.agent), body[0])


def _draft(scene: Scene, number: int, outcome: Outcome) -> Draft:
    frames = outcome.frames
    best = _pick(scene, frames)
    sentences = list(dict.fromkeys([best.sentence, *(f.sentence for f in frames if not scene.sentences[f.sentence].title)]))
    tellings = [f for f in frames if f.act == "verdict"] or _in_order(scene, frames)
    return Draft(best.type, best.start, sentences[:3], outcome.status, number, outcome.accused, anchors=[f.start for f in tellings])


def _punishing(case: Case, finding: Finding) -> bool:
    """Whether the finding is only the ground that the employer gives for a punishment in the same sentence."""
    acts = {f.act: f.agent for f in case.frames if f.sentence == finding.sentence and f.asserted}
    return "sanction" in acts and "decide" not in acts


def _putusan(scene: Scene, case: Case, number: int, frames: list[Frame], totals: Totals | None) -> list[Draft]:
    """One outcome, or two where the article tells a proven and a cleared one."""
    drafts = []
    for status in (Status.TERBUKTI, Status.TIDAK_TERBUKTI):
        found = [f for f in (case.findings if status is Status.TERBUKTI else case.cleared) if f.status is status]
        found = [f for f in found if not f.court and not _punishing(case, f)]
        found = [f for f in found if (totals is None or f.sentence not in totals.sentences) and not share_of_many(scene, f.sentence)]
        if found:
            drafts.append(
                Draft(
                    EventType.PUTUSAN,
                    found[0].start,
                    list(dict.fromkeys(f.sentence for f in found))[:3],
                    status,
                    number,
                    bound_accused(scene, case, found),
                    anchors=[*(f.start for f in found), *(f.start for f in frames)],
                )
            )
    found_there = {f.sentence for f in case.frames if f.act == "finding_named" and f.asserted}
    open_ended = [f for f in frames if f.act in {"plenary", "decide", "result", "cleared"} and f.sentence not in found_there]
    open_ended = [f for f in open_ended if not cues("findings", "of_candidate").search(scene.sentences[f.sentence].text)]
    open_ended = [f for f in open_ended if not cues("findings", "court").search(scene.sentences[f.sentence].text)]
    if any(f.type is EventType.PIDANA and f.asserted for f in case.frames):
        open_ended = [f for f in open_ended if f.agent == "supervisor"]
    if not drafts and open_ended:
        drafts.append(_draft(scene, number, Outcome(open_ended, Status.DUGAAN, list(case.accused))))
    return drafts


def _for_some(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """The forwardings of those of a group for whom the commission has not yet recommended anything ("salah satu ASN itu")."""
    commission = [f for f in frames if by_commission(scene, f)]
    some = any(cues("steps", "one_of").search(scene.sentences[f.sentence].text) for f in commission)
    return [f for f in frames if f.act == "forward"] if some else []


def case_drafts(scene: Scene, cases: list[Case], totals: Totals | None) -> list[Draft]:
    """The steps of all cases."""
    drafts: list[Draft] = []
    advised = _only_advised(scene, cases)
    for number, case in enumerate(cases):
        case.counted = frozenset(i for i in case.sentences if (totals and i in totals.sentences) or share_of_many(scene, i))
        grouped = _frames(scene, case, totals, advised=advised)
        for kind, frames in grouped.items():
            if kind is EventType.PUTUSAN:
                continue
            steps = _tracing(scene, frames, grouped) if kind is EventType.PENGAWASAN else frames
            if kind is EventType.REKOMENDASI and (partly := _for_some(scene, steps)):
                drafts.append(_draft(scene, number, recommendations(scene, case, partly)[0]))
            if steps:
                drafts += [_draft(scene, number, outcome) for outcome in _outcomes(scene, case, kind, steps)]
        drafts += _putusan(scene, case, number, grouped.get(EventType.PUTUSAN, []), totals)
    return drafts


def _tracing(scene: Scene, frames: list[Frame], grouped: dict[EventType, list[Frame]]) -> list[Frame]:
    """An announced summons is a watch only as long as nobody was questioned, and looking into a registered case is none (12.5)."""
    questioned = EventType.KLARIFIKASI in grouped or EventType.PUTUSAN in grouped
    registered = any(kind in grouped for kind in (EventType.LAPORAN, EventType.TEMUAN, EventType.KLARIFIKASI))
    kept = [f for f in frames if not (f.announced and questioned)]
    return [f for f in kept if not registered or f.announced or cues("steps", "tracing").search(scene.whole[f.start : f.end])]


def _outcomes(scene: Scene, case: Case, kind: EventType, frames: list[Frame]) -> list[Outcome]:
    if (weigh := _WEIGHED.get(kind)) is not None:
        return weigh(scene, case, frames)
    return [Outcome(frames, Status.DUGAAN, list(case.accused))]


_WEIGHED = {EventType.SANKSI: sanctions, EventType.PIDANA: verdicts, EventType.REKOMENDASI: recommendations}
