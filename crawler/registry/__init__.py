"""The outlets that are crawled, as data: one TOML file each under crawler/outlets."""

from crawler.registry.entry import Discovery, Entry, RegistryProblem, State, load_entry
from crawler.registry.registry import OUTLETS, Registry, registrable
from crawler.registry.writing import add_golden, toml_of, write_entry, write_state

__all__ = [
    "OUTLETS",
    "Discovery",
    "Entry",
    "Registry",
    "RegistryProblem",
    "State",
    "add_golden",
    "load_entry",
    "registrable",
    "toml_of",
    "write_entry",
    "write_state",
]
