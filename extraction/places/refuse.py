"""Why a printed name is no region: it stands inside the name of something else (codebook 6 and 12.27)."""

from __future__ import annotations

import re

from extraction.places.gazetteer import Gazetteer, words
from extraction.places.scan import Hit, longer_name
from extraction.places.tokens import Token

_DOMAIN = re.compile(r"\.(?:[A-Za-z]{2,})\b")
_HOMONYM_BEFORE = frozenset(
    {"di", "ke", "dari", "bawaslu", "kpu", "pemkab", "pemkot", "bupati", "kejari", "dandim", "pilkada", "warga", "asn", "panwaslu"}
)
PERSON = "bagian nama orang"
SEAT = "nama kecamatan pada dateline"
OF_KECAMATAN = "bagian nama kecamatan"
_MAX_BACK = 5


def refusal(whole: str, tokens: tuple[Token, ...], hit: Hit, gaz: Gazetteer) -> str:
    """The reason, in Indonesian as readers see it, or an empty string."""
    first, last = tokens[hit.first], tokens[hit.last]
    if _DOMAIN.match(whole, last.end) or (hit.start == hit.first and whole[max(0, first.start - 1) : first.start] in (".", "@", "#", "_")):
        return "bagian alamat atau tagar"
    told = hit.levels or (hit.office and first.low != "metro")
    name = _before(tokens, hit)
    if name:
        return f"di dalam nama lain ({name})"
    reason = "" if told else _inside_longer(tokens, hit, gaz)
    if reason:
        return reason
    return PERSON if not told and not hit.body and _personal(tokens, hit) else ""


def _inside_longer(tokens: tuple[Token, ...], hit: Hit, gaz: Gazetteer) -> str:
    before = tokens[hit.first - 1].low if hit.first else ""
    if tokens[hit.first].low in words()["refuse"]["homonyms"] and (before not in _HOMONYM_BEFORE or tokens[hit.first].gap == "-"):
        return "kata lain yang sama bunyinya"
    if _longer(tokens, hit):
        return "bagian nama yang lebih panjang"
    media = _after(tokens, hit)
    if media:
        return f"bagian nama media atau gedung ({media})"
    return OF_KECAMATAN if longer_name(tokens, hit) in gaz.kecamatan_anywhere else ""


def _longer(tokens: tuple[Token, ...], hit: Hit) -> bool:
    run = tokens[hit.first : hit.last + 2]
    return len(run) > 1 and "".join(t.low for t in run) in words()["refuse"]["longer"]


def _after(tokens: tuple[Token, ...], hit: Hit) -> str:
    i = hit.last + 1
    if i < len(tokens) and tokens[i].gap == " " and tokens[i].capital and tokens[i].low in words()["refuse"]["after"]:
        return tokens[i].text
    return ""


def _before(tokens: tuple[Token, ...], hit: Hit) -> str:
    """A head such as Hotel, Jalan, SMAN, Pengadilan before the name, with only capitalised words or numbers between."""
    refuse = words()["refuse"]
    explicit = bool(hit.levels)
    i = hit.start - 1
    steps = 0
    while i >= 0 and steps < _MAX_BACK and tokens[i + 1].gap in (" ", ". ", ".", "-", "\xa0", "  "):
        token = tokens[i]
        if not (token.capital or token.low in refuse["before_lower"]):
            break
        if token.low in refuse["courts"] and steps < 3:
            return token.text
        if token.low in refuse["before"] and not explicit and _head(token):
            return token.text
        if token.low in words()["bodies"]["words"] or token.low in words()["bodies"]["long_heads"]:
            break
        i -= 1
        steps += 1
    return ""


def _head(token: Token) -> bool:
    """Short heads (SD, PT, MI) count only in capitals: "mi", "man" are words of other names."""
    return len(token.low) > 3 or token.text.isupper() or token.low in ("jl", "jln", "mal")


def _personal(tokens: tuple[Token, ...], hit: Hit) -> bool:
    lists = words()["refuse"]
    key = "".join(t.low for t in tokens[hit.first : hit.last + 1])
    if key not in lists["risky"]:
        return False
    before = tokens[hit.first - 1] if hit.first and tokens[hit.first].gap in (" ", ". ") else None
    after = tokens[hit.last + 1] if hit.last + 1 < len(tokens) and tokens[hit.last + 1].gap == " " else None
    if before is None:
        return False
    if before.low in lists["person_before"]:
        return True
    named_before = before.capital and not before.text.isupper() and before.low not in lists["neutral_before"] and before.text[0].isalpha()
    named_after = after is not None and after.capital and not after.text.isupper()
    upper = tokens[hit.first].text.isupper()
    return named_before and not upper and (named_after or _ends_name(tokens, hit))


def _ends_name(tokens: tuple[Token, ...], hit: Hit) -> bool:
    """The name closes a run of two capitalised words behind a comma or a role's end: "…, Rahmat Bima mengatakan"."""
    i = hit.first - 1
    return i > 0 and tokens[i].gap.strip() in (",", "-", "–", ".", "(")
