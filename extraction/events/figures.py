"""Numbers of cases, people, places, participants, and of penalties imposed or demanded (codebook 12.18)."""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.events.lexicon import cues, pattern, table
from extraction.events.numbers import NUMBER, value
from extraction.model import Figure, Span
from extraction.patterns import compiled
from extraction.reading import Reading, Sentence

_UNIT = {"juta": 1_000_000, "ribu": 1000, "miliar": 1_000_000_000}
_AROUND = 200  # characters before a penalty in which it is imposed or only threatened
_OPENING = 300  # characters of the body in which a verdict is the news
_TOLD_TWICE = frozenset({"case"})  # classes of which one sentence may tell the same number of two things
_BRACKET = re.compile(r"^\s?\([^)\n]{1,20}\)")  # "4 (empat) di antaranya"
_SMALL = 1  # "satu" counts only beside other numbers: else it is an article ("salah satu", "satu paslon")


@lru_cache(maxsize=1)
def _finder() -> re.Pattern[str]:
    nouns: dict[str, list[str]] = table("figures")["nouns"]
    groups = "|".join(f"(?P<{name}>{'|'.join(entries)})" for name, entries in nouns.items())
    between = r"\s*(?:\([^)\n]{1,30}\)\s*)?(?:(?:orang|oknum|pegawai|dugaan|laporan|kasus|nama|unsur|mantan|aparat(?=ur)?)\s+)?"
    return pattern(rf"(?<![\w./-])(?<!\d,)(?P<n>{NUMBER})(?![\w/]|[.,]\d)(?:{between}(?:{groups})(?!\w))?")


@lru_cache(maxsize=1)
def _penalties() -> dict[str, re.Pattern[str]]:
    entries: dict[str, str] = {k: v for k, v in table("figures")["penalties"].items() if k not in {"threat", "imposed"}}
    return {k: compiled(rf"\b(?:{v.replace('<n>', NUMBER)})", re.IGNORECASE) for k, v in entries.items()}


def _counted(whole: str, match: re.Match[str], sentence: Sentence) -> str | None:
    """The class of what is counted, None where the number counts nothing of codebook 12.18."""
    if cues("figures", "rules", "not_before").search(whole[max(sentence.start, match.start() - 16) : match.start()]):
        return None
    if match.lastgroup and match.lastgroup != "n":
        return match.lastgroup
    after = _BRACKET.sub("", whole[match.end("n") : match.end("n") + 45])[:30]
    if cues("figures", "rules", "not_after").match(after) or not cues("figures", "rules", "elliptic").match(after):
        return None
    return "part"


def _year(printed: str, number: int) -> bool:
    return 1900 <= number <= 2100 and printed.isdigit()


def _places_before(reading: Reading, start: int, sentence: Sentence) -> int:
    """How many places stand right before the number: more than one where "masing-masing" shares it out."""
    before = [p for p in reading.places if sentence.start <= p.span.start and p.span.end <= start and not p.dateline]
    if not before or not cues("figures", "rules", "shared").match(reading.whole[before[-1].span.end : start]):
        return 0
    if "masing-masing" not in reading.whole[before[-1].span.end : start].lower():
        return 1
    count = 1
    for left, right in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
        if not re.fullmatch(
            r"\W*(?:dan|serta|,)?\W*(?:kabupaten|kota)?\W*", reading.whole[left.span.end : right.span.start], re.IGNORECASE
        ):
            break
        count += 1
    return count


def _counted_before(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence before counts something, of which this one may tell the parts."""
    before = next((s for s in reversed(reading.sentences) if s.end <= sentence.start), None)
    return before is not None and any(m.lastgroup not in (None, "n") for m in _finder().finditer(reading.whole, before.start, before.end))


def _numbers(reading: Reading, sentence: Sentence) -> list[tuple[str, int, Span]]:
    found = []
    for match in _finder().finditer(reading.whole, sentence.start, sentence.end):
        kind = _counted(reading.whole, match, sentence)
        number = value(match["n"])
        shares = (
            0
            if cues("figures", "rules", "not_after").match(reading.whole[match.end("n") : match.end("n") + 30])
            else _places_before(reading, match.start(), sentence)
        )
        if shares and not _year(match["n"], number):
            found += [(f"place {match.start()} {i}", number, Span(match.start(), match.end())) for i in range(shares)]
            continue
        if cues("figures", "rules", "rank").search(reading.whole[max(sentence.start, match.start() - 16) : match.start()]):
            kind = "rank"
        if kind and number and not _year(match["n"], number) and not (match["n"].startswith("0")):
            found.append((kind, number, Span(match.start(), match.end())))
    if all(kind == "part" for kind, _, _ in found) and not _counted_before(reading, sentence):  # parts of what is no total here
        return []
    return found if any(number > _SMALL for _, number, _ in found) else []


def _penalty_numbers(reading: Reading, sentence: Sentence) -> list[tuple[str, int, Span]]:
    around = reading.whole[max(0, sentence.start - _AROUND) : sentence.end]
    opening = reading.whole[: reading.text_start + _OPENING]
    imposed = any(cues("figures", "penalties", "imposed").search(text) for text in (around, opening))
    if cues("figures", "penalties", "threat").search(around) or not imposed:
        return []
    found = []
    for kind, finder in _penalties().items():
        for match in finder.finditer(reading.whole, sentence.start, sentence.end):
            groups = match.groupdict()
            printed, unit = next((str(groups[g]), (groups[f"u{g}"] or "").lower()) for g in "abcd" if groups.get(g))
            found.append((kind, _amount(printed, unit, money=kind == "fine"), Span(match.start(), match.end())))
    return found


def _amount(printed: str, unit: str, *, money: bool) -> int:
    if not money or not printed[:1].isdigit():
        return value(printed) * (_UNIT.get(unit, 1) if money else 1)
    if unit in _UNIT and "," in printed:
        return round(float(printed.strip(".,").replace(".", "").replace(",", ".")) * _UNIT[unit])
    digits = re.sub(r"\D", "", printed.partition(",")[0])
    return int(digits or 0) * _UNIT.get(unit, 1)


def _told(reading: Reading, sentence: Sentence) -> list[tuple[str, int, Span]]:
    """All numbers of one sentence, each span once."""
    found = [*_numbers(reading, sentence), *_collective(reading, sentence), *_penalty_numbers(reading, sentence)]
    once: list[tuple[str, int, Span]] = []
    for kind, number, span in found:
        shared = kind.startswith("place ")
        if shared or not any(n == number and s.start < span.end and span.start < s.end for _, n, s in once):
            once.append((kind, number, span))
    return once


def _collective(reading: Reading, sentence: Sentence) -> list[tuple[str, int, Span]]:
    finder = cues("figures", "rules", "collective")
    matches = finder.finditer(reading.whole, sentence.start, sentence.end)
    return [("group", value(m["n"] or m["m"]), Span(m.start(m.lastgroup or 0), m.end(m.lastgroup or 0))) for m in matches]


def read_figures(reading: Reading) -> None:
    """Fill `reading.figures`; the same value of one class is one figure, told by its first print in the body."""
    seen: dict[tuple[str, int], Figure] = {}
    again: list[Figure] = []  # the same number of the same class twice in one sentence: "delapan temuan dan delapan aduan"
    for sentence in reading.sentences:
        here: set[tuple[str, int]] = set()
        for kind, number, span in _told(reading, sentence):
            what = " ".join(reading.whole[span.start : sentence.end].split()[:6]).strip(' .,;"”')
            figure = Figure(reading.make_id("figure", span, str(number)), span, what, number)
            key = (kind, number)
            if kind == "group" and any(number == n for _, n in seen):  # "keempat terdakwa" were counted before
                continue
            if key not in seen or seen[key].span.start < reading.text_start:
                seen[key] = figure
            elif key in here and number > _SMALL and kind in _TOLD_TWICE:
                again.append(figure)
            here.add(key)
    reading.figures = sorted([*seen.values(), *again], key=lambda f: f.span.start)
