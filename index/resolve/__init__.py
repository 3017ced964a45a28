"""What the articles have in common: the same text, the same event, the same person. Pure functions, and the order in which a store
lets them run (settle)."""

from index.resolve.settle import Placed, Shelf, settle

__all__ = ["Placed", "Shelf", "settle"]
