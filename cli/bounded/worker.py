"""The worker: codes one page after another under the limits that the operating system holds it to."""

from __future__ import annotations

import math
import resource
import signal
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from cli.bounded.messages import Answer, Coded, Limits, NoArticle, decode_source, encode
from extraction.model import CodedArticle, Source
from extraction.worker import NotAnArticle

Code = Callable[[Source], CodedArticle]
NO_MEMORY = 12  # exit code of a worker whose messages don't fit into its memory (ENOMEM)
SPARE_SECONDS = 2  # of processor time beyond the limit: the keeper stops a page by the clock first, this holds where the keeper is gone


def serve(connection: Connection, code: Code, limits: Limits) -> None:
    """Answer pages until the keeper hangs up or an answer is `broken`.

    Raises MemoryError where not even the message to or from the keeper fits into the limit.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit(resource.RLIMIT_CORE, 0)
    mapped = address_space()
    if mapped is not None:
        _limit(resource.RLIMIT_AS, mapped + (limits.megabytes << 20))
    while True:
        try:
            page = connection.recv_bytes()
        except EOFError:
            return
        _limit(resource.RLIMIT_CPU, math.ceil(_processor_seconds() + limits.seconds) + SPARE_SECONDS)
        told = answer(page, code, limits)
        connection.send_bytes(encode(told))
        if isinstance(told, NoArticle) and told.broken:
            return


def answer(page: bytes, code: Code, limits: Limits) -> Answer:
    """What becomes of one page."""
    try:
        return Coded(code(decode_source(page)))
    except NotAnArticle as refusal:
        return NoArticle(str(refusal))
    except MemoryError:
        return NoArticle(beyond_memory(limits), broken=True)
    except Exception as error:  # noqa: BLE001  (a fault of ours on one page must not cost the run; it is told, with its place)
        traceback.print_exc()
        return NoArticle(f"kesalahan program: {type(error).__name__} di {_place(error)}", broken=True)


def beyond_memory(limits: Limits) -> str:
    """The reason of a page that asks for more memory than it may have."""
    return f"pengurai melewati batas memori ({limits.megabytes} MB)"


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"


def _limit(kind: int, soft: int) -> None:
    """Lower the soft limit (a hard one could not be raised again for the next page)."""
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def address_space() -> int | None:
    """Bytes of address space that this process has mapped; None where the system does not tell (no /proc): then only time is bounded."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    except FileNotFoundError:
        return None
