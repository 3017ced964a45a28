"""Drafted files are valid, reviewable, and never overwrite what somebody has checked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crawler.registry import Registry
from crawler.registry.drafting import Regions, Row, write_all

REGIONS = Regions(
    [
        {"code": "15", "name": "Jambi", "level": "provinsi"},
        {"code": "15.71", "name": "Kota Jambi", "level": "kota"},
        {"code": "15.01", "name": "Kabupaten Kerinci", "level": "kabupaten"},
        {"code": "15.09", "name": "Kabupaten Tanjung", "level": "kabupaten"},
        {"code": "15.79", "name": "Kota Tanjung", "level": "kota"},
    ]
)
DAY = date(2026, 1, 2)


def row(**changes: str) -> Row:
    given = {
        "domain": "amp.kabarkerinci.example",
        "name": 'Kabar "Kerinci"',
        "province_code": "15",
        "home_region": "Kerinci",
        "kind": "outlet",
        "cms_guess": "wordpress",
        "article_url_pattern": r"^/\d+/[^/']+$",
        "timezone": "WIB",
    }
    return {**given, **changes}


def test_a_row_becomes_a_valid_file(tmp_path: Path) -> None:
    assert write_all([row()], REGIONS, tmp_path, DAY) == (1, 0)
    (entry,) = Registry.load(tmp_path)
    assert (entry.id, entry.domains) == ("kabarkerinci.example", ["kabarkerinci.example", "amp.kabarkerinci.example"])
    assert (entry.name, entry.home, entry.state.since) == ('Kabar "Kerinci"', "15.01", DAY)
    assert entry.article_pattern and entry.article_pattern.search("/12/camat")


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    write_all([row()], REGIONS, tmp_path, DAY)
    (path,) = tmp_path.rglob("*.toml")
    path.write_text(path.read_text().replace("wordpress", "drupal"))
    assert write_all([row()], REGIONS, tmp_path, DAY) == (0, 0)
    assert "drupal" in path.read_text()


def test_spam_goes_to_the_deny_list(tmp_path: Path) -> None:
    write_all([row(kind="spam", domain="judi.example")], REGIONS, tmp_path, DAY)
    write_all([row(kind="spam", domain="asap.example")], REGIONS, tmp_path, DAY)
    registry = Registry.load(tmp_path)
    assert len(registry) == 0
    assert registry.denied("https://www.judi.example/a") and registry.denied("https://asap.example/")
    assert not registry.denied("https://kabar.example/")


@pytest.mark.parametrize(
    ("name", "code"),
    [("Kota Jambi", "15.71"), ("Kerinci", "15.01"), ("Tanjung", None), ("Kota Tanjung", "15.79"), ("Entah", None)],
)
def test_a_bare_name_that_means_two_units_is_left_out(name: str, code: str | None) -> None:
    assert REGIONS.home("15", name) == code


def test_an_own_domain_of_a_network_shares_its_slot(tmp_path: Path) -> None:
    write_all([row(cms_guess="disway"), row(cms_guess="disway", domain="kerinci.disway.id")], REGIONS, tmp_path, DAY)
    registry = Registry.load(tmp_path)
    assert registry.slot("https://kabarkerinci.example/") == registry.slot("https://kerinci.disway.id/") == "disway.id"
