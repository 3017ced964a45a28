"""The frontier: which addresses wait, and what became of each (SQLite, one final status for each address)."""

from crawler.frontier.canonical import canonical, canonical_of, fetchable
from crawler.frontier.database import FrontierProblem
from crawler.frontier.frontier import Frontier
from crawler.frontier.lock import FrontierLock
from crawler.frontier.records import Address, Decision, Found, Role, Status

__all__ = [
    "Address",
    "Decision",
    "Found",
    "Frontier",
    "FrontierLock",
    "FrontierProblem",
    "Role",
    "Status",
    "canonical",
    "canonical_of",
    "fetchable",
]
