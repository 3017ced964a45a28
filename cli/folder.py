"""The data folder: where archive, records, index, ledger and frontier lie, and whether it holds fiction.

A folder is stamped when it is first used; a demo folder and a real one are never mixed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from cli.exits import Exit, Stop

STAMP = "netra.json"
FORMAT = 1  # raised when a folder of an older Netra can no longer be read as it is


@dataclass(frozen=True)
class DataFolder:
    """Paths inside the data folder."""

    root: Path
    fiction: bool

    @property
    def archive(self) -> Path:
        """WARC files: the truth about the web and about what came in by hand."""
        return self.root / "archive"

    @property
    def index(self) -> Path:
        """Records and search index of the embedded store (index/open.py); can be rebuilt."""
        return self.root / "index"

    @property
    def ledger(self) -> Path:
        """Append-only: minted ids and human decisions."""
        return self.root / "ledger"

    @property
    def containers(self) -> Path:
        """How each page's article was found (cli/containers.py); beside the ledger, because a rebuild needs it too."""
        return self.ledger / "containers.sqlite"

    def mark(self, store: str) -> Path:
        """How far the archive was coded into a store; lies with what it speaks of, so that a rebuild begins anew."""
        return self.index / "coded.json" if store == "embedded" else self.root / f"coded-{store}.json"

    @property
    def frontier(self) -> Path:
        """The crawler's address book (SQLite)."""
        return self.root / "frontier.sqlite"


def open_folder(root: Path, *, fiction: bool = False, create: bool = True) -> DataFolder:
    """Open (and stamp on first use) a data folder for writing.

    Raises Stop where it can't be written, is of another format, or is a demo folder while real data is meant (or the reverse).
    """
    stamp = root / STAMP
    if not stamp.exists():
        if not create:
            raise Stop(f"folder data {root} belum ada. Isi dahulu dengan ./netra ingest atau ./netra crawl, atau coba ./netra demo")
        _write_stamp(stamp, fiction)
    known = _read_stamp(stamp)
    if known != fiction:
        kind, wanted = ("contoh (fiksi)", "nyata") if known else ("nyata", "contoh (fiksi)")
        raise Stop(f"folder {root} berisi data {kind}; perintah ini untuk data {wanted}. Pilih folder lain dengan NETRA_DATA", Exit.USAGE)
    return DataFolder(root, fiction)


def read_folder(root: Path) -> DataFolder:
    """Open an existing folder for reading, fiction or not. Raises Stop where there is none."""
    stamp = root / STAMP
    if not stamp.exists():
        raise Stop(f"folder data {root} belum ada. Isi dahulu dengan ./netra ingest atau ./netra crawl, atau coba ./netra demo")
    return DataFolder(root, _read_stamp(stamp))


def _write_stamp(stamp: Path, fiction: bool) -> None:
    try:
        stamp.parent.mkdir(parents=True, exist_ok=True)
        if any(stamp.parent.iterdir()):
            raise Stop(f"folder {stamp.parent} tidak kosong dan bukan folder data Netra. Pilih folder lain dengan NETRA_DATA", Exit.USAGE)
        stamp.write_text(json.dumps({"format": FORMAT, "fiction": fiction}) + "\n", encoding="utf-8")
    except OSError as error:
        raise Stop(f"folder data {stamp.parent} tidak dapat ditulis: {error.strerror}") from error


def _read_stamp(stamp: Path) -> bool:
    try:
        content = json.loads(stamp.read_text(encoding="utf-8"))
        fiction, version = bool(content["fiction"]), content["format"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Stop(f"{stamp} tidak dapat dibaca; pulihkan berkas itu atau pilih folder lain dengan NETRA_DATA") from error
    if version != FORMAT:
        raise Stop(f"folder {stamp.parent} dibuat oleh versi Netra lain (format {version}); jalankan versi itu atau pilih folder lain")
    return fiction
