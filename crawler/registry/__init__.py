"""The outlets that are crawled, as data: one TOML file each under crawler/outlets."""

from crawler.registry.entry import Discovery, Entry, RegistryProblem, State
from crawler.registry.registry import OUTLETS, Registry, registrable
from crawler.registry.writing import add_golden, toml_of, write_entry

__all__ = ["OUTLETS", "Discovery", "Entry", "Registry", "RegistryProblem", "State", "add_golden", "registrable", "toml_of", "write_entry"]
