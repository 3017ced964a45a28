"""Canonical names (codebook 8): long form, region of the gazetteer, printed place for police, courts and commands."""

from __future__ import annotations

from collections.abc import Callable

from extraction.agencies.context import Context
from extraction.agencies.printed import Printed, level_of
from extraction.model import Region, RegionLevel
from extraction.places.gazetteer import SMALL_LEVELS, gazetteer

Named = tuple[str | None, Region | None, str]
_EVERYWHERE = frozenset({"Sentra Gakkumdu", "Panwaslu", "KPU", "Bawaslu", "Satpol PP", "Baznas"})
_OPEN = "wilayah tidak dapat dipastikan"


def name_of(item: Printed, tell: Context) -> Named:
    """(canonical name or None, its region, reason)."""
    region = item.region.region if item.region else None
    return _NAMERS.get(item.entry.scope, _regional)(item, region, tell)


def _national(item: Printed, _region: Region | None, _tell: Context) -> Named:
    return item.entry.canonical, None, ""


def _kecamatan(item: Printed, region: Region | None, _tell: Context) -> Named:
    if region is None or region.level != RegionLevel.KECAMATAN:
        return None, None, _OPEN
    return f"{item.entry.canonical} {region.name}", region, ""


def _by_place(item: Printed, region: Region | None, tell: Context) -> Named:
    canonical = item.entry.canonical
    if not item.place:
        other = tell.listed_with(item)
        if other is not None and other.region and other.region.region:
            region = other.region.region
            return f"{canonical} {region.name.split(' ', 1)[1]}", region, "disebut bersama lembaga sewilayah"
        same = next((o for o in tell.items if o.entry.canonical == canonical and o.place), None)
        return (None, None, _OPEN) if same is None else _by_place(same, same.region.region if same.region else None, tell)
    if item.entry.scope == "unit":
        return f"{canonical} {_command(item, region, tell)}", region, ""
    place = item.place
    if region and item.region and item.region.reason.startswith(("abbreviation", "singkatan")):
        place = region.name.split(" ", 1)[1]
    elif region and place.lower() == region.name.split(" ", 1)[1].lower():
        place = region.name.split(" ", 1)[1]  # "Humbang hasundutan"
    return f"{canonical} {place}", region, ""


def _command(item: Printed, region: Region | None, tell: Context) -> str:
    """Number and place of a command; where only the place is printed, the number that another mention gives."""
    if item.place[:1].isdigit():
        return _unfold(item.place, tell) if region is None and "/" in item.place else item.place
    bare = region.name.split(" ", 1)[1] if region else item.place
    numbered = (_unfold(o.place, tell) for o in tell.items if o.entry.canonical == item.entry.canonical and "/" in o.place)
    return next((place for place in numbered if place.endswith(f"/{bare}")), item.place)


def _unfold(place: str, tell: Context) -> str:
    """A command's town printed short ("0725/Srg") is the main region whose name holds its letters in their order."""
    number, short = place.split("/", 1)
    for region in tell.mains:
        bare = region.name.split(" ", 1)[1]
        letters = iter(bare.lower())
        if len(short) < len(bare) and bare[:1].lower() == short[:1].lower() and all(letter in letters for letter in short.lower()):
            return f"{number}/{bare}"
    return place


def _enclosing(item: Printed, tell: Context) -> Region | None:
    """The region printed behind the bracket in which a short form stands: "Kantor Kementerian Agama (Kemenag) Kabupaten X"."""
    around = (o for o in tell.items if o is not item and o.start < item.start and item.end <= o.end)
    return next((o.region.region for o in around if o.region and o.entry.canonical == item.entry.canonical), None)


def _plain(item: Printed, region: Region | None, tell: Context) -> Named:
    region = region or _enclosing(item, tell)
    return (f"{item.entry.canonical} {region.name}" if region else item.entry.canonical), region, ""


def _ministry(item: Printed, region: Region | None, tell: Context) -> Named:
    region = region or _enclosing(item, tell)
    office = "Kantor Wilayah" if region and region.level == RegionLevel.PROVINSI else "Kantor"
    return (f"{office} {item.entry.canonical} {region.name}" if region else item.entry.canonical), region, ""


def _where_printed(item: Printed, region: Region | None, _tell: Context) -> Named:
    return (f"{item.entry.canonical} {region.name}", region, "") if region else (None, None, _OPEN)


def _branch(item: Printed, region: Region | None, tell: Context) -> Named:
    """A branch office keeps its printed places: "KCD Pendidikan Serang-Cilegon"."""
    rest = tell.reading.whole[item.end :].split(" ", 1)[0]
    place = item.place + (rest.rstrip(".,") if item.place and rest.startswith("-") else "")
    return (f"{item.entry.canonical} {place}", region, "") if place else (None, None, _OPEN)


def _hospital(item: Printed, region: Region | None, _tell: Context) -> Named:
    return (f"{item.entry.canonical} {item.place}", region, "") if item.place else (None, None, _OPEN)


def _council(item: Printed, region: Region | None, tell: Context) -> Named:
    region = region or tell.same(item) or tell.home(item, None)
    return (f"{item.entry.canonical} {region.name}", region, "") if region else (None, None, _OPEN)


def _regional(item: Printed, region: Region | None, tell: Context) -> Named:
    canonical, scope = tell.spelled(item), item.entry.scope
    if scope == "either" and (item.national or (item.region is None and (tell.national(item) or tell.only_national(item)))):
        return f"{canonical} RI", None, ""
    if region is None and item.region is not None and item.region.reason.startswith("nama bersama"):
        return f"{canonical} {item.place}", None, _OPEN
    reason = ""
    if region is None:
        region, reason = _told(item, scope, tell)
    if region is None:
        return (f"{canonical} RI", None, "tanpa wilayah") if scope == "either" else (None, None, _OPEN)
    return _joined(item, _own(item, region), canonical, reason)


def _own(item: Printed, region: Region) -> Region:
    """The cities of Jakarta have no dinas or badan of their own: a bare one is the province's."""
    of_city = item.region is None and item.entry.canonical not in _EVERYWHERE and (region.code or "").startswith("31.")
    return gazetteer().region("31") if of_city and item.entry.scope in ("regional", "government") else region


def _joined(item: Printed, region: Region, canonical: str, reason: str) -> Named:
    scope = item.entry.scope
    wanted = _wanted(item)
    misplaced = region.level in SMALL_LEVELS or (scope == "aceh" and not (region.code or "").startswith("11"))
    if misplaced or (wanted and region.level != wanted):
        return None, None, _OPEN
    return (f"Pemerintah {region.name}" if canonical.startswith("Pemerintah") else f"{canonical} {region.name}"), region, reason


def _told(item: Printed, scope: str, tell: Context) -> tuple[Region | None, str]:
    """The region of a bare name."""
    level = _wanted(item)
    same = None if item.here else tell.same(item)
    if same is not None and (level is None or same.level == level):
        return same, "disebut lengkap dalam artikel"
    if scope == "head" and level == RegionLevel.PROVINSI and not any(r.level == level for r in tell.mains):
        return None, ""
    return tell.home(item, level), "wilayah utama artikel"


def _wanted(item: Printed) -> RegionLevel | None:
    if item.level:
        return item.level
    scope = item.entry.scope
    return level_of(item.entry.canonical.removeprefix("Pemerintah").strip().lower() if scope == "head" else scope)


_NAMERS: dict[str, Callable[[Printed, Region | None, Context], Named]] = {
    "national": _national,
    "implied": _national,
    "parliament": _national,
    "kecamatan": _kecamatan,
    "place": _by_place,
    "unit": _by_place,
    "plain": _plain,
    "ministry": _ministry,
    "printed": _where_printed,
    "branch": _branch,
    "places": _branch,
    "hospital": _hospital,
    "council": _council,
}
