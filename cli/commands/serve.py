"""Menyajikan antarmuka: halaman pencarian, artikel, peristiwa, wilayah, kasus, dan kliping.

Hanya untuk mesin ini (127.0.0.1) kecuali NETRA_HOST diubah. Berhenti dengan Ctrl-C.
"""

from __future__ import annotations

import argparse
import socket
import threading
from contextlib import ExitStack
from typing import Self

import uvicorn

from cli.exits import Exit, Stop
from cli.folder import DataFolder, read_folder
from cli.progress import say
from cli.settings import Settings
from cli.wiring import store_of
from index.store import Store
from search_ui.app import create_app


def configure(parser: argparse.ArgumentParser) -> None:
    """The port."""
    parser.add_argument("--port", type=int, metavar="N", help="porta (bawaan: NETRA_PORT)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Serve until interrupted."""
    port = options.port or settings.port
    listener = listen(settings.host, port)
    serve(read_folder(settings.data), settings, listener)
    return Exit.OK


def listen(host: str, port: int) -> socket.socket:
    """A listening socket, taken before any long work so that a taken port is told at once. Raises Stop."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise Stop(
            f"porta {port} di {host} tidak dapat dipakai ({error.strerror}); pilih yang lain: NETRA_PORT={port + 1}", Exit.UNAVAILABLE
        ) from error
    return listener


class StoreInUse:
    """Gives the folder's store, opened anew where a rebuilt one has taken its place. All stay open until the end: requests may read on."""

    def __init__(self, folder: DataFolder, settings: Settings) -> None:
        self.folder, self.settings = folder, settings
        self._opened = ExitStack()
        self._guard = threading.Lock()
        self._known: int | None = None

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def __call__(self) -> Store:
        """The store in use."""
        if self._place() != self._known:
            with self._guard:
                if self._place() != self._known:
                    self._open()
        return self._store

    def _open(self) -> None:
        self._known = self._place()  # before: a place that changes meanwhile is noticed with the next request
        self._store = self._opened.enter_context(store_of(self.folder, self.settings))

    def _place(self) -> int | None:
        """What tells one store's folder from another's; Elasticsearch changes its places behind the aliases itself."""
        try:
            return self.folder.index.stat().st_ino
        except FileNotFoundError:  # between two renamings
            return self._known


def serve(folder: DataFolder, settings: Settings, listener: socket.socket) -> None:
    """Serve the folder's store on a listening socket until interrupted."""
    host, port = listener.getsockname()[:2]
    with StoreInUse(folder, settings) as store:
        app = create_app(store, fiction=folder.fiction)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        say(f"antarmuka di http://{f'[{host}]' if ':' in host else host}:{port} (berhenti dengan Ctrl-C)")
        uvicorn.Server(config).run(sockets=[listener])
