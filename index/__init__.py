"""Keeps records and answers questions: one store contract (index/store.py), two back ends, one query language."""

from index.open import open_ledger, open_store

__all__ = ["open_ledger", "open_store"]
