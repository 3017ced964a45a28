"""From the nodes of a question to tantivy's queries. Only words in running text count for relevance; the rest filters."""

from __future__ import annotations

import tantivy
from tantivy import FieldType, Occur, Query

from index.query import All, And, AnyOf, Days, Node, Nothing, Or, Phrase, Prefix, Without, Word

_FIRST_DAY, _LAST_DAY = 0, 4_000_000  # ordinals: beyond year 10000


def translate(node: Node, schema: tantivy.Schema) -> Query:
    """The query of a node over articles only."""
    articles = Query.const_score_query(Query.term_query(schema, "jenis_dokumen", "artikel", index_option="basic"), 0.0)
    return Query.boolean_query([(Occur.Must, articles), (Occur.Must, _query(node, schema))])


def _query(node: Node, schema: tantivy.Schema) -> Query:  # noqa: PLR0911  (one for each kind of node)
    match node:
        case Word(field, token):
            return Query.term_query(schema, field, token)
        case Phrase(field, tokens, slop):
            return Query.phrase_query(schema, field, list(tokens), slop)
        case Prefix(field, start):
            # A token holds letters and digits only, so none of it is a sign of the pattern.
            return Query.const_score_query(Query.regex_query(schema, field, f"{start}.*"), 1.0)
        case AnyOf(field, values):
            return Query.const_score_query(Query.term_set_query(schema, field, list(values)), 0.0)
        case Days(field, since, until):
            low, high = since if since is not None else _FIRST_DAY, until if until is not None else _LAST_DAY
            return Query.const_score_query(Query.range_query(schema, field, FieldType.Integer, low, high), 0.0)
        case And(parts):
            return Query.boolean_query([(Occur.Must, _query(part, schema)) for part in parts])
        case Or(parts):
            return Query.boolean_query([(Occur.Should, _query(part, schema)) for part in parts])
        case Without(part):
            everything = Query.const_score_query(Query.all_query(), 0.0)
            return Query.boolean_query([(Occur.Must, everything), (Occur.MustNot, _query(part, schema))])
        case All():
            return Query.const_score_query(Query.all_query(), 0.0)
        case Nothing():
            return Query.empty_query()
