"""The keeper: loads libraries and tables once, forks workers from itself (some 10 ms each), hands them pages and ends what runs too long.

It never looks into a page itself. Started by `coder.py`: python -m cli.bounded.keeper FD FUNCTION PERSON_MODEL LIMITS
"""

from __future__ import annotations

import gc
import os
import pkgutil
import signal
import sys
import time
from datetime import UTC, datetime
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path
from typing import NoReturn

import msgspec

from cli.bounded.messages import READY, Limits, NoArticle, decode_answer, encode
from cli.bounded.worker import NO_MEMORY, Code, answer, beyond_memory, serve
from extraction.model import Source
from extraction.models import use_person_model


class Keeper:
    """Holds at most one worker and codes one page at a time."""

    def __init__(self, above: Connection, code: Code, limits: Limits) -> None:
        self.above = above
        self.code = code
        self.limits = limits
        self._pid = 0
        self._below: Connection | None = None
        self._pages = 0

    def run(self) -> None:
        """Answer until the command hangs up or dies; its worker never outlives this."""
        try:
            while True:
                self.above.send_bytes(self._one(self.above.recv_bytes()))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return
        finally:
            self._end()

    def _one(self, page: bytes) -> bytes:
        below = self._below or self._fork()
        self._pages += 1
        deadline = time.monotonic() + self.limits.seconds
        try:
            below.send_bytes(page)
        except (BrokenPipeError, ConnectionResetError):
            return encode(NoArticle(self._why(deadline), broken=True))
        ready = wait([below, self.above], self.limits.seconds)
        if self.above in ready and below not in ready:  # no page is sent before the last was answered: the command is gone
            raise EOFError
        if not ready:
            self._end()
            return encode(NoArticle(f"pengurai melewati {self.limits.seconds:g} detik", broken=True))
        try:
            told = below.recv_bytes()
        except (EOFError, ConnectionResetError):
            return encode(NoArticle(self._why(deadline), broken=True))
        if self._pages >= self.limits.pages or getattr(decode_answer.decode(told), "broken", False):
            self._end()
        return told

    def _fork(self) -> Connection:
        ours, theirs = Pipe()
        pid = os.fork()
        if pid == 0:
            ours.close()
            self.above.close()
            _serve_and_exit(theirs, self.code, self.limits)
        theirs.close()
        self._pid, self._below, self._pages = pid, ours, 0
        return ours

    def _end(self, number: int = signal.SIGKILL) -> int:
        """End the worker; its wait status."""
        if self._below is None:
            return 0
        self._below.close()
        self._below = None
        os.kill(self._pid, number)
        return os.waitpid(self._pid, 0)[1]

    def _why(self, deadline: float) -> str:
        """What a worker died of that ended by itself."""
        status = self._end(signal.SIGCONT)
        ended = -os.waitstatus_to_exitcode(status)
        if ended == -NO_MEMORY:
            return beyond_memory(self.limits)
        if ended == signal.SIGXCPU or time.monotonic() > deadline:
            return f"pengurai melewati {self.limits.seconds:g} detik"
        if ended == signal.SIGKILL:
            return "pengurai dihentikan oleh sistem (mungkin kehabisan memori)"
        return f"pengurai berhenti sendiri ({signal.Signals(ended).name})" if ended > 0 else f"pengurai berhenti sendiri (kode {-ended})"


def _serve_and_exit(connection: Connection, code: Code, limits: Limits) -> NoReturn:
    """The forked process's whole life: whatever happens in it, it never returns into the keeper's own work."""
    status = 1
    try:
        serve(connection, code, limits)
        status = 0
    except MemoryError:
        status = NO_MEMORY
    finally:
        os._exit(status)


def main(arguments: list[str]) -> None:
    """Load, say that all is ready, and keep."""
    descriptor, function, model, limits = arguments
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    above = Connection(int(descriptor))
    use_person_model(model)
    code: Code = pkgutil.resolve_name(function)
    bounds = msgspec.json.decode(limits, type=Limits)
    _warm(code, bounds)
    above.send_bytes(READY)
    Keeper(above, code, bounds).run()


def _warm(code: Code, limits: Limits) -> None:
    """Code an invented page once, so that every worker is born with the tables loaded, and shares their memory."""
    body = (Path(__file__).parent / "warm.html").read_bytes()
    answer(encode(Source(body, "text/html", "warm", datetime.now(UTC))), code, limits)
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    main(sys.argv[1:])
