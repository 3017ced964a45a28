"""Draft outlet files from a table: `python -m crawler.registry.drafting TABLE REGIONS FOLDER [--since DAY]`.

TABLE is a CSV with the columns domain, name, province_code, home_region, kind, cms_guess, article_url_pattern, timezone; REGIONS one with
code, name, level. Rows of kind `spam` go to the deny list. Files that exist are left alone: they may have been checked by hand.
"""

from __future__ import annotations

import argparse
import csv
import re
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec

from crawler.registry.entry import Entry, RegistryProblem
from crawler.registry.registry import DENY, TECHNICAL, registrable
from crawler.registry.writing import write_entry

_WAYS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("discovery.toml").read_text())
# The companies whose editions also lie on own domains: these share the company's servers, so its slot of politeness too.
_NETWORKS = {"disway": "disway.id", "promedia": "promediateknologi.id"}
_SHARED = frozenset({"disway.id", "bacakoran.co"})
Row = dict[str, str]


class Regions:
    """Codes by name."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.provinces: dict[str, str] = {"00": "nasional"}
        self._codes: dict[tuple[str, str], str] = {}
        for row in rows:
            if row["level"] == "provinsi":
                self.provinces[row["code"]] = _slug(row["name"])
            self._codes[row["code"][:2], row["name"].lower()] = row["code"]

    def home(self, province: str, name: str) -> str | None:
        """The unit of this name in the province; None where a bare name means two, or none."""
        prefixes = ("", "kabupaten ", "kota ", "kota administrasi ", "kabupaten administrasi ")
        bare = name.lower().removeprefix("kabupaten ").removeprefix("kota ")
        exact = [self._codes.get((province, f"{p}{name.lower()}")) for p in prefixes]
        loose = [self._codes.get((province, f"{p}{bare}")) for p in prefixes[3:]]
        codes = {code for code in exact + loose if code}
        return codes.pop() if len(codes) == 1 else None


def draft(row: Row, regions: Regions, since: date) -> Entry:
    """One outlet's entry. Raises RegistryProblem where the row gives none that is valid."""
    domain = _main_host(row["domain"])
    cms = row["cms_guess"]
    own = cms in _NETWORKS and registrable(domain) not in _SHARED
    values = {
        "id": domain,
        "name": row["name"],
        "domains": list(dict.fromkeys([domain, row["domain"]])),
        "province": row["province_code"],
        "home": regions.home(row["province_code"], row["home_region"]) if row["home_region"] else None,
        "zone": row["timezone"],
        "kind": row["kind"],
        "cms": cms,
        "discovery": _WAYS[cms],
        "article": row["article_url_pattern"] or None,
        "network": _NETWORKS[cms] if own else None,
        "state": {"is": "unverified", "since": since},
    }
    try:
        return msgspec.convert(values, Entry)
    except msgspec.ValidationError as error:
        raise RegistryProblem(f"{row['domain']}: {error}") from error


def write_all(table: Iterable[Row], regions: Regions, folder: Path, since: date) -> tuple[int, int]:
    """Write a file for each row that has none; gives the numbers written and denied.

    Raises RegistryProblem where a drafted file is not valid.
    """
    written, denied = 0, []
    for row in table:
        if row["kind"] == "spam":
            denied.append(row["domain"])
            continue
        path = folder / regions.provinces[row["province_code"]] / f"{_main_host(row['domain'])}.toml"
        if path.exists():
            continue
        write_entry(draft(row, regions, since), path.parent)
        written += 1
    _deny(folder / DENY, denied)
    return written, len(denied)


def _deny(path: Path, hosts: list[str]) -> None:
    head = (
        "# Hosts that copy or splice neutrality news (gambling, expired domains, content farms). Never crawled, nor anything below them.\n"
    )
    known = [line for line in path.read_text().splitlines() if line and line[0] != "#"] if path.exists() else []
    path.write_text(head + "\n".join(sorted({*known, *hosts})) + "\n")


def _main_host(domain: str) -> str:
    label, _, rest = domain.partition(".")
    return rest if label in TECHNICAL and "." in rest else domain


def _slug(name: str) -> str:
    return re.sub(r"[^a-z]+", "-", name.lower()).strip("-")


def main() -> None:
    """Read the arguments and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("regions", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--since", type=date.fromisoformat, default=date.today())
    given = parser.parse_args()
    with given.table.open(newline="") as table, given.regions.open(newline="") as regions:
        written, denied = write_all(csv.DictReader(table), Regions(csv.DictReader(regions)), given.folder, given.since)
    print(f"{written} outlets written, {denied} hosts denied")


if __name__ == "__main__":
    main()
