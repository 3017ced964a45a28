"""Finds printed provinces, kabupaten and kota (longest match over words) and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass, field

from extraction.model import RegionLevel
from extraction.places.gazetteer import Gazetteer, Name, words
from extraction.places.tokens import Token

_MAX_WORDS = 5
_NAME_GAPS = frozenset({" ", "-", "  ", "\xa0", "–", " - "})
_KEP = frozenset({"kep", "kab", "prov"})
_DIRECTIONS = frozenset(
    {"utara", "selatan", "timur", "barat", "tengah", "tenggara", "kidul", "lor", "kulon", "wetan", "hulu", "hilir", "kota"}
)
_BOTH = frozenset({RegionLevel.KABUPATEN, RegionLevel.KOTA})


@dataclass(slots=True)
class Hit:
    """A printed name: words [first, last] of the text, with its prefix from word `start`."""

    first: int
    last: int
    start: int
    name: Name
    codes: tuple[str, ...]
    levels: frozenset[RegionLevel] = frozenset()  # told by an explicit prefix
    office: frozenset[RegionLevel] = frozenset()  # told by the adjacent office
    body: bool = False  # inside an agency's or office's name
    direct: bool = False  # directly behind a word such as Bawaslu, Pemkab
    bracketed: bool = False  # printed in brackets of its own
    refused: str = ""
    code: str | None = None
    reason: str = ""
    extra: list[str] = field(default_factory=list)  # further units meant by the same words ("Kabupaten dan Kota Kediri")


def glued(gap: str) -> bool:
    """Whether two words with this gap between them can belong to one name."""
    return gap in _NAME_GAPS


def longest(tokens: tuple[Token, ...], i: int, gaz: Gazetteer) -> tuple[int, Name] | None:
    """The longest gazetteer name that starts at word i: (index of its last word, name)."""
    key, found = "", None
    for j in range(i, min(i + _MAX_WORDS, len(tokens))):
        token = tokens[j]
        if j > i and not (glued(token.gap) or (token.gap == ". " and tokens[j - 1].low in _KEP)):
            break
        key += token.low
        if j == i and len(key) >= 3 and key[:3] not in gaz.starts and key != "kep":
            break
        name = gaz.names.get("kepulauan" + key[3:] if key.startswith("kep") and tokens[i].low == "kep" and j > i else key)
        if name and _printed_so(tokens[i : j + 1], name):
            found = (j, name)
    return found


def _printed_so(run: tuple[Token, ...], name: Name) -> bool:
    """Abbreviations count only as they are printed (or all in capitals): "Mura", "MURA", not "mura"; "OKI", not "Oki"."""
    if name.kind in ("name", "variant", "short", "shared", "former"):
        return True
    if name.kind == "nickname":
        return all(token.capital for token in run)
    printed = "".join(token.text for token in run)
    return printed == name.printed.replace(" ", "") or (printed.isupper() and not name.printed.isupper())


def scan(tokens: tuple[Token, ...], gaz: Gazetteer) -> list[Hit]:
    """All hits in order of print, none inside another; refusals are decided elsewhere."""
    hits: list[Hit] = []
    i = 0
    while i < len(tokens):
        low = tokens[i].low
        found = longest(tokens, i, gaz) if len(low) < 3 or low[:3] in gaz.starts or low == "kep" else None
        if found is None:
            i += 1
            continue
        hit = _with_prefix(tokens, i, found[0], found[1])
        if tokens[i].capital or hit.levels or hit.office or hit.body:
            hits.append(hit)
        i = found[0] + 1
    return hits


def _with_prefix(tokens: tuple[Token, ...], first: int, last: int, name: Name) -> Hit:
    hit = Hit(first, last, first, name, name.codes)
    hit.bracketed = tokens[first].gap.endswith("(") and last + 1 < len(tokens) and tokens[last + 1].gap.startswith(")")
    _read_level(tokens, hit)
    _read_body(tokens, hit)
    return hit


def _previous(tokens: tuple[Token, ...], i: int, gaps: tuple[str, ...] = (" ", ". ", ".", "\xa0", "  ", "-")) -> Token | None:
    """The word before word i, where nothing but a blank or full stop stands between them."""
    return tokens[i - 1] if i > 0 and tokens[i].gap in gaps else None


def _read_level(tokens: tuple[Token, ...], hit: Hit) -> None:
    before = _previous(tokens, hit.first)
    if before is None:
        return
    prefixes, offices = words()["prefixes"], words()["offices"]
    further = _previous(tokens, hit.first - 1, (" ", "/", "-", "\xa0")) if hit.first > 1 else None
    if before.low in prefixes["kota"] and further is not None and further.low == "wali":
        hit.office = frozenset({RegionLevel.KOTA})
        hit.body = True
        return
    for level in (RegionLevel.KABUPATEN, RegionLevel.KOTA, RegionLevel.PROVINSI):
        if before.low in prefixes[level.value]:
            hit.levels = frozenset({level})
            hit.start = hit.first - 1
        elif before.low in offices[level.value] and tokens[hit.first].gap != "-":
            hit.office = frozenset({level})
    if hit.levels and hit.levels <= _BOTH and hit.first > 1:
        _read_twin(tokens, hit)


def _read_twin(tokens: tuple[Token, ...], hit: Hit) -> None:
    """ "Kabupaten/Kota Kediri", "Kabupaten dan Kota Kediri" mean both."""
    i = hit.first - 2
    if tokens[hit.first - 1].gap == " " and tokens[i].low == "dan":
        i -= 1
    elif tokens[hit.first - 1].gap.strip() != "/":
        return
    other = words()["prefixes"]["kabupaten"] | words()["prefixes"]["kota"]
    if i >= 0 and tokens[i].low in other and tokens[i].low != tokens[hit.first - 1].low:
        hit.levels = _BOTH


def _read_body(tokens: tuple[Token, ...], hit: Hit) -> None:
    bodies = words()["bodies"]
    i = hit.start - 1
    gap = tokens[hit.start].gap
    if i >= 0 and gap.strip() in ("", "/", ")", "-", ") ") and "\n" not in gap:
        if tokens[i].low in bodies["words"] or hit.office:
            hit.body = hit.direct = True
            return
        if tokens[i].text.isdigit() and gap == "/":  # a military command: "Kodim 0721/Nama"
            hit.body = True
            return
        while i >= 0 and hit.start - i < 9 and tokens[i].capital | (tokens[i].low in ("dan", "serta")) and "\n" not in tokens[i + 1].gap:
            if tokens[i].low in bodies["long_heads"]:
                hit.body = True
                return
            if tokens[i + 1].gap.strip() not in ("", ",", "/", "(", ")"):
                return
            i -= 1


def longer_name(tokens: tuple[Token, ...], hit: Hit) -> str | None:
    """Folded form of the hit with the direction word behind it ("Semarang Utara"), where there is one."""
    after = hit.last + 1
    if after < len(tokens) and glued(tokens[after].gap) and tokens[after].low in _DIRECTIONS and tokens[after].capital:
        return "".join(t.low for t in tokens[hit.first : after + 1])
    return None
