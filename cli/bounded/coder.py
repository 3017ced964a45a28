"""The command's end: sends pages to the keeper and takes what they became."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from multiprocessing.connection import Connection, Pipe
from pathlib import Path

import msgspec

from cli.bounded.messages import READY, Answer, Limits, NoArticle, decode_answer, encode
from cli.exits import Stop
from extraction.model import Source
from extraction.models import chosen_person_model

ROOT = Path(__file__).resolve().parents[2]
CODE = "extraction.worker:code"
# Numeric libraries start threads when they are loaded; a process with threads can't be forked safely, and one page needs one core.
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Coder:
    """Codes pages in a bounded process, started when first used. `function` is what is bounded ("module:callable").

    The next page is sent before the last one's record is handed on, so the store works while the worker codes.
    """

    def __init__(self, function: str = CODE, limits: Limits | None = None, person_model: str | None = None) -> None:
        self.function = function
        self.limits = limits or Limits()
        self.person_model = person_model or chosen_person_model()
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper: Connection | None = None
        self._ready = False
        self._awaited = False

    def start(self) -> None:
        """Start loading, without waiting for it."""
        if self._process is not None:
            return
        ours, theirs = Pipe()
        path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
        arguments = [str(theirs.fileno()), self.function, self.person_model, msgspec.json.encode(self.limits).decode()]
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-P", "-m", "cli.bounded.keeper", *arguments],
            stdin=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            env={**os.environ, **ONE_THREAD, "PYTHONPATH": path},
            start_new_session=True,  # Ctrl-C reaches it through us alone
        )
        theirs.close()
        self._keeper, self._ready = ours, False

    def run(self, sources: Iterable[Source]) -> Iterator[tuple[Source, Answer]]:
        """Each source with what became of it, in their order. One run at a time.

        Raises Stop where the process can't be started.
        """
        if self._awaited:  # an earlier run was left early; its answer would be taken for another page's
            self.close()
        self.start()  # it loads while the first page is read
        last: Source | None = None
        for source in sources:
            told = (last, self._receive()) if last is not None else None
            self._send(source)
            last = source
            if told:
                yield told
        if last is not None:
            yield last, self._receive()

    def close(self) -> None:
        """End the process and its worker, whatever they do; they hold nothing that could be lost."""
        process, self._process, self._awaited = self._process, None, False
        if self._keeper is not None:
            self._keeper.close()
            self._keeper = None
        if process is not None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _send(self, source: Source) -> None:
        self.start()
        assert self._keeper
        self._awaited = True
        with suppress(BrokenPipeError, ConnectionResetError):  # that it is gone is found when its answer is awaited
            self._keeper.send_bytes(encode(source))

    def _receive(self) -> Answer:
        assert self._keeper
        try:
            if not self._ready:
                self._ready = self._keeper.recv_bytes() == READY
            told = self._keeper.recv_bytes()
        except (EOFError, ConnectionResetError) as error:
            ready = self._ready
            self.close()
            if not ready:
                raise Stop("proses pengurai tidak dapat dimulai; alasannya tercetak di atas") from error
            return NoArticle("proses pengurai mati; mungkin dihentikan oleh sistem", broken=True)
        self._awaited = False
        return decode_answer.decode(told)


@lru_cache(maxsize=1)
def _shared(person_model: str) -> Coder:
    coder = Coder(person_model=person_model)
    atexit.register(coder.close)
    return coder


def shared_coder() -> Coder:
    """The coder of this process, kept for its life: loading takes seconds."""
    return _shared(chosen_person_model())
