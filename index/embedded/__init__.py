"""The embedded back end: SQLite holds the records, tantivy the search index, which follows SQLite by a revision mark."""

from index.embedded.store import EmbeddedStore

__all__ = ["EmbeddedStore"]
