"""The strings: every key that a template or the code names is there, and none is left over; colours can be read."""

from __future__ import annotations

import re
import tomllib

import pytest

from search_ui.i18n import Words
from search_ui.site import STATIC, TEMPLATES

PACKAGE = TEMPLATES.parent
CSS = (STATIC / "netra.css").read_text("utf-8")


def test_every_named_key_is_there(say: Words) -> None:
    sources = [*TEMPLATES.glob("*.html"), *PACKAGE.rglob("*.py")]
    keys = {k for path in sources for k in re.findall(r"\b(?:t|words|say)\(\"([a-z]+\.[a-z_0-9]+)\"[,)]", path.read_text("utf-8"))}
    assert len(keys) > 120
    for key in sorted(keys):
        assert say(key)


def test_no_string_is_left_over() -> None:
    table = tomllib.loads((PACKAGE / "i18n" / "id.toml").read_text("utf-8"))
    vocabularies = {
        "jenis",
        "status",
        "subjek",
        "bentuk",
        "genre",
        "level",
        "datekind",
        "reason",
        "months",
        "published_source",
        "origin_kind",
    }
    made = re.compile(r"event\.(precision|basis)_|case\.final_|question\.|error\.|facet\.|nav\.|timeline\.by_")  # put together in code
    used = "\n".join(p.read_text("utf-8") for p in [*TEMPLATES.glob("*.html"), *PACKAGE.rglob("*.py")])
    left = [
        f"{section}.{key}"
        for section, entries in table.items()
        if isinstance(entries, dict) and section not in vocabularies
        for key in entries
        if not made.match(f"{section}.{key}") and f"{section}.{key}" not in used
    ]
    assert left == []


def test_a_missing_key_is_an_error(say: Words) -> None:
    with pytest.raises(KeyError):
        say("search.tidak_ada")


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


LIGHT, DARK = (colours(block) for block in re.findall(r":root \{(.*?)\}", CSS, re.S))
TEXT = [(ink, ground) for ink in ("ink", "quiet", "accent") for ground in ("paper", "card", "proof")]
TEXT += [("accent-ink", "accent"), ("hit-ink", "hit"), ("fiction-ink", "fiction")]
TEXT += [(status, f"{status}-bg") for status in ("dugaan", "terbukti", "tidak_terbukti", "sanksi")] + [("ink", "terbukti-bg")]
SIGNS = [(sign, "paper") for sign in ("field", "bar", "bar-2")]


@pytest.mark.parametrize("paper", [LIGHT, LIGHT | DARK], ids=["light", "dark"])
def test_contrast_meets_wcag_aa(paper: dict[str, str]) -> None:
    assert {pair for pair in TEXT if contrast(paper[pair[0]], paper[pair[1]]) < 4.5} == set()
    assert {pair for pair in SIGNS if contrast(paper[pair[0]], paper[pair[1]]) < 3} == set()


def test_the_style_sheet_is_short_and_loads_nothing() -> None:
    assert len(CSS.splitlines()) <= 400
    assert "url(" not in CSS and "@import" not in CSS
