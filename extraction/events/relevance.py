"""Relevant or not, how surely, and the genre (codebook 2). Runs first, on words and sentences alone."""

from __future__ import annotations

import math
from dataclasses import dataclass

from extraction.events.genre import genre_of
from extraction.events.lexicon import cues
from extraction.model import Genre
from extraction.reading import Reading, Sentence

_LANGUAGE = "id"
THRESHOLD = 2.0  # a headline or a lead about it, or two sentences of the body
_LEAD_WORDS = 420
_ACT, _BARE = 1.0, 0.5  # `_BARE`: neutrality in an election where the sentence does not say whose
_CHARGE = 2.0  # a servant of the state is suspected of campaigning, under a supervisor's eyes: the subject wherever it stands
_DISCIPLINED = 0.6  # KASN watches the merit of appointments too
_TOLD_BEHIND = 4  # sentences from a sentence in court in which the deed is told
_JOINED = 0.5  # who, and what is suspected, stand in two sentences side by side
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
    disciplined: bool = False


class _Cues:
    """Which cues of topic.toml a sentence holds, each looked for once and only when asked; an office that somebody runs for is cut out."""

    def __init__(self, sentence: Sentence) -> None:
        self.title = sentence.title
        self.start = sentence.start
        self.printed = sentence.text
        self.text = cues("topic", "candidacy").sub(" ", sentence.text)
        self._found: dict[str, bool] = {}

    def __getitem__(self, cue: str) -> bool:
        if cue not in self._found:
            self._found[cue] = cues("topic", cue).search(self.text) is not None
        return self._found[cue]

    def weight(self, text_start: int) -> float:
        """Headline, lead or body."""
        if self.title:
            return _WEIGHT_TITLE
        return _WEIGHT_LEAD if self.start < text_start + _LEAD_WORDS else _WEIGHT_BODY


def _acts(found: _Cues, *, watched: bool) -> bool:
    """Whether a servant of the state is said to have acted in an election, or is warned of it."""
    if not found["servant"] or not found["election"]:
        return False
    if found["suspicion"]:
        return True
    return found["prevent"] and (found["supervisor"] or (watched and found["prohibited"]))


def _charged(found: _Cues) -> bool:
    """Whether the sentence suspects a servant of the state of campaigning."""
    return found["servant"] and found["charge"] and found["campaigning"] and not found["conditional"]


def _beside(all_found: list[_Cues], index: int) -> bool:
    """Whether a sentence beside that of a servant of the state, which names none itself, tells what is suspected or asked of them."""
    if not all_found[index]["servant"]:
        return False
    for other in all_found[max(0, index - 1) : index + 2]:
        if not other["servant"] and (other["suspicion"] or other["neutral"]) and (other["election"] or all_found[index]["election"]):
            return True
    return False


def _tried(all_found: list[_Cues], index: int) -> bool:
    """Whether a servant of the state is tried or sentenced, and the sentences behind tell that it was for campaigning."""
    if not (all_found[index]["servant"] and all_found[index]["verdict"]):
        return False
    return any(found["campaigning"] and found["election"] for found in all_found[index : index + _TOLD_BEHIND])


def _points(all_found: list[_Cues], index: int, *, watched: bool) -> tuple[float, float, float]:
    """What one sentence gives before its weight: for neutrality of the apparatus, for its acts, and for what only may mean these."""
    found, before = all_found[index], all_found[index - 1] if index else None
    if found["village_vote"]:
        return 0, 0, 0
    if (found["neutral"] and found["apparatus"] and not found["elsewhere"]) or (found["partisan"] and found["election"]):
        return 1, 0, 0
    named = before is not None and not before.title and not before["village_vote"] and before["servant"] and before["supervisor"]
    if (watched and _charged(found)) or _tried(all_found, index):
        return 0, _CHARGE, 0
    if _acts(found, watched=watched) or (named and found["suspicion"] and found["election"]):
        return 0, 1, 0
    return 0, 0, _maybe(all_found, index, watched=watched)


def _maybe(all_found: list[_Cues], index: int, *, watched: bool) -> float:
    """What may mean the subject: a suspicion without its act, neutrality without its bearer, or bearer and suspicion side by side."""
    found = all_found[index]
    if found["servant"] and found["suspicion"]:
        return _BARE if watched else 0
    if found["neutral"] and found["election"] and not found["organiser"]:
        return _ACT if watched and found["suspicion"] else _BARE
    return _JOINED if watched and _beside(all_found, index) else 0


def gather(reading: Reading) -> Evidence:
    """Count the sentences of each kind."""
    whole = reading.whole
    elections = len(cues("topic", "election").findall(whole))
    if not elections and not _disciplined(whole):
        return Evidence(0, 0, 0, 0, 0, 0)
    watched = cues("topic", "supervisor").search(whole) is not None
    all_found = [_Cues(sentence) for sentence in reading.sentences]
    subject = acts = bare = 0.0
    for index, found in enumerate(all_found):
        points = _points(all_found, index, watched=watched)
        weight = found.weight(reading.text_start)
        subject, acts, bare = subject + weight * points[0], acts + max(weight, points[1]) * min(points[1], 1), bare + weight * points[2]
    return Evidence(
        subject,
        acts + (bare if any(found["servant"] for found in all_found) else 0.0),
        elections,
        len(cues("topic", "village_vote").findall(whole)),
        sum(found["organiser"] and not found["apparatus"] for found in all_found),
        sum(cues("topic", "candidate").search(found.printed) is not None and not found["apparatus"] for found in all_found),
        disciplined=_disciplined(whole),
    )


def _disciplined(whole: str) -> bool:
    """Whether KASN asks for the discipline of a servant of the state."""
    return all(cues("topic", cue).search(whole) for cue in ("disciplining", "discipline", "servant"))


def _score(found: Evidence) -> float:
    score = found.subject + _ACT * found.acts
    if found.subject == 0 and found.acts < THRESHOLD:
        score -= 0.5 * found.candidates
    return score - 0.75 * max(0, found.organisers - found.subject)


def judge(found: Evidence) -> tuple[bool, float, str]:
    """Relevant, how surely (0 to 1), and why."""
    if found.elections == 0 and found.disciplined:
        return True, _DISCIPLINED, "hukuman disiplin yang diminta KASN"
    if found.elections == 0:
        return False, 0.0, "tidak ada pemilu atau pilkada"
    if found.village and found.village * 2 >= found.elections:
        return False, 0.05, "pemilihan kepala desa atau RT/RW"
    score = _score(found)
    sure = 1 / (1 + math.exp(-1.2 * (score - THRESHOLD + 0.25)))
    if score < THRESHOLD:
        return False, round(sure, 3), "netralitas aparatur bukan pokok berita"
    return True, round(sure, 3), "netralitas aparatur negara dalam pemilu"


def read_relevance(reading: Reading) -> None:
    """Fill `relevant`, `relevance`, `relevance_reason` and `genre` of the version."""
    version = reading.version
    version.relevant, version.relevance, version.relevance_reason = judge(gather(reading))
    version.genre, version.genre_confidence, version.genre_reason = genre_of(reading)
    if version.language != _LANGUAGE:
        version.relevant, version.relevance_reason = False, "bukan bahasa Indonesia"
    elif version.genre is Genre.DOCUMENT:
        version.relevant, version.relevance_reason = False, "dokumen, bukan berita"
