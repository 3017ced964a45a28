"""Media terdaftar: daftar, tambah, periksa, dan kesehatannya.

Contoh: ./netra outlet list --province 33
        ./netra outlet add https://kabarsungai.example --home 16.71 --write   (merancang berkas media dari situsnya)
        ./netra outlet check bacaini.id --write             (menguji cara menemukan artikel dan polanya; mencatat hasilnya)
        ./netra outlet health --html kesehatan.html         (yang diberikan tiap media per hari, dan perubahannya)
Keadaan media (unverified, stable, investigating, quarantined) ada di berkasnya; yang quarantined tidak dirayapi kecuali disebut namanya.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from cli.exits import Exit, Stop
from cli.files import whole_file
from cli.folder import open_folder
from cli.health.report import page, rows_of, table
from cli.outlets import registry
from cli.progress import say
from cli.settings import Settings
from crawler.crawl import CrawlProblem
from crawler.frontier import Frontier
from crawler.health import health
from crawler.registry import RegistryProblem, toml_of


def configure(parser: argparse.ArgumentParser) -> None:
    """What to do with which outlets."""
    parser.add_argument(
        "action", choices=("list", "add", "check", "health"), nargs="?", default="list", help="list, add, check atau health"
    )
    parser.add_argument("outlets", nargs="*", metavar="MEDIA", help="id atau domain media; untuk add: alamat situs")
    parser.add_argument("--province", metavar="KODE", help="hanya provinsi ini (kode Kemendagri, misalnya 33)")
    parser.add_argument("--name", default="", help="nama media baru (bawaan: yang disebut situsnya)")
    parser.add_argument("--home", metavar="KODE", help="wilayah asal media baru (kode Kemendagri, misalnya 33.74; 00: nasional)")
    parser.add_argument("--write", action="store_true", help="add: tulis berkas media; check: tulis hasilnya ke berkas media")
    parser.add_argument("--html", type=Path, metavar="BERKAS", help="health: tulis halaman HTML")
    parser.add_argument("--json", action="store_true", help="cetak sebagai JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Dispatch. Raises Stop where an outlet is not known or its site can't be looked at."""
    actions = {"list": _list, "add": _add, "check": _check, "health": _health}
    try:
        return actions[options.action](options, settings)
    except (CrawlProblem, RegistryProblem) as problem:
        raise Stop(str(problem), Exit.FAILED) from problem


def _list(options: argparse.Namespace, settings: Settings) -> int:
    entries = [e for e in registry(settings) if options.province in (None, e.province)]
    if options.json:
        rows = [{"id": e.id, "name": e.name, "province": e.province, "home": e.home, "cms": e.cms, "state": e.state.value} for e in entries]
        print(json.dumps(rows, ensure_ascii=False))
        return Exit.OK
    for entry in entries:
        print(f"{entry.id:40} {entry.name:40} {entry.home or entry.province:7} {entry.cms:10} {entry.state.value}")
    states = Counter(e.state.value for e in entries)
    print(f"{len(entries)} media: " + ", ".join(f"{count} {state}" for state, count in states.most_common()))
    return Exit.OK


def _add(options: argparse.Namespace, settings: Settings) -> int:
    if len(options.outlets) != 1 or not options.home:
        raise Stop("tulis satu alamat situs dan --home KODE (wilayah asalnya, misalnya --home 33.74)", Exit.USAGE)
    from cli.sites import add_entry, drafted, host_of_site  # noqa: PLC0415  (`outlet list` needs nothing that reads pages)

    text = options.outlets[0]
    site = urlsplit(text if "//" in text else f"https://{text}")
    host = host_of_site(site)
    if registry(settings).get(host):
        raise Stop(f"{host} sudah terdaftar", Exit.USAGE)
    say(f"melihat {host} (beberapa permintaan, {settings.delay:.0f} detik jaraknya)", options.json)
    with tempfile.TemporaryDirectory(prefix="netra-outlet-") as folder:
        entry, seen = drafted(site, options.name, options.home, Path(folder), settings)
    if seen.unreachable:
        raise Stop(f"{host} tidak dapat dihubungi ({seen.unreachable}). Periksa alamat dan sambungan internet", Exit.UNAVAILABLE)
    print(json.dumps(msgspec.to_builtins(entry), ensure_ascii=False) if options.json else toml_of(entry), end="\n" if options.json else "")
    for way, outcome in seen.ways.items():
        say(f"  {way}: {outcome}", options.json)
    if not seen.fetched:
        raise Stop("tidak ada artikel yang dapat diambil; tidak ada yang ditulis", Exit.FAILED)
    say(
        f"ditulis: {add_entry(entry, seen, settings)}" if options.write else "belum ditulis: periksa, lalu ulangi dengan --write",
        options.json,
    )
    return Exit.OK


def _check(options: argparse.Namespace, settings: Settings) -> int:
    known = registry(settings)
    unknown = [name for name in options.outlets if known.get(name) is None]
    if unknown or not options.outlets:
        raise Stop(f"media tidak terdaftar: {', '.join(unknown)}" if unknown else "sebut media yang diperiksa", Exit.USAGE)
    from cli.sites import judged  # noqa: PLC0415

    results = {}
    for entry in (found for name in options.outlets if (found := known.get(name))):
        say(f"memeriksa {entry.id} ({settings.delay:.0f} detik antara dua permintaan)", options.json)
        seen = results[entry.id] = judged(entry, settings, write=options.write)
        if options.json:
            continue
        if seen.unreachable:
            print(f"{entry.id}: tidak dapat dihubungi ({seen.unreachable}); tidak dinilai. Periksa sambungan internet")
            continue
        print(f"{entry.id}: {'lulus' if seen.ok else 'tidak lulus'}")
        print(
            "".join(f"  {way}: {outcome}\n" for way, outcome in seen.ways.items()), *(f"  ! {p}\n" for p in seen.problems), sep="", end=""
        )
    if options.json:
        print(json.dumps(msgspec.to_builtins(results), ensure_ascii=False))
    if any(seen.unreachable for seen in results.values()):
        return Exit.UNAVAILABLE
    return Exit.OK if all(seen.ok for seen in results.values()) else Exit.FAILED


def _health(options: argparse.Namespace, settings: Settings) -> int:
    folder = open_folder(settings.data, create=False)
    today = datetime.now(UTC).date()
    with Frontier(folder.frontier) as frontier:
        found = health(frontier, today)
    rows = rows_of((e for e in registry(settings) if options.province in (None, e.province)), found)
    if options.html:
        with whole_file(options.html) as out:
            out.write(page(rows, today))
        say(f"ditulis: {options.html}", options.json)
    if options.json:
        print(json.dumps([msgspec.to_builtins(row) for row in rows if row.health], ensure_ascii=False))
    elif not options.html:
        print(table(rows))
    return Exit.OK
