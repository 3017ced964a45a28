"""The log of a crawl: lines for people, or one JSON object a line for machines. Both on stderr."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import Literal

from cli.progress import say


class Log:
    """Writes. `quiet` leaves out the lines for people (the report is printed as JSON then)."""

    def __init__(self, form: Literal["text", "json"], *, quiet: bool = False) -> None:
        self.json = form == "json"
        self.quiet = quiet or self.json

    def say(self, text: str) -> None:
        """A line for people."""
        say(text, self.quiet)

    def event(self, name: str, **values: object) -> None:
        """Something that happened, for machines: with its time (UTC), name and values (JSON types)."""
        if self.json:
            line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": name, **values}
            print(json.dumps(line, ensure_ascii=False), file=sys.stderr, flush=True)
