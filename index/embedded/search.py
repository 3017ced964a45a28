"""The tantivy index: the search documents of the articles, and a mark that says up to which revision of SQLite they stand."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import tantivy
from tantivy import Order, Query

from index.document import DAY_FIELDS, FORMAT, TOKEN_FIELDS, VALUE_FIELDS, SearchDocument
from index.embedded.translate import translate
from index.query import Node

_HEAP = 64_000_000  # bytes before tantivy writes a segment
# Different values of a facet that are counted: wilayah holds more than all kabupaten, kota and kecamatan. Together they must stay below
# the 65,000 buckets that tantivy allows one question.
_MOST_VALUES = {"wilayah": 20_000, "lembaga": 20_000, "media": 10_000, "media_nama": 10_000}
_MOST_OTHERS = 900
Order_ = Literal["newest", "oldest"]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("jenis_dokumen", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("sort", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("no", indexed=True, fast=True)
    for field in TOKEN_FIELDS:
        builder.add_text_field(field, tokenizer_name="blanks", index_option="position")
    for field in VALUE_FIELDS:
        builder.add_text_field(field, fast=True, tokenizer_name="raw", index_option="basic")
    for field in DAY_FIELDS:
        builder.add_integer_field(field, indexed=True, fast=True)
    return builder.build()


class SearchIndex:
    """The tantivy index of one database (by its id), in a folder named by the index's format; made where it is not there."""

    def __init__(self, folder: Path, database: str) -> None:
        self._mark = f"tanda:{database}"
        self.path = folder / f"tantivy-{FORMAT}"
        self.schema = _schema()
        for older in folder.glob("tantivy-*"):
            if older != self.path:
                shutil.rmtree(older)
        self.path.mkdir(parents=True, exist_ok=True)
        try:
            self._index = self._opened()
        except ValueError:  # torn by a full disk or a foreign hand: SQLite has all that it held
            shutil.rmtree(self.path)
            self.path.mkdir()
            self._index = self._opened()

    def _opened(self) -> tantivy.Index:
        index = tantivy.Index(self.schema, path=str(self.path))
        index.register_tokenizer("blanks", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
        index.config_reader("manual")
        return index

    def view(self) -> View:
        """The index as it now is."""
        self._index.reload()
        return View(self._index.searcher(), self.schema, self._mark)

    def clear(self) -> None:
        """Drop all documents and the mark."""
        writer = self._index.writer(_HEAP, 1)
        writer.delete_all_documents()
        writer.commit()
        writer.wait_merging_threads()

    def apply(self, documents: Iterable[tuple[int, SearchDocument]], gone: Iterable[int], revision: int) -> None:
        """Put documents (by article number), drop the gone, and set the mark: all in one commit."""
        writer = self._index.writer(_HEAP, 1)
        for number in gone:
            writer.delete_documents_by_term("no", number)
        for number, document in documents:
            writer.delete_documents_by_term("no", number)
            writer.add_document(_document(number, document))
        writer.delete_documents_by_term("jenis_dokumen", self._mark)
        mark = tantivy.Document()
        mark.add_text("jenis_dokumen", self._mark)
        mark.add_integer("no", revision)
        writer.add_document(mark)
        writer.commit()
        writer.wait_merging_threads()


class View:
    """The index at one moment: what is asked of it is not moved by later commits. `mark` is the revision that it stands at; 0 where it is
    new or of another database."""

    def __init__(self, searcher: tantivy.Searcher, schema: tantivy.Schema, mark: str) -> None:
        self._searcher = searcher
        self._schema = schema
        found = searcher.search(Query.term_query(schema, "jenis_dokumen", mark, index_option="basic"), 1).hits
        self.mark = self._numbers([found[0][1]])[0] if found else 0

    def matching(self, node: Node) -> list[int]:
        """The numbers of all articles that match."""
        hits = self._searcher.search(
            translate(node, self._schema), max(1, self._searcher.num_docs), count=False, order_by_field="no", order=Order.Asc
        ).hits
        return [number for number, _ in hits]

    def ordered(self, node: Node, order: Order_, offset: int, size: int) -> list[int]:
        """One page by day and id."""
        direction = Order.Desc if order == "newest" else Order.Asc
        query = translate(node, self._schema)
        hits = self._searcher.search(query, size, count=False, order_by_field="sort", offset=offset, order=direction).hits
        return self._numbers([address for _, address in hits])

    def ranked(self, node: Node, least: int) -> list[tuple[float, int]]:
        """The best (score, number), at least `least` of them and all that tie with the last: the caller breaks the ties."""
        query = translate(node, self._schema)
        limit = least + 1
        while True:
            hits = self._searcher.search(query, limit, count=False).hits
            if len(hits) < limit or hits[-1][0] < hits[least - 1][0]:
                break
            limit *= 4
        return list(zip([score for score, _ in hits], self._numbers([address for _, address in hits]), strict=True))

    def values(self, node: Node, fields: Sequence[str]) -> dict[str, dict[str, int]]:
        """For each value field its values with the number of articles."""
        most = {field: _MOST_VALUES.get(field, _MOST_OTHERS) for field in fields}
        aggregations = {field: {"terms": {"field": field, "size": most[field], "segment_size": most[field]}} for field in fields}
        found = self._searcher.aggregate(translate(node, self._schema), aggregations) if fields else {}
        return {field: {bucket["key"]: bucket["doc_count"] for bucket in found[field]["buckets"]} for field in fields}

    def _numbers(self, addresses: list[tantivy.DocAddress]) -> list[int]:
        return [int(number or 0) for number in self._searcher.fast_field_values("no", addresses)] if addresses else []


def _document(number: int, document: SearchDocument) -> tantivy.Document:
    made = tantivy.Document()
    made.add_text("jenis_dokumen", "artikel")
    made.add_text("sort", document.sort)
    made.add_integer("no", number)
    for field, texts in (*document.tokens.items(), *document.values.items()):
        for text in texts:
            made.add_text(field, text)
    for field, days in document.days.items():
        for day in days:
            made.add_integer(field, day)
    return made
