"""The house: imports go one way, files stay short, data stays out of code, the lock names no addresses."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("cli", "crawler", "demo", "extraction", "index", "search_ui")
# package -> packages of ours that it may import (house-style.md, habit 11); extraction.model is open to all
ALLOWED = {
    "extraction": set(),
    "crawler": {"extraction.model"},
    "index": {"extraction.model"},
    "demo": set(),
    "search_ui": {"index", "extraction.model"},
    "cli": {*PACKAGES, "tests.services"},  # `netra test` starts what the tests need
}
MAX_LINES = 400


def sources(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name for name in names if name.split(".")[0] in (*PACKAGES, "tests")}


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_go_one_way(package: str) -> None:
    allowed = ALLOWED[package] | {package}
    wrong = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources(package)
        for name in imported(path)
        if not any(name == a or name.startswith(f"{a}.") for a in allowed)
    }
    assert not wrong


def test_the_model_imports_nothing_of_ours_but_itself() -> None:
    names = {name for path in sources("extraction/model") for name in imported(path)}
    assert all(name.startswith("extraction.model") for name in names)


def test_no_file_is_long() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources(*PACKAGES, "tests")}
    assert {str(p.relative_to(ROOT)): n for p, n in lengths.items() if n > MAX_LINES} == {}


def test_locks_have_hashes_and_no_addresses() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text and "://" not in text and "index-url" not in text, lock.name


def test_tracked_text_names_no_registry_and_no_path_of_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    registries = re.compile(r"pypi\.org|pythonhosted|registry\.npmjs|repo1?\.maven|deb\.debian")
    machine = re.compile(r"(?<![\w.])/(?:root|home/\w+)/\w")
    for name in listed:
        path = ROOT / name
        if (
            path.suffix in {".py", ".md", ".toml", ".sh", ".yaml", ".lock", ".cfg", ""}
            and path.is_file()
            and path.name != Path(__file__).name
        ):
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not registries.search(text) and not machine.search(text), name


def test_a_launcher_and_a_ci_script_are_there_and_run() -> None:
    for name in ("netra", ".ci/run"):
        assert (ROOT / name).stat().st_mode & 0o111, name
    assert subprocess.run(["sh", "-n", str(ROOT / "netra")], check=False).returncode == 0
