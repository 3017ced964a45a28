"""A missing year (codebook 7): from publication, address, other dates of the article, weekday and election, in that order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from extraction.dates.calendar import Election, elections, named_elections, stage_bound, voting_day
from extraction.places.gazetteer import gazetteer
from extraction.places.tokens import fold

FIRST_YEAR, LAST_YEAR = 2014, 2032  # UU ASN 5/2014 is the first with a duty of neutrality of that name; the record looks no further back
MAX_ANCHORS = 40  # the busiest article of the dev set prints 9
ANCHOR_SPAN = timedelta(days=550)  # other dates of an article older than that tell nothing about its own time
WEEKDAY_SPAN = timedelta(days=250)  # within which a weekday decides between the years around an article's other dates
_URL_MONTH = re.compile(r"/(20[12]\d)/(0?[1-9]|1[0-2])/")
_URL_YEAR = re.compile(r"/(20[12]\d)/")
_RULE_YEAR = re.compile(
    r"\b(?:nomor|no\.?)\s{0,2}[\w./-]{1,30}\s(?:tahun|thn)\s(20[12]\d)\b|\b(?:uu|pp|perbawaslu|pkpu)\s(?:no\.?\s)?\d{1,3}/(20[12]\d)\b",
    re.I,
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NUMBERED = re.compile(rf"(?<=[\w.]/)(?P<month>{'|'.join(sorted(_ROMAN, key=len, reverse=True))})/(?P<year>20[12]\d)\b")
_LOCAL_BAWASLU = re.compile(r"\bBawaslu\s(?:(?P<level>Kabupaten|Kota|Kab)\b|(?P<name>[A-Z]\w+(?:\s[A-Z]\w+)?))")
_KASN = re.compile(r"\b(?:KASN|Komisi ASN|Komisi Aparatur Sipil Negara)\b")
# Bawaslu of kabupaten and kota took over from the Panwaslu when their members were sworn in; KASN ended when its task
# passed to BKN in September 2024, but was named by habit until that year's election was over.
LOCAL_BAWASLU_SINCE, KASN_UNTIL = date(2018, 8, 15), date(2024, 12, 31)


@dataclass
class Clues:
    """What an article tells about its time. `anchors` are its dates with a printed year, newest first; by the rules that it cites and the
    bodies that act in it, it was written between `earliest` and `latest`."""

    published: date | None = None
    url_month: tuple[int, int] | None = None
    url_year: int | None = None
    anchors: list[date] = field(default_factory=list)
    elections: list[Election] = field(default_factory=list)
    kinds: list[Election] = field(default_factory=list)
    text: str = ""
    earliest: date = date(FIRST_YEAR, 1, 1)
    latest: date = date(LAST_YEAR, 12, 31)


@dataclass
class Year:
    """An inferred year (None where nothing tells it), by what, and what disagrees."""

    year: int | None
    reason: str
    conflict: str | None = None


def gather(text: str, url: str | None, published: str | None, anchors: list[date], fetched: date | None = None) -> Clues:
    """The clues of one article; nothing is written after it was fetched."""
    month, year = _URL_MONTH.search(url or ""), _URL_YEAR.search(url or "")
    exact, kinds = named_elections(text)
    newest = max(anchors, default=None)
    return Clues(
        date.fromisoformat(published[:10]) if published else None,
        (int(month[1]), int(month[2])) if month else None,
        int(year[1]) if year else None,
        [a for a in anchors if newest is not None and newest - a <= ANCHOR_SPAN][:MAX_ANCHORS],
        exact,
        kinds,
        text.lower(),
        _earliest(text),
        min(KASN_UNTIL if _KASN.search(text) else fetched or date(LAST_YEAR, 12, 31), fetched or date(LAST_YEAR, 12, 31)),
    )


def numbered_months(text: str) -> list[date]:
    """The months in the numbers of letters and cases ("01/LP/PG/Prov/22.00/X/2020"), newest first."""
    found = {date(int(m["year"]), _ROMAN.index(m["month"].upper()) + 1, 15) for m in _NUMBERED.finditer(text)}
    return sorted(found, reverse=True)[:MAX_ANCHORS]


def _earliest(text: str) -> date:
    """No article is older than a rule that it cites, or than the bodies that act in it."""
    years = [int(m[1] or m[2]) for m in _RULE_YEAR.finditer(text)]
    cited = date(max([y for y in years if y <= LAST_YEAR], default=FIRST_YEAR), 1, 1)
    return max(cited, LOCAL_BAWASLU_SINCE) if any(_local(m) for m in _LOCAL_BAWASLU.finditer(text)) else cited


def _local(match: re.Match[str]) -> bool:
    """Whether the body is one of a kabupaten or kota: told so, or by a name that no province bears."""
    if match["level"]:
        return True
    names = gazetteer().names
    found = next((n for words in (match["name"], match["name"].split()[0]) if (n := names.get(fold(words)))), None)
    return found is not None and all("." in code for code in found.codes)


def infer(day: int, month: int, weekday: int | None, clues: Clues) -> Year:
    """The year of a day and month, with the reason; every clue that is there and says another year is named as a conflict."""
    possible = _possible(day, month)
    if not possible:
        return Year(None, "tanggal tidak ada")
    said = _by_clue(possible, weekday, clues)
    if not said:
        return Year(None, "tahun tidak tercetak dan tidak dapat disimpulkan")
    (reason, chosen), *others = said
    conflict = "; ".join(f"{name}: {other}" for name, other in others if other != chosen) or None
    return Year(chosen, f"tahun dari {reason}", conflict)


def _possible(day: int, month: int) -> list[date]:
    return [d for y in range(FIRST_YEAR, LAST_YEAR + 1) if (d := _date(y, month, day)) is not None]


def infer_month(month: int, clues: Clues, *, ahead: bool) -> Year:
    """The year of a month printed alone ("awal Oktober"): the last such month before the article's own time, the next where it is ahead."""
    told = [("tanggal terbit", clues.published)] if clues.published else []
    if clues.url_month:
        told.append(("alamat", date(*clues.url_month, 28)))
    told += [("tanggal lain dalam berita", day) for day in clues.anchors[:1]]
    if not told:
        return Year(None, "tahun tidak tercetak dan tidak dapat disimpulkan")
    reason, day = told[0]
    return Year(day.year + (month < day.month) if ahead else day.year - (month > day.month), f"tahun dari {reason}")


def weekday_years(day: int, month: int, weekday: int, clues: Clues) -> list[date]:
    """The days of that number and weekday in an election's time and between the article's earliest and latest time."""
    timely = [d for d in _possible(day, month) if d.weekday() == weekday and clues.earliest <= d <= clues.latest]
    return [d for d in timely if any(e.holds(d) for e in elections())]


def _by_clue(possible: list[date], weekday: int | None, clues: Clues) -> list[tuple[str, int]]:
    said: list[tuple[str, int]] = []
    fitting = [d for d in possible if weekday is not None and d.weekday() == weekday]
    if clues.published:
        said.append(("tanggal terbit", _nearest(possible, clues.published)))
    if clues.url_month:
        said.append(("alamat", _nearest(possible, date(*clues.url_month, 15))))
    elif clues.url_year:
        said.append(("alamat", _nearest(possible, date(clues.url_year, 7, 1))))
    if clues.anchors:
        near = [d for d in fitting if any(abs(d - a) <= WEEKDAY_SPAN for a in clues.anchors)]  # weekdays come before other dates
        said.append(("tanggal lain dalam berita", _nearest_of(near or possible, clues.anchors)))
    if said:
        if fitting and said[0][1] not in {d.year for d in fitting}:
            said.append(("hari", _nearest(fitting, date(said[0][1], 7, 1))))
        return said
    timely = [d for d in fitting or possible if clues.earliest <= d <= clues.latest]
    elected = _by_election((fitting or possible) if clues.elections else (timely or fitting or possible), clues)
    if elected is None and weekday is not None:  # no election named: the one day of any election's time
        years = {d.year for d in weekday_years(possible[0].day, possible[0].month, weekday, clues)}
        elected = years.pop() if len(years) == 1 else None
    return [("hari dan tahapan pemilihan" if fitting else "tahapan pemilihan", elected)] if elected else []


def _by_election(possible: list[date], clues: Clues) -> int | None:
    """The year in which the day lies in the window of an election that the text names; the stage decides between several."""
    for named in (clues.elections, clues.kinds):
        inside = [(e, d) for e in named for d in possible if e.holds(d)]
        staged = [d.year for e, d in inside if (stage := stage_bound(d, d)) is not None and stage.split()[-1] in clues.text]
        hot = [(e.distance(d), d.year) for e, d in inside if e.hot(d)]
        if staged:
            return staged[-1]
        if hot and len({y for _, y in hot}) == 1:
            return hot[0][1]
        if inside and named is clues.elections:
            return min((e.distance(d), d.year) for e, d in inside)[1]
        if len({d.year for _, d in inside}) == 1:
            return inside[0][1].year
    return None


def _nearest(possible: list[date], anchor: date) -> int:
    return min(possible, key=lambda d: (abs((d - anchor).days), d.year)).year


def _nearest_of(possible: list[date], anchors: list[date]) -> int:
    """The nearest year; a day behind a voting day counts twice as far, for most articles are written ahead of it."""
    return min((abs((d - a).days) * (1 + (d > a and voting_day(a))), d.year) for d in possible for a in anchors)[1]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
