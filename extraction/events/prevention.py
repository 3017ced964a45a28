"""Prevention and appeal (codebook 3, 12.3, 12.5, 12.19, 12.22): whether a gathering, a pledge, an appeal or a watch is the news."""

from __future__ import annotations

from extraction.events import modality
from extraction.events.draft import Draft
from extraction.events.lexicon import cues, table
from extraction.events.scene import Scene
from extraction.model import EventType

_WEAK = 0.5  # a "dialog" or "pertemuan" may be anything: less sure, and no second event beside a pledge or a map of risk
_DESK = 2  # sentences behind the lead in which the opening of a complaints desk is still the news
_GATHERINGS = (EventType.PEMETAAN_KERAWANAN, EventType.IKRAR, EventType.RAPAT_KOORDINASI, EventType.SOSIALISASI)


def _unreal(scene: Scene, start: int, end: int) -> bool:
    return (
        modality.conditional(scene, start)
        or modality.asked(scene, start)
        or modality.negated(scene, start, end)
        or modality.future(scene, start, end)
        or modality.possible(scene, start)
        or modality.background(scene, start)
        or modality.law(scene, start)
    )


def _in_passing(scene: Scene, start: int) -> bool:
    """Whether the clause names it as something that is done in general (12.19)."""
    if cues("prevention", "holding", "background").search(modality.before(scene, start)) is None:
        return False
    sentence = scene.sentences[scene.sentence_index(start)]
    numbers = [f.span.start for f in scene.reading.figures] + [d.span.start for d in scene.reading.dates]
    return not any(sentence.start <= n < sentence.end for n in numbers)


def _held(scene: Scene, index: int) -> bool:
    return cues("prevention", "holding", "verbs").search(scene.sentences[index].text) is not None


def _never(scene: Scene, kind: EventType, start: int, end: int) -> bool:
    if "never" not in table("prevention")[kind.value]:
        return False
    sentence = scene.sentences[scene.sentence_index(start)]
    return any(
        m.start() < end and start < m.end()
        for m in cues("prevention", kind.value, "never").finditer(scene.whole, sentence.start, sentence.end)
    )


def _sightings(scene: Scene, kind: EventType, strength: str) -> list[tuple[int, int]]:
    """Cues of a type that the text asserts: (offset, sentence)."""
    found = []
    for match in cues("prevention", kind.value, strength).finditer(scene.whole):
        if not _unreal(scene, match.start(), match.end()) and not _never(scene, kind, match.start(), match.end()):
            found.append((match.start(), scene.sentence_index(match.start())))
    return found


def _gathering(scene: Scene, kind: EventType, *, case_led: bool) -> Draft | None:
    strong = _sightings(scene, kind, "strong")
    news = [(s, i) for s, i in strong if i <= scene.lead and not _in_passing(scene, s)]
    if not case_led:
        news += [(s, i) for s, i in strong if i > scene.lead and _held(scene, i) and not _in_passing(scene, s)]
        if kind is EventType.SOSIALISASI or kind is EventType.RAPAT_KOORDINASI:
            weak = _sightings(scene, kind, "weak") if not news else []
            news += [
                (s, i) for s, i in weak if i <= scene.lead and _held(scene, i) and cues("topic", "neutral").search(scene.sentences[i].text)
            ]
    if case_led:
        news = [(s, i) for s, i in news if scene.sentences[i].title or _first(scene, i)]
    if not news:
        return None
    bodily = [(s, i) for s, i in news if not scene.sentences[i].title] or news
    sentences = list(dict.fromkeys([bodily[0][1], *(i for _, i in news)]))
    return Draft(kind, bodily[0][0], sentences[:4], gathering=True, confidence=0.8 if news[0] in strong else _WEAK)


def _first(scene: Scene, index: int) -> bool:
    """Whether it is the first sentence of the body."""
    return index == next((i for i, s in enumerate(scene.sentences) if not s.title), 0)


def gatherings(scene: Scene, *, case_led: bool) -> list[Draft]:
    """Socialisations, pledges, coordination meetings and maps of risk that were held."""
    drafts = [d for kind in _GATHERINGS if (d := _gathering(scene, kind, case_led=case_led))]
    kinds = {d.type for d in drafts}
    if EventType.IKRAR in kinds:
        drafts = [d for d in drafts if d.type is not EventType.RAPAT_KOORDINASI or not _same_occasion(scene, d)]
        drafts = [d for d in drafts if d.type is not EventType.SOSIALISASI or d.confidence > _WEAK]
    if kinds >= {EventType.SOSIALISASI, EventType.RAPAT_KOORDINASI}:
        drafts = _leading(drafts)
    if EventType.PEMETAAN_KERAWANAN in kinds:
        drafts = [d for d in drafts if d.type not in {EventType.RAPAT_KOORDINASI, EventType.SOSIALISASI} or d.confidence > _WEAK]
    return drafts


def _same_occasion(scene: Scene, draft: Draft) -> bool:
    """A meeting held for the pledge itself is the pledge only (12.3)."""
    return any(cues("prevention", "ikrar", "strong").search(scene.sentences[i].text) for i in draft.sentences)


def _leading(drafts: list[Draft]) -> list[Draft]:
    """One gathering under two names is the one named first."""
    pair = sorted((d for d in drafts if d.type in {EventType.SOSIALISASI, EventType.RAPAT_KOORDINASI}), key=lambda d: d.anchor)
    return [d for d in drafts if d not in pair[1:]]


def appeal(scene: Scene, *, held: bool, case_led: bool) -> Draft | None:
    """An appeal: in the headline or the first paragraph, or with a form of its own (12.3)."""
    letter = _letter(scene)
    if letter is not None:
        return letter
    for index, sentence in enumerate(scene.sentences[: scene.lead + 1]):
        verb = _appeal_verb(scene, index, strong=case_led)
        if verb is None or (case_led and not sentence.title and not _first(scene, index)):
            continue
        if held and not sentence.title and not _speaks_first(scene, index):
            continue
        body = [i for i in range(scene.lead + 1) if not scene.sentences[i].title and _appeal_verb(scene, i) is not None]
        return Draft(EventType.IMBAUAN, _appeal_verb(scene, body[0]) or verb if body else verb, body[:2] or [index])
    return None


def late_appeal(scene: Scene) -> Draft | None:
    """The first appeal of the text, for an article that tells of nothing else."""
    for index, sentence in enumerate(scene.sentences):
        verb = _appeal_verb(scene, index, strong=True)
        if verb is None and cues("prevention", "imbauan", "late").search(sentence.text):
            verb = _appeal_verb(scene, index)
        if verb is not None:
            return Draft(EventType.IMBAUAN, verb, [index], confidence=_WEAK)
    return None


def _appeal_verb(scene: Scene, index: int, *, strong: bool = False) -> int | None:
    sentence = scene.sentences[index]
    spoken_to = cues("topic", "apparatus").search(sentence.text) or cues("prevention", "imbauan", "own_people").search(sentence.text)
    if modality.asked(scene, sentence.start) or not cues("prevention", "imbauan", "about").search(sentence.text) or not spoken_to:
        return None
    for match in cues("prevention", "imbauan", "appeals" if strong else "verbs").finditer(scene.whole, sentence.start, sentence.end):
        if modality.negated(scene, match.start(), match.end()) or modality.future(scene, match.start(), match.end()):
            continue
        if cues("prevention", "imbauan", "often").search(modality.before(scene, match.start())):
            continue
        if not cues("prevention", "imbauan", "demand").match(scene.whole[match.end() : sentence.end]):
            return match.start()
    return None


def _speaks_first(scene: Scene, index: int) -> bool:
    """Whether the first paragraph tells of the appeal before the gathering."""
    if not _first(scene, index):
        return False
    verb = _appeal_verb(scene, index)
    sentence = scene.sentences[index]
    occasions = [
        m.start() for k in _GATHERINGS for m in cues("prevention", k.value, "strong").finditer(scene.whole, sentence.start, sentence.end)
    ]
    return verb is not None and all(verb < o for o in occasions)


def _letter(scene: Scene) -> Draft | None:
    for match in cues("prevention", "imbauan", "letter").finditer(scene.whole):
        index = scene.sentence_index(match.start())
        sentence = scene.sentences[index]
        near = scene.whole[match.end() : min(sentence.end, match.end() + 40)]
        if (
            cues("prevention", "imbauan", "summons").search(near)
            or cues("prevention", "imbauan", "letter_cited").search(near)
            or _unreal(scene, match.start(), match.end())
        ):
            continue
        if cues("prevention", "imbauan", "letter_sent").search(sentence.text) and not modality.possible(scene, match.start()):
            return Draft(EventType.IMBAUAN, match.start(), [index])
    return None


def watch(scene: Scene) -> Draft | None:
    """Monitoring that goes on, or a complaints desk, where the headline or the lead tells of it (12.5)."""
    for match in cues("prevention", "pengawasan", "strong").finditer(scene.whole):
        index = scene.sentence_index(match.start())
        opened = cues("prevention", "pengawasan", "desk").search(scene.sentences[index].text) is not None
        if index > scene.lead + (_DESK if opened else 0) or not _watched(scene, match.start(), match.end()):
            continue
        return Draft(EventType.PENGAWASAN, match.start(), [index])
    return None


def _watched(scene: Scene, start: int, end: int) -> bool:
    """Whether the text says that somebody watches the apparatus, now."""
    if _never(scene, EventType.PENGAWASAN, start, end) or modality.conditional(scene, start) or modality.asked(scene, start):
        return False
    if modality.negated(scene, start, end) or not cues("topic", "apparatus").search(scene.sentences[scene.sentence_index(start)].text):
        return False
    ongoing = "terus" in modality.before(scene, start).lower()
    return ongoing or not (modality.future(scene, start, end) or modality.possible(scene, start))
