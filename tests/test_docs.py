"""Documents that the code cites hold what it cites."""

from __future__ import annotations

import re
from pathlib import Path

from extraction.model import EventType, Status

ROOT = Path(__file__).resolve().parents[1]
CODEBOOK = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
PACKAGES = ("cli", "crawler", "extraction", "index", "search_ui", "tests")


def test_the_codebook_names_every_event_type_and_status() -> None:
    for value in [*EventType, *Status]:
        assert f"`{value.value}`" in CODEBOOK, value


def test_every_cited_rule_stands_in_the_codebook() -> None:
    decisions = {int(n) for n in re.findall(r"^(\d+)\. ", CODEBOOK, re.MULTILINE)}
    sections = {int(n) for n in re.findall(r"^## (\d+)\. ", CODEBOOK, re.MULTILINE)}
    cited = [
        (path.name, section, decision)
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for section, decision in re.findall(r"[Cc]odebook,? (?:section )?(\d+)(?:\.(\d+))?", path.read_text(encoding="utf-8"))
    ]
    assert len(cited) > 50
    for name, section, decision in cited:
        assert int(section) in sections, name
        assert not decision or (section == "12" and int(decision) in decisions), (name, section, decision)


def test_links_between_documents_lead_somewhere() -> None:
    for document in [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "deploy").glob("*.md"),
        *(ROOT / "extraction").rglob("*.md"),
    ]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
