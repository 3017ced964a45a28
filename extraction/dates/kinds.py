"""What a printed date is the date of: event, statement, regulation, stage, voting, cut-off (codebook 12.9)."""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.dates.calendar import stage_bound, voting_day
from extraction.dates.matcher import Found
from extraction.dates.resolve import Resolved
from extraction.dates.words import load
from extraction.model import DateKind
from extraction.patterns import compiled

NEAR = 70  # characters before a date in which its kind is told; "Peraturan … Nomor 16 Tahun 2023 tanggal" is the longest seen
OPENING = 14  # characters that may stand before a date that opens its sentence ("Sebelumnya, ")
BEHIND = 45  # characters behind a date of a schedule in which its stage is named
TOLD = 400  # characters around a date in which verbs and stages are looked for; longer sentences of the real set are lists


@lru_cache(maxsize=16)
def _cue(section: str, name: str) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(load("kinds.toml")[section][name], key=len, reverse=True))
    return compiled(rf"(?<!\w)(?:{words})(?:nya)?(?!\w)")


def kind_of(found: Found, resolved: Resolved, sentence: str, offset: int) -> DateKind:
    """The kind of a date at `offset` of its sentence."""
    return _fixed(found, resolved, sentence, offset) or _told(found, resolved, sentence, offset)


def _fixed(found: Found, resolved: Resolved, sentence: str, offset: int) -> DateKind | None:
    """A rule's day or a day of voting."""
    before = sentence[max(0, offset - TOLD) : offset].lower()
    near = before[-NEAR:]
    if found.day is not None and _is_regulation(before, found):
        return DateKind.REGULATION
    on_voting_day = resolved.first is not None and resolved.first == resolved.last and voting_day(resolved.first)
    if on_voting_day and (_cue("voting", "near").search(near) or not _spoken(before, found)):
        return DateKind.VOTING
    return None


def _told(found: Found, resolved: Resolved, sentence: str, offset: int) -> DateKind:
    """What the words around the date tell of: a statement, a stage, the end of a count, else a happening."""
    before = sentence[max(0, offset - TOLD) : offset].lower()
    near = before[-NEAR:]
    behind = sentence[offset + found.span.end - found.span.start :][:NEAR].lower()
    if _said_behind(behind):
        return DateKind.STATEMENT
    if _is_stage(found, resolved, sentence[max(0, offset - TOLD) : offset + TOLD].lower(), near) or _scheduled(found, near, behind):
        return DateKind.STAGE
    if _is_cutoff(near):
        return DateKind.CUTOFF
    if found.weekday is None and _cue("voting", "near").search(near) and found.ahead:
        return DateKind.VOTING
    return DateKind.STATEMENT if _spoken(before, found) or (offset <= OPENING and _says(behind)) else DateKind.EVENT


def _is_regulation(before: str, found: Found) -> bool:
    """A rule named close before, or further back with its number and title, whose day it is."""
    linked = re.search(rf"{_cue('regulation', 'link').pattern}\s*$", before[-NEAR:])
    if not linked or found.weekday is not None:
        return False
    named = _cue("regulation", "near")
    return bool(named.search(before[-NEAR:]) or ("nomor" in before and "tentang" in before and named.search(before)))


def _scheduled(found: Found, near: str, behind: str) -> bool:
    """A day or range of a schedule: the stage stands behind it ("27-29 Agustus 2024 pendaftaran pasangan calon"), or is still to come."""
    if found.weekday is not None:
        return False
    named = _cue("stage", "behind").search(behind[:BEHIND])
    first = behind[:BEHIND].find(",")
    if named and (first < 0 or named.start() < first) and not re.search(r"\d", behind[: named.start()]):
        return found.last is not None or _cue("stage", "schedule").search(near + behind) is not None
    return _cue("stage", "near").search(near) is not None and "akan" in near.split()


def _said_behind(behind: str) -> bool:
    """Whether somebody who stood before the date speaks right behind it ("Bupati X di Y, Selasa, mengatakan …")."""
    zone = r"[\s,)]{0,3}(?:(?:wib|wita|wit|lalu|kemarin)[\s,]{0,2})?"
    return re.match(zone + _cue("statement", "active").pattern, behind) is not None


def _is_cutoff(near: str) -> bool:
    return bool(re.search(rf"{_cue('cut-off', 'near').pattern}\s*(?:hari\s+)?$", near)) and not _cue("stage", "near").search(near)


def _is_stage(found: Found, resolved: Resolved, sentence: str, near: str) -> bool:
    named = _cue("stage", "near").search(near) is not None
    if not named:
        return bool(
            resolved.first
            and resolved.last
            and found.last
            and stage_bound(resolved.first, resolved.last)
            and _cue("stage", "near").search(sentence)
        )
    on_bound = resolved.first is not None and resolved.last is not None and stage_bound(resolved.first, resolved.last) is not None
    return on_bound or (found.weekday is None and _cue("stage", "edge").search(near) is not None)


def _spoken(before: str, found: Found) -> bool:
    """Whether the words before the date tell of speaking, and no happening stands between them and the date."""
    told = re.sub(rf"{_cue('event', 'behind').pattern}\s+\w+", " ", before)
    spoken = [m.end() for m in _cue("statement", "verbs").finditer(told)]
    happened = [m.end() for m in _cue("event", "verbs").finditer(told)]
    if not spoken or found.last is not None:
        return False
    return not happened or happened[-1] <= spoken[-1]


def _says(behind: str) -> bool:
    """Whether the words behind a date that opens its sentence tell of speaking first ("Pada Senin (5/2) Bawaslu menyebut …")."""
    spoken, happened = _cue("statement", "verbs").search(behind), _cue("event", "verbs").search(behind)
    return spoken is not None and (happened is None or spoken.start() < happened.start())
