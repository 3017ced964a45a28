"""Search requests and what their answers mean."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering import facet_values, outlet_labels
from index.elastic.cluster import Body
from index.elastic.translate import told_filter, translate
from index.query import FACET_FIELDS, Node, event_filter, to_node
from index.regions import codes_named
from index.store import Counts, FacetValue, Question, Sort, TimelineBar

_MOST_VALUES = 20_000  # different values of one facet
_MOST_MONTHS = 10_000
_EXACT_TO = 40_000  # below so many different values a count is exact; the server's greatest precision
_ORDERS: dict[Sort, list[Body]] = {
    "relevance": [{"_score": "desc"}, {"sort": "desc"}],
    "newest": [{"sort": "desc"}],
    "oldest": [{"sort": "asc"}],
}


def search_body(question: Question, node: Node, order: Sort) -> Body:
    """One page of hits with everything around them, in one request and so of one moment."""
    return {
        "query": translate(node),
        "from": (question.page - 1) * question.size,
        "size": question.size,
        "sort": _ORDERS[order],
        "_source": ["record"],
        "aggs": _around(question),
    }


def _around(question: Question) -> Body:
    chosen = [facet for facet in FACET_FIELDS if getattr(question, facet)]
    open_fields = [field for facet, field in FACET_FIELDS.items() if facet not in chosen]
    aggs = {f"nilai_{field}": _terms(field) for field in [*open_fields, "media_nama"]}
    aside: Body = {"aktif": {"filter": {"term": {"gone": False}}, "aggs": {"bulan": _months("month", {"media": _different("outlet")})}}}
    for facet in chosen:
        fields = [FACET_FIELDS[facet]] + (["media_nama"] if facet == "media" else [])
        query = translate(to_node(question, codes_named, without=facet))
        aside[f"tanpa_{facet}"] = {"filter": query, "aggs": {f"nilai_{field}": _terms(field) for field in fields}}
    months = _months("told.month", {"peristiwa": _different("told.id"), "pernyataan": _said()})
    return aggs | {
        "teks": _different("cluster"),
        "media": _different("outlet"),
        "tokoh_": _different("tokoh"),
        "terbit_": _months("published", {}),
        "peristiwa": _told(question, {"jumlah": _different("told.id"), "bulan": months}),
        "semua": {"global": {}, "aggs": aside},
    }


def _terms(field: str) -> Body:
    return {"terms": {"field": field, "size": _MOST_VALUES}}


def _different(field: str) -> Body:
    return {"cardinality": {"field": field, "precision_threshold": _EXACT_TO}}


def _months(field: str, aggs: Body) -> Body:
    return {"terms": {"field": field, "size": _MOST_MONTHS, "order": {"_key": "asc"}}, "aggs": aggs}


def _said() -> Body:
    return {"filter": {"term": {"told.statement": True}}, "aggs": {"peristiwa": _different("told.id")}}


def _told(question: Question, aggs: Body) -> Body:
    return {"nested": {"path": "told"}, "aggs": {"cocok": {"filter": told_filter(*event_filter(question)), "aggs": aggs}}}


def counts_of(answer: Body) -> Counts:
    """The four counts and the outlets."""
    found = answer["aggregations"]
    events = found["peristiwa"]["cocok"]["jumlah"]["value"]
    return Counts(answer["hits"]["total"]["value"], found["teks"]["value"], events, found["tokoh_"]["value"], found["media"]["value"])


def facets_of(question: Question, answer: Body) -> dict[str, list[FacetValue]]:
    """The facets with their counts; a chosen facet counts as if it were not chosen."""
    found = answer["aggregations"]
    aside = found["semua"]
    values = {name.removeprefix("nilai_"): _counted(found[name]) for name in found if name.startswith("nilai_")}
    for name in aside:
        if name.startswith("tanpa_"):
            values |= {part.removeprefix("nilai_"): _counted(aside[name][part]) for part in aside[name] if part.startswith("nilai_")}
    labels = outlet_labels(values["media_nama"])
    return {
        facet: facet_values(facet, values[field], getattr(question, facet), labels if facet == "media" else {})
        for facet, field in FACET_FIELDS.items()
    }


def _counted(terms: Body) -> dict[str, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in terms["buckets"]}


def timelines_of(answer: Body) -> tuple[list[TimelineBar], list[TimelineBar]]:
    """Months by event date and by publication."""
    found = answer["aggregations"]
    active = {bucket["key"]: bucket["media"]["value"] for bucket in found["semua"]["aktif"]["bulan"]["buckets"]}
    by_event = [
        TimelineBar(b["key"], b["peristiwa"]["value"], b["pernyataan"]["peristiwa"]["value"], active.get(b["key"], 0))
        for b in found["peristiwa"]["cocok"]["bulan"]["buckets"]
    ]
    return by_event, [TimelineBar(b["key"], b["doc_count"], outlets=active.get(b["key"], 0)) for b in found["terbit_"]["buckets"]]


def events_body(question: Question, node: Node) -> Body:
    """The ids of one page of events, newest first."""
    page = {"terms": {"field": "told.sort", "size": question.page * question.size, "order": {"_key": "desc"}}}
    aggs = {"halaman": page, "jumlah": _different("told.id")}
    return {"query": translate(node), "size": 0, "aggs": {"peristiwa": _told(question, aggs)}}


def events_of(question: Question, answer: Body) -> tuple[list[str], int]:
    """The ids and the total from `events_body`'s answer."""
    found = answer["aggregations"]["peristiwa"]["cocok"]
    buckets = _page(question, found["halaman"]["buckets"])
    return [bucket["key"].rpartition(" ")[2] for bucket in buckets], found["jumlah"]["value"]


def people_body(question: Question, node: Node) -> Body:
    """The ids of one page of people, those named in most of the found articles first."""
    page = {"terms": {"field": "tokoh", "size": question.page * question.size, "order": [{"_count": "desc"}, {"_key": "asc"}]}}
    return {"query": translate(node), "size": 0, "aggs": {"halaman": page, "jumlah": _different("tokoh")}}


def people_of(question: Question, answer: Body) -> tuple[list[str], int]:
    """The ids and the total from `people_body`'s answer."""
    found = answer["aggregations"]
    return [bucket["key"] for bucket in _page(question, found["halaman"]["buckets"])], found["jumlah"]["value"]


def _page(question: Question, buckets: Sequence[Body]) -> Sequence[Body]:
    return buckets[(question.page - 1) * question.size : question.page * question.size]
