"""What a printed date is the date of: event, statement, regulation, stage, voting, cut-off (codebook 12.9)."""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.dates.calendar import stage_bound, voting_day
from extraction.dates.matcher import Found
from extraction.dates.resolve import Resolved
from extraction.dates.words import load
from extraction.model import DateKind

NEAR = 70  # characters before a date in which its kind is told; "Peraturan … Nomor 16 Tahun 2023 tanggal" is the longest seen
OPENING = 14  # characters that may stand before a date that opens its sentence ("Sebelumnya, ")
TOLD = 400  # characters around a date in which verbs and stages are looked for; longer sentences of the real set are lists


@lru_cache(maxsize=16)
def _cue(section: str, name: str) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(load("kinds.toml")[section][name], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?:nya)?(?!\w)")


def kind_of(found: Found, resolved: Resolved, sentence: str, offset: int) -> DateKind:
    """The kind of a date at `offset` of its sentence."""
    before = sentence[max(0, offset - TOLD) : offset].lower()
    near = before[-NEAR:]
    if found.day is not None and _is_regulation(near, found):
        return DateKind.REGULATION
    on_voting_day = resolved.first is not None and resolved.first == resolved.last and voting_day(resolved.first)
    if on_voting_day and (_cue("voting", "near").search(near) or not _spoken(before, found)):
        return DateKind.VOTING
    if _is_cutoff(near):
        return DateKind.CUTOFF
    if _is_stage(found, resolved, sentence[max(0, offset - TOLD) : offset + TOLD].lower(), near):
        return DateKind.STAGE
    if found.weekday is None and _cue("voting", "near").search(near) and found.ahead:
        return DateKind.VOTING
    behind = sentence[offset + found.span.end - found.span.start :][:NEAR].lower()
    return DateKind.STATEMENT if _spoken(before, found) or (offset <= OPENING and _says(behind)) else DateKind.EVENT


def _is_regulation(near: str, found: Found) -> bool:
    linked = re.search(rf"{_cue('regulation', 'link').pattern}\s*$", near)
    return bool(linked and _cue("regulation", "near").search(near)) and found.weekday is None


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
    return not happened or happened[-1] < spoken[-1]


def _says(behind: str) -> bool:
    """Whether the words behind a date that opens its sentence tell of speaking first ("Pada Senin (5/2) Bawaslu menyebut …")."""
    spoken, happened = _cue("statement", "verbs").search(behind), _cue("event", "verbs").search(behind)
    return spoken is not None and (happened is None or spoken.start() < happened.start())
