"""Whether a cue says that its act happened (codebook 3, 12.19, 12.21, 12.25): polarity, modality and tense of one clause."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from extraction.events.lexicon import cues
from extraction.events.scene import Scene

_WORDS_BEFORE = 90  # characters of the clause in front of the cue; about ten words
_WORDS_AFTER = 60


def _once_a_sentence(test: Callable[[Scene, int], bool]) -> Callable[[Scene, int], bool]:
    """Ask a question about a whole sentence once, however many cues it holds."""

    @wraps(test)
    def remembered(scene: Scene, start: int) -> bool:
        key = (test.__name__, scene.sentence_index(start))
        if key not in scene.memo:
            scene.memo[key] = test(scene, start)
        return scene.memo[key]

    return remembered


def before(scene: Scene, start: int) -> str:
    """The words of the same clause in front of an offset, benign negations blanked."""
    clause = scene.clause_at(start)
    text = scene.whole[max(clause.start, start - _WORDS_BEFORE) : start]
    return cues("modality", "negation", "benign").sub("~", text)


def after(scene: Scene, end: int) -> str:
    """The words of the same clause behind an offset."""
    clause = scene.clause_at(max(0, end - 1))
    return scene.whole[end : min(clause.end, end + _WORDS_AFTER)].lstrip(" ,")


@_once_a_sentence
def conditional(scene: Scene, start: int) -> bool:
    """Whether the sentence sets a condition (whole sentence: the consequence is as unreal as the condition)."""
    sentence = cues("modality", "condition", "benign").sub(" ", scene.sentences[scene.sentence_index(start)].text)
    return cues("modality", "condition", "sentence").search(sentence) is not None


@_once_a_sentence
def asked(scene: Scene, start: int) -> bool:
    """Whether the sentence only asks, or leaves open, whether it is so."""
    sentence = scene.sentences[scene.sentence_index(start)]
    return not sentence.title and cues("modality", "question", "sentence").search(sentence.text) is not None


@_once_a_sentence
def law(scene: Scene, start: int) -> bool:
    """Whether the sentence only tells what a rule says or threatens."""
    return cues("modality", "law", "sentence").search(scene.sentences[scene.sentence_index(start)].text) is not None


@_once_a_sentence
def background(scene: Scene, start: int) -> bool:
    """Whether the sentence speaks in general of earlier times (codebook 12.19)."""
    sentence = scene.sentences[scene.sentence_index(start)].text
    if cues("modality", "background", "sentence").search(sentence):
        return True
    years = [m["year"] for cue in ("vote", "year") for m in cues("modality", "background", cue).finditer(sentence)]
    if cues("modality", "background", "somebody").search(sentence):
        return False
    return bool(years) and max(years) < scene.latest_vote


def negated(scene: Scene, start: int, end: int) -> bool:
    """Whether the cue stands under a negation of its own clause."""
    if cues("modality", "negation", "before").search(before(scene, start)):
        return True
    return cues("modality", "negation", "after").search(after(scene, end)) is not None


def future(scene: Scene, start: int, end: int) -> bool:
    """Whether the clause only announces it; a decision of the deciding body is none of these (codebook 12.25)."""
    lead_in = before(scene, start)
    clause, sentence = scene.clause_at(start), scene.sentences[scene.sentence_index(start)]
    if cues("modality", "future", "hanging").match(scene.whole[clause.start : start]):
        earlier = scene.whole[sentence.start : clause.start]
        if cues("modality", "future", "hangs").search(earlier):
            return True
    if cues("modality", "future", "before").search(lead_in):
        return cues("modality", "future", "decided").search(lead_in) is None
    return cues("modality", "future", "after").search(after(scene, end)) is not None


def possible(scene: Scene, start: int) -> bool:
    """Whether the clause tells what may, must or should be done, or what something else is done for."""
    lead_in = before(scene, start)
    if cues("modality", "possibility", "decided").search(lead_in):
        return False
    if cues("modality", "possibility", "before").search(lead_in):
        return True
    if cues("modality", "possibility", "purpose").search(lead_in) is None:
        return False
    topic = cues("modality", "possibility", "topic").search(lead_in) is not None
    return not (topic and cues("modality", "possibility", "passive").match(scene.whole[start : start + 12]))


def relative(scene: Scene, start: int, end: int) -> bool:
    """Whether the cue stands in a relative clause that tells nothing of its own."""
    if cues("modality", "relative", "before").search(before(scene, start)) is None:
        return False
    return cues("modality", "relative", "own").search(after(scene, end)) is None


def generic(scene: Scene, start: int) -> bool:
    """Whether the cue stands in a relative clause about whoever does it."""
    match = cues("modality", "generic", "before").search(before(scene, start))
    return match is not None and cues("modality", "generic", "certain").search(match[0]) is None


@_once_a_sentence
def sequel(scene: Scene, start: int) -> bool:
    """Whether the sentence only goes on from a condition or plan in the one before, or tells a procedure for whoever breaks the rule."""
    index = scene.sentence_index(start)
    text = scene.sentences[index].text
    if cues("modality", "sequel", "procedure").search(text):
        return True
    if index == 0 or not cues("modality", "sequel", "opens").match(text):
        return False
    earlier = scene.sentences[index - 1].text
    return any(cues("modality", *path).search(earlier) for path in (("condition", "sentence"), ("sequel", "plan")))


_SENTENCE_TESTS = (
    ("kondisional", conditional),
    ("pertanyaan", asked),
    ("bunyi aturan", law),
    ("latar belakang", background),
    ("kelanjutan syarat", sequel),
)


def reason_against(
    scene: Scene, start: int, end: int, *, announced: bool = False, open_ended: bool = False, own_negation: bool = False
) -> str:
    """Why the cue is no event, empty where it is asserted; `announced` lets the future pass, `open_ended` a question."""
    for name, test in _SENTENCE_TESTS:
        if test(scene, start) and not (open_ended and test is asked):
            return name
    if not own_negation and negated(scene, start, end):
        return "negasi"
    if not announced and future(scene, start, end):
        return "rencana"
    if possible(scene, start):
        return "kemungkinan atau keharusan"
    if relative(scene, start, end):
        return "anak kalimat"
    return "umum" if generic(scene, start) else ""
