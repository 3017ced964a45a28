"""`netra COMMAND …`: finds the command's module by name and runs it. Modules are imported only when called: the first line of
progress must not wait for spaCy."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from typing import NoReturn

from pydantic import ValidationError

from cli.exits import Exit, Stop
from cli.settings import Settings
from extraction.models import NotAPersonModel, use_person_model

# command -> (module, one line of help); the order is the order of the help page
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("cli.commands.demo", "merayapi dunia contoh (fiksi) dan menyajikannya"),
    "test": ("cli.commands.test", "menjalankan semua uji"),
    "crawl": ("cli.commands.crawl", "merayapi media terdaftar"),
    "ingest": ("cli.commands.ingest", "memasukkan berkas HTML, teks, JSONL, WARC atau folder"),
    "backfill": ("cli.commands.backfill", "memasukkan berkas WARC, WACZ atau ekspor WordPress yang besar"),
    "serve": ("cli.commands.serve", "menyajikan antarmuka"),
    "search": ("cli.commands.search", "mencari dari baris perintah"),
    "kliping": ("cli.commands.kliping", "menulis ringkasan pers (HTML siap cetak)"),
    "export": ("cli.commands.export", "mengekspor artikel, peristiwa, sebutan, tokoh atau kasus"),
    "rebuild": ("cli.commands.rebuild", "membangun ulang basis data dan indeks dari arsip"),
    "verify": ("cli.commands.verify", "membaca seluruh arsip dan memeriksa isinya"),
    "eval": ("cli.commands.evaluate", "mengukur mutu pengodean terhadap gold"),
    "explain": ("cli.commands.explain", "menerangkan dari mana nilai sebuah artikel terbaca"),
    "bench": ("cli.commands.bench", "mengukur kecepatan tiap tahap di satu inti"),
    "outlet": ("cli.commands.outlet", "mendaftar, menambah, memeriksa media, dan kesehatannya"),
    "schema": ("cli.commands.schema", "mencetak JSON Schema catatan"),
    "settings": ("cli.commands.settings", "mencetak semua pengaturan"),
}


class Parser(argparse.ArgumentParser):
    """An argument parser whose mistakes are one line that says where help stands."""

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: argumen salah ({message}). Bantuan: {self.prog} --help", file=sys.stderr)
        raise SystemExit(Exit.USAGE)


def overview() -> str:
    """The page that `netra --help` prints."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:{width}}  {text}" for name, (_, text) in COMMANDS.items()]
    return "\n".join(
        [
            "Netra membaca berita daerah Indonesia dan mencatat netralitas aparatur negara dalam pemilu.",
            "",
            "Pemakaian: ./netra PERINTAH [--help]",
            "",
            *lines,
            "",
            "Kode keluar: " + ", ".join(f"{code.value} {code.meaning}" for code in Exit),
        ]
    )


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and exit with its code."""
    raise SystemExit(main(sys.argv[1:] if arguments is None else list(arguments)))


def main(arguments: list[str]) -> int:
    """Run one command; its exit code. Every expected failure is one line on stderr."""
    name = arguments[0] if arguments else ""
    if name in ("", "-h", "--help", "help"):
        print(overview())
        return Exit.OK if name else Exit.USAGE
    if name not in COMMANDS:
        print(f"netra: perintah '{name}' tidak dikenal. Daftar perintah: ./netra --help", file=sys.stderr)
        return Exit.USAGE
    try:
        return _dispatch(name, arguments[1:])
    except Stop as stop:
        print(f"netra: {stop}", file=sys.stderr)
        return stop.code
    except KeyboardInterrupt:
        print("netra: dihentikan; yang sudah selesai tersimpan. Jalankan lagi untuk melanjutkan.", file=sys.stderr)
        return Exit.INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return Exit.OK


LONG = frozenset({"demo", "crawl", "ingest", "backfill", "rebuild", "eval", "serve"})  # their modules load spaCy: say so first


def _dispatch(name: str, arguments: list[str]) -> int:
    module_name, text = COMMANDS[name]
    if name in LONG and not {"--json", "-h", "--help"} & set(arguments):
        print(f"netra {name}: memuat", file=sys.stderr, flush=True)
    module = importlib.import_module(module_name)
    parser = Parser(prog=f"netra {name}", description=module.__doc__ or text, formatter_class=argparse.RawDescriptionHelpFormatter)
    module.configure(parser)
    options, rest = parser.parse_known_args(arguments)
    options.rest = rest
    if rest and not getattr(module, "PASSES_ON", False):
        parser.error(f"tidak dikenal: {' '.join(rest)}")
    try:
        settings = Settings()
    except ValidationError as error:
        first = error.errors()[0]
        raise Stop(f"pengaturan NETRA_{str(first['loc'][0]).upper()} salah: {first['msg']}", Exit.USAGE) from error
    try:
        use_person_model(settings.person_model)
    except NotAPersonModel as error:
        raise Stop(f"pengaturan NETRA_PERSON_MODEL salah: {error}", Exit.USAGE) from error
    code: int = module.run(options, settings)
    return code
