"""Looking at the sites of outlets: a draft of a new one, and the gate for one that is registered."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import msgspec

from cli.exits import Exit, Stop
from cli.outlets import resolved
from cli.settings import Settings
from cli.wiring import source_of
from crawler.archive import Archive
from crawler.probe import Probe, check, draft
from crawler.registry import OUTLETS, Entry, Registry, RegistryProblem, State, add_golden, write_entry, write_state
from extraction.article import read_html

_GOLDEN = 2  # articles of a new outlet that become golden cases


def drafted(site: SplitResult, name: str, home: str, folder: Path, settings: Settings) -> tuple[Entry, Probe]:
    """An entry for a site, and what was seen of it. Raises Stop where host or home can't be those of an outlet; CrawlProblem."""
    host = host_of_site(site)
    try:
        given = {"id": host, "name": name or host, "domains": [host], "province": home[:2], "home": home, "discovery": ["page /"]}
        msgspec.convert(given, Entry)
    except msgspec.ValidationError as error:
        raise Stop(f"situs atau wilayah ini tidak dapat didaftarkan: {error}", Exit.USAGE) from error
    scheme = site.scheme if site.scheme in ("http", "https") else "https"
    entry, seen = draft(host, name, home, folder, scheme=scheme, contact=settings.contact, delay=settings.delay, resolve=resolved(settings))
    return msgspec.structs.replace(entry, state=State("unverified", datetime.now(UTC).date())), seen


def host_of_site(site: SplitResult) -> str:
    """The host that an outlet at this address is registered by."""
    return (site.hostname or "").removeprefix("www.")


def add_entry(entry: Entry, seen: Probe, settings: Settings) -> Path:
    """Write a drafted entry and its golden cases: into the user's own folder if there is one, else among those that Netra carries."""
    own = settings.outlets
    path = write_entry(entry, own / entry.province if own else _folder_of(entry))
    add_golden(own or OUTLETS, entry, [_path(url) for url in seen.fetched[:_GOLDEN]])
    return path


def judged(entry: Entry, settings: Settings, *, write: bool) -> Probe:
    """What the gate says of an outlet, with `write` noted in its file: `stable` with the date and what passed, or `investigating` with
    what did not. A site that could not be reached is not judged. Raises RegistryProblem, CrawlProblem."""
    with tempfile.TemporaryDirectory(prefix="netra-outlet-") as folder:
        seen = check(entry, Path(folder), contact=settings.contact, delay=settings.delay, resolve=resolved(settings))
        seen = msgspec.structs.replace(seen, problems=[*seen.problems, *_undated(entry, Path(folder))])
    if write and not seen.unreachable:
        passed = f"{len(seen.fetched)} artikel, {len(seen.working)} cara"
        state = State("stable", checked=passed) if seen.ok else State("investigating", checked=seen.problems[0][:200])
        write_state(msgspec.structs.replace(state, since=datetime.now(UTC).date()), _file_of(entry, settings))
    return seen


def _undated(entry: Entry, folder: Path) -> list[str]:
    """A problem where the day of publication can't be read off any of the articles that were looked at."""
    with Archive(folder / "archive") as archive:
        read = [read_html(source_of(page, Registry([entry]))) for page in archive.pages() if page.part_of is None]
    articles = [article for article in read if not article.refused]
    if articles and not any(article.published for article in articles):
        return [f"tanggal terbit tidak terbaca pada {len(articles)} artikel"]
    return []


def _file_of(entry: Entry, settings: Settings) -> Path:
    for folder in filter(None, (settings.outlets, OUTLETS)):
        for path in folder.rglob(f"{entry.id}.toml"):
            return path
    raise RegistryProblem(f"berkas media {entry.id} tidak ditemukan")


def _folder_of(entry: Entry) -> Path:
    """The folder that holds the outlets of the same province."""
    for path in sorted(OUTLETS.glob("*/*.toml")):
        if msgspec.toml.decode(path.read_bytes(), type=Entry).province == entry.province:
            return path.parent
    raise RegistryProblem(f"tidak ada provinsi {entry.province}")


def _path(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
