"""Comparing names of people, regions, agencies and offices as scoring does (codebook 10)."""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_WORDS = tomllib.loads((_DATA / "words.toml").read_text(encoding="utf-8"))
DEGREES = frozenset(_WORDS["degrees"])
ROLE_HEADS: dict[str, str] = _WORDS["role_heads"]


def _aliases() -> dict[str, str]:
    with (_DATA / "agency_aliases.csv").open(encoding="utf-8", newline="") as rows:
        return {row["form"]: row["short"] for row in csv.DictReader(rows)}


ALIASES = _aliases()


def fold(text: str | None) -> str:
    text = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return re.sub(r"\s+", " ", re.sub(r"[^a-z0-9.\- ]+", " ", text)).strip()


def person(name: str | None) -> tuple[str, ...]:
    """The name's tokens without degrees and ranks."""
    tokens = [t.strip(".-") for t in re.split(r"[\s,]+", fold((name or "").replace(",", " "))) if t.strip(".-")]
    kept = [t for t in tokens if t not in DEGREES and t.replace(".", "") not in DEGREES]
    return tuple(kept or tokens)  # initials such as "SE" are a name where nothing else is left


def same_person(a: str | None, b: str | None) -> bool:
    x, y = person(a), person(b)
    if not x or not y or x == y:
        return bool(x) and x == y
    short, long_ = sorted((set(x), set(y)), key=len)
    return short <= long_ and len(short) >= 2


def region(name: str | None) -> str:
    s = fold(name)
    s = re.sub(r"^(provinsi|prov\.?) ", "", s)
    s = re.sub(r"^kab(\.|upaten)? ", "kabupaten ", s)
    s = re.sub(r"^(kabupaten|kota) administrasi ", r"\1 ", s)
    s = re.sub(r"^(dki|dkj|daerah khusus( ibukota)?) jakarta$", "jakarta", s)
    s = re.sub(r"^(di|diy|daerah istimewa) yogyakarta$|^diy$", "yogyakarta", s)
    return re.sub(r"[^a-z0-9]", "", s)


ALIAS = re.compile(r"\b(" + "|".join(re.escape(k) for k in sorted(ALIASES, key=len, reverse=True)) + r")\b")


def agency(name: str | None) -> str:
    s = ALIAS.sub(lambda m: ALIASES[m[1]], fold(name).replace("-", " ").replace(".", " "))
    s = re.sub(r"\b(kabupaten|kota) administrasi ", r"\1 ", s)
    s = re.sub(r"\b(dkj|daerah khusus( ibukota)?) jakarta\b", "dki jakarta", s)
    s = re.sub(r"\b(kasn|bkn) ri\b", r"\1", s)
    s = re.sub(r"\b(polres|polresta|polrestabes|kejari|pn|pengadilan negeri) (kabupaten|kota) ", r"\1 ", s)
    return re.sub(r"[^a-z0-9]", "", re.sub(r"\bprovinsi\b", "", s))


def role_head(role: str | None) -> str:
    s = fold(re.sub(r"\(.*?\)", " ", role or ""))
    s = re.sub(r"^((pjs|pj|plt|plh|penjabat sementara|penjabat|pelaksana tugas|pelaksana harian|mantan|eks|oknum)\.? )+", "", s)
    head = (s.split(" ") or [""])[0].strip(".-")
    return ROLE_HEADS.get(head, head)
