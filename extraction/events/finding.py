"""What the supervisor, the staff commission or a court found (codebook 4, 12.7, 12.21): read cautiously, since calling an alleged person
proven is the worst error. Everything that is not found stays `dugaan`."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from extraction.events import modality
from extraction.events.lexicon import cues
from extraction.events.scene import Scene
from extraction.events.sources import source_of
from extraction.model import Status

_NEAR = 3  # sentences back to which an unquoted finding may owe its body
_BODIES = frozenset({"supervisor", "commission", "court"})
_MAY_FIND = {Status.TERBUKTI: _BODIES | {"employer"}, Status.TIDAK_TERBUKTI: _BODIES}


@dataclass(frozen=True, slots=True)
class Finding:
    """A clause that says what was found. `criminal` where it only speaks of the criminal track, `court` where a court found it."""

    status: Status
    sentence: int
    start: int
    end: int
    criminal: bool
    court: bool = False


def _by_body(scene: Scene, status: Status, index: int, start: int, end: int) -> bool:
    """Whether a body that may find says so: the speaker of the clause, else a body named in its sentence or near."""
    source = source_of(scene, start, end)
    if source.wanted:
        return False
    if source.told and source.kinds is not None:
        return bool(source.kinds & _MAY_FIND[status])
    sentence = scene.sentences[index]
    if any(a.kind in _BODIES for a in scene.actors_in(sentence.start, sentence.end)):
        return True
    near = range(max(0, index - _NEAR), min(len(scene.sentences), index + 2))
    before = scene.actors_in(scene.sentences[near.start].start, sentence.start)
    if before and before[-1].kind == "prosecutor":  # what the prosecutor holds proven is what he demands
        return False
    if cues("findings", "procedure").search(sentence.text) and any(a.kind == "supervisor" for a in scene.actors):
        return True
    return any(a.kind in _BODIES for i in near for a in scene.actors_in(scene.sentences[i].start, scene.sentences[i].end))


def _by_court(scene: Scene, index: int) -> bool:
    sentence = scene.sentences[index]
    own = {a.kind for a in scene.actors_in(sentence.start, sentence.end)}
    if cues("findings", "court").search(sentence.text):  # "divonis" is also said of what a supervisor decides
        return "court" in own or "supervisor" not in own
    return not own & _BODIES and "court" in scene.speaker_kinds(index)


def _doubted(scene: Scene, start: int, end: int, index: int) -> bool:
    sentence = scene.sentences[index]
    clause = scene.clause_at(start)
    own = scene.whole[clause.start : start]
    speakers = scene.actors_in(clause.start, start)
    if speakers and speakers[-1].kind == "citizen":
        return True
    inside = (
        scene.whole[start:end].removeprefix("yang ").replace("yang terbukti", "terbukti")
    )  # "yang dilanggar netralitas" names what was broken
    behind = scene.whole[end : min(sentence.end, end + 45)]
    if cues("findings", "doubt").search(own) or cues("findings", "doubt").search(inside):
        return True
    return cues("findings", "proven_not").search(own + inside + behind) is not None


def _of_nobody(scene: Scene, start: int, end: int, index: int) -> bool:
    """Whether no wrong is found: "terbukti" before another word than one for a wrong, or a rule told of whoever does it."""
    sentence = scene.sentences[index]
    clause = scene.clause_at(start)
    subject, behind = scene.whole[clause.start : start], scene.whole[end : sentence.end]
    if cues("findings", "of_a_rule").search(scene.whole[start:end]):
        return cues("findings", "somebodys").search(scene.whole[sentence.start : start]) is None and not _named(
            scene, sentence.start, start
        )
    if not cues("findings", "wrong_follows").match(behind):
        opens = not scene.whole[sentence.start : start].strip(" \"“'‘")
        bare = cues("findings", "bare").fullmatch(scene.whole[start:end])
        unsaid = not subject.strip(" \"“'‘,") or cues("findings", "breaks_off").match(behind) is None
        if opens or (bare and unsaid):
            return True
    return cues("findings", "wrong").search(sentence.text) is None


def _named(scene: Scene, start: int, end: int) -> bool:
    return any(start <= s.start < end for p in scene.reading.people for s in p.mentions)


def _of_candidate(scene: Scene, index: int) -> bool:
    """Whether the sentence's outcome is that of a candidate, not of a servant of the state."""
    text = scene.sentences[index].text
    return cues("findings", "of_candidate").search(text) is not None and cues("topic", "servant").search(text) is None


def _unreal(scene: Scene, start: int) -> bool:
    return (
        modality.conditional(scene, start)
        or modality.asked(scene, start)
        or modality.law(scene, start)
        or modality.background(scene, start)
        or modality.possible(scene, start)
        or modality.generic(scene, start)
        or cues("findings", "preliminary").search(scene.sentences[scene.sentence_index(start)].text) is not None
    )


def read_findings(scene: Scene) -> list[Finding]:
    """All findings of the body text, in order; the headline finds nothing (12.7: the words about the finding win)."""
    found: list[Finding] = []
    taken: list[tuple[int, int]] = []
    for match in cues("findings", "cleared").finditer(scene.whole):
        index = scene.sentence_index(match.start())
        sentence = scene.sentences[index]
        taken.append(match.span())
        around = scene.whole[max(sentence.start, match.start() - 25) : match.end() + 15]
        undone = cues("findings", "undone").search(scene.whole[max(sentence.start, match.start() - 25) : match.start()])
        vague = undone or cues("findings", "cleared_about").search(sentence.text) is None or cues("findings", "cleared_not").search(around)
        if sentence.title or vague or _unreal(scene, match.start()) or _of_candidate(scene, index):
            continue
        if modality.future(scene, match.start(), match.end()) or not _by_body(scene, Status.TIDAK_TERBUKTI, index, *match.span()):
            continue
        own = {a.kind for a in scene.actors_in(sentence.start, sentence.end)}
        if "prosecutor" in own and "supervisor" not in own:  # what police or prosecutors drop is no outcome at the supervisor (12.6)
            continue
        criminal = cues("findings", "criminal").search(sentence.text) is not None
        found.append(Finding(Status.TIDAK_TERBUKTI, index, match.start(), match.end(), criminal))
    for match in cues("findings", "proven").finditer(scene.whole):
        index = scene.sentence_index(match.start())
        if scene.sentences[index].title or _overlaps(taken, match.start(), match.end()):
            continue
        if _of_nobody(scene, match.start(), match.end(), index) or _of_candidate(scene, index):
            continue
        if (
            _doubted(scene, match.start(), match.end(), index)
            or _unreal(scene, match.start())
            or not _by_body(scene, Status.TERBUKTI, index, *match.span())
        ):
            continue
        if modality.negated(scene, match.start(), match.end()) or modality.future(scene, match.start(), match.end()):
            continue
        if any(f.status is Status.TIDAK_TERBUKTI and scene.clause_at(f.start) == scene.clause_at(match.start()) for f in found):
            continue
        found.append(Finding(Status.TERBUKTI, index, match.start(), match.end(), False, _by_court(scene, index)))
    return sorted(found, key=lambda f: f.start)


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, which are in order and apart, shares a character with [start, end)."""
    before = bisect_left(taken, (end, 0))
    return before > 0 and taken[before - 1][1] > start
