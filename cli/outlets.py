"""The registered outlets as the settings have them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cli.exits import Exit, Stop
from cli.settings import Settings
from crawler.registry import OUTLETS, Entry, Registry, RegistryProblem
from crawler.sharding import outlets_of_shard, read_shard

_RESOLVE = re.compile(r"([a-z0-9.-]+)=(\[[0-9a-f:]+\]|[0-9.]+):(\d{1,5})")


def registry(settings: Settings) -> Registry:
    """The outlets that Netra carries and those of the user's own folder. Raises Stop where one can't be used."""
    try:
        return Registry.load(OUTLETS, *([settings.outlets] if settings.outlets else []))
    except RegistryProblem as problem:
        raise Stop(f"daftar media: {problem}") from problem


def chosen_outlets(settings: Settings, names: Sequence[str], province: str | None, shard: str | None) -> list[Entry]:
    """The outlets that are named or lie in the province, or else all that are not quarantined; of these the given shard.

    Raises Stop where one is not known or the shard can't be read.
    """
    known = registry(settings)
    unknown = [name for name in names if known.get(name) is None]
    if unknown:
        raise Stop(f"media tidak terdaftar: {', '.join(unknown)}. Daftar: ./netra outlet list", Exit.USAGE)
    named = [entry for name in names if (entry := known.get(name))]
    inside = [entry for entry in known if entry.province == province] if province else []
    if province and not inside:
        raise Stop(f"tidak ada media terdaftar di provinsi {province} (kode Kemendagri dua angka, misalnya 33)", Exit.USAGE)
    others = inside if names or province else list(known)
    chosen = {entry.id: entry for entry in named + [entry for entry in others if entry.state.value != "quarantined"]}
    try:
        return outlets_of_shard(chosen.values(), known, *read_shard(shard)) if shard else list(chosen.values())
    except ValueError as error:
        raise Stop(str(error), Exit.USAGE) from error


def resolved(settings: Settings) -> dict[str, tuple[str, int]]:
    """Hosts that are to be found at another address, with that and its port. Raises Stop where the setting can't be read."""
    found = {}
    for piece in filter(None, (piece.strip() for piece in settings.resolve.split(","))):
        match = _RESOLVE.fullmatch(piece)
        if not match:
            raise Stop(f"pengaturan NETRA_RESOLVE salah: {piece!r}; tulis host=alamat:porta", Exit.USAGE)
        found[match[1]] = (match[2].strip("[]"), int(match[3]))
    return found
