"""Menulis kliping: ringkasan pers HTML siap cetak untuk satu kurun waktu terbit dan, bila diberikan, satu wilayah.

Contoh: ./netra kliping --from 2024-11-01 --to 2024-11-02 --region 33
"""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from pathlib import Path

from cli.exits import Exit, Stop
from cli.files import whole_file
from cli.folder import read_folder
from cli.progress import say
from cli.settings import Settings
from cli.wiring import store_of
from search_ui.kliping import BadKliping, render_kliping


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' bukan tanggal: tulis 2024-11-01") from error


def configure(parser: argparse.ArgumentParser) -> None:
    """Period, region, file."""
    yesterday = date.today() - timedelta(days=1)
    parser.add_argument("--from", dest="since", type=_day, default=yesterday, metavar="TGL", help="sejak hari ini (bawaan: kemarin)")
    parser.add_argument("--to", dest="until", type=_day, metavar="TGL", help="sampai hari ini (bawaan: sama dengan --from)")
    parser.add_argument("--region", metavar="KODE", help="kode Kemendagri, misalnya 33 atau 33.16")
    parser.add_argument("--output", type=Path, metavar="BERKAS", help="berkas HTML (bawaan: kliping-TGL.html)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the file and say where it is."""
    until = options.until or options.since
    if until < options.since:
        raise Stop("--to lebih awal daripada --from", Exit.USAGE)
    folder = read_folder(settings.data)
    try:
        with store_of(folder, settings) as store:
            page = render_kliping(store, options.since.isoformat(), until.isoformat(), options.region, fiction=folder.fiction)
    except BadKliping as problem:
        raise Stop(str(problem), Exit.USAGE) from problem
    output = options.output or Path(f"kliping-{options.since}{'' if until == options.since else f'-{until}'}.html")
    with whole_file(output) as out:
        out.write(page)
    say(f"kliping ditulis ke {output}")
    return Exit.OK
