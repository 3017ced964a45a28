"""All entries, found by address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from tldextract import TLDExtract

from crawler.registry.entry import Entry, RegistryProblem, load_entry
from extraction.model import Outlet

OUTLETS = Path(__file__).parents[1] / "outlets"
DENY = "deny.txt"
# Names that one site answers under beside its own: mail servers, mobile and AMP hosts (extraction.md: mail.batasmedia99.com).
TECHNICAL = frozenset({"www", "m", "mobile", "wap", "amp", "mail"})

# The list that comes with the package, never fetched: the same hosts give the same slots everywhere. Private suffixes count, so a
# blogspot blog is a domain of its own.
_suffixes = TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


@lru_cache(maxsize=10_000)
def registrable(host: str) -> str:
    """The registrable domain of a host (Public Suffix List); the host itself where it has none (an address, a bare name)."""
    found = _suffixes(host)
    if found.suffix:
        return found.top_domain_under_public_suffix or host
    labels = host.split(".")
    return host if found.ipv4 or found.ipv6 or ":" in host else ".".join(labels[-2:])  # unknown ending: PSL's rule "*"


def host_of(url: str) -> str:
    """The host of an address in lower case, without a closing dot; empty where it has none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _read(folder: Path) -> tuple[list[Entry], list[str]]:
    """The entries and denied hosts of a folder. Raises RegistryProblem where it is not there or an entry can't be used."""
    if not folder.is_dir():
        raise RegistryProblem(f"{folder}: no such folder")
    entries = [load_entry(path) for path in sorted(folder.rglob("*.toml"))]
    if not (folder / DENY).exists():
        return entries, []
    lines = (line.split("#")[0].strip() for line in (folder / DENY).read_text().splitlines())
    return entries, [line for line in lines if line]


@lru_cache(maxsize=1)
def shipped() -> tuple[list[Entry], list[str]]:
    """Those that Netra carries, read once in a process (a thousand files take 0.3 s)."""
    return _read(OUTLETS)


class Registry:
    """Entries by id and by address.

    Raises RegistryProblem where two entries claim one host or id.
    """

    def __init__(self, entries: Iterable[Entry], denied: Iterable[str] = ()) -> None:
        self._by_id: dict[str, Entry] = {}
        self._by_host: dict[str, Entry] = {}
        self._denied = frozenset(denied)
        for entry in entries:
            self._add(entry)

    @classmethod
    def load(cls, *folders: Path) -> Registry:
        """Read every `*.toml` below the folders (the shipped outlets, unless given) and the hosts in their `deny.txt`.

        Raises RegistryProblem where a folder is not there or an entry can't be used.
        """
        entries, denied = [], []
        for folder in folders or (OUTLETS,):
            more = shipped() if folder == OUTLETS else _read(folder)
            entries += more[0]
            denied += more[1]
        return cls(entries, denied)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, name: str) -> Entry | None:
        """The entry with this id or host."""
        return self._by_id.get(name) or self._find(name.lower())

    def by_url(self, url: str) -> Entry | None:
        """The entry whose host, alias or technical subdomain (www., m., mail., amp. …) the address lies on."""
        return self._find(host_of(url))

    def outlet(self, url: str) -> Outlet | None:
        """What extraction may know of the publisher of an address; None where it is not registered."""
        entry = self.by_url(url)
        return entry.outlet if entry else None

    def denied(self, url: str) -> bool:
        """Whether the address lies on a host (or below one) that must never be crawled."""
        labels = host_of(url).split(".")
        return any(".".join(labels[n:]) in self._denied for n in range(len(labels)))

    def slot(self, url: str) -> str:
        """The slot of politeness: the network that its entry names, else the registrable domain."""
        entry = self.by_url(url)
        return entry.network if entry and entry.network else registrable(host_of(url))

    def _find(self, host: str) -> Entry | None:
        found = self._by_host.get(host)
        while found is None and "." in host:
            label, _, host = host.partition(".")
            if label not in TECHNICAL:
                return None
            found = self._by_host.get(host) or self._by_host.get(f"www.{host}")
        return found

    def _add(self, entry: Entry) -> None:
        if entry.id in self._by_id:
            raise RegistryProblem(f"two entries have the id {entry.id}")
        self._by_id[entry.id] = entry
        for host in entry.domains:
            other = self._by_host.setdefault(host, entry)
            if other is not entry:
                raise RegistryProblem(f"{host} is claimed by {other.id} and {entry.id}")
