"""The back end for more than one machine: Elasticsearch 8 or 9, by its official client (an extra of the installation)."""

from index.elastic.store import ElasticStore

__all__ = ["ElasticStore"]
