"""Records that a back end refused, with the reason, in a file that a person can read. Nothing is dropped silently."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec


class Refused(msgspec.Struct):
    """One refusal."""

    article: str
    reason: str
    when: datetime


def set_aside(folder: Path, failed: Sequence[tuple[str, str]]) -> None:
    """Append the refused (article id, reason) to `quarantine.jsonl` in the folder."""
    if not failed:
        return
    now = datetime.now(UTC)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "quarantine.jsonl").open("ab") as file:
        file.write(b"".join(msgspec.json.encode(Refused(article, reason, now)) + b"\n" for article, reason in failed))
