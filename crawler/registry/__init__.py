"""The outlets that are crawled, as data: one TOML file each under crawler/outlets."""

from crawler.registry.entry import Discovery, Entry, RegistryProblem, State
from crawler.registry.registry import OUTLETS, Registry, registrable

__all__ = ["OUTLETS", "Discovery", "Entry", "Registry", "RegistryProblem", "State", "registrable"]
