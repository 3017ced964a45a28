"""Persons with their offices, and who said what."""

from extraction.people.people import read_people
from extraction.people.quotes import read_quotes

__all__ = ["read_people", "read_quotes"]
