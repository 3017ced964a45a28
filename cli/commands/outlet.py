"""Media terdaftar: daftar, tambah, periksa, dan kesehatannya.

Contoh: ./netra outlet list --province 33
        ./netra outlet add https://kabarsungai.example --name "Kabar Sungai" --home 16.71   (merancang berkas media dari situsnya)
        ./netra outlet check bacaini.id                     (menguji cara menemukan artikel dan polanya)
        ./netra outlet health                               (yang diberikan tiap media per hari, dan perubahannya)
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
from cli.folder import open_folder
from cli.progress import say
from cli.settings import Settings
from crawler.crawl import CrawlProblem
from crawler.frontier import Frontier
from crawler.health import BEFORE_DAYS, RECENT_DAYS, health
from crawler.probe import check, draft
from crawler.registry import OUTLETS, Entry, Registry, RegistryProblem, State, add_golden, toml_of, write_entry

_GOLDEN = 2  # articles of a new outlet that become golden cases


def configure(parser: argparse.ArgumentParser) -> None:
    """What to do with which outlets."""
    parser.add_argument(
        "action", choices=("list", "add", "check", "health"), nargs="?", default="list", help="list, add, check atau health"
    )
    parser.add_argument("outlets", nargs="*", metavar="MEDIA", help="id atau domain media; untuk add: alamat situs")
    parser.add_argument("--province", metavar="KODE", help="hanya provinsi ini (kode Kemendagri, misalnya 33)")
    parser.add_argument("--name", help="nama media baru")
    parser.add_argument("--home", metavar="KODE", help="wilayah asal media baru (kode Kemendagri, misalnya 33.74)")
    parser.add_argument("--write", action="store_true", help="add: tulis berkas media ke crawler/outlets")
    parser.add_argument("--json", action="store_true", help="cetak sebagai JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Dispatch. Raises Stop where an outlet is not known or its site can't be looked at."""
    actions = {"list": _list, "add": _add, "check": _check, "health": _health}
    try:
        return actions[options.action](options, settings)
    except (CrawlProblem, RegistryProblem) as problem:
        raise Stop(str(problem), Exit.FAILED) from problem


def _list(options: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001
    entries = [e for e in Registry.load() if options.province in (None, e.province)]
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
    if len(options.outlets) != 1 or not options.name or not options.home:
        raise Stop("tulis satu alamat situs, --name dan --home", Exit.USAGE)
    site = urlsplit(options.outlets[0] if "//" in options.outlets[0] else f"https://{options.outlets[0]}")
    host = (site.hostname or "").removeprefix("www.")
    if Registry.load().get(host):
        raise Stop(f"{host} sudah terdaftar", Exit.USAGE)
    say(f"melihat {host} (beberapa permintaan, {settings.delay:.0f} detik jaraknya)", options.json)
    with tempfile.TemporaryDirectory(prefix="netra-outlet-") as folder:
        scheme = site.scheme if site.scheme in ("http", "https") else "https"
        entry, seen = draft(host, options.name, options.home, Path(folder), scheme=scheme, contact=settings.contact, delay=settings.delay)
    entry = msgspec.structs.replace(entry, state=State("unverified", datetime.now(UTC).date()))
    print(toml_of(entry), end="")
    for way, outcome in seen.ways.items():
        say(f"  {way}: {outcome}", options.json)
    if not seen.fetched:
        raise Stop("tidak ada artikel yang dapat diambil; tidak ada yang ditulis", Exit.FAILED)
    if options.write:
        path = write_entry(entry, _folder_of(entry))
        add_golden(OUTLETS, entry, [_path(url) for url in seen.fetched[:_GOLDEN]])
        say(f"ditulis: {path}", options.json)
    return Exit.OK


def _check(options: argparse.Namespace, settings: Settings) -> int:
    registry = Registry.load()
    unknown = [name for name in options.outlets if registry.get(name) is None]
    if unknown or not options.outlets:
        raise Stop(f"media tidak terdaftar: {', '.join(unknown)}" if unknown else "sebut media yang diperiksa", Exit.USAGE)
    failed = 0
    results = {}
    for entry in (found for name in options.outlets if (found := registry.get(name))):
        with tempfile.TemporaryDirectory(prefix="netra-outlet-") as folder:
            seen = check(entry, Path(folder), contact=settings.contact, delay=settings.delay)
        failed += not seen.ok
        results[entry.id] = msgspec.to_builtins(seen)
        if not options.json:
            print(f"{entry.id}: {'lulus' if seen.ok else 'tidak lulus'}")
            for way, outcome in seen.ways.items():
                print(f"  {way}: {outcome}")
            for problem in seen.problems:
                print(f"  ! {problem}")
    if options.json:
        print(json.dumps(results, ensure_ascii=False))
    return Exit.FAILED if failed else Exit.OK


def _health(options: argparse.Namespace, settings: Settings) -> int:
    folder = open_folder(settings.data, create=False)
    with Frontier(folder.frontier) as frontier:
        found = health(frontier, datetime.now(UTC).date())
    states = {entry.id: entry.state.value for entry in Registry.load()}
    if options.json:
        print(json.dumps([msgspec.to_builtins(h) for h in found], ensure_ascii=False))
        return Exit.OK
    print(f"{'media':40} {'keadaan':13} halaman baru per hari ({BEFORE_DAYS} hari, lalu {RECENT_DAYS} terakhir)")
    for h in found:
        days = " ".join(str(n) for n in h.new[:-RECENT_DAYS]) + " | " + " ".join(str(n) for n in h.new[-RECENT_DAYS:])
        print(f"{h.outlet:40} {states.get(h.outlet, '-'):13} {days}")
        for alert in h.alerts:
            print(f"{'':40} ! {alert}")
    print(f"{len(found)} media dirayapi, {sum(bool(h.alerts) for h in found)} dengan peringatan")
    return Exit.OK


def _folder_of(entry: Entry) -> Path:
    """The folder that holds the outlets of the same province."""
    for path in sorted(OUTLETS.glob("*/*.toml")):
        if msgspec.toml.decode(path.read_bytes(), type=Entry).province == entry.province:
            return path.parent
    raise RegistryProblem(f"tidak ada provinsi {entry.province}")


def _path(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
