"""Files that a command writes for its user."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from cli.exits import Stop


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A text file that appears under its name only when it is whole and on disk; what was there before stays until then.

    Raises Stop where it can't be written; nothing half written is left then, nor after an interrupt.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Stop(f"{path} tidak dapat ditulis: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)
