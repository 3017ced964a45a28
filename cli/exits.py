"""Exit codes, documented in `netra --help`, and the one exception that ends a command with a line."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Codes after sysexits.h where one fits."""

    OK = 0
    FAILED = 1
    USAGE = 2
    UNAVAILABLE = 69
    INTERRUPTED = 130

    @property
    def meaning(self) -> str:
        """In Indonesian, for the help page."""
        return {
            0: "berhasil",
            1: "ada yang gagal",
            2: "argumen atau pengaturan salah",
            69: "layanan atau paket tak terjangkau",
            130: "dihentikan",
        }[self.value]


class Stop(Exception):
    """Ends the command with one line on stderr that says what to do, and this exit code."""

    def __init__(self, message: str, code: Exit = Exit.FAILED) -> None:
        super().__init__(message)
        self.code = code
