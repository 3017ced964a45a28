"""A rebuilt store takes the place of the one in use: two folders side by side, changed by renaming."""

from __future__ import annotations

import shutil
from pathlib import Path

from index.store import StoreUnreachable


def _beside(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.new")


def _before(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.old")


def fresh_beside(folder: Path) -> Path:
    """The folder of a store beside, without what a rebuild that was stopped left in it.

    Raises StoreUnreachable where it can't be removed.
    """
    return _removed(_beside(folder))


def settled_place(folder: Path) -> Path:
    """The folder itself; where a crash fell between the two renamings, the store of before stands there again."""
    before = _before(folder)
    if before.exists() and not folder.exists():
        before.rename(folder)
    return folder


def take_place(fresh: Path, folder: Path) -> None:
    """Put a closed store's folder where the one in use stands. Readers that hold files of the old one may read on in them.

    Raises StoreUnreachable where the file system refuses.
    """
    before = _removed(_before(folder))
    try:
        if folder.exists():
            folder.rename(before)
        fresh.rename(folder)
    except OSError as error:
        settled_place(folder)
        raise StoreUnreachable(f"Folder {folder} tidak dapat diganti ({error}); periksa izinnya") from error
    _removed(before)


def _removed(folder: Path) -> Path:
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise StoreUnreachable(f"Folder {folder} tidak dapat dihapus ({error}); periksa izinnya") from error
    return folder
