"""The home region of an outlet: from the register, else from the address of a public body ("kab-sleman.kpu.go.id")."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from extraction.model import RegionLevel
from extraction.places.gazetteer import Gazetteer
from extraction.reading import Reading

_LEVELS = {"kab": RegionLevel.KABUPATEN, "kota": RegionLevel.KOTA, "prov": RegionLevel.PROVINSI}
_MARKED = re.compile(
    r"(?:^|\.)(?:(?P<before>kab|kota|prov)-(?P<a>[a-z-]+)|(?P<b>[a-z-]+?)-?(?P<after>kab|kota|prov))\.(?:[a-z]+\.)?go\.id$"
)
_BARE = re.compile(r"(?:^|\.)(?P<name>[a-z-]+)\.(?:bawaslu|kpu)\.go\.id$")


def home_of(reading: Reading, gaz: Gazetteer) -> str | None:
    """Code of the outlet's home region, None where neither register nor address tells one."""
    if reading.outlet.home:
        return reading.outlet.home
    host = reading.outlet.domain or urlsplit(reading.url or "").hostname or ""
    return _of_public_body(host.lower(), gaz)


def _of_public_body(host: str, gaz: Gazetteer) -> str | None:
    marked = _MARKED.search(host)
    if marked:
        name, level = marked["a"] or marked["b"], _LEVELS[marked["before"] or marked["after"]]
        return _unit(name, level, gaz)
    bare = _BARE.search(host)
    return _unit(bare["name"], None, gaz) if bare else None


def _unit(name: str, level: RegionLevel | None, gaz: Gazetteer) -> str | None:
    found = gaz.names.get(name.replace("-", ""))
    codes = [code for code in found.codes if level is None or gaz.units[code].level == level] if found else []
    return codes[0] if len(codes) == 1 else None
