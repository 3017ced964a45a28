"""Fills `reading.agencies`: institutions in canonical long form with their region (codebook 8, 12.11, 12.20)."""

from __future__ import annotations

import re

from extraction.agencies.context import Context
from extraction.agencies.lexicon import Found, entries, find, words
from extraction.agencies.naming import name_of
from extraction.agencies.printed import Places, Printed, printed
from extraction.agencies.schools import schools
from extraction.model import AgencyMention, Region, Span
from extraction.places.tokens import Token, tokenize
from extraction.reading import Reading

_RUNNING_GAPS = (" ", ") ", "/")
_INITIALS = 3  # letters of a person's initials
_IMPLIED = frozenset({"head", "implied"})


def read_agencies(reading: Reading) -> None:
    """Fill `reading.agencies` in order of print; what can't be told or is no agency here carries its reason."""
    tokens = tokenize(reading.whole)
    places = Places(reading)
    kept: list[tuple[Printed, str]] = []
    for found in find(tokens):
        reason = _refusal(tokens, found) or _short_court(tokens, found)
        kept.append((printed(reading, tokens, found, places), reason))
    tell = Context(reading, [item for item, reason in kept if not reason])
    mentions = [_mention(reading, item, reason, tell) for item, reason in kept]
    taken = [m.span for m in mentions]
    for span, name, region in schools(reading):
        if not any(s.start < span.end and span.start < s.end for s in taken):
            mentions.append(
                AgencyMention(reading.make_id("agency", span, name), span, span.of(reading.whole), name, region, "tempat tugas")
            )
    reading.agencies = sorted(mentions, key=lambda m: m.span)


def _mention(reading: Reading, item: Printed, reason: str, tell: Context) -> AgencyMention:
    span = Span(item.start, item.end)
    name: str | None = None
    region: Region | None = None
    if not reason:
        name, region, reason = name_of(item, tell)
    implied = item.entry.scope in _IMPLIED
    return AgencyMention(reading.make_id("agency", span, name or ""), span, span.of(reading.whole), name, region, reason, implied)


def _refusal(tokens: tuple[Token, ...], found: Found) -> str:
    """Why these words name no institution here."""
    context = words()["context"]
    before = (
        tokens[found.first - 1].low if found.first and "\n" not in tokens[found.first].gap and "." not in tokens[found.first].gap else ""
    )
    scope = found.entry.scope
    if scope == "head":
        return "calon, bukan pemegang jabatan" if _pair(tokens, found) or _running(tokens, found.first, context["candidates"]) else ""
    near = {t.low for t in tokens[max(0, found.first - 3) : found.first]}
    whole_name = scope == "parliament" and tokens[found.last].low == "ri"
    if scope in ("council", "parliament") and (near & context["candidates"] or not (whole_name or near & context["council_before"])):
        return "dewan yang diperebutkan atau disebut umum"
    if before in context["days"]:
        return "nama hari peringatan"
    if scope == "national" and before in context["rules_before"]:
        return "bagian nama aturan"
    if scope == "hospital" and not any(
        t.low in context["school_work"] | {"direktur", "perawat", "dokter"} for t in tokens[max(0, found.first - 3) : found.first]
    ):
        return "bangunan, bukan tempat tugas"
    return ""


def _short_court(tokens: tuple[Token, ...], found: Found) -> str:
    """Why a court of two letters is none here."""
    short = found.entry.capitals and tokens[found.first].low in words()["context"]["short_courts"]
    return "gelar atau inisial" if short and _degree_or_initials(tokens, found.first) else ""


def _degree_or_initials(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "MA", "MK" is a degree behind a name ("Nama,MA", "Nama, MA,") or one of a list of initials ("AR, MK, dan SA")."""
    beside = [tokens[k] for k in (i - 1, i + 1) if 0 <= k < len(tokens) and tokens[max(k, i)].gap.startswith(",")]
    if any(t.text.isupper() and t.text.isalpha() and len(t.text) <= _INITIALS and t.low not in entries() for t in beside):
        return True
    named = i > 0 and tokens[i].gap.startswith(",") and tokens[i - 1].capital and not tokens[i - 1].text.isupper()
    return (
        tokens[i].low == "ma"
        and named
        and not any(t.low in ("kpk", "mk", "ky") for t in tokens[max(0, i - 3) : i + 4] if t is not tokens[i])
    )


def _pair(tokens: tuple[Token, ...], found: Found) -> bool:
    """ "Bupati dan Wakil Bupati" names what is elected; holders are named one by one."""
    words_of = [token.low for token in tokens[found.first : found.last + 3]]
    behind = words_of[found.last - found.first + 1 :]
    before = [token.low for token in tokens[max(0, found.first - 2) : found.first]]
    return behind == ["dan", "wakil"] or (words_of[0] == "wakil" and before[-1:] == ["dan"])


def _running(tokens: tuple[Token, ...], first: int, candidates: frozenset[str]) -> bool:
    """Whether an office is what people run for: "calon Bupati dan Wakil Bupati", "Pemilihan Gubernur"."""
    i = first - 1
    while i >= 0 and first - i < 8 and tokens[i + 1].gap in _RUNNING_GAPS and tokens[i].low in words()["context"]["between"]:
        i -= 1
    return i >= 0 and tokens[i + 1].gap in _RUNNING_GAPS and tokens[i].low in candidates


def agency_at(reading: Reading, start: int, end: int) -> AgencyMention | None:
    """The named agency printed inside [start, end) of `whole`: the last explicit one, else the last that an office implies."""
    inside = [m for m in reading.agencies if m.name and m.span.start < end and start < m.span.end]
    explicit = [m for m in inside if not m.implied]
    return explicit[-1] if explicit else inside[-1] if inside else None


def canonical(text: str, reading: Reading) -> AgencyMention | None:
    """The agency that a printed string means in this article ("Bawaslu Blora", "Kadis Pertanian", "Bupati").

    The string must stand in `reading.whole`; its first place that names an agency counts. None where it names none.
    """
    for match in re.finditer(re.escape(text), reading.whole):
        found = agency_at(reading, match.start(), match.end())
        if found is not None:
            return found
    return None
