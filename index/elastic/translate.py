"""From the nodes of a question to Elasticsearch's queries. Only words in running text count for relevance; the rest filters."""

from __future__ import annotations

from index.elastic.cluster import Body
from index.query import All, And, AnyOf, Days, Node, Nothing, Or, Phrase, Prefix, Without, Word


def translate(node: Node) -> Body:
    """The query of a node over articles that are not taken down."""
    return {"bool": {"must": [_query(node)], "filter": [{"term": {"gone": False}}]}}


def _query(node: Node) -> Body:  # noqa: PLR0911  (one for each kind of node)
    match node:
        case Word(field, token):
            return {"term": {field: {"value": token}}}
        case Phrase(field, tokens, slop):
            return {"match_phrase": {field: {"query": " ".join(tokens), "slop": slop}}}
        case Prefix(field, start):
            return {"prefix": {field: {"value": start}}}
        case AnyOf(field, values):
            return {"bool": {"filter": [{"terms": {field: list(values)}}]}}
        case Days(field, since, until):
            bounds = {name: day for name, day in (("gte", since), ("lte", until)) if day is not None}
            return {"bool": {"filter": [{"range": {field: bounds}}]}}
        case And(parts):
            return {"bool": {"must": [_query(part) for part in parts]}}
        case Or(parts):
            return {"bool": {"should": [_query(part) for part in parts], "minimum_should_match": 1}}
        case Without(part):
            return {"bool": {"must_not": [_query(part)]}}
        case All():
            return {"bool": {"filter": [{"match_all": {}}]}}
        case Nothing():
            return {"match_none": {}}


def told_filter(choices: dict[str, tuple[str, ...]], days: Days | None) -> Body:
    """What a question asks of an event itself, over the nested `told` documents."""
    filters: list[Body] = [{"terms": {f"told.{field}": list(values)}} for field, values in choices.items()]
    if days is not None:
        filters.append({"exists": {"field": "told.since"}})
        if days.since is not None:
            filters.append({"range": {"told.until": {"gte": days.since}}})
        if days.until is not None:
            filters.append({"range": {"told.since": {"lte": days.until}}})
    return {"bool": {"filter": filters or [{"match_all": {}}]}}
