"""One crawler at a time on a frontier: two would break the spacing between requests, which is kept by one process."""

from __future__ import annotations

import fcntl
import os
import socket
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from crawler.frontier.database import FrontierProblem
from crawler.policy.limits import LOCK_SECONDS

_POLL_SECONDS = 0.05


class FrontierLock:
    """Holds a frontier for this process. The lock is the kernel's and falls with its process, however that ends: the file that stays
    behind says nothing.

    Raises FrontierProblem where another process holds it for longer than `patience` seconds, or the file can't be made.
    """

    def __init__(self, frontier: Path, patience: float = LOCK_SECONDS) -> None:
        path = frontier.with_suffix(".lock")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("a+", encoding="utf-8")
        except OSError as error:
            raise FrontierProblem(f"antrean perayap tidak dapat dikunci ({path}): {error.strerror}") from error
        try:
            self._take(patience)
        except FrontierProblem:
            self.close()
            raise

    def close(self) -> None:
        """Let others have it."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _take(self, patience: float) -> None:
        until = time.monotonic() + patience
        while not self._taken():
            if time.monotonic() >= until:
                raise FrontierProblem(f"perayap lain sedang bekerja di sini ({self._holder()}); tunggu sampai selesai")
            time.sleep(_POLL_SECONDS)
        self._file.truncate(0)
        self._file.write(f"proses {os.getpid()} di {socket.gethostname()}")
        self._file.flush()

    def _taken(self) -> bool:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _holder(self) -> str:
        self._file.seek(0)
        return self._file.read(200) or "proses lain"
