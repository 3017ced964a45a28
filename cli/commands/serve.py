"""Menyajikan antarmuka: halaman pencarian, artikel, peristiwa, wilayah, kasus, dan kliping.

Hanya untuk mesin ini (127.0.0.1) kecuali NETRA_HOST diubah. Berhenti dengan Ctrl-C.
"""

from __future__ import annotations

import argparse
import socket

import uvicorn

from cli.exits import Exit, Stop
from cli.folder import DataFolder, read_folder
from cli.progress import say
from cli.settings import Settings
from cli.wiring import store_of
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


def serve(folder: DataFolder, settings: Settings, listener: socket.socket) -> None:
    """Serve the folder's store on a listening socket until interrupted."""
    host, port = listener.getsockname()[:2]
    with store_of(folder, settings) as store:
        app = create_app(store, fiction=folder.fiction)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        say(f"antarmuka di http://{f'[{host}]' if ':' in host else host}:{port} (berhenti dengan Ctrl-C)")
        uvicorn.Server(config).run(sockets=[listener])
