"""Code that misbehaves as a page tells it to, and codes every other page as ever: the function that the tests let be bounded."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

from extraction.model import CodedArticle, Source
from extraction.worker import NotAnArticle
from extraction.worker import code as code_page

KEEP: list[bytearray] = []


def hang(source: Source) -> None:
    while True:
        pass


def deaf(source: Source) -> None:
    for number in (signal.SIGTERM, signal.SIGXCPU):
        signal.signal(number, signal.SIG_IGN)
    hang(source)


def allocate(source: Source) -> None:
    while True:
        KEEP.append(bytearray(100_000_000))


def fault(source: Source) -> None:
    raise ValueError("a fault of ours")


def recurse(source: Source) -> None:
    recurse(source)


def tell(source: Source) -> None:
    raise NotAnArticle(f"coded by {os.getpid()}")


def keeper(source: Source) -> None:
    os.kill(os.getppid(), signal.SIGKILL)
    hang(source)


TRICKS: dict[str, Callable[[Source], object]] = {
    "hang": hang,
    "sleep": lambda _: time.sleep(3600),
    "deaf": deaf,
    "allocate": allocate,
    "segfault": lambda _: os.kill(os.getpid(), signal.SIGSEGV),
    "exit": lambda _: os._exit(3),
    "killed": lambda _: os.kill(os.getpid(), signal.SIGKILL),
    "fault": fault,
    "recurse": recurse,
    "pid": tell,
    "keeper": keeper,
}


def code(source: Source) -> CodedArticle:
    """What the page's first word asks for, then the real coding."""
    trick = TRICKS.get(source.body[:20].decode("ascii", "replace").split("\n")[0])
    if trick:
        trick(source)
    return code_page(source)
