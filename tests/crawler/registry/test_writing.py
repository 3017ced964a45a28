"""What is written of an entry is read back as the same entry; golden cases are added, not replaced."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from crawler.registry import OUTLETS, Entry, Registry, RegistryProblem, State, add_golden, toml_of, write_entry

ENTRY = Entry(
    id="kabar.example",
    name='Kabar "Sungai"',
    domains=["kabar.example", "kabar-lama.example"],
    province="16",
    home="16.71",
    discovery=["feed /feed/"],
    article=r"^/\d{4}/[^/']+$",
    delay=20.0,
    network="jaringan.example",
    contact="redaksi@kabar.example",
    scheme="http",
    state=State("stable", date(2026, 1, 2), "3 artikel"),
)


@pytest.mark.parametrize("entry", [ENTRY, Entry(id="b.example", name="B", domains=["b.example"], province="00", discovery=["page /"])])
def test_an_entry_is_read_back(tmp_path: Path, entry: Entry) -> None:
    write_entry(entry, tmp_path)
    assert list(Registry.load(tmp_path)) == [entry]
    with pytest.raises(RegistryProblem, match="sudah ada"):
        write_entry(entry, tmp_path)


def test_what_is_shipped_is_written_as_it_would_be_written() -> None:
    for path in sorted(OUTLETS.rglob("*.toml"))[::20]:
        assert toml_of(msgspec.toml.decode(path.read_bytes(), type=Entry)) == path.read_text()


def test_golden_cases_are_added(tmp_path: Path) -> None:
    add_golden(tmp_path, ENTRY, ["/2024/camat"])
    add_golden(tmp_path, ENTRY, ["/2024/lurah, hulu"])
    assert (tmp_path / "golden.csv").read_text().splitlines() == [
        "outlet,path,article",
        "kabar.example,/,no",
        "kabar.example,/2024/camat,yes",
        'kabar.example,"/2024/lurah, hulu",yes',
        "kabar.example,/tag/pilkada/,no",
    ]
