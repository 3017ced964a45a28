"""Numbers of cases, people, places, participants, and of penalties imposed or demanded (codebook 12.18)."""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.events.lexicon import cues, pattern, table
from extraction.events.numbers import NUMBER, value
from extraction.model import Figure, Span
from extraction.reading import Reading, Sentence

_UNIT = {"juta": 1_000_000, "ribu": 1000, "miliar": 1_000_000_000}
_AROUND = 200  # characters before a penalty in which it is imposed or only threatened
_SMALL = 1  # "satu" counts only beside other numbers: else it is an article ("salah satu", "satu paslon")


@lru_cache(maxsize=1)
def _finder() -> re.Pattern[str]:
    nouns: dict[str, list[str]] = table("figures")["nouns"]
    groups = "|".join(f"(?P<{name}>{'|'.join(entries)})" for name, entries in nouns.items())
    between = r"\s*(?:\([^)\n]{1,30}\)\s*)?(?:(?:orang|oknum|pegawai|dugaan|laporan|kasus|nama|unsur|mantan|aparat(?=ur)?)\s+)?"
    return pattern(rf"(?<![\w.,/-])(?P<n>{NUMBER})(?![\w/]|[.,]\d)(?:{between}(?:{groups})(?!\w))?")


@lru_cache(maxsize=1)
def _penalties() -> dict[str, re.Pattern[str]]:
    entries: dict[str, str] = {k: v for k, v in table("figures")["penalties"].items() if k not in {"threat", "imposed"}}
    return {k: re.compile(rf"\b(?:{v.replace('<n>', NUMBER)})", re.IGNORECASE) for k, v in entries.items()}


def _counted(whole: str, match: re.Match[str], sentence: Sentence) -> str | None:
    """The class of what is counted, None where the number counts nothing of codebook 12.18."""
    if cues("figures", "rules", "not_before").search(whole[max(sentence.start, match.start() - 16) : match.start()]):
        return None
    if match.lastgroup and match.lastgroup != "n":
        return match.lastgroup
    after = whole[match.end("n") : match.end("n") + 30]
    if cues("figures", "rules", "not_after").match(after) or not cues("figures", "rules", "elliptic").match(after):
        return None
    return "part"


def _year(printed: str, number: int) -> bool:
    return 1900 <= number <= 2100 and printed.isdigit()


def _places_before(reading: Reading, start: int, sentence: Sentence) -> int:
    """How many places stand right before the number: more than one where "masing-masing" shares it out."""
    before = [p for p in reading.places if sentence.start <= p.span.start and p.span.end <= start]
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
        if kind and number and not _year(match["n"], number):
            found.append((kind, number, Span(match.start(), match.end())))
    if not any(number > _SMALL for _, number, _ in found):
        return []
    return found


def _penalty_numbers(reading: Reading, sentence: Sentence) -> list[tuple[str, int, Span]]:
    around = reading.whole[max(0, sentence.start - _AROUND) : sentence.end]
    if cues("figures", "penalties", "threat").search(around) or not cues("figures", "penalties", "imposed").search(around):
        return []
    found = []
    for kind, finder in _penalties().items():
        for match in finder.finditer(reading.whole, sentence.start, sentence.end):
            printed, unit = match["a"] or match["b"], (match["ua"] or match["ub"] or "").lower()
            found.append((kind, _amount(printed, unit, money=kind == "fine"), Span(match.start(), match.end())))
    return found


def _amount(printed: str, unit: str, *, money: bool) -> int:
    if not money:
        return value(printed)
    if unit in _UNIT and "," in printed:
        return round(float(printed.strip(".,").replace(".", "").replace(",", ".")) * _UNIT[unit])
    digits = re.sub(r"\D", "", printed.partition(",")[0])
    return int(digits or 0) * _UNIT.get(unit, 1)


def read_figures(reading: Reading) -> None:
    """Fill `reading.figures`; the same value of one class is one figure, told by its first print in the body."""
    seen: dict[tuple[str, int], Figure] = {}
    for sentence in reading.sentences:
        for kind, number, span in [*_numbers(reading, sentence), *_penalty_numbers(reading, sentence)]:
            what = " ".join(reading.whole[span.start : sentence.end].split()[:6]).strip(' .,;"”')
            figure = Figure(reading.make_id("figure", span, str(number)), span, what, number)
            key = (kind, number)
            if key not in seen or seen[key].span.start < reading.text_start:
                seen[key] = figure
    reading.figures = sorted(seen.values(), key=lambda f: f.span.start)
