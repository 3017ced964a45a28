"""Dunia contoh (fiksi): menyajikan 12 media rekaan di mesin ini, merayapinya, mengodekan, dan menyajikan antarmuka.

Data contoh ada di foldernya sendiri (data-demo) dan tidak pernah bercampur dengan data nyata. Berhenti dengan Ctrl-C.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from cli.crawling import crawl_outlets, load_coding
from cli.exits import Exit
from cli.folder import DataFolder, open_folder
from cli.progress import say
from cli.settings import Settings

DEMO_DATA = Path("data-demo")
DEMO_DELAY = 0.0  # seconds: our own server on loopback
EDITIONS = (1, 2)  # the second shows an article that was updated


def configure(parser: argparse.ArgumentParser) -> None:
    """The port, and whether to serve at all."""
    parser.add_argument("--port", type=int, metavar="N", help="porta antarmuka (bawaan: NETRA_PORT)")
    parser.add_argument("--no-serve", action="store_true", help="hanya merayapi dan mengodekan")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Build the demo folder and serve it."""
    from cli.commands.serve import listen, serve  # noqa: PLC0415  (the interface is loaded after the first line of progress)

    data = settings.data if "data" in settings.model_fields_set else DEMO_DATA
    folder = open_folder(data, fiction=True)
    listener = None if options.no_serve else listen(settings.host, options.port or settings.port)
    build(folder, settings, quiet=False)
    if listener:
        serve(folder, settings, listener)
    return Exit.OK


def build(folder: DataFolder, settings: Settings, *, quiet: bool = True) -> None:
    """Serve the world, crawl both of its editions, and code what came.

    Raises Stop where a step can't be done, KeyboardInterrupt where a crawl was interrupted (it ends cleanly, and would be gone on from).
    """
    from crawler.registry import Registry  # noqa: PLC0415
    from demo.server import serving  # noqa: PLC0415
    from demo.world import REGISTRY  # noqa: PLC0415

    outlets = list(Registry.load(REGISTRY))
    with serving() as world:
        for number in EDITIONS:
            world.show(number)
            say(f"merayapi {len(outlets)} media rekaan, edisi {number} dari {len(EDITIONS)}", quiet)
            report = crawl_outlets(outlets, folder, settings, resolve=world.resolve(), delay=DEMO_DELAY, recheck=number > 1, quiet=quiet)
            say(f"  {report.archived} halaman diarsipkan dari {report.requests} permintaan", quiet)
            if report.stopped:
                raise KeyboardInterrupt
    load_coding().join()
    from cli.coding import code_archive  # noqa: PLC0415  (loaded during the crawl)

    coded = code_archive(folder, settings, quiet=quiet)
    say(f"{coded.new} artikel baru, {coded.new_versions} versi baru, {coded.relevant} tentang netralitas", quiet)
