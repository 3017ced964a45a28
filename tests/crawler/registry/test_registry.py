"""Entries are validated with a message that names file and key, and are found by any of their addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.registry import OUTLETS, Discovery, Registry, RegistryProblem, registrable

ENTRY = """
id = "kabarsungai.example"
name = "Kabar Sungai"
domains = ["kabarsungai.example", "kabar-sungai.example"]
province = "16"
home = "16.71"
discovery = ["feed /feed/", "sitemap https://peta.kabarsungai.example/s.xml"]
article = '^/\\d{4}/[^/]+$'
scheme = "http"
"""
SEEDS = {
    "diswaymojokerto.id": "35.76",
    "tabloidinfoku.com": "33.16",
    "batasmedia99.com": "35.75",
    "bacaini.id": "35.71",
    "kuasakata.com": "33.74",
}


def write(folder: Path, text: str = ENTRY, name: str = "kabarsungai.example") -> Path:
    path = folder / "sumatera-selatan" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path


@pytest.fixture(scope="module")
def shipped() -> Registry:
    return Registry.load()


def test_an_entry_is_read(tmp_path: Path) -> None:
    write(tmp_path)
    (entry,) = Registry.load(tmp_path)
    assert entry.base == "http://kabarsungai.example/"
    assert entry.ways == [
        Discovery("feed", "http://kabarsungai.example/feed/"),
        Discovery("sitemap", "https://peta.kabarsungai.example/s.xml"),
    ]
    assert (entry.zone, entry.kind, entry.cms, entry.state.value) == ("WIB", "outlet", "unknown", "unverified")
    assert (entry.outlet.id, entry.outlet.domain, entry.outlet.home) == ("kabarsungai.example", "kabarsungai.example", "16.71")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("sandi = 1", "unknown field `sandi`"),
        ("delay = -1", r"`float` > 0.0 - at `\$.delay`"),
        ('home = "35.71"', "does not lie in province 16"),
        ("article = '('", "no regular expression"),
        ('zone = "WIS"', r"Invalid enum value 'WIS' - at `\$.zone`"),
        ('discovery = ["telepon /"]', r"at `\$.discovery\[0\]`"),
        ('domains = ["https://x.example/"]', r"at `\$.domains\[0\]`"),
        ("domains = []", r"length >= 1 - at `\$.domains`"),
        ('state = { is = "stable" }', "stable needs the date"),
        ('id = "lain"', "the file is named"),
        ("domains = [", "kabarsungai.example.toml"),
    ],
)
def test_a_wrong_entry_says_what_is_wrong_and_where(tmp_path: Path, line: str, message: str) -> None:
    key = line.split(" ", maxsplit=1)[0]
    kept = "\n".join(old for old in ENTRY.splitlines() if old.split(" ")[0] != key)
    path = write(tmp_path, f"{kept}\n{line}\n")
    with pytest.raises(RegistryProblem, match=message) as raised:
        Registry.load(tmp_path)
    assert str(path) in str(raised.value)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("http://kabarsungai.example/2024/a", True),
        ("https://WWW.KabarSungai.example./", True),
        ("https://m.kabarsungai.example/", True),
        ("https://amp.www.kabarsungai.example/", True),
        ("https://mail.kabar-sungai.example/", True),
        ("https://toko.kabarsungai.example/", False),
        ("https://m.example/", False),
        ("https://example/", False),
        ("/2024/a", False),
        ("https://[::1", False),
    ],
)
def test_an_outlet_is_found_by_its_addresses(tmp_path: Path, url: str, found: bool) -> None:
    write(tmp_path)
    registry = Registry.load(tmp_path)
    assert (registry.by_url(url) is not None) == found
    outlet = registry.outlet(url)
    assert (outlet.name if outlet else None) == ("Kabar Sungai" if found else None)


def test_two_entries_can_not_claim_one_host(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, ENTRY.replace('id = "kabarsungai.example"', 'id = "lain"'), "lain")
    with pytest.raises(RegistryProblem, match=r"claimed by kabarsungai\.example and lain"):
        Registry.load(tmp_path)


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(RegistryProblem, match="no such folder"):
        Registry.load(tmp_path / "x")


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("gorontaloutara.bawaslu.go.id", "bawaslu.go.id"),
        ("pantura.tribunnews.com", "tribunnews.com"),
        ("kabar-satu.blogspot.com", "kabar-satu.blogspot.com"),
        ("desa.kabar.co.id", "kabar.co.id"),
        ("a.b.example", "b.example"),
        ("127.0.0.1", "127.0.0.1"),
        ("::1", "::1"),
        ("localhost", "localhost"),
    ],
)
def test_the_slot_is_the_registrable_domain(host: str, domain: str) -> None:
    assert registrable(host) == domain


def test_a_network_is_one_slot(shipped: Registry) -> None:
    assert shipped.slot("https://diswaymojokerto.id/read/1/a") == "disway.id" == shipped.slot("https://radartegal.disway.id/")


def test_what_is_shipped_covers_every_province(shipped: Registry) -> None:
    assert len(shipped) >= 900
    assert len({entry.province for entry in shipped} - {"00"}) == 38
    assert len([entry for entry in shipped if entry.kind == "bawaslu"]) >= 40
    for path in OUTLETS.rglob("*.toml"):
        assert len(path.read_text().splitlines()) <= 12, path


def test_the_outlets_of_the_seeds_are_there(shipped: Registry) -> None:
    assert {name: shipped.outlet(f"https://www.{name}/x").home for name in SEEDS} == SEEDS  # type: ignore[union-attr]


def test_no_entry_is_denied(shipped: Registry) -> None:
    assert [entry.id for entry in shipped if shipped.denied(entry.base)] == []
    denied = (OUTLETS / "deny.txt").read_text().splitlines()[-1]
    assert shipped.denied(f"https://x.{denied}/a")


def test_nothing_is_called_stable_without_a_check(shipped: Registry) -> None:
    assert {entry.state.value for entry in shipped} == {"unverified"}
