"""The query language: parsed once into a small tree that each back end translates."""

from index.query.nodes import All, And, AnyOf, Days, Node, Nothing, Or, Phrase, Prefix, Without, Word, conjunction, disjunction
from index.query.parser import RegionCodes, parse_query
from index.query.question import FACET_FIELDS, bounded, event_filter, to_node

__all__ = [
    "FACET_FIELDS",
    "All",
    "And",
    "AnyOf",
    "Days",
    "Node",
    "Nothing",
    "Or",
    "Phrase",
    "Prefix",
    "RegionCodes",
    "Without",
    "Word",
    "bounded",
    "conjunction",
    "disjunction",
    "event_filter",
    "parse_query",
    "to_node",
]
