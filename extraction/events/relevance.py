"""Relevant or not, how surely, and the genre (codebook 2). Runs first, on words and sentences alone."""

from __future__ import annotations

import math
from dataclasses import dataclass

from extraction.events.lexicon import cues
from extraction.model import Genre
from extraction.reading import Reading, Sentence

THRESHOLD = 2.0  # a headline or a lead about it, or two sentences of the body
_LEAD_WORDS = 420
_ACT, _BARE = 1.0, 0.5  # `_BARE`: neutrality in an election where the sentence does not say whose
_WEIGHT_TITLE, _WEIGHT_LEAD, _WEIGHT_BODY = 2.5, 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the subject: `subject` neutrality of the apparatus, `acts` campaign acts by it; and what speaks against."""

    subject: float
    acts: float
    elections: int
    village: int
    organisers: int
    candidates: int


def _weight(sentence: Sentence, start: int) -> float:
    if sentence.title:
        return _WEIGHT_TITLE
    return _WEIGHT_LEAD if sentence.start < start + _LEAD_WORDS else _WEIGHT_BODY


def _acts(text: str, *, watched: bool) -> bool:
    """Whether a servant of the state is said to have acted in an election, or is warned of it."""
    if not cues("topic", "servant").search(text) or not cues("topic", "election").search(text):
        return False
    if cues("topic", "suspicion").search(text):
        return True
    if cues("topic", "prevent").search(text) is None:
        return False
    return cues("topic", "supervisor").search(text) is not None or (watched and cues("topic", "prohibited").search(text) is not None)


def _suspects(text: str) -> bool:
    """Whether somebody, perhaps named in the sentence before, is suspected of something in an election."""
    return cues("topic", "suspicion").search(text) is not None and cues("topic", "election").search(text) is not None


def gather(reading: Reading) -> Evidence:
    """Count the sentences of each kind; a text without an election has none that counts."""
    if not cues("topic", "election").search(reading.whole):
        return Evidence(0.0, 0.0, 0, 0, 0, 0)
    subject = acts = bare = 0.0
    organisers = candidates = 0
    whole = reading.whole
    watched = cues("topic", "supervisor").search(whole) is not None
    named = False  # whether the sentence before tells what a supervisor did about a servant of the state
    for sentence in reading.sentences:
        text = cues("topic", "candidacy").sub(" ", sentence.text)
        neutral, apparatus = cues("topic", "neutral").search(text), cues("topic", "apparatus").search(text)
        weight = _weight(sentence, reading.text_start)
        village = cues("topic", "village_vote").search(text) is not None
        if neutral and apparatus and not village and not cues("topic", "elsewhere").search(text):
            subject += weight
        elif not village and (_acts(text, watched=watched) or (named and _suspects(text))):
            acts += weight
        elif not village and cues("topic", "servant").search(text) and cues("topic", "suspicion").search(text):
            bare += _BARE * weight if watched else 0.0
        elif neutral and cues("topic", "election").search(text) and not cues("topic", "organiser").search(text) and not village:
            bare += (_ACT if watched and cues("topic", "suspicion").search(text) else _BARE) * weight
        named = not village and not sentence.title and all(cues("topic", cue).search(text) for cue in ("servant", "supervisor"))
        organisers += cues("topic", "organiser").search(text) is not None and not apparatus
        candidates += cues("topic", "candidate").search(sentence.text) is not None and not apparatus
    return Evidence(
        subject,
        acts + (bare if cues("topic", "servant").search(whole) else 0.0),
        len(cues("topic", "election").findall(whole)),
        len(cues("topic", "village_vote").findall(whole)),
        organisers,
        candidates,
    )


def _score(found: Evidence) -> float:
    score = found.subject + _ACT * found.acts
    if found.subject == 0 and found.acts < THRESHOLD:
        score -= 0.5 * found.candidates
    return score - 0.75 * max(0, found.organisers - found.subject)


def judge(found: Evidence) -> tuple[bool, float, str]:
    """Relevant, how surely (0 to 1), and why."""
    if found.elections == 0:
        return False, 0.0, "tidak ada pemilu atau pilkada"
    if found.village and found.village * 2 >= found.elections:
        return False, 0.05, "pemilihan kepala desa atau RT/RW"
    score = _score(found)
    sure = 1 / (1 + math.exp(-1.2 * (score - THRESHOLD + 0.25)))
    if score < THRESHOLD:
        return False, round(sure, 3), "netralitas aparatur bukan pokok berita"
    return True, round(sure, 3), "netralitas aparatur negara dalam pemilu"


def genre_of(reading: Reading) -> Genre:
    """Genre by the text's own marks."""
    if cues("topic", "document").search(reading.version.text):
        return Genre.DOCUMENT
    if cues("topic", "opinion").search(reading.version.text):
        return Genre.OPINION
    return Genre.NEWS


def read_relevance(reading: Reading) -> None:
    """Fill `relevant`, `relevance`, `relevance_reason` and `genre` of the version."""
    version = reading.version
    version.relevant, version.relevance, version.relevance_reason = judge(gather(reading))
    version.genre = genre_of(reading)
    if version.genre is Genre.DOCUMENT:
        version.relevant, version.relevance_reason = False, "dokumen, bukan berita"
